"""Whether two ways to name a speaker can mean the same one."""

from __future__ import annotations

import pytest

from nutgraf.article import Article, Span
from nutgraf.grounding.occurrences import Occurrences
from nutgraf.grounding.speakers import Speakers, is_name, sexes_differ
from nutgraf.language.readings import Readings

TEXT = (
    "Mayor Elsa Varga met Jonas Hale, a councillor, on Monday. “It leaks,” said a spokesman for "
    "the port authority. “It floats,” said the harbour pilot.\n\n"
    "Tomas Brandt, director of the Lindvik Group, had no comment. Hans Varga owns a hotel.\n\n"
    "The Norhaven Ferry Association plans a march. The Maritime Safety Agency (MSA) "
    "will be there.\n"
)


def speakers() -> Speakers:
    readings = Readings(Article(text=TEXT, language="en"))
    return Speakers(readings, Occurrences(readings))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("Varga", "Elsa Varga"),
        ("Elsa Varga", "Elsa Varga"),
        ("Mayor Varga", "Elsa Varga"),
        ("the mayor", "Elsa Varga"),
        ("the director", "Tomas Brandt"),
        ("Lindvik Group", "Tomas Brandt"),  # a body is whoever speaks for it
        ("Tomas Brandtt", "Tomas Brandt"),
        ("the treasurer", "Elsa Varga"),  # nobody is known to be it
        ("the port authority", "a spokesman for the port authority"),
        ("an official", "the harbour pilot"),
        ("Elsa Varga", "a woman"),
        ("MSA", "Maritime Safety Agency"),
        ("Miriam Okafor", "the harbour pilot"),  # not in the article: another check's business
        ("Norhaven Ferry Association", "the harbour pilot"),
        ("he", "Elsa Varga"),
        ("Elsa Varga", "she"),
        ("critics", "Elsa Varga"),
        ("the", "Elsa Varga"),
        ("Lindvik", "Tomas Brandt"),  # never read as a name by itself, but named beside him
        ("Jonas Hale", "a spokesman for Norhaven"),  # who he is, the article may say elsewhere
    ],
)
def test_doubt_counts_for_the_same(given: str, named: str) -> None:
    assert not speakers().differ(given, named, named)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("Jonas Hale", "Elsa Varga"),
        ("Elsa Varga", "Hans Varga"),
        ("the mayor", "Tomas Brandt"),
        ("the councillor", "Tomas Brandt"),
        ("Elsa Varga", "the harbour pilot"),
        ("the pilot", "a spokesman for the port authority"),
        ("Maritime Safety Agency", "Norhaven Ferry Association"),
        ("Maritime Safety Agency", "Tomas Brandt"),
        ("Norhaven", "Tomas Brandt"),  # never read as a name by itself, never beside him
    ],
)
def test_others_are_told_apart(given: str, named: str) -> None:
    assert speakers().differ(given, named, named)


def test_a_bare_surname_in_the_article_may_be_either_bearers() -> None:
    assert not speakers().differ("Hans Varga", "Elsa Varga", "Varga")


def test_a_name_is_told_from_a_role() -> None:
    assert is_name("the Norhaven Ferry Association")
    assert not is_name("the mayor of Norhaven".replace("Norhaven", "the town"))
    assert not is_name("…")


@pytest.mark.parametrize(
    ("given", "pronoun", "expected"),
    [
        ("Jonas Hale", "she", True),
        ("Jonas Hale", "He", False),
        ("Mrs Hale", "he", True),
        ("Zzyx Hale", "he", False),
        ("Jonas Hale", "it", False),
        ("…", "he", False),
    ],
)
def test_he_and_she_rule_out_some_names(given: str, pronoun: str, expected: bool) -> None:
    assert sexes_differ(given, pronoun) is expected


def test_a_stretch_may_name_others_only() -> None:
    asked, first = speakers(), Span(0, TEXT.index("on Monday"))
    assert asked.is_named_within("Elsa Varga", first)
    assert not asked.is_left_to_others("Elsa Varga", first)
    assert asked.is_left_to_others("Tomas Brandt", first)
    assert not asked.is_left_to_others("Miriam Okafor", first)
    assert asked.is_left_to_others("Maritime Safety Agency", first)
    assert not asked.is_left_to_others("Tomas Brandt", Span(first.end, first.end + 10))
