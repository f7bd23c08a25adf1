"""Readers of distances and stretches: "two days ago", "three weeks later", "the past decade".

Single periods counted from publication, as "last week", are in ``relative``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from nutgraf.language.dates import periods
from nutgraf.language.dates.numerals import cardinal
from nutgraf.language.dates.relative import shifted, unit_of
from nutgraf.language.dates.words import STEPS

if TYPE_CHECKING:
    import re
    from datetime import date

    from nutgraf.language.dates.periods import Period, Unit
    from nutgraf.language.dates.reference import Reference

_WEEK: Final = 7
_FORTNIGHT: Final = 2


def read_stretch(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "the past three years", "the next few days", "the past decade".

    The interval ends, or begins, with publication and is as fine as its unit; where the writer
    leaves the number open, so is the interval.
    """
    if ref.published is None:
        return None
    unit, count = unit_of(found["units"]), _count(found)
    ref.guessed = count is None
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
    unit, count = unit_of(found["units"]), _count(found)
    sign = -1 if way in {"ago", "earlier", "before", "previously"} else 1
    deictic = way in {"", "ago", "from now", "hence", "from today", "time"}
    base = ref.published if deictic else ref.anchor(unit)
    ref.guessed = not deictic or count is None
    if base is None:
        return None
    if count is None:
        edge = periods.step(base, unit if not deictic and unit in {"month", "year"} else "day", 0)
        return periods.since(edge) if sign > 0 else periods.until(edge)
    if found["units"].lower().startswith("fortnight"):
        count *= _FORTNIGHT
    if not deictic and unit == "week":
        return shifted(base, sign * count * _WEEK)
    return periods.step(base, unit, sign * count)


def read_anniversary(found: re.Match[str], ref: Reference) -> Period | None:
    """Read "a year ago today", "ten years ago this week", "a year ago to the day"."""
    published = ref.published
    if published is None:
        return None
    unit = unit_of(found["units"])
    back = periods.step(published, unit, -cardinal(found["number"]))
    exact = " ".join(found["exact"].lower().split())
    if exact in {"today", "to the day"}:
        return _same_day(published, unit, -cardinal(found["number"]))
    year = back.first.year if back and back.first else None
    same = periods.day_of(year, published.month, min(published.day, 28)) if year else None
    finer = cast("Unit", exact.split()[-1])
    return periods.step(same, finer, 0) if same and unit == "year" else None


def _same_day(day: date, unit: Unit, count: int) -> Period | None:
    if unit in {"day", "week"}:
        return shifted(day, count * (_WEEK if unit == "week" else 1))
    far = periods.step(day, unit, count)
    if unit in {"month", "year"} and far and far.first:
        month = day.month if unit == "year" else far.first.month
        return periods.a_day(periods.day_of(far.first.year, month, day.day))
    return None


def _count(found: re.Match[str]) -> int | None:
    """Return the number printed, 1 where none is, None where the writer leaves it open."""
    groups = found.groupdict()
    number = groups.get("number")
    plural = found["units"].lower().endswith("s")
    if groups.get("vague") or (number is None and plural):
        return None
    return cardinal(number)


def _fineness(unit: Unit) -> tuple[Unit, int]:
    """Return the unit that an interval's ends are given in, and how many of it make one unit."""
    coarse: dict[Unit, tuple[Unit, int]] = {
        "week": ("day", _WEEK),
        "quarter": ("month", 3),
        "decade": ("year", 10),
        "century": ("year", 100),
    }
    return coarse.get(unit, (unit, 1))
