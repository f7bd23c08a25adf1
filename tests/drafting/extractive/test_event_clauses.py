"""What happens, where, and who takes part."""

from __future__ import annotations

import pytest
from tests.drafting.extractive.stories import lines_of

from nutgraf.drafting.extractive.event_clauses import participants_in, place_in, told_in

LONG = (
    "Brandt will open the new bridge of Hollen on Monday, which cost the island more than anybody "
    "had thought possible in those days."
)


def test_a_short_sentence_is_told_as_it_is() -> None:
    text = "Brandt opened the bridge, which is new."
    assert told_in(lines_of(text)[0], text, []) == text


def test_a_long_sentence_loses_an_added_clause() -> None:
    assert told_in(lines_of(LONG)[0], LONG, []) == (
        "Brandt will open the new bridge of Hollen on Monday."
    )


def test_what_is_needed_is_not_cut_off() -> None:
    line = lines_of(LONG.replace("those days", "March 2020"))[0]
    text = LONG.replace("those days", "March 2020")
    assert told_in(line, text, [line.dates[-1].span]) == text


def test_no_cut_leaves_a_few_words_or_half_a_quotation() -> None:
    few = f"Brandt left, who had {'really ' * 20}hoped for more."
    assert told_in(lines_of(few)[0], few, []) == few
    half = f'Falk said "the old bridge of Hollen is gone, which {"really " * 14}is a pity."'
    assert told_in(lines_of(half)[0], half, []) == half


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Brandt met Ines Falk in Norway on Monday.", "Norway"),
        ("Brandt spoke of the war in Norway at a meeting in Sweden.", "Sweden"),
        ("They will meet in an agreed location, Stockholm, next week.", "Stockholm"),
        ("Brandt left for a holiday with guests from Norway.", None),
        ("Brandt believes in Norway's future more than others do.", None),
        ("Brandt met Ines Falk on Monday again.", None),
    ],
)
def test_a_place_is_where_something_is(text: str, place: str | None) -> None:
    found = place_in(lines_of(text)[0], text)
    assert (found.name.canonical if found else None) == place


def _who(text: str, speakers: tuple[str, ...] = ()) -> tuple[str, ...]:
    return participants_in(lines_of(text)[0], text, speakers)


def test_people_and_bodies_take_part_each_once() -> None:
    text = "Jonas Brandt of the University of Ostrand met Ines Falk, and Falk met Brandt."
    assert _who(text) == ("Jonas Brandt", "University of Ostrand", "Ines Falk")


def test_who_says_i_takes_part() -> None:
    assert _who("“[W]e will meet in Norway on Monday.”", ("Ines Falk",)) == ("Ines Falk",)
    assert _who("“They will meet in Norway on Monday.”", ("Ines Falk",)) == ()


def test_where_something_was_published_takes_no_part() -> None:
    assert "Twitter" not in _who("Jonas Brandt wrote about the bridge on Twitter.")
