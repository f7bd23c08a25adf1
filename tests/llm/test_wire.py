from __future__ import annotations

from pydantic import BaseModel, Field

from nutgraf.llm.wire import wire_schema


class Leaf(BaseModel):
    word: str = Field(default="x", description="a word")


class Tree(BaseModel):
    leaf: Leaf = Field(description="its leaf")
    branches: list[Tree] = []
    size: int | None = None
    pair: tuple[int, str] = (1, "a")


def test_every_property_is_required_and_no_other_is_allowed() -> None:
    schema = wire_schema(Leaf)
    assert schema["required"] == ["word"]
    assert schema["additionalProperties"] is False


def test_defaults_and_titles_go_and_descriptions_stay() -> None:
    assert wire_schema(Leaf)["properties"] == {"word": {"type": "string", "description": "a word"}}


def test_a_reference_with_a_description_beside_it_is_written_out() -> None:
    leaf = wire_schema(Tree)["$defs"]["Tree"]["properties"]["leaf"]
    assert leaf["description"] == "its leaf"
    assert leaf["properties"] == {"word": {"type": "string", "description": "a word"}}
    assert "$ref" not in leaf


def test_a_type_that_holds_itself_keeps_its_definition() -> None:
    schema = wire_schema(Tree)
    assert list(schema["$defs"]) == ["Tree"]
    assert schema["type"] == "object"
    assert schema["$defs"]["Tree"]["properties"]["branches"]["items"] == {"$ref": "#/$defs/Tree"}


def test_the_members_of_unions_and_tuples_are_strict_too() -> None:
    properties = wire_schema(Tree)["$defs"]["Tree"]["properties"]
    assert properties["size"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    assert properties["pair"]["prefixItems"] == [{"type": "integer"}, {"type": "string"}]
