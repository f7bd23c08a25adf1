"""Cues of negation, and how far they reach."""

from __future__ import annotations

import pytest

from nutgraf.language.negation_cues import clause_around, is_negator_in, negated_words


@pytest.mark.parametrize(
    "text", ["He did not go.", "Nobody came", "It isn\u2019t so", "Neither will", "cannot"]
)
def test_negators_proper(text: str) -> None:
    assert is_negator_in(text)


@pytest.mark.parametrize("text", ["He denied it.", "a notable nobleman", "nevertheless"])
def test_what_denies_without_a_negator(text: str) -> None:
    assert not is_negator_in(text)


def test_a_cue_reaches_to_the_end_of_its_clause() -> None:
    text = "The board refused a loan, but the bank paid; it couldn\u2019t wait."
    assert list(negated_words(text)) == [
        ("refused", "the", "board", "a", "loan"),
        ("couldn't", "it", "wait"),
    ]


def test_a_text_without_a_cue_has_none() -> None:
    assert list(negated_words("The ferry sails at noon.")) == []


def test_the_clause_around_a_place() -> None:
    text = "It rained, and 1.5 boats sank. All others came back"
    start = text.index("sank")
    assert clause_around(text, start, start + 4) == " and 1.5 boats sank"
    assert clause_around("It sank", 3, 7) == "It sank"
