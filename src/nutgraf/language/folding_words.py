"""Where words begin and end, in any script, for searches that want whole words only.

Sentences are the business of ``sentences``; what a word means is nobody's here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether neither end of ``text[start:end]`` cuts a word or a number."""
    return not (is_inside_word(text, start) or is_inside_word(text, end))


def is_inside_word(text: str, position: int) -> bool:
    """Tell whether a word or a number goes on across a position, in code points from 0.

    The text's own ends are never inside. In scripts that put no blanks between words, no position
    is.
    """
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if _is_mark(after):
        return True
    if not _is_of_word(before) or not after.isalnum():
        return _is_inside_number(text, position)
    return not (_is_unspaced(before) or _is_unspaced(after))


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``text[start:end]`` to the ends of the words that it cuts."""
    while is_inside_word(text, start):
        start -= 1
    while is_inside_word(text, end):
        end += 1
    return start, end


def count_words(text: str) -> int:
    """Count words; where there are no blanks between them, two characters count as one."""
    unspaced = 0 if text.isascii() else sum(map(_is_unspaced, text))
    return len(text.split()) + unspaced // 2


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_of_word(character: str) -> bool:
    return character.isalnum() or _is_mark(character)


def _is_inside_number(text: str, position: int) -> bool:
    """Tell whether a decimal point or a comma is at the position, between digits: 2|.5 and 2.|5."""
    around = text[max(0, position - 2) : position + 2]
    return _DECIMAL.search(around) is not None


_DECIMAL = re.compile(r"\d[.,]\d")


# What is written without blanks between words, and Hangul, where particles cling.
_UNSPACED: Final = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1100", "\u11ff"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u309f"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def _is_unspaced(character: str) -> bool:
    return character >= _UNSPACED[0][0] and any(
        first <= character <= last for first, last in _UNSPACED
    )
