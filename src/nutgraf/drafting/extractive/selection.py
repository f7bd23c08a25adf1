"""Chooses the lines that the summary repeats: the one that tells the story, and its key points.

How good each line is, is the business of ``ranking``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.terms import containment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.drafting.extractive.ranking import Ranked

# What a line loses when it says nothing that a chosen line has not said.
_REDUNDANCY: Final = 0.5
# Above this share of common terms, the shorter line says nothing new.
_SAYS_THE_SAME: Final = 0.8
_FEWEST_TERMS_OF_A_REPEAT: Final = 6
_FEWEST_POINTS: Final = 3
_MOST_POINTS: Final = 7
_LINES_A_POINT: Final = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines that the summary repeats.

    Attributes:
        gist: The line that tells the story, or None where the article has no prose.
        points: The key points, best first, without the gist.
    """

    gist: Ranked | None
    points: tuple[Ranked, ...]


def choose(ranked: Sequence[Ranked]) -> Choice:
    """Choose the gist and 3 to 7 key points, fewer where the article has fewer lines."""
    if not ranked:
        return Choice(None, ())
    gist = max(ranked, key=lambda one: one.gist_score)
    wanted = min(max(len(ranked) // _LINES_A_POINT, _FEWEST_POINTS), _MOST_POINTS)
    chosen = [gist]
    # Overlap with the chosen lines, kept up to date: one pass over the lines for each point.
    left = {one.line.number: (one, _overlap(one, gist)) for one in ranked if one is not gist}
    while left and len(chosen) <= wanted:
        best, overlap = max(left.values(), key=_worth)
        del left[best.line.number]
        if overlap >= _SAYS_THE_SAME:
            continue
        chosen.append(best)
        left = {n: (one, max(o, _overlap(one, best))) for n, (one, o) in left.items()}
    return Choice(gist, tuple(chosen[1:]))


def _worth(candidate: tuple[Ranked, float]) -> float:
    one, overlap = candidate
    return one.score - _REDUNDANCY * overlap


def _overlap(one: Ranked, other: Ranked) -> float:
    return containment(one.line.terms, other.line.terms)


def places_of(line: Line, lines: Iterable[Line]) -> tuple[int, ...]:
    """Return the number of a line, and of those that say the same, if with a few words more.

    One word that differs makes another statement ("will run the bridge", "will run the school").
    """
    return (line.number, *(o.number for o in lines if o is not line and _is_repeat(line, o)))


def _is_repeat(one: Line, other: Line) -> bool:
    smaller, larger = sorted((len(one.terms), len(other.terms)))
    if smaller < _FEWEST_TERMS_OF_A_REPEAT or larger > 2 * smaller:
        return False
    return containment(one.terms, other.terms) == 1.0
