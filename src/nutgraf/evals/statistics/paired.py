"""Two runs over the same cases, compared case by case.

Articles differ far more from each other than two prompts on the same article do, so the comparison
is of differences within cases; comparing two means as though of different articles would miss most
of what there is to see (Miller, Adding Error Bars to Evals, arXiv 2411.00640, 2024, section 4).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field
from scipy.special import stdtrit

from nutgraf.evals.statistics.intervals import LEVEL, Estimate, mean_with_interval
from nutgraf.evals.statistics.sign_flips import Side, sign_flip_p, smallest_p

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ALPHA = 0.05
POWER = 0.8
SAME: Final = 1e-9
"""Scores that differ by less are equal but for rounding."""
_FEWEST = 2  # cases that have a spread


class Move(BaseModel):
    """A case whose score is not what it was."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    before: float
    after: float

    @property
    def by(self) -> float:
        """Return how much is added; what is nothing but rounding is nothing."""
        added = self.after - self.before
        return 0.0 if abs(added) <= SAME else added


class Unpaired(BaseModel):
    """A case that has a score in one run only and so cannot be compared.

    Attributes:
        case: Its id.
        run: The run that has a score of it.
        why: Whether the other run lacks the case, or has it and the metric does not apply.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    run: Literal["before", "after"]
    why: Literal["missing", "not applicable"]


class Paired(BaseModel):
    """A metric in two runs.

    Attributes:
        before: The mean of the first run over the cases that both have.
        after: Likewise, of the second.
        difference: The mean of after less before, with its interval.
        p: Of the two-sided sign-flip test; None where nothing is paired.
        shows: The smallest true difference that so many cases would show four times in five; None
            where none can be told: too few cases, or differences without spread.
        moved: Cases with another score, the greatest fall first and the greatest rise last.
        unpaired: Cases with a score in one run only, by id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: float | None
    after: float | None
    difference: Estimate
    p: float | None = Field(ge=0, le=1)
    shows: float | None
    moved: tuple[Move, ...]
    unpaired: tuple[Unpaired, ...]


def pair(
    before: Mapping[str, float | None],
    after: Mapping[str, float | None],
    *,
    alpha: float = ALPHA,
    level: float = LEVEL,
    seed: int = 0,
) -> Paired:
    """Compare the scores of two runs, by case; None is "does not apply".

    Args:
        before: Of each case the mean over its repeats.
        after: Likewise, of the other run.
        alpha: The level at which a difference is to be shown, for `Paired.shows`; where several
            metrics are compared, the level divided by their number.
        level: Of the interval.
        seed: Of what is drawn.

    Raises:
        ValueError: A score is not finite.
    """
    moves = paired_moves(before, after)
    differences = [move.by for move in moves]
    return Paired(
        before=_mean([move.before for move in moves]),
        after=_mean([move.after for move in moves]),
        difference=mean_with_interval(differences, level=level, seed=seed),
        p=sign_flip_p(differences, seed=seed) if moves else None,
        shows=smallest_difference(differences, alpha=alpha),
        moved=tuple(sorted((m for m in moves if m.by), key=lambda m: (m.by, m.case))),
        unpaired=unpaired(before, after),
    )


def paired_moves(
    before: Mapping[str, float | None], after: Mapping[str, float | None]
) -> tuple[Move, ...]:
    """Return the cases that have a score in both, moved or not, in the order of the first."""
    both = ((case, old, after.get(case)) for case, old in before.items())
    return tuple(
        Move(case=case, before=old, after=new)
        for case, old, new in both
        if old is not None and new is not None
    )


def unpaired(
    before: Mapping[str, float | None], after: Mapping[str, float | None]
) -> tuple[Unpaired, ...]:
    """Return the cases that have a score in one run only, by id."""
    found = []
    for case in sorted(before.keys() | after.keys()):
        old, new = before.get(case), after.get(case)
        if (old is None) == (new is None):
            continue
        lacking = after if new is None else before
        found.append(
            Unpaired(
                case=case,
                run="before" if new is None else "after",
                why="not applicable" if case in lacking else "missing",
            )
        )
    return tuple(found)


def smallest_difference(
    differences: Sequence[float],
    *,
    alpha: float = ALPHA,
    power: float = POWER,
    side: Side = "two-sided",
) -> float | None:
    """Return the smallest true difference that so many cases would show, from their spread.

    Miller's formula (arXiv 2411.00640, section 5), solved for the difference: the quantiles of
    alpha and power, added, times the standard error of the mean difference; with quantiles of
    Student's distribution, for suites are small. None of fewer cases than can reach alpha at all,
    and of differences without spread.
    """
    n = len(differences)
    if n < _FEWEST or smallest_p(n, side=side) > alpha:
        return None
    spread = float(np.std(np.asarray(differences), ddof=1))
    if spread <= SAME:
        return None
    tail = alpha / 2 if side == "two-sided" else alpha
    quantiles = float(stdtrit(n - 1, 1 - tail)) + float(stdtrit(n - 1, power))
    return quantiles * spread / math.sqrt(n)


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None
