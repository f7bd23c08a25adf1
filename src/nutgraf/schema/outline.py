"""The outline of a schema: a short text that tells a language model which JSON to write.

Servers enforce a JSON Schema but many do not show it to the model; the outline does, in a fraction
of the tokens, and takes every word from the schema's own descriptions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.llm.wire import wire_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue


def outline(schema: type[BaseModel]) -> str:
    """Return the shape of the JSON that fits a schema, one field a line, with what each means."""
    wire = wire_schema(schema)
    lines = _fields(wire, wire.get("$defs", {}), seen=(schema.__name__,))
    return "\n".join(["{", *lines, "}"])


@dataclass(frozen=True, slots=True)
class _Value:
    """What a field holds, once lists and alternatives to null are unwrapped.

    Attributes:
        node: The schema of what is inside; empty for a type that is being written out already.
        opening: What the lists around it open with, in print.
        closing: What they close with.
        name: The definition that it was taken from, where there is one.
    """

    node: JsonSchemaValue
    opening: str = ""
    closing: str = ""
    name: str = ""


def _fields(
    node: JsonSchemaValue, definitions: JsonSchemaValue, *, seen: tuple[str, ...]
) -> Iterator[str]:
    indent = "  " * len(seen)
    for name, child in node.get("properties", {}).items():
        value = _unwrapped(child, definitions, seen)
        remark = _remark(child, value)
        if "properties" in value.node:
            yield f'{indent}"{name}": {value.opening}{{{remark}'
            yield from _fields(value.node, definitions, seen=(*seen, value.name))
            yield f"{indent}}}{value.closing}"
        else:
            yield f'{indent}"{name}": {value.opening}{_scalar(value.node)}{value.closing}{remark}'


def _unwrapped(
    node: JsonSchemaValue, definitions: JsonSchemaValue, seen: tuple[str, ...]
) -> _Value:
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        return _Value({} if name in seen else definitions[name], name=name)
    if node.get("type") == "array" and isinstance(node.get("items"), dict):
        inner = _unwrapped(node["items"], definitions, seen)
        return replace(inner, opening=f"[{inner.opening}", closing=f"{inner.closing}, ...]")
    options = [option for option in node.get("anyOf", []) if option.get("type") != "null"]
    if len(options) == 1:
        inner = _unwrapped(options[0], definitions, seen)
        return replace(inner, closing=f"{inner.closing} or null")
    return _Value(node)


def _remark(node: JsonSchemaValue, value: _Value) -> str:
    """Return what a field means: its own description, else that of a field type."""
    own, typical = node.get("description"), value.node.get("description")
    parts = [own] if own else [typical] if typical and "properties" not in value.node else []
    if "maxItems" in node:
        parts.append(f"at most {node['maxItems']}")
    return f"  // {'; '.join(parts)}" if parts else ""


def _scalar(node: JsonSchemaValue) -> str:
    if "enum" in node:
        return " | ".join(json.dumps(choice, ensure_ascii=False) for choice in node["enum"])
    return str(node.get("type", "value"))
