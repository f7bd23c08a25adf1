from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel

from nutgraf.schema import Citation, Evidence, FieldType, Mention
from nutgraf.schema.tree import DROPPED, as_wire, leaves, rebuild, substitute


class Colour(StrEnum):
    RED = "red"


class Point(BaseModel):
    text: str
    evidence: Evidence


class Summary(BaseModel):
    title: str
    mood: Literal["good", "bad"] | None
    colour: Colour
    points: list[Point]
    by_name: dict[str, Mention]
    size: int


SUMMARY = Summary(
    title="A title",
    mood="good",
    colour=Colour.RED,
    points=[
        Point(text="one", evidence=(Citation(sentence=1),)),
        Point(text="two", evidence=(Citation(sentence=2), Citation(sentence=3))),
    ],
    by_name={"a": Mention(text="Ada")},
    size=3,
)


def test_leaves_are_named_by_their_paths() -> None:
    assert [leaf.path for leaf in leaves(SUMMARY)] == [
        "title",
        "mood",
        "colour",
        "points[0].text",
        "points[0].evidence[0]",
        "points[1].text",
        "points[1].evidence[0]",
        "points[1].evidence[1]",
        "by_name['a']",
        "size",
    ]


def test_prose_is_free_text_and_not_a_choice() -> None:
    prose = [leaf.path for leaf in leaves(SUMMARY) if leaf.is_prose]
    assert prose == ["title", "points[0].text", "points[1].text"]


def test_a_leaf_knows_the_part_that_holds_it() -> None:
    owners = {leaf.path: leaf.owner_path for leaf in leaves(SUMMARY)}
    assert owners["title"] == ""
    assert owners["points[1].evidence[0]"] == "points[1]"


def test_rebuild_replaces_field_types_and_leaves_the_rest() -> None:
    def next_sentence(owner: BaseModel, value: FieldType) -> FieldType:
        assert isinstance(owner, (Point, Summary))
        return Citation(sentence=value.sentence + 1) if isinstance(value, Citation) else value

    rebuilt = rebuild(SUMMARY, next_sentence)
    assert [c.sentence for c in rebuilt.points[1].evidence] == [3, 4]
    assert rebuilt.title == SUMMARY.title
    assert rebuilt.by_name == SUMMARY.by_name
    assert [c.sentence for c in SUMMARY.points[1].evidence] == [2, 3]


def test_the_wire_face_of_a_tree_is_what_a_model_would_write() -> None:
    assert as_wire(SUMMARY) == {
        "title": "A title",
        "mood": "good",
        "colour": "red",
        "points": [{"text": "one", "evidence": [1]}, {"text": "two", "evidence": [2, 3]}],
        "by_name": {"a": "Ada"},
        "size": 3,
    }


def test_the_wire_face_reads_back_as_the_same_tree() -> None:
    assert Summary.model_validate(as_wire(SUMMARY)) == SUMMARY


def test_substitute_replaces_and_drops_by_the_paths_of_the_tree_as_given() -> None:
    changed = substitute(
        SUMMARY, {"points[0]": DROPPED, "points[1].text": "deux", "title": "Un titre"}
    )
    assert [point.text for point in changed.points] == ["deux"]
    assert changed.title == "Un titre"
