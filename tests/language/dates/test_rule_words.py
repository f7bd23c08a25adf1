"""Rules are left uncompiled where the words that they need do not stand ahead; none is missed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates.absolute import read_day
from nutgraf.language.dates.frames import FRAMES
from nutgraf.language.dates.grammar import Rule
from nutgraf.language.dates.phrases import words_ahead
from nutgraf.language.dates.rules import RULES

WORDS = [
    "the",
    "last",
    "next",
    "this",
    "coming",
    "following",
    "previous",
    "that",
    "same",
    "two",
    "three",
    "a",
    "few",
    "14",
    "3rd",
    "2019",
    "12",
    "10-year",
    "Monday",
    "Sat.",
    "May",
    "May,",
    "Oct.",
    "March",
    "December",
    "day",
    "days",
    "weeks",
    "week",
    "month",
    "months",
    "century",
    "centuries",
    "fortnight",
    "night",
    "Christmas",
    "Easter",
    "New",
    "Year's",
    "Day",
    "Thanksgiving",
    "to",
    "and",
    "of",
    "in",
    "on",
    "before",
    "after",
    "ago",
    "later",
    "from",
    "now",
    "time",
    "-",
    "\u2013",
    "first",
    "second",
    "quarter",
    "year",
    "decade",
    "today",
    "tomorrow",
    "weekend",
    "end",
    "since",
    "early",
    "mid",
    "morning",
    "hours",
    "beginning",
    "summer",
    "All",
    "Saints'",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
def test_no_rule_that_matches_is_passed_over(words: list[str]) -> None:
    text = " ".join(words)
    for start in (0, len(words[0]) + 1):
        ahead = words_ahead(text, start)
        passed_over = [rule for rule in RULES if not rule.may_match(ahead)]
        assert not [rule.template for rule in passed_over if rule.match(text, start)]
        framing = [frame for frame in FRAMES if not frame.may_match(ahead)]
        assert not [one.template for one in framing if one.pattern.match(text, start)]


@pytest.mark.parametrize(
    ("template", "text", "may_match"),
    [
        ("<day> <month>", "14 cracks in May", True),
        ("<day> <month>", "14 cracks were found", False),
        ("<day> (?:of )?<month>(?: <yr>)?", "14 cracks", False),
        ("<day>(?: <month>)?", "14 cracks", True),
        ("<month>|<weekday>", "14 cracks", True),
        ("<number> <units>", "three WEEKS", True),
        ("<number> <units>", "three cracks", False),
        ("<number> weeks ago", "three weeks ago", True),
        ("<number> weeks ago", "three weeks before", False),
        ("<weekday> (?P<way>before last|after next)\\b", "Friday before last", True),
        ("<weekday> (?P<way>before last|after next)\\b", "Friday at last", False),
        ("(?:year|month)(?:'s)? end", "at the end", True),
        ("(?:year|month)end", "at the yearend", True),
        ("(?:first|second)(?: |-)quarter\\b", "a second-quarter loss", True),
        ("(?:first|second)(?: |-)quarter\\b", "a second loss", False),
        ("(?P<one>(?:first|second) half)<end>", "the second half", True),
        ("(?P<one>(?:first|second) half)<end>", "the second goal", False),
        ("<holiday>", "this New Year's Day", True),
        ("<holiday>", "a new day", False),
    ],
)
def test_a_rule_needs_the_words_that_it_cannot_go_without(
    template: str, text: str, may_match: bool
) -> None:
    rule = replace(Rule(frozenset(), "", read_day), template=template)
    assert rule.may_match(words_ahead(text, 0)) is may_match


def test_words_are_looked_for_as_far_as_a_rule_reaches() -> None:
    assert words_ahead("On 14 May 2019 it RAINED", 3) == {"14", "may", "2019", "it", "rained"}
    assert words_ahead(f"{'x' * 200} May", 0) == {"x" * 160}
    assert words_ahead("", 0) == frozenset()
