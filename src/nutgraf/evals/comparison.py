"""Two runs of a suite, metric by metric: what differs, and whether it could be chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.evals.scores import Better, Metric
from nutgraf.evals.statistics.corrections import holm
from nutgraf.evals.statistics.paired import ALPHA, Paired, pair, paired_moves
from nutgraf.evals.statistics.sign_flips import smallest_p

COMPARISON_VERSION: Final = 1
"""Raised when a comparison of the former version would no longer load."""

Scores = Mapping[str, Mapping[str, float | None]]
"""Of each metric, of each case, the mean over repeats; None where the metric does not apply."""
Difference = Literal["better", "worse", "changed", "not shown", "too few cases", "no pairs"]

_ROUNDING = 1e-12


class _Record(BaseModel):
    """The base of what a comparison holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ComparedMetric(_Record):
    """A metric in both runs.

    Attributes:
        metric: Its name.
        better: Which way is better; None where neither is.
        share: Whether it lies between 0 and 1.
        paired: The scores, compared case by case.
        p_adjusted: The p-value, corrected by Holm's procedure for the metrics compared; None where
            no case is paired.
        verdict: ``better``, ``worse`` or (for a metric without a direction) ``changed`` where the
            difference is shown at the comparison's level; ``too few cases`` where no difference
            could ever be shown, ``no pairs`` where no case has a score in both.
    """

    metric: str
    better: Better | None
    share: bool
    paired: Paired
    p_adjusted: float | None = Field(ge=0, le=1)
    verdict: Difference


class Comparison(_Record):
    """What differs between two runs.

    Attributes:
        format_version: Of this file format.
        before: What the first run is called.
        after: What the second is.
        alpha: The chance, over all metrics together, of calling any difference shown where there
            is none.
        corrected_for: How many metrics the p-values are corrected for. One of which no case moved
            is not among them: it could not have been shown whatever the level (Tarone, A Modified
            Bonferroni Method for Discrete Data, Biometrics 46, 1990).
        metrics: In the order asked for.
    """

    format_version: Literal[1] = COMPARISON_VERSION
    before: str = "A"
    after: str = "B"
    alpha: float
    corrected_for: int
    metrics: tuple[ComparedMetric, ...]

    def to_json(self) -> str:
        """Return the comparison as UTF-8 JSON, indented, the same for the same comparison."""
        return self.model_dump_json(indent=2) + "\n"


def compare(  # noqa: PLR0913  the names of the runs are only handed through
    scores_a: Scores,
    scores_b: Scores,
    metrics: Iterable[Metric],
    *,
    alpha: float = ALPHA,
    before: str = "A",
    after: str = "B",
    seed: int = 0,
) -> Comparison:
    """Compare two runs, paired by case.

    Cases that have a score in one run only are named in `Paired.unpaired`, and so is every case of
    a metric that one run lacks.

    Args:
        scores_a: Of the first run.
        scores_b: Of the second.
        metrics: What to compare.
        alpha: See `Comparison.alpha`.
        before: What to call the first run.
        after: What to call the second.
        seed: Of what is drawn.

    Raises:
        ValueError: A score is not finite.
    """
    asked = tuple(metrics)
    pairs = [(scores_a.get(metric.name, {}), scores_b.get(metric.name, {})) for metric in asked]
    tested = [index for index, (a, b) in enumerate(pairs) if any(m.by for m in paired_moves(a, b))]
    paired = [pair(a, b, alpha=alpha / max(1, len(tested)), seed=seed) for a, b in pairs]
    p_values = holm([p for index in tested if (p := paired[index].p) is not None])
    adjusted = dict(zip(tested, p_values, strict=True))
    return Comparison(
        before=before,
        after=after,
        alpha=alpha,
        corrected_for=len(tested),
        metrics=tuple(
            _compared(metric, one, adjusted.get(index), alpha)
            for index, (metric, one) in enumerate(zip(asked, paired, strict=True))
        ),
    )


def _compared(
    metric: Metric, paired: Paired, p_adjusted: float | None, alpha: float
) -> ComparedMetric:
    adjusted = 1.0 if p_adjusted is None and paired.p is not None else p_adjusted
    return ComparedMetric(
        metric=metric.name,
        better=metric.better,
        share=metric.share,
        paired=paired,
        p_adjusted=adjusted,
        verdict=_verdict(metric, paired, adjusted, alpha),
    )


def _verdict(metric: Metric, paired: Paired, p_adjusted: float | None, alpha: float) -> Difference:
    if p_adjusted is None or paired.difference.value is None:
        return "no pairs"
    if smallest_p(paired.difference.cases) > alpha:
        return "too few cases"
    if p_adjusted > alpha + _ROUNDING:
        return "not shown"
    if metric.better is None:
        return "changed"
    rose = paired.difference.value > 0
    return "better" if rose == (metric.better == "higher") else "worse"
