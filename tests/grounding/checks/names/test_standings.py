from __future__ import annotations

import pytest

from nutgraf.article import Span
from nutgraf.grounding.checks.names.standings import Relation, standings
from nutgraf.language.predicates.words import read_words


def called(text: str, name: str = "Ada Lind") -> list[tuple[Relation, str, str]]:
    start = text.index(name)
    words = read_words(text, Span(0, len(text)))
    found = standings(words, Span(start, start + len(name)))
    return [(one.relation, one.word, one.modifier) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The conductor Ada Lind left.",
        "The conductor, Ada Lind, left.",
        "The conductor of the Arden Orchestra, Ada Lind, left.",
        "Ada Lind, a conductor, left.",
        "Ada Lind, Arden's conductor, left.",
        "Ada Lind, conductor of the orchestra, left.",
        "Ada Lind was a conductor.",
        "They met a conductor, Ada Lind.",
    ],
)
def test_a_noun_beside_a_name_is_its_title(text: str) -> None:
    assert called(text) == [(Relation.TITLE, "conductor", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind left the conductor.",
        "After the concert, Ada Lind, who was ill, left.",
        "At the concert of the orchestra, Ada Lind, tired, left.",
        "In the hall the others waved, and Ada Lind left.",
        "According to Ada Lind, the conductor left.",
        "Ada Lind, visibly tired, left.",
        "The conductors met Ada Lind.",
        "Ada Lind was a little ill.",
        ", Ada Lind, she said.",
    ],
)
def test_what_is_only_near_a_name_is_no_title(text: str) -> None:
    assert called(text) == []


def test_a_title_keeps_the_word_before_it() -> None:
    assert called("The trade minister, Ada Lind, left.") == [(Relation.TITLE, "minister", "trade")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ada Lind, 42, left.", []),
        ("Ada Lind, 42, a conductor, left.", [(Relation.TITLE, "conductor", "")]),
        ("They met the 42-year-old Ada Lind.", []),
        ("Ada Lind, a 42-year-old, left.", []),
    ],
)
def test_an_age_stands_before_or_behind_a_name(
    text: str, title: list[tuple[Relation, str, str]]
) -> None:
    assert called(text) == [(Relation.AGE, "42", ""), *title]


def test_the_age_of_somebody_from_a_place_is_not_the_places() -> None:
    assert called("A 42-year-old conductor from Arden left.", "Arden") == []


def test_a_place_without_words_has_no_title() -> None:
    text = "Ada Lind left."
    assert list(standings(read_words(text, Span(0, len(text))), Span(14, 14))) == []
