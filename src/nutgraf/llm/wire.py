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
_REF = "#/$defs/"


@lru_cache(maxsize=_SCHEMAS_KEPT)
def wire_schema(model: type[BaseModel]) -> JsonSchemaValue:
    """Return the JSON Schema of what a model of this type looks like on the wire.

    Servers that enforce schemas strictly want every property required and no others allowed, know
    no defaults, and refuse a reference with a description beside it. So what may be missing is
    nullable instead, and references are written out, except where a type holds itself.
    Descriptions stay, as the language model reads them; titles go, as they repeat the names. The
    value is shared: do not change it.
    """
    schema = model.model_json_schema(mode="validation")
    return _Strict(schema.pop("$defs", {})).whole(schema)


class _Strict:
    """Rewrites one schema; remembers which definitions could not be written out."""

    def __init__(self, definitions: dict[str, JsonSchemaValue]) -> None:
        self._definitions = definitions
        self._open: list[str] = []
        self._recursive: set[str] = set()

    def whole(self, schema: JsonSchemaValue) -> JsonSchemaValue:
        """Return the schema in strict form, with definitions for what is recursive."""
        strict = self._node(schema)
        kept: dict[str, JsonSchemaValue] = {}
        while missing := sorted(self._recursive - kept.keys()):
            for name in missing:
                self._open = [name]
                kept[name] = self._node(self._definitions[name])
        return {"$defs": kept, **strict} if kept else strict

    def _node(self, node: JsonSchemaValue) -> JsonSchemaValue:
        if "$ref" in node:
            return self._reference(node)
        strict = {key: value for key, value in node.items() if key not in {"default", "title"}}
        if "properties" in strict:
            strict["properties"] = {k: self._node(v) for k, v in node["properties"].items()}
            strict["required"] = list(node["properties"])
            strict["additionalProperties"] = False
        for key in ("anyOf", "allOf", "oneOf", "prefixItems"):
            if key in strict:
                strict[key] = [self._node(child) for child in node[key]]
        if isinstance(strict.get("items"), dict):
            strict["items"] = self._node(node["items"])
        return strict

    def _reference(self, node: JsonSchemaValue) -> JsonSchemaValue:
        name = node["$ref"].removeprefix(_REF)
        if name in self._open:
            self._recursive.add(name)
            return {"$ref": node["$ref"]}
        self._open.append(name)
        target = self._node(self._definitions[name])
        self._open.pop()
        beside = {key: value for key, value in node.items() if key not in {"$ref", "default"}}
        return {**target, **beside}
