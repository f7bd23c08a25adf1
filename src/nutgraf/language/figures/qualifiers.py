"""Words beside a figure that say how exactly it is meant: "about", "more than", "nearly".

What they allow when figures are compared is stated in ``comparison``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures.figure import Qualifier
from nutgraf.language.figures.numerals import GAP

if TYPE_CHECKING:
    from nutgraf.article import Span

_BEFORE: Final = {
    Qualifier.ABOUT: (
        "about", "around", "roughly", "approximately", "some", "circa", "an estimated", "estimated",
        "close to", "or so", "in the region of", "approx.",
    ),
    Qualifier.OVER: (
        "more than", "over", "at least", "above", "upwards of", "greater than", "no fewer than",
        "no less than", "in excess of", "exceeding", "exceeded", "topping", "a minimum of",
        "just over", "well over",
    ),
    Qualifier.UNDER: (
        "nearly", "almost", "less than", "fewer than", "under", "up to", "below", "at most",
        "as many as", "as much as", "no more than", "just under", "just short of", "a maximum of",
        "well under",
    ),
}  # fmt: skip
_BEHIND: Final = {
    Qualifier.OVER: ("or more",),
    Qualifier.UNDER: ("or less", "or fewer"),
    Qualifier.ABOUT: ("or so", "odd"),
}
_LOOKBACK: Final = 20
_LOOKAHEAD: Final = 12


def _spellings(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", GAP) for phrase in ordered)


@cache
def _before() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind}>{_spellings(words)})" for kind, words in _BEFORE.items())
    return re.compile(rf"(?<!\w)(?:{groups}){GAP}(?:an?{GAP}|the{GAP})?$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind}>{_spellings(words)})" for kind, words in _BEHIND.items())
    return re.compile(rf"(?P<plus>\+|-plus\b)|(?:{GAP}|-)(?:{groups})\b", re.IGNORECASE)


def read_qualifier(text: str, span: Span) -> Qualifier:
    """Return how exactly the words beside a figure at ``span`` say that it is meant."""
    match = _before().search(text[max(0, span.start - _LOOKBACK) : span.start])
    match = match or _behind().match(text, span.end, span.end + _LOOKAHEAD)
    if match is None:
        return Qualifier.EXACT
    return Qualifier.OVER if match.lastgroup == "plus" else Qualifier(match.lastgroup or "")
