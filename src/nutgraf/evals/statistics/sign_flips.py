"""The sign-flip permutation test for paired differences.

If nothing has changed, which of a pair of scores came from which run is chance, so every difference
might as well have had the other sign. The p-value is the share of all ways to sign them whose sum
is at least as extreme as the one seen. It assumes no distribution, only that the labels of the runs
could be swapped, and holds exactly for any number of cases.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Side = Literal["two-sided", "less", "greater"]

EXACT_UP_TO: Final = 32
"""Differences other than zero of which all 2^n signings are counted."""
FLIPS: Final = 9_999
"""Signings drawn where there are more."""
_SAME: Final = 1e-9  # sums of shares that differ by less are equal but for rounding
_DRAWN_AT_ONCE: Final = 1_000_000


def sign_flip_p(differences: Sequence[float], *, side: Side = "two-sided", seed: int = 0) -> float:
    """Return the p-value of differences whose mean is zero if nothing has changed.

    Exact for up to `EXACT_UP_TO` differences other than zero (a zero looks the same with either
    sign). Above, signings are drawn, and the one seen is counted among them, without which the test
    would find too much (Phipson and Smyth, Permutation P-values Should Never Be Zero, Statistical
    Applications in Genetics and Molecular Biology 9, 2010).

    Args:
        differences: After less before, one of each case.
        side: What counts as extreme: a mean that is lower, higher, or either.
        seed: Of the drawing, where signings are drawn.

    Raises:
        ValueError: A difference is not finite.
    """
    values = np.asarray(differences, dtype=np.float64)
    if not np.isfinite(values).all():
        raise ValueError("differences must be finite; leave out cases that have none")
    values = values[np.abs(values) > _SAME]
    if values.size == 0:
        return 1.0
    if side == "less":
        values = -values
    slack = _SAME * float(np.abs(values).sum())
    if side == "two-sided":
        return min(1.0, 2 * _share(values, abs(float(values.sum())) - slack, seed))
    return _share(values, float(values.sum()) - slack, seed)


def smallest_p(cases: int, *, side: Side = "two-sided") -> float:
    """Return the smallest p-value that so many cases can give: when all move the same way."""
    signings = 2.0**-cases
    return min(1.0, 2 * signings if side == "two-sided" else signings)


def fewest_cases(alpha: float, *, side: Side = "two-sided") -> int:
    """Return how many cases it takes at least for a p-value of alpha or below."""
    return next(n for n in count() if smallest_p(n, side=side) <= alpha)


def _share(values: NDArray[np.float64], least: float, seed: int) -> float:
    """Return the share of signings whose sum is at least so much."""
    if values.size <= EXACT_UP_TO:
        return _counted(values, least)
    return _drawn(values, least, seed)


def _counted(values: NDArray[np.float64], least: float) -> float:
    """Count all signings by pairing those of one half with those of the other, sorted.

    2^16 sums for each half stand for the 2^32 of the whole (Horowitz and Sahni, Computing
    Partitions with Applications to the Knapsack Problem, Journal of the ACM 21, 1974).
    """
    half = values.size // 2
    left, right = _all_sums(values[:half]), np.sort(_all_sums(values[half:]))
    too_small = np.searchsorted(right, least - left, side="left")
    return float((right.size - too_small).sum()) / 2.0**values.size


def _all_sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate([sums - value, sums + value])
    return sums


def _drawn(values: NDArray[np.float64], least: float, seed: int) -> float:
    rng = np.random.default_rng(seed)
    at_once = max(1, _DRAWN_AT_ONCE // values.size)
    bytes_each = -(-values.size // 8)
    extreme = 0
    for done in range(0, FLIPS, at_once):
        drawn = min(at_once, FLIPS - done)
        bits = np.frombuffer(rng.bytes(drawn * bytes_each), dtype=np.uint8)
        kept = np.unpackbits(bits.reshape(drawn, bytes_each), axis=1, count=values.size)
        sums = 2.0 * (kept.astype(np.float64) @ values) - values.sum()
        extreme += int(np.count_nonzero(sums >= least))
    return (extreme + 1) / (FLIPS + 1)
