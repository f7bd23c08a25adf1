"""Readers of expressions that name their place in the calendar: days, months, years, centuries.

Where the year is left out it is taken from the reference. Expressions that count from the
reference or refer back are in ``relative``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods
from nutgraf.language.dates.words import HOLIDAYS, MONTHS, ORDINALS, SEASONS, STEPS, TENS, WEEKDAYS

if TYPE_CHECKING:
    import re

    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

_CENTURY: Final = 100
_DECADE: Final = 10
_MONTHS_A_QUARTER: Final = 3
_MONTHS_A_HALF: Final = 6
_MONTHS_A_YEAR: Final = 12
_YEARS_FIRST_CENTURY_IN_FULL: Final = 2000


def read_iso_day(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``2009-10-12``, with or without a time of day (which is not kept)."""
    del ref
    return periods.a_day(periods.day_of(int(found["y"]), int(found["mm"]), int(found["dd"])))


def read_iso_week(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``2009-W42``."""
    del ref
    return periods.week_of(int(found["y"]), int(found["ww"]))


def read_numeric(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``10/12/2009``: by the order that fits, that is known, or that makes no difference."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    month_first = periods.day_of(year, one, two) if found["sep"] != "." else None
    day_first = periods.day_of(year, two, one)
    if month_first and day_first and month_first != day_first:
        if ref.month_first is None:
            return None
        return periods.a_day(month_first if ref.month_first else day_first)
    return periods.a_day(month_first or day_first)


def read_day(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a day of a month, with or without a weekday and a year."""
    weekday = found.groupdict().get("wd")
    month, day = month_number(found["month"]), _leading_number(found["day"])
    return _day(found, ref, (month, day), _weekday_number(weekday) if weekday else None)


def read_holiday(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a holiday that falls on the same day every year, plain or with "last" or "next"."""
    name = found["holiday"].lower().replace("\u2019", "'")
    step = STEPS[(found["which"] or "this").lower().split()[0]]
    told = replace(ref, future=step > 0) if step else ref
    return _day(found, told, HOLIDAYS[" ".join(name.split())])


def read_days(found: re.Match[str], ref: Reference) -> Period | None:
    """Read two days of one month or of two: ``5-6 September 2019``, ``May 30 - June 2``."""
    groups = found.groupdict()
    first = (month_number(found["month"]), _leading_number(found["day"]))
    last = (month_number(groups.get("month2") or found["month"]), _leading_number(found["day2"]))
    start, end = _day(found, ref, first), _day(found, ref, last)
    if last < first and start and start.first:
        if found["year"] and end and end.last:
            before = periods.day_of(end.last.year - 1, *first)
            return periods.between(periods.a_day(before), end)
        return periods.between(start, periods.a_day(periods.day_of(start.first.year + 1, *last)))
    return periods.between(start, end)


def read_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a month, with or without its year."""
    month = month_number(found["month"])
    year = _year(found, ref, month)
    return periods.a_month(year, month) if year is not None else None


def read_months(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``March-May 2003``; a second month before the first closes in the year printed."""
    first, last = month_number(found["month"]), month_number(found["month2"])
    year = _year(found, ref, min(first, last))
    if year is None:
        return None
    start = year - 1 if last < first else year
    return periods.between(periods.a_month(start, first), periods.a_month(year, last))


def read_season(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a season as its three months in the northern hemisphere."""
    name = found["season"].lower()
    year = _year(found, ref, SEASONS[name][0])
    return season(year, name) if year is not None else None


def read_part_of_year(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a quarter or a half: ``Q3 2011``, ``the first half of this year``."""
    words = found["share"].lower().split()
    half = words[0].startswith("h") or words[-1] == "half"
    size = _MONTHS_A_HALF if half else _MONTHS_A_QUARTER
    number = int(words[0][1]) if words[0][1].isdigit() else ORDINALS[words[0]]
    if number * size > _MONTHS_A_YEAR:
        return None
    last = number * size
    year = _year(found, ref, last - size + 1)
    return periods.months(year, last - size + 1, last) if year is not None else None


def read_year(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a year that stands alone."""
    del ref
    return periods.a_year(int(found["year"]))


def read_years(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``1999-2003`` or ``1892-94``; two figures belong to the first year's century."""
    del ref
    first, last = int(found["from_year"]), int(found["to_year"])
    if last < _CENTURY:
        last += first // _CENTURY * _CENTURY
    return periods.between(periods.a_year(first), periods.a_year(last)) if first < last else None


def read_era(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``508 BC`` or ``AD 842``; ISO 8601 writes 508 BC as -0507, as it has a year 0."""
    del ref
    year = int(found["count"].replace(",", ""))
    return periods.a_year(1 - year if found["era"].startswith("B") else year)


def read_decade(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``the 1990s``; ``the 1800s`` is a century."""
    del ref
    first = int(found["decade"])
    hundred = first % _CENTURY == 0 and first < _YEARS_FIRST_CENTURY_IN_FULL
    return periods.years(first, first + (_CENTURY if hundred else _DECADE) - 1)


def read_recent_decade(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``the '90s`` and ``the nineties``: the latest such decade that has begun."""
    if ref.published is None:
        return None
    word = found["tens"] or found["tens2"]
    tens = TENS.get(word.lower()) or int(word)
    first = ref.published.year // _CENTURY * _CENTURY + tens
    if first > ref.published.year:
        first -= _CENTURY
    return periods.years(first, first + _DECADE - 1)


def read_century(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``the 17th century`` as people speak of it, 1600 to 1699."""
    del ref
    groups = found.groupdict()
    start, end = ordinal(found["nth"]), ordinal(groups.get("nth2") or found["nth"])
    if (groups["era"] or "").startswith("B"):
        return periods.years(1 - _CENTURY * start, -_CENTURY * (end - 1))
    # The calendar has no year 0 to begin the first century with.
    return periods.years(max(1, _CENTURY * (start - 1)), _CENTURY * end - 1)


def season(year: int, name: str) -> Period | None:
    """Return the season that begins in the year, in days."""
    first, last = SEASONS[name]
    start = periods.a_month(year, first)
    end = periods.a_month(year + (last < first), last)
    return periods.days(start.first, end.last) if start and end else None


def month_number(word: str) -> int:
    """Return the month's number, 1 to 12."""
    return MONTHS[word[:3].lower()]


def ordinal(word: str) -> int:
    """Return the number of "17th" or "seventeenth"."""
    return _leading_number(word) if word[0].isdigit() else ORDINALS[word.lower()]


def _leading_number(word: str) -> int:
    return int(word.rstrip("stndrhSTNDRH"))


def _weekday_number(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def _day(
    found: re.Match[str], ref: Reference, month_day: tuple[int, int], weekday: int | None = None
) -> Period | None:
    year = _year(found, ref, *month_day, weekday=weekday)
    return periods.a_day(periods.day_of(year, *month_day)) if year is not None else None


def _year(
    found: re.Match[str],
    ref: Reference,
    month: int,
    day: int | None = None,
    *,
    weekday: int | None = None,
) -> int | None:
    if found["year"]:
        return int(found["year"])
    if not found["rel"]:
        return ref.choose_year(month, day, weekday)
    which = found["rel"].lower().split()[-1]
    back = found["rel"].lower().startswith("th") and which != "this"
    now = ref.published.year if ref.published else None
    base = ref.year if back else now
    return base + STEPS[which] if base is not None else None
