"""Readers of expressions that count from the publication day or refer back to the last mention.

Weekdays are in ``weekdays``, distances in ``distances``, what names its place in the calendar in
``absolute``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from nutgraf.language.dates import periods
from nutgraf.language.dates.absolute import season
from nutgraf.language.dates.numerals import month_number
from nutgraf.language.dates.words import DEICTIC_DAYS, SEASONS, STEPS, WEEKDAYS

if TYPE_CHECKING:
    import re
    from datetime import date

    from nutgraf.language.dates.periods import Period, Unit
    from nutgraf.language.dates.reference import Reference

_WEEK: Final = 7
_PARTS_OF_DAY: Final = frozenset({"night", "morning", "afternoon", "evening"})


def read_deictic(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "yesterday", "today", "the day after tomorrow"."""
    return shifted(ref.published, DEICTIC_DAYS[" ".join(found["deictic"].lower().split())])


def read_part_of_day(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "this morning", "last night"."""
    return shifted(ref.published, STEPS[found["which"].lower()])


def read_unit(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "last week", "this year", "next month"."""
    if ref.published is None:
        return None
    return periods.step(ref.published, unit_of(found["unit"]), _step(found["which"]))


def read_bare_unit(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the year" of "by the end of the year": that of publication, else the last mentioned."""
    unit = unit_of(found["unit"])
    if ref.published:
        return periods.step(ref.published, unit, 0)
    return periods.a_year(ref.year) if unit == "year" and ref.year else None


def read_running_unit(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the day", "the year" as the one last mentioned, else that of publication."""
    unit = unit_of(found["unit"])
    base = ref.anchor(unit) or ref.published
    return periods.step(base, unit, 0) if base else None


def read_unit_beyond(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the week before last", "the month after next"."""
    if ref.published is None:
        return None
    count = -2 if found["beyond"].lower().endswith("last") else 2
    if found["unit"].lower() == "weekend":
        return periods.a_weekend(periods.shift_days(ref.published, _WEEK * count))
    return periods.step(ref.published, unit_of(found["unit"]), count)


def read_writing(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the time of writing" as the day of publication."""
    del found
    return periods.a_day(ref.published)


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
    count = _step((found["which"] or "this").lower())
    ref.guessed = count == 0 and ref.future is None
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


def read_anaphor(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the following day", "that year", "the night before", by the last such mention."""
    unit = unit_of(found["unit"])
    base = ref.anchor(unit)
    word = pointing_word(found)
    count = {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(word)
    return periods.step(base, unit, STEPS[word] if count is None else count) if base else None


def read_anaphoric_weekend(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "that weekend", "the following weekend", by the last day mentioned."""
    day, count = ref.anchor("day"), STEPS[pointing_word(found)]
    return periods.a_weekend(periods.shift_days(day, _WEEK * count)) if day else None


def read_anaphoric_season(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "that autumn", "the following spring", by the last year mentioned."""
    if ref.anchor("year") is None or ref.year is None:
        return None
    name = found["season"].lower()
    step = STEPS[pointing_word(found)]
    known = ref.month if ref.month and ref.month.year == ref.year else None
    later_in_year = known is not None and SEASONS[name][0] > known.month
    return season(ref.year + (0 if step > 0 and later_in_year else step), name)


def shifted(day: date | None, count: int) -> Period | None:
    """Return the day that many days later; None where either is unknown."""
    return periods.a_day(periods.shift_days(day, count)) if day else None


def pointing_word(found: re.Match[str]) -> str:
    """Return the word that points back, in small letters."""
    return (found["step"] or found["step2"]).lower()


def _step(which: str) -> int:
    return STEPS[which.lower().split()[-1]]


def unit_of(word: str) -> Unit:
    """Return the unit that a word names; a part of a day is its day, a fortnight in weeks."""
    lower = word.lower()
    if lower.rstrip("s") in _PARTS_OF_DAY:
        return "day"
    if lower.startswith("fortnight"):
        return "week"
    return "century" if lower.startswith("centur") else cast("Unit", lower.rstrip("s"))
