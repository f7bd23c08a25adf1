"""Shares in words, and multiples, that are ratios of printed figures: "almost half".

Who writes "more than half" for 22 of 39 has worked it out, and need not repeat the two numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.figures.derived import may_be_of_one_kind
from nutgraf.language.figures import FigureKind, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.checks.figures.counted import Counted
    from nutgraf.grounding.checks.figures.said_figure import SaidFigure
    from nutgraf.language.figures import Figure

_MOST_FIGURES: Final = 16  # of the sentences together; more make a table
_HUNDRED: Final = Decimal(100)
_TIMES: Final = re.compile(r" times (?:as|more|the|its|their|that|what|higher|larger)\b")
# "400,000 pounds more", "13 hours sooner"
_MORE: Final = re.compile(
    r" (?:[a-z]+ ){0,2}(?:more|less|fewer|higher|lower|larger|smaller|better|worse|sooner|later"
    r"|earlier|longer|shorter|older|younger|apart|ahead|behind|above|below)\b"
)
_CHANGED: Final = re.compile(
    r"\b(?:up|down|rose|risen|rise|rising|fell|fallen|fall|falling|grew|grown|grow|dropped|drop"
    r"|climbed|jumped|gained|lost|increased|decreased|declined|shrank)"
    r" (?:(?:by|more|less|fewer|than|over|under|just|almost|nearly|about|around|some|roughly) )*$"
)
_REACH: Final = 40  # code points that hold the longest of these
_DIGIT: Final = re.compile(r"\d")
# How far from a plain share a ratio may be of which it is said, in parts of the share: the next
# plain one (two thirds after half) is a third away.
_BEYOND: Final = Decimal("0.34")
_ABOUT: Final = Decimal("0.12")
_EXACTLY: Final = Decimal("0.04")
_OF: Final = re.compile(r" of (?:\w+(?:['\u2019]s)? ){0,3}")


def is_ratio(said: SaidFigure, sources: Iterable[Sequence[Counted]]) -> bool:
    """Tell whether a share in words, or a multiple, is about that of two printed figures.

    Args:
        said: The figure that is said.
        sources: The figures of the sentences that it may come from, those together that may be
            compared with one another.
    """
    wanted = _as_share(said)
    if wanted is None:
        return False
    text = said.subject.readings.article.text
    ratios = _times if is_multiple(said) else _changes if is_called_a_difference(said) else _parts
    return any(
        _is_about(ratio, wanted, said.said.figure.qualifier)
        for figures in sources
        for one, other in combinations(figures[:_MOST_FIGURES], 2)
        if _are_comparable(one, other, text)
        for ratio in ratios(one.figure, other.figure)
    )


def is_multiple(said: SaidFigure) -> bool:
    """Tell whether a number says how many times as much: "three times as many"."""
    figure = said.said.figure
    is_count = figure.kind is FigureKind.COUNT
    return is_count and _TIMES.match(said.statement.text, figure.span.end) is not None


def is_called_a_difference(said: SaidFigure) -> bool:
    """Tell whether a number is how far two are apart: "by 5", "5 more", "rose almost a third"."""
    text, span = said.statement.text, said.said.figure.span
    if said.said.role == "by" or _MORE.match(text, span.end):
        return True
    return _CHANGED.search(text, max(span.start - _REACH, 0), span.start) is not None


def _as_share(said: SaidFigure) -> Decimal | None:
    """Return what is said in per cent, or None where it is no share in words and no multiple."""
    figure, text = said.said.figure, said.statement.text
    if figure.kind is FigureKind.SHARE and not _DIGIT.search(figure.span.of(text)):
        return figure.value if figure.value < _HUNDRED else None
    if is_multiple(said):
        return figure.value * _HUNDRED
    return None


def _are_comparable(one: Counted, other: Counted, text: str) -> bool:
    # Homes without power are customers who wait: the noun of a count is often another.
    if one.figure.kind is other.figure.kind is FigureKind.COUNT:
        return True
    between = text[one.figure.span.end : other.figure.span.start]
    # "14 of the 18 weeks"
    return _OF.fullmatch(between) is not None or may_be_of_one_kind(one, other)


def _times(one: Figure, other: Figure) -> Iterator[Decimal]:
    low, high = sorted((one.value, other.value))
    if low > 0:
        yield high * _HUNDRED / low


def _parts(one: Figure, other: Figure) -> Iterator[Decimal]:
    low, high = sorted((one.value, other.value))
    if low > 0:
        yield low * _HUNDRED / high


def _changes(one: Figure, other: Figure) -> Iterator[Decimal]:
    """Yield growth and fall."""
    low, high = sorted((one.value, other.value))
    if low > 0:
        yield (high - low) * _HUNDRED / low
        yield (high - low) * _HUNDRED / high


def _is_about(ratio: Decimal, wanted: Decimal, qualifier: Qualifier) -> bool:
    off = (ratio - wanted) / wanted
    if qualifier is Qualifier.OVER:
        return 0 < off <= _BEYOND
    if qualifier is Qualifier.UNDER:
        return -_BEYOND <= off < 0
    return abs(off) <= (_ABOUT if qualifier is Qualifier.ABOUT else _EXACTLY)
