from __future__ import annotations

import pytest

from nutgraf.checking.mapped import Mapped
from nutgraf.checking.statements import statements_of


def said(text: str) -> list[tuple[str, str | None]]:
    return [(part.words.text, part.skipped) for part in statements_of(Mapped.whole(text))]


def test_each_sentence_is_a_statement_with_its_place() -> None:
    text = "The ship sails. It is old.\n\nNobody pays."
    parts = list(statements_of(Mapped.whole(text)))
    assert [part.words.span.of(text) for part in parts] == [
        "The ship sails.",
        "It is old.",
        "Nobody pays.",
    ]
    assert {part.field for part in parts} == {None}


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("The ship sails [3].", "The ship sails."),
        ("The ship sails.[3, 4-6]", "The ship sails."),
        ("The ship【2】 sails.", "The ship sails."),
        ("The ship sails (3, 4).", "The ship sails."),
        ("The ship sails. (3)", "The ship sails."),
        ("The ship sails[^1].", "The ship sails."),
        ("The master is Ann Berg (42).", "The master is Ann Berg (42)."),
        ("The ship [sic] sails in 1999.", "The ship [sic] sails in 1999."),
        ("The firm (2 ships) sails.", "The firm (2 ships) sails."),
    ],
)
def test_numbers_of_its_own_sources_are_left_out_and_no_others(text: str, clean: str) -> None:
    assert said(text) == [(clean, None)]


def test_places_count_what_was_left_out() -> None:
    text = "The ship [3] sails."
    [part] = statements_of(Mapped.whole(text))
    start = part.words.text.index("sails")
    assert part.words.starts[start] == text.index("sails")
    assert part.words.span.of(text) == text


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "(2) ", "a) ", "iv. ", "(B) "])
def test_bullets_are_no_words_of_an_item(bullet: str) -> None:
    text = f"{bullet}The ship sails again. It is old.\n{bullet}Nobody pays for the ship."
    assert said(text) == [
        ("The ship sails again.", None),
        ("It is old.", None),
        ("Nobody pays for the ship.", None),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Key points", "heading"),
        ("Here is a summary of the article:", "introduces what follows"),
        ("***", "no words"),
        ("Ship sails.", None),
        ("The ship sails again", None),
    ],
)
def test_what_states_nothing_is_kept_with_the_reason(text: str, reason: str | None) -> None:
    assert said(text) == [(text, reason)]


def test_a_short_text_of_a_field_is_no_heading() -> None:
    [part] = statements_of(Mapped.whole("Ship sails"), "gist", has_headings=False)
    assert (part.field, part.skipped) == ("gist", None)
