"""Periods of the calendar and their ISO 8601 form; arithmetic that never leaves the calendar.

Nothing here reads text. Whatever falls outside the years 1 to 9999 is None, never an exception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Final, Literal

from nutgraf.language.dates.patterns import Lazy

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

_WEEK: Final = 7
_YEARS: Final = {"year": 1, "decade": 10, "century": 100}
_ISO_POINT: Final = Lazy(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d(?::\d\d){0,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)?"
    r"|-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]))?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of calendar time.

    Attributes:
        value: The period in ISO 8601.
        first: Its first day; None where it is open or lies outside the calendar.
        last: Its last day, included; None likewise.
    """

    value: str
    first: date | None
    last: date | None

    @property
    def is_day(self) -> bool:
        """Whether the period is one known day."""
        return self.first is not None and self.first == self.last


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, count: int) -> date | None:
    """Return the day ``count`` days later, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def a_day(day: date | None) -> Period | None:
    """Return the day as a period."""
    return Period(day.isoformat(), day, day) if day else None


def days(first: date | None, last: date | None) -> Period | None:
    """Return the interval of days, both ends included; None where it would be empty."""
    if first is None or last is None or last < first:
        return None
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)


def a_week(day: date | None) -> Period | None:
    """Return the ISO week (Monday to Sunday) that holds the day."""
    if day is None:
        return None
    year, week, weekday = day.isocalendar()
    first = shift_days(day, 1 - weekday)
    last = shift_days(day, _WEEK - weekday)
    return Period(f"{year:04d}-W{week:02d}", first, last) if first and last else None


def week_of(year: int, week: int) -> Period | None:
    """Return the numbered ISO week, or None where the year has no such week."""
    try:
        return a_week(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def a_weekend(day: date | None) -> Period | None:
    """Return Saturday and Sunday of the ISO week that holds the day."""
    week = a_week(day)
    return days(shift_days(week.last, -1), week.last) if week and week.last else None


def a_month(year: int, month: int) -> Period | None:
    """Return the month; months beyond 1 to 12 run on into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = day_of(year, month, 1)
    after = day_of(year + month // 12, month % 12 + 1, 1)
    last = shift_days(after, -1) if after else day_of(year, month, 31)
    return Period(f"{year:04d}-{month:02d}", first, last) if first else None


def a_year(year: int) -> Period | None:
    """Return the year, astronomically numbered as in ISO 8601: 0 is 1 BC, -1 is 2 BC.

    None beyond four figures, which ISO 8601 leaves to agreement.
    """
    if abs(year) > MAXYEAR:
        return None
    first = day_of(year, 1, 1)
    last = day_of(year, 12, 31)
    return Period(f"{'-' if year < 0 else ''}{abs(year):04d}", first, last)


def months(year: int, first: int, last: int) -> Period | None:
    """Return the months from one to another of the year; ``last`` over 12 is in the next year."""
    return between(a_month(year, first), a_month(year, last))


def years(first: int, last: int) -> Period | None:
    """Return the first day of one year to the last of another; bare years outside the calendar."""
    start, end = a_year(first), a_year(last)
    if start and end and start.first and end.last:
        return days(start.first, end.last)
    return between(start, end)


def between(start: Period | None, end: Period | None) -> Period | None:
    """Return the interval from the start of one period to the end of the other.

    None where either is unknown, or where the second ends before the first begins.
    """
    if start is None or end is None:
        return None
    if start.first and end.last and end.last < start.first:
        return None
    if start == end:
        return start
    head, tail = start.value.split("/")[0], end.value.split("/")[-1]
    return Period(f"{head}/{tail}", start.first, end.last)


def since(start: Period | None) -> Period | None:
    """Return the interval that opens with the period and has no end."""
    return Period(f"{start.value.split('/')[0]}/..", start.first, None) if start else None


def until(end: Period | None) -> Period | None:
    """Return the interval that has no beginning and closes with the period."""
    return Period(f"../{end.value.split('/')[-1]}", None, end.last) if end else None


def step(day: date, unit: Unit, count: int) -> Period | None:
    """Return the period of the unit that lies ``count`` such periods after the day's own.

    A decade and a century are counted from their round years, as people speak of them (the 20th
    century runs from 1900 to 1999).
    """
    if unit == "day":
        return a_day(shift_days(day, count))
    if unit == "week":
        return a_week(shift_days(day, _WEEK * count))
    if unit == "month":
        return a_month(day.year, day.month + count)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1 + 3 * count
        return between(a_month(day.year, first), a_month(day.year, first + 2))
    size = _YEARS[unit]
    start = day.year // size * size + size * count
    return a_year(start) if unit == "year" else years(start, start + size - 1)


def is_iso(value: str) -> bool:
    """Tell whether the words are an ISO 8601 day, month, year, week or interval of these."""
    ends = value.split("/")
    if len(ends) == 1:
        return _is_point(value)
    known = [end for end in ends if end != ".."]
    return len(ends) == 2 and bool(known) and all(map(_is_point, known))  # noqa: PLR2004 - a pair


def _is_point(value: str) -> bool:
    found = _ISO_POINT.compiled.fullmatch(value)
    if not found:
        return False
    year = int(found["year"])
    if found["week"]:
        return week_of(year, int(found["week"])) is not None
    return day_of(max(year, 1), int(found["month"] or 1), int(found["day"] or 1)) is not None
