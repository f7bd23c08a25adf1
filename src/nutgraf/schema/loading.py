"""From a schema's name to the schema: a built-in one, or a caller's ``package.module:Name``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from pydantic import BaseModel

from nutgraf.errors import SchemaError
from nutgraf.schema.fields import FieldType
from nutgraf.schema.news import NewsSummary

BUILT_IN: dict[str, type[BaseModel]] = {"news": NewsSummary}


def load_schema(name: str) -> type[BaseModel]:
    """Return the schema of this name.

    Args:
        name: ``news``, or ``package.module:Name``; modules are looked for in the current folder
            too. Importing a module runs it, so the name must come from whoever runs the program.

    Raises:
        SchemaError: There is no such schema, or it is not a pydantic model.
    """
    if name in BUILT_IN:
        return BUILT_IN[name]
    module_name, colon, attribute = name.partition(":")
    if not colon or not module_name or not attribute:
        raise SchemaError(
            f"there is no schema {name!r}; there is {', '.join(BUILT_IN)}, or give your own as "
            "package.module:Name"
        )
    found = getattr(_module(module_name), attribute, None)
    if not isinstance(found, type) or not issubclass(found, BaseModel):
        raise SchemaError(f"{name!r}: expected a pydantic model of that name in the module")
    if issubclass(found, FieldType):
        raise SchemaError(f"{name!r}: is a field type; a schema is a model with such fields")
    return found


def _module(name: str) -> object:
    folder = str(Path.cwd())
    if folder not in sys.path:
        sys.path.insert(0, folder)
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise SchemaError(f"there is no module {error.name!r} to load the schema from") from error
    except Exception as error:
        raise SchemaError(
            f"the module {name!r} cannot be imported ({type(error).__name__})"
        ) from error
