"""Readers of expressions that name their place in the calendar: days, months, years, centuries.

Where the year is left out it is taken from the reference. Expressions that count from the
reference or refer back are in ``relative``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods
from nutgraf.language.dates.holidays import LOOSE, holiday_in
from nutgraf.language.dates.named_periods import NAMED_PERIODS
from nutgraf.language.dates.numerals import leading_number, month_number, ordinal
from nutgraf.language.dates.words import ORDINALS, SEASONS, STEPS, TENS, WEEKDAYS

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
    month, day = month_number(found["month"]), leading_number(found["day"])
    return _day(found, ref, (month, day), _weekday_number(weekday) if weekday else None)


def read_nth_of_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the third of March"."""
    weekday = found["wd"]
    month_day = month_number(found["month"]), ordinal(found["nth"])
    return _day(found, ref, month_day, _weekday_number(weekday) if weekday else None)


def read_holiday(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a holiday, plain or with "last" or "next", or with its year."""
    name = " ".join(found["holiday"].lower().replace("\u2019", "'").split())
    step = STEPS[(found["which"] or "this").lower().split()[-1]]
    told = replace(ref, future=step > 0) if step else ref
    year = _printed_year(found, told)
    if year is None and not _is_dated(found):
        year = told.choose(lambda one: holiday_in(name, one))
    ref.guessed = told.guessed or name in LOOSE
    return periods.a_day(holiday_in(name, year)) if year is not None else None


def read_named_period(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "World War II" and "9/11"."""
    del ref
    first, last = NAMED_PERIODS[" ".join(found["named"].lower().split())]
    if first == last:
        return periods.a_day(date.fromisoformat(first))
    return periods.days(date.fromisoformat(first), date.fromisoformat(last))


def read_days(found: re.Match[str], ref: Reference) -> Period | None:
    """Read two days of one month or of two: ``5-6 September 2019``, ``May 30 - June 2``."""
    groups = found.groupdict()
    first = (month_number(found["month"]), leading_number(found["day"]))
    last = (month_number(groups.get("month2") or found["month"]), leading_number(found["day2"]))
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
    """Read a quarter or a half: ``Q3 2011``, ``the first half of this year``.

    Without a year and spoken of in the past, it is the latest that is over.
    """
    words = found["share"].lower().replace("-", " ").split()
    digits = [sign for sign in words[0] if sign.isdigit()]
    half = "h" in words[0] if digits else words[-1] == "half"
    size = _MONTHS_A_HALF if half else _MONTHS_A_QUARTER
    number = int(digits[0]) if digits else ORDINALS[words[0]]
    last = number * size
    if last > _MONTHS_A_YEAR:
        return None
    groups = found.groupdict()
    printed = groups.get("fy_year") or groups.get("fy")
    year = int(printed) if printed else _printed_year(found, ref)
    if year is None:
        year = _year_of_part(ref, last - size + 1, last)
    ref.guessed = ref.guessed or bool(printed)
    return periods.months(year, last - size + 1, last) if year is not None else None


def _year_of_part(ref: Reference, first: int, last: int) -> int | None:
    if ref.future or ref.published is None or ref.sentence_year is not None:
        return ref.choose_year(first, None)
    ref.guessed = True
    this_year = periods.months(ref.published.year, first, last)
    over = this_year and this_year.last and this_year.last < ref.published
    return ref.published.year if over else ref.published.year - 1


def read_fiscal_year(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "fiscal 2021" as the year whose number it has; where it begins, the firm alone knows."""
    ref.guessed = True
    return periods.a_year(int(found["fy"]))


def read_short_year(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "'98" of "in '98": the latest such year that has begun."""
    year = _full_year(found["yy"], ref)
    return periods.a_year(year) if year is not None else None


def read_year(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a year that stands alone."""
    del ref
    return periods.a_year(int(found["year"]))


def read_years(found: re.Match[str], ref: Reference) -> Period | None:
    """Read ``1999-2003``, ``1892-94``, ``2019/20``; two figures take the first year's century."""
    del ref
    first, last = int(found["from_year"]), int(found["to_year"] or found["season_year"])
    if last < _CENTURY:
        last += (first + 1) // _CENTURY * _CENTURY
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


def _weekday_number(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def _day(
    found: re.Match[str], ref: Reference, month_day: tuple[int, int], weekday: int | None = None
) -> Period | None:
    year = _year(found, ref, *month_day, weekday=weekday)
    day = periods.day_of(year, *month_day) if year is not None else None
    # One of the two is a slip of the writer's.
    ref.guessed = ref.guessed or (
        weekday is not None and day is not None and day.weekday() != weekday
    )
    return periods.a_day(day)


def _year(
    found: re.Match[str],
    ref: Reference,
    month: int,
    day: int | None = None,
    *,
    weekday: int | None = None,
) -> int | None:
    year = _printed_year(found, ref)
    return year if year is not None or _is_dated(found) else ref.choose_year(month, day, weekday)


def _is_dated(found: re.Match[str]) -> bool:
    """Tell whether the words hold a year, be it one that is not known."""
    return bool(found["year"] or found["rel"] or found["yy"])


def _printed_year(found: re.Match[str], ref: Reference) -> int | None:
    """Return the year that is printed in figures or in words, if it is printed and known."""
    if found["year"]:
        return int(found["year"])
    if found["yy"]:
        return _full_year(found["yy"], ref)
    if not found["rel"]:
        return None
    which = found["rel"].lower().split()[-1]
    back = found["rel"].lower().startswith("th") and which != "this"
    now = ref.published.year if ref.published else None
    base = ref.year if back else now
    ref.guessed = ref.guessed or back
    return base + STEPS[which] if base is not None else None


def _full_year(two_figures: str, ref: Reference) -> int | None:
    """Return the latest year that ends so and has begun by the day of publication."""
    if ref.published is None:
        return None
    year = ref.published.year // _CENTURY * _CENTURY + int(two_figures)
    return year if year <= ref.published.year else year - _CENTURY
