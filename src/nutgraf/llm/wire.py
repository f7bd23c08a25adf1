"""The wire face of a pydantic model: the JSON Schema that a server is asked to enforce.

What the schema of a summary means is the business of ``nutgraf.schema``; this is about form only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue

_SCHEMAS_KEPT = 64  # schemas are few; models made for one repair must not pile up


@lru_cache(maxsize=_SCHEMAS_KEPT)
def wire_schema(model: type[BaseModel]) -> JsonSchemaValue:
    """Return the JSON Schema of what a model of this type looks like on the wire.

    Servers that enforce schemas strictly want every property required and no others allowed, and know
    no defaults; what may be missing is nullable instead. Descriptions stay, as the language model
    reads them; titles go, as they repeat the names. The value is shared: do not change it.
    """
    return _strict(model.model_json_schema(mode="validation"))


def _strict(node: JsonSchemaValue) -> JsonSchemaValue:
    kept = {key: value for key, value in node.items() if key not in {"default", "title"}}
    for key in ("properties", "$defs"):
        if key in kept:
            kept[key] = {name: _strict(child) for name, child in node[key].items()}
    for key in ("anyOf", "allOf", "oneOf", "prefixItems"):
        if key in kept:
            kept[key] = [_strict(child) for child in node[key]]
    if isinstance(kept.get("items"), dict):
        kept["items"] = _strict(kept["items"])
    if "properties" in kept:
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept
