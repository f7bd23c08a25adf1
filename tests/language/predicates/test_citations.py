"""Whose claim it is in academic prose: authors with years, "et al.", reference marks."""

from __future__ import annotations

import pytest
from tests.support.predicates import heads, read, source

from nutgraf.article import Span
from nutgraf.language.predicates.words import read_words


@pytest.mark.parametrize(
    ("text", "verb", "claimant"),
    [
        ("Smith (2010) argues that cranes help.", "help", "Smith"),
        ("Smith and Lee (2010, p. 4) argue that cranes help.", "help", "Smith and Lee"),
        ("As Jones et al. note, tides rise.", "rise", "Jones et al."),
        ("As Jones et al. (2011) have shown, tides rise.", "rise", "Jones et al."),
        ("As Smith (2010) argues, tides rise.", "rise", "Smith"),
        ("It has been argued that tides rise.", "rise", "-"),
        ("It has been argued by Lee [3] that tides rise.", "rise", "Lee"),
        ("According to Lee (2001), tides rise.", "rise", "Lee"),
        ("Tides rise (see Lee 2001; Ray et al., 2003a).", "rise", None),
        ("Tides rise [12, 14].", "rise", None),
    ],
)
def test_whose_claim(text: str, verb: str, claimant: str | None) -> None:
    assert source(read(text, verb), text) == claimant


def test_a_citation_does_not_part_a_verb_from_its_object() -> None:
    text = "Lee raised [4] the tug (Ray 1999) and sank it."
    assert heads(read(text, "raised").object, text) == "tug"
    assert heads(read(text, "sank").subject, text) == "Lee"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rose (2010).", ["It", "rose", "."]),
        ("It rose [2\u20139].", ["It", "rose", "."]),
        ("It (it sank in 2010) rose.", ["It", "(", "it", "sank", "in", "2010", ")", "rose", "."]),
        ("It rose (by 12).", ["It", "rose", "(", "by", "12", ")", "."]),
        ("Lee et al. rose.", ["Lee", "et al.", "rose", "."]),
    ],
)
def test_only_references_are_left_out(text: str, words: list[str]) -> None:
    assert [word.text for word in read_words(text, Span(0, len(text)))] == words


def test_a_bracket_that_never_closes_is_read_in_linear_time() -> None:
    text = "It rose (" + "Lee 2001; " * 2000
    assert len(read_words(text, Span(0, len(text)))) > 4000
