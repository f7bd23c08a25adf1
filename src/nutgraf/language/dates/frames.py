"""The words that frame a date expression and change what it stands for: "since", "the end of".

What they frame is told by ``rules``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods
from nutgraf.language.dates.grammar import compile_template

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from nutgraf.language.dates.periods import Period

# Years of a decade and of a century that count as its early, middle and late part. Of shorter
# periods no part is cut out: "early 2016" has no agreed end, so it stays 2016.
_PARTS: Final = {
    9: {"early": (0, 4), "mid": (3, 6), "late": (5, 9)},
    99: {"early": (0, 24), "mid": (33, 66), "late": (75, 99)},
}


@dataclass(frozen=True)
class Frame:
    """Words before an expression, and what they make of its period.

    Attributes:
        heads: The lower-case words it can open with, after an optional "the".
        template: Its words, in the notation of ``grammar``.
        apply: Gives the period of the whole.
        past: Whether it speaks of the past, whatever the tense around it.
    """

    heads: frozenset[str]
    template: str
    apply: Callable[[Period], Period | None]
    past: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled template."""
        return compile_template(self.template)


def _first_day(period: Period) -> Period | None:
    return periods.a_day(period.first)


def _last_day(period: Period) -> Period | None:
    return periods.a_day(period.last)


def _week(period: Period) -> Period | None:
    return periods.a_week(period.first)


def _weekend(period: Period) -> Period | None:
    return periods.a_weekend(period.first)


def _whole(period: Period) -> Period:
    return period


def _part(name: str) -> Callable[[Period], Period | None]:
    def cut(period: Period) -> Period | None:
        if period.first is None or period.last is None:
            return period
        part = _PARTS.get(period.last.year - period.first.year, {}).get(name)
        if part is None or period.first.replace(year=period.last.year) != period.last.replace(
            month=1, day=1
        ):
            return period
        return periods.years(period.first.year + part[0], period.first.year + part[1])

    return cut


_IN: Final = r"(?: |-| in | on | of )"
FRAMES: Final = (
    Frame(frozenset({"since"}), "since (?:at least )?", periods.since, past=True),
    Frame(frozenset({"end"}), "(?:the )?(?:very )?end of ", _last_day),
    Frame(frozenset({"start", "beginning"}), "(?:the )?(?:start|beginning) of ", _first_day),
    Frame(frozenset({"week"}), "(?:the )?week (?:of|beginning|starting) ", _week),
    Frame(frozenset({"weekend"}), "(?:the )?weekend of ", _weekend),
    Frame(frozenset({"early", "earlier"}), f"(?:the )?(?:early|earlier){_IN}", _part("early")),
    Frame(frozenset({"mid", "middle"}), f"(?:the )?(?:mid|middle){_IN}", _part("mid")),
    Frame(frozenset({"late", "later"}), f"(?:the )?(?:late|later){_IN}", _part("late")),
    Frame(
        frozenset({"morning", "afternoon", "evening", "night"}),
        "(?:the )?(?:morning|afternoon|evening|night) of ",
        _whole,
    ),
)
