from __future__ import annotations

from typing import Annotated

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from nutgraf.grounding.bounds import trim
from nutgraf.schema import AtMost, Citation, Evidence, Mention


class Point(BaseModel):
    text: str
    evidence: Evidence = ()


class Summary(BaseModel):
    points: Annotated[list[Point], AtMost(3)]
    names: list[Mention] = []
    tags: list[str] = []


def point(text: str, *numbers: int) -> Point:
    return Point(text=text, evidence=tuple(Citation(sentence=n) for n in numbers))


def test_a_list_within_bounds_is_left_alone() -> None:
    summary = Summary(points=[point("One.", 1), point("Two.", 2)])
    assert trim(summary) == (summary, ())


def test_five_hundred_points_are_cut_and_it_is_said() -> None:
    summary, [note] = trim(Summary(points=[point(f"Point {n}.") for n in range(500)]))
    assert [p.text for p in summary.points] == ["Point 0.", "Point 1.", "Point 2."]
    assert (note.path, note.kind, note.severity) == ("points", "cut", "note")
    assert note.message == "had 500 items, of which the first 3 were kept"


def test_what_was_said_before_is_left_out_whatever_it_cites() -> None:
    points = [point("One thing.", 1), point("one thing", 2), point("Another.", 1)]
    summary, [note] = trim(Summary(points=points))
    assert [p.text for p in summary.points] == ["One thing.", "Another."]
    assert (note.path, note.kind) == ("points", "repeated")
    assert note.message.startswith("1 of 3 items")


def test_two_points_that_differ_in_a_number_are_both_kept() -> None:
    summary = Summary(points=[point("It cost 3 euros."), point("It cost 4 euros.")])
    assert trim(summary) == (summary, ())


def test_a_number_cited_twice_and_numbers_beyond_the_third_are_left_out() -> None:
    summary, notes = trim(Summary(points=[point("One.", 4, 4, 5, 6, 7)]))
    assert [c.sentence for c in summary.points[0].evidence] == [4, 5, 6]
    assert [(n.path, n.kind) for n in notes] == [
        ("points[0].evidence", "repeated"),
        ("points[0].evidence", "cut"),
    ]


def test_names_and_words_are_compared_too() -> None:
    names = [Mention(text="Ada"), Mention(text="Ada"), Mention(text="Bea")]
    summary, notes = trim(Summary(points=[], names=names, tags=["a", "b", "a"]))
    assert [name.text for name in summary.names] == ["Ada", "Bea"]
    assert summary.tags == ["a", "b"]
    assert [n.path for n in notes] == ["names", "tags"]


@given(st.lists(st.builds(Point, text=st.text(max_size=3)), max_size=20))
def test_what_is_kept_and_what_is_said_to_be_left_out_is_all_there_was(
    points: list[Point],
) -> None:
    summary, notes = trim(Summary(points=points))
    left_out = 0
    for note in notes:
        words = note.message.split()
        left_out += int(words[0]) if note.kind == "repeated" else int(words[1]) - 3
    assert len(summary.points) + left_out == len(points)
    assert trim(summary) == (summary, ())
