"""The words that two statements have in common.

Words count by their first letters and figures in their normal form, as in
``nutgraf.language.word_index``; function words of the article's language count for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nutgraf.language.word_index import WordIndex

Words = frozenset[str]
_ANY_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=8192)
def content_words(text: str, language: str) -> Words:
    """Return the words of a text that say something, case and endings folded.

    A text of function words alone ("Who has won?") is all of its words.

    Args:
        text: Any text.
        language: ISO 639-1.
    """
    return _reader(language).terms(text) or frozenset(_ANY_WORD.findall(text.casefold()))


@lru_cache(maxsize=64)
def _reader(language: str) -> WordIndex:
    # Only its reading of words is used; there is nothing in it.
    return WordIndex("", language, (), (), ())


def likeness(one: Words, other: Words) -> float:
    """Return how alike two sets of words are, from 0 to 1: Dice's coefficient."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def coverage(part: Words, whole: Words) -> float:
    """Return the share of some words that stand among others; 0 of no words."""
    return len(part & whole) / len(part) if part else 0.0
