"""Cues are tried only at words that can open one: that passes over none."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import tense

WORDS = [
    "will",
    "won't",
    "they'll",
    "she've",
    "is",
    "isn't",
    "are",
    "to",
    "be",
    "been",
    "was",
    "had",
    "the",
    "an",
    "of",
    "newly",
    "so",
    "not",
    "also",
    "said",
    "told",
    "plans",
    "planned",
    "planning",
    "wants",
    "agreed",
    "hopes",
    "expects",
    "slated",
    "scheduled",
    "due",
    "set",
    "ahead",
    "of",
    "in",
    "advance",
    "upcoming",
    "next",
    "deadline",
    "deadlines",
    "no",
    "later",
    "than",
    "united",
    "sacred",
    "need",
    "hundred",
    "Red",
    "walked",
    "stopped",
    "cast-off",
    "meeting",
    "Monday",
    "you're",
    "has",
    "have",
    "begin",
    "opens",
    "vote",
    "tipped",
    "booked",
    "for",
    "on",
    "and",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", ", ", "-", "\u2014"]))
def test_the_same_cues_are_found_as_everywhere(words: list[str], joint: str) -> None:
    text = joint.join(words)
    cues = (cue.lastgroup for cue in tense._cues().finditer(text))
    everywhere = [group == "future" for group in cues if group != "neutral"]
    assert list(tense._tenses(text)) == everywhere


def test_every_word_of_the_tables_can_open_its_cue() -> None:
    alternatives = "|".join([*tense._FUTURE, *tense._NEUTRAL, *tense._PAST])
    words = {word.casefold() for word in re.findall(r"(?<![\\\w])\w{2,}", alternatives)}
    openers = [word for word in words if tense._cues().fullmatch(word)]
    assert len(openers) > 80
    assert all(map(tense._may_open_a_cue, openers))
