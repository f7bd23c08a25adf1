"""Tells the story from its furniture: datelines, bylines, captions, notices of the page.

Headings and list items are told apart by ``nutgraf.language.sentences``, not here.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.drafting.extractive.furniture_words import (
    BYLINE_JOINTS,
    BYLINE_OPENINGS,
    CREDIT_LABELS,
    NOTICES,
)

_LONGEST_BYLINE_WORDS: Final = 14
_LONGEST_NOTICE_CHARS: Final = 200
_LONGEST_CREDIT_CHARS: Final = 80
_LONGEST_DATELINE_CHARS: Final = 80
_DASHES: Final = re.compile(r"\s(?:--|[-—–―])\s+(?=[\"“‘'«„]?[^\W\d_a-z])|(?<=\))\s*:\s+")
_AGENCY: Final = re.compile(r"\([^()]{2,40}\)")
_SMALL_WORDS_OF_PLACES: Final = frozenset({"of", "the", "de", "la", "del", "do", "upon", "and"})


def dateline_length(sentence: str) -> int:
    """Return how many characters of a sentence are the dateline before it ("OSLO (Agency) — ").

    A dateline is a place, perhaps with a day and an agency, up to a dash between blanks: each of
    its words is capitalised or a number, and it has an agency in parentheses, a comma, or capitals
    only.
    """
    dash = _DASHES.search(sentence[: _LONGEST_DATELINE_CHARS + 1])
    if dash is None:
        return 0
    place = sentence[: dash.start()].strip()
    words = _AGENCY.sub("", place).split()
    marked = place != " ".join(words) or "," in place or place.isupper()
    return dash.end() if marked and all(_is_capitalised(word) for word in words) else 0


def _is_capitalised(word: str) -> bool:
    return not word[0].islower() or word in _SMALL_WORDS_OF_PLACES


def is_credit(sentence: str) -> bool:
    """Tell whether a sentence is, or ends in, the credit of a picture ("Image: A. Person.")."""
    return bool(_credit().search(sentence[-_LONGEST_CREDIT_CHARS:]))


def is_furniture(sentence: str) -> bool:
    """Tell whether a sentence is a byline, a notice of the page or the credit of a picture."""
    return _is_notice(sentence) or _is_byline(sentence) or is_credit(sentence)


def _is_notice(sentence: str) -> bool:
    opening = sentence.casefold()
    return len(sentence) <= _LONGEST_NOTICE_CHARS and opening.startswith(NOTICES)


def _is_byline(sentence: str) -> bool:
    words = sentence.split()
    if not 1 < len(words) <= _LONGEST_BYLINE_WORDS or sentence[-1] in ".!?":
        return False
    if words[0].casefold() not in BYLINE_OPENINGS:
        return False
    return all(not word[0].islower() or word in BYLINE_JOINTS for word in words[1:])


@cache
def _credit() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in CREDIT_LABELS)
    return re.compile(rf"(?:^|[\s(\[|.])(?:{labels})\s?[:/©]", re.IGNORECASE)
