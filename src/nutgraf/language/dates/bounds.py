"""Times that are a limit: what is due "by Friday" comes on any day up to then.

The words that say so stand beside an expression and belong to none, so that who looks for the day
itself finds it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.patterns import Lazy
from nutgraf.language.dates.tense import speaks_of_future

if TYPE_CHECKING:
    from nutgraf.language.dates.expressions import DateExpression

_BESIDE_CHARS: Final = 40
_OPEN: Final = ".."
# "until 5 p.m. on December 22": the hour is left out of dates.
_HOUR: Final = r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?|noon|midday|midnight)\s+(?:on\s+)?)?"
_UP_TO: Final = Lazy(
    rf"\b(?:(?:until|till|(?:no|not)\s+later\s+than)\s+{_HOUR}|before\s+(?=the\s+end\b))",
    re.IGNORECASE,
)
# Of the past it says when something was so: "by 1900 the town had grown".
_BY: Final = Lazy(rf"\bby\s+{_HOUR}", re.IGNORECASE)
_FROM_THEN: Final = Lazy(
    r"\b(?:(?:no|not)\s+(?:earlier\s+than|(?:\w+\s+){0,2}before)|starting(?:\s+[io]n)?)\s+",
    re.IGNORECASE,
)
_AT_THE_LATEST: Final = Lazy(r"\s+at\s+(?:the\s+)?latest\b", re.IGNORECASE)
_AT_THE_EARLIEST: Final = Lazy(
    r"\s+(?:at\s+(?:the\s+)?earliest|or\s+later|onwards?)\b", re.IGNORECASE
)
# "Shaken by Monday's storm" is shaken by the storm.
_POSSESSIVE: Final = ("'s", "\u2019s")


def bounded(expression: DateExpression, text: str) -> str | None:
    """Return what a time means with the words beside it: open to one side where they limit it.

    Args:
        expression: The time.
        text: What it stands in.

    Returns:
        ISO 8601 as in the expression: ``../2026-04-20`` for "by April 20", ``2026-04-20/..`` for
        "April 20 at the earliest"; its own value where nothing limits it.
    """
    value = expression.value
    if value is None or _OPEN in value:
        return value
    if _is_the_latest(expression, text):
        return f"{_OPEN}/{value.split('/')[-1]}"
    from_then = _stands_before(_FROM_THEN, expression, text)
    if from_then or _AT_THE_EARLIEST.match(text, expression.span.end):
        return f"{value.split('/')[0]}/{_OPEN}"
    return value


def _is_the_latest(expression: DateExpression, text: str) -> bool:
    if _stands_before(_UP_TO, expression, text) or _AT_THE_LATEST.match(text, expression.span.end):
        return True
    return _stands_before(_BY, expression, text) and bool(speaks_of_future(text, expression.span))


def _stands_before(cue: Lazy, expression: DateExpression, text: str) -> bool:
    """Tell whether a cue ends where the expression begins."""
    start, end = expression.span.start, expression.span.end
    if text.startswith(_POSSESSIVE, end):
        return False
    found = cue.finditer(text, max(0, start - _BESIDE_CHARS), end)
    return any(match.end() == start for match in found)
