"""Statements are the same by their sentences and words together."""

from __future__ import annotations

from nutgraf.evals.matching.statements import Told, statement_likeness
from nutgraf.evals.matching.words import content_words


def told(text: str, *sentences: int, date: str | None = None) -> Told:
    return Told(content_words(text, "en"), frozenset(sentences), date)


LABEL = told("The council put the vote off.", 3, 4, date="2026-03-12")


def test_the_same_words_and_sentences_are_wholly_alike() -> None:
    assert statement_likeness(LABEL, LABEL) == 1


def test_one_of_two_carrying_sentences_is_enough() -> None:
    assert statement_likeness(LABEL, told("The council put the vote off.", 4)) == 1


def test_a_long_copied_sentence_says_a_short_label() -> None:
    copied = told(
        "After four hours of speeches on Tuesday night, with protesters in the gallery and "
        "without the mayor, the council of the harbour town agreed to delay its vote by a month.",
        3,
    )
    assert 0.5 < statement_likeness(LABEL, copied) < 1


def test_without_a_sentence_in_common_the_words_must_be_nearly_the_same() -> None:
    assert statement_likeness(LABEL, told("The council put off its vote.", 9)) == 0.5
    assert statement_likeness(LABEL, told("The council met the press and left.", 9)) == 0


def test_other_words_for_the_same_sentence_are_told_by_the_time() -> None:
    other = "Members would decide later."
    assert statement_likeness(LABEL, told(other, 3)) == 0
    assert statement_likeness(LABEL, told(other, 3, date="2026-03-12")) == 0.5
    assert statement_likeness(LABEL, told(other, 9, date="2026-03-12")) == 0
    assert statement_likeness(told("A.", 3), told(other, 3)) == 0
