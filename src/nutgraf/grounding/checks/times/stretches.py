"""ISO 8601 values as stretches of days, and whether one time may be meant by another.

Reading dates is the business of ``nutgraf.language.dates``; values here are as it writes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods

if TYPE_CHECKING:
    from nutgraf.language.dates.periods import Period

_POINT: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?:-(?P<on>\d))?)?"
)
_YEAR_DAYS: Final = 366


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from the first to the last, both included.

    Attributes:
        first: The first day; None where the stretch is open, as in "until May".
        last: The last day; None likewise, as in "since May".
    """

    first: date | None
    last: date | None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last

    @property
    def days(self) -> int | None:
        """How many days it has; None where it is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def holds(self, other: Stretch) -> bool:
        """Tell whether all days of another one are in it; an open stretch holds none."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Stretch) -> bool:
        """Tell whether the two have a day in common; an open stretch has only its known end."""
        known = (self.first or self.last, self.last or self.first)
        others = (other.first or other.last, other.last or other.first)
        if not (known[0] and known[1] and others[0] and others[1]):
            return False
        return known[0] <= others[1] and others[0] <= known[1]


@lru_cache(maxsize=4096)
def stretch(value: str) -> Stretch | None:
    """Return the days of an ISO 8601 value, or None where it is none."""
    ends = value.split("/")
    if len(ends) == 1:
        period = _period(value)
        return Stretch(period.first, period.last) if period else None
    first, last = _period(ends[0]), _period(ends[-1])
    if first is None and last is None:
        return None
    return Stretch(first.first if first else None, last.last if last else None)


def _period(point: str) -> Period | None:
    found = _POINT.match(point)
    if found is None:
        return None
    year = int(found["year"])
    if found["week"]:
        return periods.week_of(year, int(found["week"]))
    if found["day"]:
        return periods.a_day(periods.day_of(year, int(found["month"]), int(found["day"])))
    return periods.a_month(year, int(found["month"])) if found["month"] else periods.a_year(year)


def agrees(said: Stretch, printed: Stretch) -> bool:
    """Tell whether a time that is said is one that is printed, or a coarser word for it.

    "In March" agrees with "on March 5"; "since March" with "since March 5" and with "on March 5".
    """
    if said == printed or said.holds(printed):
        return True
    if said.first and said.last:
        # "From March 5" and "to March 5" are ends that may be named alone.
        return printed.days is None and said.meets(printed)
    return _around_the_end(said).meets(printed)


def is_finer(said: Stretch, printed: Stretch) -> bool:
    """Tell whether a time that is said is more precise than the printed one that holds it.

    Of what is longer than a year nearly any date is a part.
    """
    return printed.holds(said) and said != printed and (printed.days or 0) <= _YEAR_DAYS


def overlap(said: Stretch, printed: Stretch) -> bool:
    """Tell whether two times of more than a day share some of it: "the 1880s", "1885-1894"."""
    if said.is_day or printed.is_day or printed.holds(said):
        return False
    return said.meets(printed)


def _around_the_end(said: Stretch) -> Stretch:
    """Return the known end of an open stretch, as coarse as it looks: a year, a month or a day."""
    end = said.first or said.last
    if end is None:
        return said
    if said.first and (end.month, end.day) == (1, 1):
        return Stretch(end, date(end.year, 12, 31))
    period = periods.a_month(end.year, end.month)
    if said.first and end.day == 1 and period:
        return Stretch(period.first, period.last)
    return Stretch(end, end)
