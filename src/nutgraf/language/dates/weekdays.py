"""Readers of weekdays and of days of a month that is not named.

Days of a named month are in ``absolute``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods
from nutgraf.language.dates.numerals import cardinal, ordinal
from nutgraf.language.dates.relative import pointing_word, shifted
from nutgraf.language.dates.words import STEPS, WEEKDAYS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

_WEEK: Final = 7
# How far "Tuesday 14th" may lie from publication, in months: a farther one is printed with its own.
_MONTHS_AROUND: Final = 4


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
        return shifted(ref.published, -back)
    if which.split()[-1:] in (["coming"], ["upcoming"]):
        ahead = (weekday - ref.published.weekday() - 1) % _WEEK + 1
        return shifted(ref.published, ahead)
    count = STEPS[(week or which).split()[0]]
    return shifted(ref.published, weekday - ref.published.weekday() + _WEEK * count)


def read_weekday_after(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the following Monday", "the Friday before" and the like, by the last day mentioned."""
    day = ref.anchor("day")
    if day is None:
        return None
    ahead = (WEEKDAYS[found["weekday"][:3].lower()] - day.weekday()) % _WEEK
    step = {"before": -1, "after": 1}.get(pointing_word(found))
    step = STEPS[pointing_word(found)] if step is None else step
    return shifted(day, ahead - _WEEK if step < 0 else ahead or _WEEK * step)


def read_weekday_with_day(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "Tuesday 14th": of the nearest month in which that day is a Tuesday."""
    if ref.published is None:
        return None
    day, weekday = ordinal(found["nth"]), WEEKDAYS[found["weekday"][:3].lower()]
    days = _days_around(ref.published, range(-_MONTHS_AROUND, _MONTHS_AROUND + 1), day)
    return _nearest([one for one in days if one.weekday() == weekday], ref.published)


def read_day_of_known_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the 3rd of next month"."""
    if ref.published is None:
        return None
    step = STEPS[(found["of_month"] or "this").lower()]
    days = _days_around(ref.published, (step,), ordinal(found["nth"]))
    return periods.a_day(days[0]) if days else None


def read_weekday_beyond(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the Friday after next", "the Friday before last"."""
    ahead = found["beyond"].lower().endswith("next")
    told = replace(ref, future=ahead)
    day = told.choose_weekday(WEEKDAYS[found["weekday"][:3].lower()])
    ref.guessed = True
    return shifted(day, _WEEK if ahead else -_WEEK)


def read_weeks_from_weekday(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "a week from Friday", "two weeks ago on Monday"."""
    if ref.published is None:
        return None
    weekday, ahead = WEEKDAYS[found["weekday"][:3].lower()], found["way"].lower() != "ago"
    told = replace(ref, future=ahead)
    day = told.choose_weekday(weekday)
    count = cardinal(found["number"]) * _WEEK
    ref.guessed = not ahead
    return shifted(day, count if ahead else -count)


def read_day_of_month(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "on the 14th": of the month that the tense and the publication day point to."""
    day, published = ordinal(found["nth"]), ref.published
    if published is None:
        return None
    months = {True: (0, 1), False: (0, -1), None: (0, -1, 1)}[ref.future]
    days = _days_around(published, months, day)
    ref.guessed = True
    if ref.future is not None:
        days = [day_ for day_ in days if (day_ >= published) == ref.future or day_ == published]
    return _nearest(days, published)


def _days_around(published: date, months: Iterable[int], day: int) -> list[date]:
    """Return that day of the months given as steps from the month of publication."""
    around = (periods.a_month(published.year, published.month + step) for step in months)
    firsts = (month.first for month in around if month and month.first)
    days = (periods.day_of(first.year, first.month, day) for first in firsts)
    return [day_ for day_ in days if day_]


def _nearest(days: Iterable[date], published: date) -> Period | None:
    return periods.a_day(min(days, key=lambda day: abs((day - published).days), default=None))
