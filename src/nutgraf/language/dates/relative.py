"""Readers of expressions that count from the publication day or refer back to the last mention.

Expressions that name their place in the calendar are in ``absolute``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from nutgraf.language.dates import periods
from nutgraf.language.dates.absolute import month_number, ordinal, season
from nutgraf.language.dates.words import (
    DEICTIC_DAYS,
    NUMBERS,
    SEASONS,
    STEPS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    import re
    from datetime import date

    from nutgraf.language.dates.periods import Period, Unit
    from nutgraf.language.dates.reference import Reference

_WEEK: Final = 7
_FORTNIGHT: Final = 2
_PARTS_OF_DAY: Final = frozenset({"night", "morning", "afternoon", "evening"})


def read_deictic(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "yesterday", "today", "the day after tomorrow"."""
    return _shifted(ref.published, DEICTIC_DAYS[" ".join(found["deictic"].lower().split())])


def read_part_of_day(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "this morning", "last night"."""
    return _shifted(ref.published, STEPS[found["which"].lower()])


def read_weekday(found: re.Match[str], ref: Reference) -> Period | None:
    """Read a weekday, plain or with "last", "this", "next", or "of last week".

    Plain, it is the nearest in the direction of the tense. "Last Tuesday" is the latest before
    the publication day; "next Tuesday" belongs to the next week, as news calls the nearer one
    plainly "Tuesday"; "this Tuesday" belongs to the week of publication.
    """
    weekday = WEEKDAYS[found["weekday"][:3].lower()]
    groups = found.groupdict()
    which = (groups.get("which") or "").lower()
    week = (groups.get("of_week") or "").lower()
    if not which and not week:
        return periods.a_day(ref.choose_weekday(weekday))
    if ref.published is None:
        return None
    if which.split()[-1:] in (["last"], ["past"], ["previous"]):
        back = (ref.published.weekday() - weekday - 1) % _WEEK + 1
        return _shifted(ref.published, -back)
    if which.split()[-1:] in (["coming"], ["upcoming"]):
        ahead = (weekday - ref.published.weekday() - 1) % _WEEK + 1
        return _shifted(ref.published, ahead)
    count = STEPS[(week or which).split()[0]]
    return _shifted(ref.published, weekday - ref.published.weekday() + _WEEK * count)


def read_weekday_after(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the following Monday" and "that Monday", by the last day mentioned."""
    if ref.day is None:
        return None
    ahead = (WEEKDAYS[found["weekday"][:3].lower()] - ref.day.weekday()) % _WEEK
    return _shifted(ref.day, ahead if STEPS[_back(found)] <= 0 else ahead or _WEEK)


def read_day_of_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "on the 14th": of the month that the tense and the publication day point to."""
    day, published = ordinal(found["nth"]), ref.published
    if published is None:
        return None
    months = {True: (0, 1), False: (0, -1), None: (0, -1, 1)}[ref.future]
    around = (periods.a_month(published.year, published.month + step) for step in months)
    days = [
        day_
        for month in around
        if month
        and month.first
        and (day_ := periods.day_of(month.first.year, month.first.month, day))
    ]
    if ref.future is not None:
        days = [day_ for day_ in days if (day_ >= published) == ref.future or day_ == published]
    return periods.a_day(min(days, key=lambda day_: abs((day_ - published).days), default=None))


def read_unit(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "last week", "this year", "next month"."""
    if ref.published is None:
        return None
    return periods.step(ref.published, _unit(found["unit"]), _step(found["which"]))


def read_bare_unit(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the year" of "by the end of the year": that of publication, else the last mentioned."""
    unit = _unit(found["unit"])
    if ref.published:
        return periods.step(ref.published, unit, 0)
    return periods.a_year(ref.year) if unit == "year" and ref.year else None


def read_year_end(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "year end", "month's end": the last day of the one that is running."""
    period = read_bare_unit(found, ref)
    return periods.a_day(period.last) if period else None


def read_weekend(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "this weekend", "the weekend", "last weekend", "next weekend".

    Spoken of in the past on a weekday, "this weekend" is the one just over.
    """
    if ref.published is None:
        return None
    which = (found["which"] or "this").lower()
    count = _step(which)
    over = ref.published.weekday() < WEEKDAYS["sat"] and ref.future is False
    if count == 0 and over:
        count = -1
    return periods.a_weekend(periods.shift_days(ref.published, _WEEK * count))


def read_named_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "last August", "this May", "next October"."""
    if ref.published is None:
        return None
    month, count = month_number(found["month"]), _step(found["which"])
    year, running = ref.published.year, ref.published.month
    if count < 0 and month >= running:
        year -= 1
    elif count > 0 and month <= running:
        year += 1
    return periods.a_month(year, month)


def read_named_season(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "last summer" (the latest that is over), "this summer", "next summer"."""
    if ref.published is None:
        return None
    name, published, count = found["season"].lower(), ref.published, _step(found["which"])
    around = [season(published.year + step, name) for step in (-2, -1, 0, 1)]
    known = [one for one in around if one and one.first and one.last]
    over = [one for one in known if one.last and one.last < published]
    ahead = [one for one in known if one.first and one.first > published]
    running = [one for one in known if one not in over and one not in ahead]
    if count < 0:
        return over[-1] if over else None
    if count > 0 or (not running and ref.future is not False):
        return ahead[0] if ahead else None
    return (running or over)[-1] if running or over else None


def read_stretch(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the past three years", "the next few days", "the past decade".

    The interval ends, or begins, with publication and is as fine as its unit; where the writer
    leaves the number open, so is the interval.
    """
    if ref.published is None:
        return None
    unit, count = _unit(found["units"]), _count(found)
    ahead = STEPS[found["dir"].lower()] > 0
    if unit == "century" and "number" not in found.groupdict():
        return periods.step(ref.published, unit, 1 if ahead else -1)
    if count is None:
        now = periods.a_day(ref.published)
        return periods.since(now) if ahead else periods.until(now)
    fine, size = _fineness(unit)
    size *= _FORTNIGHT if found["units"].lower().startswith("fortnight") else 1
    now = periods.step(ref.published, fine, 0)
    other = periods.step(ref.published, fine, size * count * (1 if ahead else -1))
    return periods.between(now, other) if ahead else periods.between(other, now)


def read_distance(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "two days ago" (from publication) and "two days later" (from the last mention)."""
    way = " ".join(found["way"].lower().split())
    unit, count = _unit(found["units"]), _count(found)
    sign = -1 if way in {"ago", "earlier", "before", "previously"} else 1
    deictic = way in {"ago", "from now", "hence", "from today", "time"}
    base = ref.published if deictic else ref.anchor(unit)
    if base is None:
        return None
    if count is None:
        edge = periods.a_day(base)
        return periods.since(edge) if sign > 0 else periods.until(edge)
    if found["units"].lower().startswith("fortnight"):
        count *= _FORTNIGHT
    if not deictic and unit == "week":
        return _shifted(base, sign * count * _WEEK)
    return periods.step(base, unit, sign * count)


def read_anaphor(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the following day", "that year", "the night before", by the last such mention."""
    unit = _unit(found["unit"])
    base = ref.anchor(unit)
    word = _back(found)
    count = {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(word)
    return periods.step(base, unit, STEPS[word] if count is None else count) if base else None


def read_anaphoric_weekend(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "that weekend", "the following weekend", by the last day mentioned."""
    if ref.day is None:
        return None
    count = STEPS[_back(found)]
    return periods.a_weekend(periods.shift_days(ref.day, _WEEK * count))


def read_anaphoric_season(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "that autumn", "the following spring", by the last year mentioned."""
    if ref.year is None:
        return None
    name = found["season"].lower()
    step = STEPS[_back(found)]
    known = ref.month if ref.month and ref.month.year == ref.year else None
    later_in_year = known is not None and SEASONS[name][0] > known.month
    return season(ref.year + (0 if step > 0 and later_in_year else step), name)


def _shifted(day: date | None, count: int) -> Period | None:
    return periods.a_day(periods.shift_days(day, count)) if day else None


def _back(found: re.Match[str]) -> str:
    return (found["step"] or found["step2"]).lower()


def _step(which: str) -> int:
    return STEPS[which.lower().split()[-1]]


def _unit(word: str) -> Unit:
    lower = word.lower()
    if lower.rstrip("s") in _PARTS_OF_DAY:
        return "day"
    if lower.startswith("fortnight"):
        return "week"
    return "century" if lower.startswith("centur") else cast("Unit", lower.rstrip("s"))


def _count(found: re.Match[str]) -> int | None:
    """Return the number printed, 1 where none is, None where the writer leaves it open."""
    groups = found.groupdict()
    if groups.get("vague"):
        return None
    word = " ".join((groups.get("number") or "one").lower().split())
    return int(word.replace(",", "")) if word[0].isdigit() else NUMBERS[word]


def _fineness(unit: Unit) -> tuple[Unit, int]:
    """Return the unit that an interval's ends are given in, and how many of it make one unit."""
    coarse: dict[Unit, tuple[Unit, int]] = {
        "week": ("day", _WEEK),
        "quarter": ("month", 3),
        "decade": ("year", 10),
        "century": ("year", 100),
    }
    return coarse.get(unit, (unit, 1))
