"""Parts of periods and what lies beside them: "the early 2000s", "the first week of March".

The words are matched in ``frames``; whole periods are made in ``periods``.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.language.dates import periods
from nutgraf.language.dates.numerals import cardinal
from nutgraf.language.dates.words import ORDINALS, WEEKDAYS

if TYPE_CHECKING:
    import re

    from nutgraf.language.dates.periods import Period

_WEEK: Final = 7
_MONTHS_A_QUARTER: Final = 3
_LAST: Final = -1
# Years of a decade and of a century that count as its early, middle and late part. Of shorter
# periods no part is cut out: "early 2016" has no agreed end, so it stays 2016.
_YEARS_OF_PART: Final = {
    9: {"early": (0, 4), "mid": (3, 6), "late": (5, 9)},
    99: {"early": (0, 24), "mid": (33, 66), "late": (75, 99)},
}


class Bounds(NamedTuple):
    """The first and the last day of a period, both included."""

    first: date
    last: date


def of_decade(words: re.Match[str], period: Period) -> Period | None:
    """Cut "early", "mid" or "late" out of a decade or a century; shorter periods stay whole."""
    if period.first is None or period.last is None:
        return period
    years = _whole_years(Bounds(period.first, period.last))
    part = _YEARS_OF_PART.get(years[1] - years[0], {}) if years else {}
    word = words["part"].lower()
    name = {"earlier": "early", "middle": "mid", "later": "late"}.get(word, word)
    if not years or name not in part:
        return period
    start, end = part[name]
    return periods.years(years[0] + start, years[0] + end)


def nth_weekday(words: re.Match[str], whole: Bounds) -> Period | None:
    """Read "the first Monday of" a month or a year."""
    weekday = WEEKDAYS[words["weekday"][:3].lower()]
    return _inside(periods.a_day(_weekday_in(whole, weekday, _place(words))), whole)


def nth_part(words: re.Match[str], whole: Bounds) -> Period | None:
    """Read "the first half of", "the last week of": None where the period has no such part."""
    which, unit = _place(words), words["unit"].lower()
    if unit == "half":
        return _half(whole, which)
    if unit in {"month", "quarter"}:
        return _months(whole, which, 1 if unit == "month" else _MONTHS_A_QUARTER)
    if unit == "weekend":
        return _inside(periods.a_weekend(_weekday_in(whole, WEEKDAYS["sat"], which)), whole)
    return _stretch(whole, which, 1 if unit == "day" else _WEEK)


def some_units(words: re.Match[str], whole: Bounds) -> Period | None:
    """Read "the first three months of"; of an open number only the whole is known."""
    if not words["number"]:
        return periods.days(*whole)
    count, unit = cardinal(words["number"]), words["unit"].lower()
    which = _LAST if _place(words) == _LAST else 1
    if unit in {"days", "weeks"}:
        return _stretch(whole, which, count * (1 if unit == "days" else _WEEK))
    if unit == "years":
        start = whole.last.year - count + 1 if which == _LAST else whole.first.year
        return _inside(periods.years(start, start + count - 1), whole)
    return _months(whole, which, count)


def shifted(words: re.Match[str], whole: Bounds) -> Period | None:
    """Read "two weeks before", "the day after": the day, week, month or year that far off."""
    count = cardinal(words["number"]) * (-1 if words["way"].lower() == "before" else 1)
    unit = words["unit"].lower()
    base = whole.first if count < 0 else whole.last
    if unit == "weekend" or (unit == "week" and not words["number"]):
        moved = periods.shift_days(base, _WEEK * count)
        return periods.a_week(moved) if unit == "week" else periods.a_weekend(moved)
    if unit in {"day", "night", "week"}:
        return periods.a_day(periods.shift_days(base, count * (_WEEK if unit == "week" else 1)))
    return periods.step(base, "month" if unit == "month" else "year", count)


def _place(words: re.Match[str]) -> int:
    word = words["place"].lower()
    return _LAST if word in {"last", "final", "closing"} else ORDINALS.get(word, 1)


def _whole_years(whole: Bounds) -> tuple[int, int] | None:
    first, last = whole
    ends = (first.month, first.day, last.month, last.day)
    return (first.year, last.year) if ends == (1, 1, 12, 31) else None


def _half(whole: Bounds, which: int) -> Period | None:
    years, days = _whole_years(whole), (whole.last - whole.first).days + 1
    if which not in {1, 2, _LAST} or days < _WEEK:
        return None
    if years and years[0] < years[1]:
        middle = years[0] + (years[1] - years[0] + 1) // 2
        return periods.years(*((years[0], middle - 1) if which == 1 else (middle, years[1])))
    if years:
        return periods.months(years[0], *((1, 6) if which == 1 else (7, 12)))
    border = whole.first + timedelta(days=(days + 1) // 2)
    if which == 1:
        return periods.days(whole.first, border - timedelta(days=1))
    return periods.days(border, whole.last)


def _months(whole: Bounds, which: int, size: int) -> Period | None:
    first, last = whole
    if which == _LAST:
        return _inside(periods.months(last.year, last.month - size + 1, last.month), whole)
    start = first.month + size * (which - 1)
    return _inside(periods.months(first.year, start, start + size - 1), whole)


def _stretch(whole: Bounds, which: int, size: int) -> Period | None:
    """Return the part of so many days that comes in this place, counted from either end."""
    if which == _LAST:
        start: date | None = periods.shift_days(whole.last, 1 - size)
        end: date | None = whole.last
    else:
        start = periods.shift_days(whole.first, size * (which - 1))
        end = periods.shift_days(whole.first, size * which - 1)
    return _inside(periods.a_day(start) if size == 1 else periods.days(start, end), whole)


def _weekday_in(whole: Bounds, weekday: int, which: int) -> date | None:
    if which == _LAST:
        return periods.shift_days(whole.last, -((whole.last.weekday() - weekday) % _WEEK))
    ahead = (weekday - whole.first.weekday()) % _WEEK + _WEEK * (which - 1)
    return periods.shift_days(whole.first, ahead)


def _inside(part: Period | None, whole: Bounds) -> Period | None:
    """Return the part if it begins inside the whole."""
    begins = part.first if part else None
    return part if begins and whole.first <= begins <= whole.last else None
