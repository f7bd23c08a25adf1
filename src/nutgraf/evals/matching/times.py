"""How well a date agrees with the labelled one.

    1    the same days, however written: ``2026-03`` and ``2026-03-01/2026-03-31``
    1/2  coarser but right: a period of at most a year that holds the labelled one whole, or one
         that is open on a side where the label is not ("by April 20" for "on April 20")
    1/2  finer by the label's own ends: a first or last day given for a period of up to a week
    0    all else: other days, a date that cannot be read, any other day inside a longer period,
         which says more than the article does

A label without a date is met by no date; a date given there is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.times.stretches import stretch

if TYPE_CHECKING:
    from nutgraf.grounding.checks.times.stretches import Stretch

_PARTLY: Final = 0.5
_LONGEST_DAYS: Final = 366
_WEEK_DAYS: Final = 7


def agreement(expected: str | None, given: str | None) -> float:
    """Return 1 for the same time, a half for one that is right but not as precise, else 0.

    Args:
        expected: ISO 8601 as in `nutgraf.schema.When`, or None where the article gives no time.
        given: Likewise.
    """
    if expected is None or given is None:
        return float(expected == given)
    label, said = stretch(expected), stretch(given)
    if label is None or said is None:
        return float(expected == given)
    if label == said:
        return 1.0
    return _PARTLY if _is_coarser(said, label) or _is_an_end(said, label) else 0.0


def _is_coarser(said: Stretch, label: Stretch) -> bool:
    if said.holds(label):
        return (said.days or 0) <= _LONGEST_DAYS
    opened = (said.first is None) != (said.last is None) and label.days is not None
    ends = (said.first, said.last)
    return opened and (label.first in ends or label.last in ends)


def _is_an_end(said: Stretch, label: Stretch) -> bool:
    short = (label.days or _LONGEST_DAYS) <= _WEEK_DAYS
    return short and said.is_day and said.first in (label.first, label.last)
