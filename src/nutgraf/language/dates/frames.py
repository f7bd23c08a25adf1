"""The words that frame a date expression and change what it stands for: "since", "the end of".

What they frame is told by ``rules``; the parts that they cut out are worked out in ``parts``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import parts, periods
from nutgraf.language.dates.grammar import Form
from nutgraf.language.dates.heads import ANY_UNIT, NUMBER, PART, WEEKDAY, words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from nutgraf.language.dates.periods import Period


@dataclass(frozen=True)
class Frame(Form):
    """Words before an expression, and what they make of its period.

    Attributes:
        apply: Gives the period of the whole, from the match of the words and the period framed.
        past: Whether it speaks of the past, whatever the tense around it.
        of_time: Whether it counts from the time that it frames, and so not from an event that is
            named by it: "a day after Wednesday", not "a day after Wednesday's vote".
        guessed: Whether what it makes of a period is a convention among several.
    """

    apply: Callable[[re.Match[str], Period], Period | None]
    past: bool = False
    of_time: bool = False
    guessed: bool = False


def _since(words: re.Match[str], period: Period) -> Period | None:
    del words
    return periods.since(period)


def _first_day(words: re.Match[str], period: Period) -> Period | None:
    del words
    return periods.a_day(period.first)


def _last_day(words: re.Match[str], period: Period) -> Period | None:
    del words
    return periods.a_day(period.last)


def _week(words: re.Match[str], period: Period) -> Period | None:
    del words
    return periods.a_week(period.first)


def _weekend(words: re.Match[str], period: Period) -> Period | None:
    del words
    return periods.a_weekend(period.first)


def _bounded(
    cut: Callable[[re.Match[str], parts.Bounds], Period | None],
) -> Callable[[re.Match[str], Period], Period | None]:
    """Let a part be cut only out of a period that has both ends."""

    def apply(words: re.Match[str], period: Period) -> Period | None:
        if period.first is None or period.last is None:
            return None
        return cut(words, parts.Bounds(period.first, period.last))

    return apply


def _whole(words: re.Match[str], period: Period) -> Period:
    del words
    return period


_IN: Final = r"(?: in | on | of | |-)"
_PLACES: Final = "first|second|third|fourth|fifth|last|final"
_PLACE_HEADS: Final = words("first second third fourth fifth last final opening closing")
_OF: Final = words("of")
_OF_OR_IN: Final = words("of in")
FRAMES: Final = (
    Frame(words("since"), "since (?:at least )?", _since, past=True),
    Frame(words("end very"), "(?:the )?(?:very )?end of ", _last_day, holds=(_OF,)),
    Frame(words("start beginning"), "(?:the )?(?:start|beginning) of ", _first_day, holds=(_OF,)),
    Frame(
        words("week"),
        "(?:the )?week (?:of|beginning|starting|ending) ",
        _week,
        holds=(words("of beginning starting ending"),),
    ),
    Frame(words("weekend"), "(?:the )?weekend of ", _weekend, holds=(_OF,)),
    Frame(words("early earlier"), f"(?:the )?(?P<part>early|earlier){_IN}", parts.of_decade),
    Frame(words("mid middle"), f"(?:the )?(?P<part>mid|middle){_IN}", parts.of_decade),
    Frame(words("late later"), f"(?:the )?(?P<part>late|later){_IN}", parts.of_decade),
    Frame(
        words("morning afternoon evening night early late small"),
        "(?:the )?(?:(?:early |late )?(?:morning|afternoon|evening|night)|(?:early|small) hours)"
        " of ",
        _whole,
        holds=(PART | words("hours"), _OF),
    ),
    Frame(
        _PLACE_HEADS,
        rf"(?:the )?(?P<place>{_PLACES}) <weekday> (?:of|in) ",
        _bounded(parts.nth_weekday),
        holds=(WEEKDAY, _OF_OR_IN),
    ),
    Frame(
        _PLACE_HEADS,
        rf"(?:the )?(?P<place>{_PLACES}) (?P<unit>day|weekend|month|quarter|half) (?:of|in) ",
        _bounded(parts.nth_part),
        holds=(words("day weekend month quarter half"), _OF_OR_IN),
    ),
    # Whether the first week of March is its first seven days, writers do not agree.
    Frame(
        _PLACE_HEADS,
        rf"(?:the )?(?P<place>{_PLACES}) (?P<unit>week) (?:of|in) ",
        _bounded(parts.nth_part),
        guessed=True,
        holds=(words("week"), _OF_OR_IN),
    ),
    Frame(
        _PLACE_HEADS,
        r"(?:the )?(?P<place>first|last|final|opening|closing) (?:(?:<number>|<vague>) )?"
        r"(?P<unit>days|weeks|months|years) (?:of|in) ",
        _bounded(parts.some_units),
        guessed=True,
        holds=(words("days weeks months years"), _OF_OR_IN),
    ),
    Frame(
        NUMBER | words("day night week weekend month year"),
        # "For two years after 2010" is how long, not when; "the days after" are no certain day.
        r"(?<!\bfor\s)(?:<number> |the (?!\w+s ))(?P<unit>day|night|week|weekend|month|year)s? "
        r"(?P<way>before|after) (?:the (?:day of )?)?",
        _bounded(parts.shifted),
        of_time=True,
        holds=(ANY_UNIT, words("before after")),
    ),
)
