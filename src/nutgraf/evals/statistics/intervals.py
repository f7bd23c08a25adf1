"""The mean of a suite with an interval: bootstrap over articles.

Articles are what a suite samples, so articles are what is drawn again; items and repeats within one
are first averaged, for they are alike (clustered). The percentiles of a bootstrap with few articles
make too narrow an interval, by a factor of sqrt((n - 1) / n) and by using the normal distribution
for Student's; they are therefore moved outwards to make up for both, as Hesterberg proposes
("expanded percentile interval", What Teachers Should Know About the Bootstrap, The American
Statistician 69, 2015, section 3.3). ``evals/measurements/interval_coverage.py`` compares it with
others.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel, ConfigDict, Field
from scipy.special import ndtr, stdtrit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEVEL = 0.95
RESAMPLES = 2000
_DRAWN_AT_ONCE = 1_000_000  # numbers in memory, however many articles there are


class Estimate(BaseModel):
    """A mean over articles, and how far it can be trusted.

    Attributes:
        value: The mean; None of no articles.
        low: Where the interval begins; None where there is none: with fewer than two articles, or
            where all have the same value, of which an interval without width would claim too much.
        high: Where it ends.
        cases: How many articles it rests on.
        items: How many items in them, such as labelled entities; 0 where items are not counted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float | None
    low: float | None = None
    high: float | None = None
    cases: int = Field(ge=0)
    items: int = Field(default=0, ge=0)


def mean_with_interval(
    values: Sequence[float],
    *,
    items: int = 0,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Estimate:
    """Return the mean of the articles' values with its interval, the same for the same input.

    Args:
        values: One of each article: the mean over its repeats.
        items: How many items the values rest on; only handed through.
        level: How often such an interval is to hold the true mean.
        resamples: How many times to draw articles again.
        seed: Of the drawing.

    Raises:
        ValueError: A value is not finite, or level or resamples are out of range.
    """
    sample = _checked(values, level, resamples)
    n = sample.size
    if n == 0:
        return Estimate(value=None, cases=0, items=items)
    value = math.fsum(values) / n
    if n == 1 or np.ptp(sample) == 0:
        return Estimate(value=value, cases=n, items=items)
    means = resampled_means(sample, resamples, np.random.default_rng(seed))
    tail = expanded_tail(level, n)
    low, high = np.quantile(means, [tail, 1 - tail])
    return Estimate(value=value, low=float(low), high=float(high), cases=n, items=items)


def expanded_tail(level: float, cases: int) -> float:
    """Return which share of the resampled means to leave out on each side.

    It is that of the normal distribution beyond where Student's interval would end.
    """
    students = float(stdtrit(cases - 1, (1 + level) / 2))
    return float(ndtr(-students * math.sqrt(cases / (cases - 1))))


def resampled_means(
    sample: NDArray[np.float64], resamples: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return the means of so many samples of the same size, drawn with replacement."""
    at_once = max(1, _DRAWN_AT_ONCE // sample.size)
    batches = (min(at_once, resamples - done) for done in range(0, resamples, at_once))
    means = [
        sample[rng.integers(0, sample.size, size=(batch, sample.size))].mean(axis=1)
        for batch in batches
    ]
    return np.concatenate(means)


def _checked(values: Sequence[float], level: float, resamples: int) -> NDArray[np.float64]:
    sample = np.asarray(values, dtype=np.float64)
    if not np.isfinite(sample).all():
        raise ValueError("a mean can be taken of finite values only; leave out what has none")
    if not 0 < level < 1:
        raise ValueError(f"the level of an interval lies between 0 and 1, not at {level}")
    if resamples < 1:
        raise ValueError(f"at least one resample is needed, not {resamples}")
    return sample
