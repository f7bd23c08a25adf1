"""Cohen's kappa: how far two judges agree beyond what chance would make them."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from scipy.special import ndtri

from nutgraf.evals.statistics.intervals import LEVEL, Estimate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


def cohens_kappa(
    verdicts: Iterable[tuple[Hashable, Hashable]], *, level: float = LEVEL
) -> Estimate:
    """Return kappa of two judges' verdicts on the same items.

    1 is full agreement, 0 what chance would give, below 0 less than that (Cohen, A Coefficient of
    Agreement for Nominal Scales, Educational and Psychological Measurement 20, 1960). The interval
    uses the large-sample standard error for kappa other than zero (Fleiss, Cohen and Everitt, Large
    Sample Standard Errors of Kappa and Weighted Kappa, Psychological Bulletin 72, 1969), for items
    that are independent.

    Args:
        verdicts: Of each item those of the first and the second judge.
        level: How often such an interval is to hold the true kappa.

    Returns:
        No value without items, and where both call everything the same, for then chance alone
        agrees fully. No interval where all agree, for then the standard error is zero.
    """
    pairs = Counter(verdicts)
    n = pairs.total()
    first, second = _marginals(pairs, 0), _marginals(pairs, 1)
    by_chance = sum(first[label] * second[label] for label in first) / n**2 if n else 1.0
    if by_chance == 1:
        return Estimate(value=None, cases=n, items=n)
    agreed = sum(count for (one, other), count in pairs.items() if one == other) / n
    kappa = (agreed - by_chance) / (1 - by_chance)
    if agreed == 1:
        return Estimate(value=kappa, cases=n, items=n)
    half = float(ndtri((1 + level) / 2)) * _standard_error(pairs, first, second, by_chance)
    return Estimate(
        value=kappa, low=max(-1.0, kappa - half), high=min(1.0, kappa + half), cases=n, items=n
    )


def _standard_error(
    pairs: Counter[tuple[Hashable, Hashable]],
    first: Counter[Hashable],
    second: Counter[Hashable],
    by_chance: float,
) -> float:
    """Return the standard error, equation 13 of Fleiss, Cohen and Everitt."""
    n = pairs.total()
    agreed = sum(count for (one, other), count in pairs.items() if one == other) / n
    spread = -((agreed * by_chance - 2 * by_chance + agreed) ** 2)
    for (one, other), count in pairs.items():
        if one == other:
            share = ((1 - by_chance) - (first[one] + second[one]) / n * (1 - agreed)) ** 2
        else:
            share = (1 - agreed) ** 2 * ((second[one] + first[other]) / n) ** 2
        spread += count / n * share
    return math.sqrt(max(0.0, spread) / n) / (1 - by_chance) ** 2


def _marginals(pairs: Counter[tuple[Hashable, Hashable]], judge: int) -> Counter[Hashable]:
    counted: Counter[Hashable] = Counter()
    for verdicts, count in pairs.items():
        counted[verdicts[judge]] += count
    return counted
