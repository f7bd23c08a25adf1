"""Whether a bare four-digit number is a year, told by the words around it.

Years that are written with a month, an era or a decade's ending need no such support.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.language.dates.patterns import Lazy, near
from nutgraf.language.dates.words import (
    BASE_YEAR_NOUNS,
    COUNTED,
    FUNCTION_WORDS,
    NUMBER_LEADS,
    YEAR_LEADS,
)

# How far brackets and names are looked for, in code points.
_REACH: Final = 40
_OLDEST: Final = 1000
_LIKELY: Final = range(1900, 2100)
_LATEST: Final = 2100

# Signs that make the digits part of something else: money, decimals, codes, addresses.
_GLUED_BEFORE: Final = Lazy(
    r"[\w.,:/$€£¥#+@]$|(?<!\bmid)(?<!\bearly)(?<!\blate)(?<!\bpre)(?<!\bpost)-$|[$€£¥#]\s$|\bNo\.\s$",
    re.IGNORECASE,
)
_GLUED_AFTER: Final = Lazy(r"[\w%°€£$/@+]|[.,:]\d|-\w|\s?[\u2013\u2014-]\s?\d")
_BRACKET_BEFORE: Final = Lazy(r"[(\[][^()\[\]\n]*$|[©]\s?$")
_BRACKET_AFTER: Final = Lazy(r"[a-z]?[),;:\]]")
_LAST_WORD: Final = Lazy(r"([^\W\d_]{1,20})[.'\u2019]?(?:\s{1,3}|-)(?:the\s)?$")
_LAST_WORDS: Final = Lazy(r"([^\W\d_]{1,9}\s[^\W\d_]{1,9})\s$")
_AGE: Final = Lazy(r"[\s-](?:year|month|week|day|hour|minute)s?[\s-](?:old|long)\b")
_NEXT_WORD: Final = Lazy(r"\s+(?:[-\u2013\u2014]\s)?([^\W\d_]+)")
_YEAR_JOINED: Final = Lazy(
    r"\b[12]\d{3}(?:\s?[\u2013\u2014-]\s?|\s(?:to|and|or|through|until|till)\s|,\s(?:and\s)?)$"
)
_DETERMINER: Final = Lazy(
    r"(?:\b(?:the|a|an|this|its|his|her|their|our|my|of)|['\u2019]s|s['\u2019])\s$", re.IGNORECASE
)
_ALONE_BEFORE: Final = Lazy(r"(?:^|\n)\s*$")
_ALONE_AFTER: Final = Lazy(r"\s*(?:\n|$)")
# A house number: "1984 Elm Street".
_ADDRESS: Final = Lazy(
    r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Highway)\b"
)
_OF: Final = Lazy(r"\b(?:of|in|to|than|constant)\s$")
_CLOSING: Final = Lazy(r"['\u2019]?\s*(?:[.,;:)\]\n]|$)")
_AFTER_NAME: Final = Lazy(r"[^\W\d_]\.?,\s$|\sof\s$")
# A title is no time: the novel "1984".
_MARK_BEFORE: Final = Lazy(r"[\"'“\u2018]$")
_MARK_AFTER: Final = Lazy(r"[\"'”\u2019](?!s\b)")


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether the four digits at ``text[start:end]`` are used as a year.

    The number must lie between 1000 and 2100, must not be glued to a sign that makes it something
    else, must not count anything, and must stand where years stand: after "in" or "since", in
    brackets, in a row with another year, after a name, or before what happened in it.
    """
    number = int(text[start:end])
    before, after = near(text, start, end, _REACH)
    joined = bool(_YEAR_JOINED.search(before))
    if not _OLDEST <= number <= _LATEST or _is_part_of_another(before, after, joined=joined):
        return False
    following = _NEXT_WORD.match(after)
    word = following[1] if following else ""
    if word.lower() in COUNTED or _AGE.match(after) or _leads(before, NUMBER_LEADS):
        return False
    if joined or (_BRACKET_BEFORE.search(before) and _BRACKET_AFTER.match(after)):
        return True
    likely = number in _LIKELY
    if _leads(before, YEAR_LEADS):
        return likely or not _is_plural(word)
    return likely and _stands_like_a_year(number, before, after, word)


def _is_part_of_another(before: str, after: str, *, joined: bool) -> bool:
    """Tell digits of an amount, a code, an address or a title from a number of their own."""
    if _GLUED_AFTER.match(after) or (_GLUED_BEFORE.search(before) and not joined):
        return True
    titled = _MARK_BEFORE.search(before) and _MARK_AFTER.match(after)
    return bool(titled or _ADDRESS.match(after))


def _stands_like_a_year(number: int, before: str, after: str, word: str) -> bool:
    if _ALONE_BEFORE.search(before) and _ALONE_AFTER.match(after):
        return True
    if word.lower() in BASE_YEAR_NOUNS and _OF.search(before):
        return True
    if _CLOSING.match(after) or word.lower() in FUNCTION_WORDS:
        lead = _LAST_WORD.search(before)
        return bool(_AFTER_NAME.search(before)) or (lead is not None and lead[1][0].isupper())
    determined = _DETERMINER.search(before) is not None
    if not word or word[0].isupper():
        return determined or bool(word)
    return not _is_plural(word) or (determined and number % 100 != 0)


def _leads(before: str, leads: frozenset[str]) -> bool:
    """Tell whether the last word before the number, or the last two, are of the table."""
    word, words = _LAST_WORD.search(before), _LAST_WORDS.search(before)
    return bool((word and word[1].lower() in leads) or (words and words[1].lower() in leads))


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return lower not in FUNCTION_WORDS and lower.endswith("s") and not lower.endswith(("ss", "us"))
