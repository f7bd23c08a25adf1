"""Walking and rebuilding the tree of a summary, whatever schema it was built with.

This is what gives a caller's own schema the same service as the built-in ones: nothing here knows a
schema by name. A path looks like ``key_points[2].text``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from nutgraf.schema.fields import FieldType

ModelT = TypeVar("ModelT", bound=BaseModel)
_ANYTHING = TypeAdapter(object)  # knows how enumerations, dates and the like look in JSON

Rewrite = Callable[[BaseModel, FieldType], FieldType]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of the tree that has no parts of its own.

    Attributes:
        path: Where it stands in the summary.
        value: The value: a field type, prose (a free string), or any other scalar.
        owner: The part that holds it.
        owner_path: Where that part stands; empty for the summary itself.
        is_prose: Whether it is text in the model's own words.
    """

    path: str
    value: object
    owner: BaseModel
    owner_path: str
    is_prose: bool


def leaves(summary: BaseModel) -> Iterator[Leaf]:
    """Yield every leaf of a summary, in the order of its fields."""
    return _leaves_of(summary, "")


def _leaves_of(owner: BaseModel, owner_path: str) -> Iterator[Leaf]:
    for name in type(owner).model_fields:
        path = f"{owner_path}.{name}" if owner_path else name
        prose = not _is_choice(type(owner).model_fields[name].annotation)
        for leaf_path, value in _values(getattr(owner, name), path):
            if isinstance(value, BaseModel) and not isinstance(value, FieldType):
                yield from _leaves_of(value, leaf_path)
            else:
                is_prose = prose and type(value) is str
                yield Leaf(leaf_path, value, owner, owner_path, is_prose)


def _values(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield the value itself, or what a list holds, each with its path."""
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _values(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values(item, f"{path}[{key!r}]")
    elif value is not None:
        yield path, value


def _is_choice(annotation: object) -> bool:
    """Tell whether a field can only hold some of a few given words."""
    if get_origin(annotation) is Literal:
        return True
    return any(_is_choice(inner) for inner in get_args(annotation))


def rebuild(summary: ModelT, rewrite: Rewrite) -> ModelT:
    """Return the summary with every field type replaced by what the function makes of it.

    The function is given the part that holds the value, as it was before, and the value.
    """
    update = {
        name: _rebuilt(getattr(summary, name), summary, rewrite)
        for name in type(summary).model_fields
    }
    return summary.model_copy(update=update)


def _rebuilt(value: object, owner: BaseModel, rewrite: Rewrite) -> object:
    if isinstance(value, FieldType):
        return rewrite(owner, value)
    if isinstance(value, BaseModel):
        return rebuild(value, rewrite)
    if isinstance(value, (list, tuple)):
        return type(value)(_rebuilt(item, owner, rewrite) for item in value)
    if isinstance(value, dict):
        return {key: _rebuilt(item, owner, rewrite) for key, item in value.items()}
    return value


def as_wire(value: object) -> object:
    """Return plain JSON values for a summary or a part of it, as a model would write them."""
    if isinstance(value, FieldType):
        return value.wire
    if isinstance(value, BaseModel):
        return {name: as_wire(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, (list, tuple)):
        return [as_wire(item) for item in value]
    if isinstance(value, dict):
        return {str(key): as_wire(item) for key, item in value.items()}
    return _ANYTHING.dump_python(value, mode="json")


def substitute(summary: ModelT, changes: Mapping[str, object]) -> ModelT:
    """Return the summary with the parts at these paths replaced.

    Args:
        summary: The tree.
        changes: What to put at each path; `DROPPED` takes a list's item out. Paths are those of the
            summary as given, so taking one item out does not shift the others.
    """
    return cast("ModelT", _substituted(summary, "", changes))


DROPPED = object()
"""What `substitute` is given for an item that is to be taken out of its list."""


def _substituted(value: object, path: str, changes: Mapping[str, object]) -> object:
    if path in changes:
        return changes[path]
    if isinstance(value, BaseModel) and not isinstance(value, FieldType):
        prefix = f"{path}." if path else ""
        update = {
            name: _substituted(getattr(value, name), prefix + name, changes)
            for name in type(value).model_fields
        }
        return value.model_copy(update=update)
    if isinstance(value, (list, tuple)):
        items = (_substituted(v, f"{path}[{i}]", changes) for i, v in enumerate(value))
        return type(value)(item for item in items if item is not DROPPED)
    return value
