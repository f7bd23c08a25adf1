"""Shares that a fallible judge counted, corrected for its errors.

A judge that takes some false statements for supported and some supported ones for false reports a
share that is off by an amount that its sensitivity and specificity tell; these are themselves only
measured, on labelled statements, so the corrected share is less certain than the one reported.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator
from scipy.special import ndtri

from nutgraf.evals.statistics.intervals import (
    LEVEL,
    RESAMPLES,
    Estimate,
    expanded_tail,
    resampled_means,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from numpy.typing import NDArray


class Share(BaseModel):
    """So many of so many."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: int = Field(ge=0)
    whole: int = Field(ge=0)

    @model_validator(mode="after")
    def _part_is_not_more(self) -> Self:
        if self.part > self.whole:
            raise ValueError(f"{self.part} cannot be a part of {self.whole}")
        return self

    @property
    def value(self) -> float | None:
        """Return the share; of nothing there is none."""
        return self.part / self.whole if self.whole else None


class Judge(BaseModel):
    """How a judge did on labelled statements.

    Attributes:
        sensitivity: Of the statements that people call true, those that it called true.
        specificity: Of those that people call false, those that it called false.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sensitivity: Share
    specificity: Share

    def corrected(self, reported: float) -> float | None:
        """Return the share that is true where the judge reports so much, clipped to 0 and 1.

        By Rogan and Gladen (Estimating Prevalence from the Results of a Screening Test, American
        Journal of Epidemiology 107, 1978). None where nothing can be corrected: the judge was tried
        on nothing, or does no better than guessing (sensitivity and specificity add to 1 or less).
        """
        sensitivity, specificity = self.sensitivity.value, self.specificity.value
        if sensitivity is None or specificity is None or sensitivity + specificity <= 1:
            return None
        return _clipped((reported + specificity - 1) / (sensitivity + specificity - 1))


def wilson(share: Share, *, level: float = LEVEL) -> Estimate:
    """Return a share with Wilson's score interval, for items that are independent.

    It stays within 0 and 1 and has a width at both ends (Wilson, Probable Inference, the Law of
    Succession, and Statistical Inference, Journal of the American Statistical Association 22,
    1927).
    """
    n, value = share.whole, share.value
    if value is None:
        return Estimate(value=None, cases=0)
    z = _quantile(level)
    centre = (value + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(value * (1 - value) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low = 0.0 if share.part == 0 else max(0.0, centre - half)
    high = 1.0 if share.part == n else min(1.0, centre + half)
    return Estimate(value=value, low=low, high=high, cases=n, items=n)


def corrected_share(judged: Share, judge: Judge, *, level: float = LEVEL) -> Estimate | None:
    """Return the share of true statements among those a judge has judged, for independent ones.

    The value is that of `Judge.corrected`; the interval counts in that sensitivity and specificity
    are estimates. Statements of one article are not independent: for them there is
    `corrected_mean`.

    Returns:
        None where nothing was judged, or nothing can be corrected, see `Judge.corrected`.
    """
    reported = judged.value
    value = None if reported is None else judge.corrected(reported)
    if value is None:
        return None
    low, high = _limits(judged, judge, _quantile(level))
    return Estimate(value=value, low=low, high=high, cases=judged.whole, items=judged.whole)


def _limits(judged: Share, judge: Judge, z: float) -> tuple[float, float]:
    """Return the limits of Lang and Reiczigel.

    (Confidence Limits for Prevalence of Disease Adjusted for Estimated Sensitivity and Specificity,
    Preventive Veterinary Medicine 113, 2014, equations 6 to 17, clipped to 0 and 1.) All shares are
    drawn a little towards a half, as for the interval of Agresti and Coull.
    """
    n, n_se, n_sp = judged.whole + z * z, judge.sensitivity.whole + 2, judge.specificity.whole + 2
    p = (judged.part + z * z / 2) / n
    se, sp = (judge.sensitivity.part + 1) / n_se, (judge.specificity.part + 1) / n_sp
    youden = se + sp - 1
    if youden <= 0:
        return 0.0, 1.0  # so few labels that even this judge may be guessing
    true = (p + sp - 1) / youden
    of_se, of_sp = se * (1 - se) / n_se, sp * (1 - sp) / n_sp
    centre = true + 2 * z * z * (true * of_se - (1 - true) * of_sp)
    variance = p * (1 - p) / n + true**2 * of_se + (1 - true) ** 2 * of_sp
    half = z * math.sqrt(variance) / youden
    return _clipped(centre - half), _clipped(centre + half)


def corrected_mean(
    values: Sequence[float],
    judge: Judge,
    *,
    items: int = 0,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Estimate | None:
    """Return the mean over articles of the share of true statements, corrected for the judge.

    Articles are drawn again, and with each draw a sensitivity and a specificity from what the
    judge's trial leaves possible (a beta distribution with Jeffreys' prior); the interval holds the
    middle of what comes out, clipped to 0 and 1, as in `intervals`.

    Args:
        values: The share that the judge called true, of each article.
        judge: How it did on labelled statements.
        items: How many statements were judged; only handed through.
        level: How often such an interval is to hold the true mean.
        resamples: How many times to draw.
        seed: Of the drawing.

    Returns:
        None as for `corrected_share`. Of a single article there is a value and no interval.
    """
    n = len(values)
    value = judge.corrected(math.fsum(values) / n) if n else None
    if value is None:
        return None
    if n == 1:
        return Estimate(value=value, cases=n, items=items)
    drawn = _drawn(np.asarray(values, dtype=np.float64), judge, resamples, seed)
    tail = expanded_tail(level, n)
    low, high = np.quantile(np.clip(drawn, 0.0, 1.0), [tail, 1 - tail])
    return Estimate(value=value, low=float(low), high=float(high), cases=n, items=items)


def _drawn(
    sample: NDArray[np.float64], judge: Judge, resamples: int, seed: int
) -> NDArray[np.float64]:
    """Return corrected means of articles drawn again, by judges that may be the one tried."""
    rng = np.random.default_rng(seed)
    means = resampled_means(sample, resamples, rng)
    se = rng.beta(*_jeffreys(judge.sensitivity), size=resamples)
    sp = rng.beta(*_jeffreys(judge.specificity), size=resamples)
    youden = se + sp - 1
    # A judge that guesses says nothing of the share: it may be anything.
    anything = rng.random(resamples)
    return np.where(youden > 0, (means + sp - 1) / np.where(youden > 0, youden, 1.0), anything)


def _jeffreys(share: Share) -> tuple[float, float]:
    return share.part + 0.5, share.whole - share.part + 0.5


def _quantile(level: float) -> float:
    return float(ndtri((1 + level) / 2))


def _clipped(value: float) -> float:
    return min(1.0, max(0.0, value))
