"""Whether words that could be a date are used as one, told by what stands around them.

A number that may be a year is judged in ``years``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.language.dates.absolute import ordinal
from nutgraf.language.dates.words import (
    AFTER_WEEKDAY,
    AMBIGUOUS_MONTHS,
    BEFORE_WEEKDAY,
    COUNTED,
    FUNCTION_WORDS,
    MONTH_LEADS,
    PERIOD_LEADS,
)
from nutgraf.language.dates.years import is_year

_REACH: Final = 30
_LONGEST_ABBREVIATION: Final = len("Sept")
_LAST_YEAR: Final = 2100
_LAST_DAY: Final = 31
_CENTURY: Final = 100
_OF: Final = re.compile(r"\sof\b")
_SECOND_OF_RANGE: Final = re.compile(
    r"\b(?:from|between)\s[\w.]{3,9}\s(?:to|and|until)\s$", re.IGNORECASE
)
_NAME: Final = re.compile(r"\s[A-Z][a-z]")
_WORD: Final = re.compile(r"\s(\w+)")
_POINTING: Final = re.compile(
    r"(?:^|[.!?\n][\"”\u2019)]?\s*|[,;]\s|\b(?:on|by|in|of|until|till|before|after|during|late|early"
    r"|from|since|and|for|over)\s)$",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(r"[-\u2013]|\s[^\W\d_]")
_NUMBER_BEFORE: Final = re.compile(r"[\w.,:/$€£#+\u2013-]$|[$€£#]\s$")
_NUMBER_AFTER: Final = re.compile(r"[-\u2013]?\w|[.,:/\u2013-]\d|%")


def is_capitalised(text: str, found: re.Match[str]) -> bool:
    """Tell "May 5" from "may 5": months that are also words count with a capital only."""
    del text
    word = found["month"]
    return not (word[0].islower() and word.rstrip(".").lower() in AMBIGUOUS_MONTHS)


def is_month(text: str, found: re.Match[str]) -> bool:
    """Tell a month that stands without year or day from a name, a verb or a modal."""
    word = found["month"]
    if word[0].islower() or found["year"] or found["rel"]:
        return is_capitalised(text, found) and not word[0].islower()
    before, after = _around(text, found)
    name = word.rstrip(".").lower()
    ambiguous = name in AMBIGUOUS_MONTHS
    abbreviated = len(name) <= _LONGEST_ABBREVIATION and name not in {"may", "june", "july"}
    if not (ambiguous or abbreviated):
        return True
    if not (_leads(MONTH_LEADS).search(before) or _SECOND_OF_RANGE.search(before)):
        return False
    return word.endswith(".") if abbreviated else not _NAME.match(after)


def is_season(text: str, found: re.Match[str]) -> bool:
    """Tell "in the summer" from "summer jobs" and from "the fall of Rome"."""
    if found["year"] or found["rel"]:
        return True
    before, after = _around(text, found)
    following = _WORD.match(after)
    complete = following is None or following[1].lower() in FUNCTION_WORDS - {"of"}
    return complete and _leads(PERIOD_LEADS).search(before) is not None


def is_weekday(text: str, found: re.Match[str]) -> bool:
    """Tell a plain weekday from "Good Friday" and "The Sunday Times"."""
    before, after = _around(text, found)
    return not (_feasts().search(before) or _titles().match(after))


def is_bare_year(text: str, found: re.Match[str]) -> bool:
    """Tell a year from any other four-digit number."""
    return is_year(text, found.start("year"), found.end("year"))


def is_row_of_years(text: str, found: re.Match[str]) -> bool:
    """Tell "1999-2003" and "1892-94" from a telephone number, a score or an amount."""
    before, after = _around(text, found)
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after):
        return False
    following = _WORD.match(after)
    if following and following[1].lower() in COUNTED:
        return False
    first, last = int(found["from_year"]), int(found["to_year"])
    if last < _CENTURY:
        tight = found.end("from_year") + 1 == found.start("to_year")
        return tight and last > first % _CENTURY and first < _LAST_YEAR
    return first < last <= _LAST_YEAR


def is_day_of_month(text: str, found: re.Match[str]) -> bool:
    """Tell "on the 14th." from "on the 14th floor"."""
    _, after = _around(text, found)
    return 1 <= ordinal(found["nth"]) <= _LAST_DAY and not _NOUN.match(after)


def stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell "the last two days" from "the last two days of the fair", which counts from its end."""
    return not _OF.match(_around(text, found)[1])


def points_back(text: str, found: re.Match[str]) -> bool:
    """Tell "on that Monday" from "she said that Monday would do"."""
    return found["step2"] is None or _POINTING.search(_around(text, found)[0]) is not None


def _around(text: str, found: re.Match[str]) -> tuple[str, str]:
    start, end = found.span()
    return text[max(0, start - _REACH) : start], text[end : end + _REACH]


@cache
def _leads(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})[\s-](?:the\s)?$", re.IGNORECASE)


@cache
def _feasts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(BEFORE_WEEKDAY)})\s$", re.IGNORECASE)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(AFTER_WEEKDAY)}|the\s13th)\b")
