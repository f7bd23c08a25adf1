"""Numbers that a writer works out from those that are printed: sums, differences, shares, counts.

"Fifteen councillors voted" is true of a vote of 9 to 6 though no 15 is printed. What is derivable
is not borne out by that; it is only no reason to call a number wrong.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures import FigureKind, carries, has_no_unit, may_be_one_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.checks.figures.counted import Counted
    from nutgraf.language.figures import Figure

_MOST_FIGURES: Final = 12  # of a sentence; more make a table, in which anything adds up to anything
_MEASURED: Final = frozenset({FigureKind.MONEY, FigureKind.WEIGHT, FigureKind.DISTANCE})
_PERCENT: Final = Decimal(100)
_ITEM: Final = r"[^,;:.()\n]{2,60}"
_LIST: Final = re.compile(rf"(?:{_ITEM}[,;] ){{1,11}}{_ITEM}?,? ?\b(?:and|or) {_ITEM}")
_SEPARATOR: Final = re.compile(r"[,;] (?:and |or )?| and | or ")


def is_derivable(said: Counted, sentences: Iterable[Sequence[Counted]]) -> bool:
    """Tell whether two figures of one sentence give the figure that is said, or all of its kind do.

    Args:
        said: The figure that is said.
        sentences: The figures of each sentence that it may come from.
    """
    for figures in sentences:
        some = [one for one in figures[:_MOST_FIGURES] if one.figure.kind is not FigureKind.ORDINAL]
        if any(carries(made, said.figure) for made in _made_of(said, some)):
            return True
    return False


def _made_of(said: Counted, figures: Sequence[Counted]) -> Iterator[Figure]:
    for one in figures:
        if one.figure.kind is FigureKind.SCORE and one.figure.high is not None:
            yield _of(one.figure, one.figure.value + one.figure.high)
            yield _of(one.figure, abs(one.figure.value - one.figure.high))
    for one, other in combinations(figures, 2):
        if _are_of_one_kind(one, other):
            yield from _pairs(said, one.figure, other.figure)
    alike = [one for one in figures if one.noun is not None and one.noun == said.noun]
    if len(alike) > 2:  # noqa: PLR2004 - two were added above
        yield _of(alike[0].figure, sum((one.figure.value for one in alike), Decimal(0)))


def _pairs(said: Counted, one: Figure, other: Figure) -> Iterator[Figure]:
    low, high = sorted((one.value, other.value))
    if said.figure.kind is FigureKind.SHARE and one.kind is not FigureKind.SHARE:
        if low > 0:
            yield _share(said.figure, low * _PERCENT / high)
            yield _share(said.figure, (high - low) * _PERCENT / low)
            yield _share(said.figure, (high - low) * _PERCENT / high)
        return
    yield _of(one, low + high)
    yield _of(one, high - low)


def _of(figure: Figure, value: Decimal) -> Figure:
    kind = FigureKind.COUNT if figure.kind is FigureKind.SCORE else figure.kind
    return replace(figure, value=value, high=None, kind=kind)


def _share(said: Figure, value: Decimal) -> Figure:
    rounded = round(value, 0 if said.value % 1 == 0 else 1)
    return replace(said, value=rounded, high=None)


def _are_of_one_kind(one: Counted, other: Counted) -> bool:
    if _leaves_its_unit_out(one, other) or _leaves_its_unit_out(other, one):
        return True
    if one.figure.kind is not other.figure.kind or one.figure.kind is FigureKind.SCORE:
        return False
    if has_no_unit(one.figure) and has_no_unit(other.figure):
        return one.noun is None or other.noun is None or one.noun == other.noun
    return may_be_one_unit(one.figure.unit, other.figure.unit)


def _leaves_its_unit_out(one: Counted, other: Counted) -> bool:
    """Tell whether a bare number is of what the other measures: "40 tons instead of 210"."""
    bare = one.figure.kind is FigureKind.COUNT and one.figure.unit is None
    return bare and other.figure.kind in _MEASURED


def listed(text: str) -> frozenset[int]:
    """Return how many items the lists of a sentence have: 3 for "Arden, Bellhaven and Corve"."""
    lists = (found[0] for found in _LIST.finditer(text))
    return frozenset(len(_SEPARATOR.split(items)) for items in lists)
