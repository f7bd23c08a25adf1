"""The calendar date that a metadata field prints, read strictly.

Date expressions inside the text of an article belong to ``nutgraf.language``.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}

_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu(?:rs?)?|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s?(?:z|[a-z]{2,5}|[+-]\d\d(?::?\d\d)?))?"
_SECONDS = r"(?::?\d\d(?:[.,]\d{1,9})?)?"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d\d{_SECONDS}(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?)"
_BEFORE_CLOCK = r"(?:\s?[,|–-]\s?|\s+at\s+|\s+)"  # noqa: RUF001 - an en dash
# What may follow the day: a time and a zone, which do not move the calendar date as printed.
_TIME = re.compile(
    rf"(?:(?:t\d\d:?\d\d{_SECONDS}|{_BEFORE_CLOCK}{_CLOCK}){_ZONE}(?:\s?\([a-z ]{{1,30}}\))?)?",
    re.IGNORECASE,
)

_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|[nr]d|th|\.)?[\s-](?:of\s)?([a-z]{{3,9}})\.?,?[\s-](\d{{4}})",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})\.?\s(\d{{1,2}})(?:st|[nr]d|th)?,?\s(\d{{4}})", re.IGNORECASE
)
_LONGEST = 80


def parse_day(value: str) -> date | None:
    """Return the calendar date that a string prints, and nothing but prints.

    A time and a zone are allowed and do not move the date: ``2025-03-04T23:30-05:00`` is 4 March.
    Month names are read in English. Nothing is guessed: a date without a year or a day is no date
    here, and ``10/11/2025`` may be 10 November or 11 October, so it is not used; ``16/10/2025`` can
    only be one day, so it is.

    Returns:
        The date, or None where the string is not a date, is ambiguous, or names no real day.
    """
    folded = " ".join(value.split()) if len(value) <= _LONGEST else ""
    if found := _dated(_YEAR_FIRST, folded):
        return _day(found[1], found[3], found[4])
    if found := _dated(_YEAR_LAST, folded):
        return _unambiguous(found[4], found[1], found[3])
    if found := _dated(_DAY_MONTH, folded):
        return _day(found[3], found[2], found[1])
    if found := _dated(_MONTH_DAY, folded):
        return _day(found[3], found[1], found[2])
    return None


def _dated(form: re.Pattern[str], value: str) -> re.Match[str] | None:
    """Match a day in front, and nothing but a time after it."""
    found = form.match(value)
    return found if found and _TIME.fullmatch(value, found.end()) else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _unambiguous(year: str, first: str, second: str) -> date | None:
    """Read two numbers as day and month only where there is one way to do so."""
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None
