"""Cues of negation, and how far they reach."""

from __future__ import annotations

import pytest

from nutgraf.language.negation_cues import (
    clause_around,
    denials,
    is_implied_before,
    is_negator_in,
    is_partial_from,
    is_under_negator,
    upto_clause,
)


@pytest.mark.parametrize(
    "text", ["He did not go.", "Nobody came", "It isn\u2019t so", "Neither will", "cannot"]
)
def test_negators_proper(text: str) -> None:
    assert is_negator_in(text)


@pytest.mark.parametrize("text", ["He denied it.", "a notable nobleman", "nevertheless"])
def test_what_denies_without_a_negator(text: str) -> None:
    assert not is_negator_in(text)


def test_a_not_reaches_over_what_follows_and_a_verb_of_denial_over_its_clause() -> None:
    text = "The board refused a loan, but the bank paid; it couldn\u2019t wait."
    found = [(denial.cue, denial.words, denial.is_proper) for denial in denials(text)]
    assert found == [
        ("refused", ("the", "board", "a", "loan"), False),
        ("couldn't", ("wait",), True),
    ]


def test_a_not_does_not_reach_into_the_next_clause() -> None:
    [denial] = denials("The crew did not sleep because the pilot sang.")
    assert denial.words == ("sleep",)


def test_nothing_reaches_back_to_its_verb() -> None:
    [denial] = denials("The older brother has admitted to nothing so far.")
    assert denial.words == ("admitted", "to", "so", "far")


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("The second team did not.", True),
        ("The harbour master denied it.", True),
        ("The second team did not swim.", False),
        ("Not so.", False),
        ("The mayor hardly can.", False),
    ],
)
def test_a_denial_may_leave_open_what_it_denies(text: str, is_open: bool) -> None:
    assert denials(text).__next__().is_open is is_open


def test_a_contrast_begins_its_clause() -> None:
    assert [d.is_contrast for d in denials("It cost nine marks, not the six it had asked.")] == [
        True
    ]


def test_a_text_without_a_cue_has_none() -> None:
    assert list(denials("The ferry sails at noon.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They do not think that it sank", True),
        ("It sank without a sound", False),
        ("It sank and nobody saw it", True),
        ("It is not true, but it sank", False),
    ],
)
def test_what_may_reach_a_verb(text: str, expected: bool) -> None:
    start = text.index("sank")
    assert is_under_negator(text, start, start + len("sank")) is expected


@pytest.mark.parametrize("before", ["has yet to ", "failed to be ", "was unable to "])
def test_what_implies_a_negation_before_a_verb(before: str) -> None:
    assert is_implied_before(f"The hull {before}inspected", len(f"The hull {before}"))
    assert not is_implied_before("The hull is to be inspected", len("The hull is to be "))


def test_the_clause_around_a_place() -> None:
    text = "It rained, and 1.5 boats sank. All others came back"
    start = text.index("sank")
    assert clause_around(text, start, start + 4) == " and 1.5 boats sank"
    assert clause_around("It sank", 3, 7) == "It sank"


@pytest.mark.parametrize(
    ("group", "behind", "expected"),
    [
        ("was not", " entirely dark", True),
        ("don't", " all agree", True),
        ("was not", " dark", False),
        ("was", " entirely dark", False),
    ],
)
def test_a_negation_in_part(group: str, behind: str, expected: bool) -> None:
    assert is_partial_from(group + behind, 0, len(group)) is expected


def test_yet_denies_only_what_is_yet_to_come() -> None:
    assert [d.cue for d in denials("The tower has yet to be painted.")] == ["yet"]
    assert [d.cue for d in denials("Yet a worse leak followed.")] == []
    assert [d.cue for d in denials("It has asked for a loan and has not yet heard.")] == ["not"]


def test_what_fails_under_an_if_is_no_news() -> None:
    assert list(denials("If the vote fails, the board resigns.")) == []
    assert [d.cue for d in denials("If it is not mended, it leaks.")] == ["not"]


def test_nor_negates_the_verb_behind_it() -> None:
    assert is_implied_before("neither paid nor refused", len("neither paid nor "))


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("They sold it instead of mending it.", ["instead"]),
        ("Instead, they sold it.", []),
        ("The mayor rather than the council decides.", ["rather"]),
        ("She would rather swim.", []),
        # Which jar it is, and how it was found.
        ("An empty jar costs a mark.", []),
        ("The jar was empty.", ["empty"]),
        # Whatever else was done, this was as well.
        ("They did not only mend the roof.", []),
        ("It isn't just a boat.", []),
    ],
)
def test_words_that_deny_only_in_some_places(text: str, cues: list[str]) -> None:
    assert [denial.cue for denial in denials(text)] == cues


@pytest.mark.parametrize(
    "text",
    [
        "Holm does not dispute that the ferry leaked.",
        "Holm did not really dispute that the ferry leaked.",
    ],
)
def test_who_does_not_dispute_it_denies_only_disputing(text: str) -> None:
    [denial] = denials(text)
    assert denial.cue == "not"
    assert denial.words[-1] == "dispute"


def test_words_up_to_another_clause() -> None:
    assert upto_clause(["a", "loan", "when", "it", "rains"]) == ["a", "loan"]
    assert upto_clause(["a", "loan"]) == ["a", "loan"]
