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


BODIES = (
    "The workers' union Samen put the number at 4,000. Corvane makes boats, and Ride Safe sells "
    "bells. The tests of Lumivar ended. Tests by Orrin Group began. Orlen Group, owner of Tannock "
    "Works, is rich. Ida Berg is a judge. The treasurer, Ana Dorr, left; "
    "a clerk, Jonas Moe, came, as did Ole Ek, the clerk. It was Ride Safe that paid.\n"
)


def bodies() -> Speakers:
    readings = Readings(Article(text=BODIES, language="en"))
    return Speakers(readings, Occurrences(readings))


@pytest.mark.parametrize(
    ("given", "named", "differ"),
    [
        ("Ride Safe", "Corvane", True),  # joined by "and"
        ("Orrin Group", "Lumivar", True),  # in sentences of their own
        ("Orlen Group", "Tannock Works", False),  # one may speak for the other
        ("Lumivar", "The workers' union Samen", True),
        ("Samen", "The workers' union Samen", False),
        ("a clerk and a judge came", "the clerk", False),  # no description
    ],
)
def test_bodies_near_each_other_are_one_unless_something_parts_them(
    given: str, named: str, differ: bool
) -> None:
    assert bodies().differ(given, named, named) is differ


def test_a_description_that_is_printed_is_the_speaker_whoever_that_is() -> None:
    assert not bodies().differ("the treasurer", "Ida Berg", "the treasurer")


@pytest.mark.parametrize(
    ("given", "role", "expected"),
    [
        ("Ida Berg", "the town's treasurer", True),
        ("Ana Dorr", "the town's treasurer", False),
        ("Ida Berg", "the judge", False),
        ("Ida Berg", "the clerk", False),  # two are
        ("Ida Berg", "she", False),
        ("Ida Berg", "Ana Dorr", False),
        ("Corvane", "the treasurer", False),
        ("Miriam Okafor", "the treasurer", False),
    ],
)
def test_a_role_is_anothers_where_one_person_alone_has_it(
    given: str, role: str, expected: bool
) -> None:
    assert bodies().is_role_of_another(given, role) is expected
