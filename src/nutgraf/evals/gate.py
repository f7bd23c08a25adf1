"""Whether a run is worse than its baseline: pass, regression, or not enough data.

Each gated metric is compared case by case with the baseline, by a one-sided sign-flip permutation
test; Holm's procedure over the metrics keeps the chance that a run which is no worse is called a
regression at or below the baseline's alpha. ``evals/measurements/gate_simulation.py`` shows it.

An exact baseline, of a task that always gives the same, needs no test: a metric's mean below its
floor is a regression.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Required, TypedDict

from pydantic import BaseModel, ConfigDict

from nutgraf.errors import NotEnoughDataError, RegressionError
from nutgraf.evals.baseline import SAME, GatedMetric, named, worse_by
from nutgraf.evals.baseline_fit import check_fit, task_differences
from nutgraf.evals.scores import Better
from nutgraf.evals.statistics.corrections import holm
from nutgraf.evals.statistics.intervals import RESAMPLES, Estimate, mean_with_interval
from nutgraf.evals.statistics.paired import (
    Move,
    Unpaired,
    paired_moves,
    smallest_difference,
    unpaired,
)
from nutgraf.evals.statistics.sign_flips import Side, fewest_cases, sign_flip_p

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.evals.baseline import Baseline, MeasuredRun

Verdict = Literal["pass", "regression", "not enough data"]

_GRAVEST_FIRST: tuple[Verdict, ...] = ("regression", "not enough data", "pass")
_ROUNDING = 1e-12


class _Judged(TypedDict, total=False):
    verdict: Required[Verdict]
    why: Required[str]
    p: float
    p_adjusted: float
    shows: float | None


class _Record(BaseModel):
    """The base of what a gate reports: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GatedResult(_Record):
    """A gated metric.

    Attributes:
        metric: Its name.
        better: Which way is better.
        share: Whether it lies between 0 and 1.
        verdict: What the gate says of it.
        why: In a sentence.
        before: The baseline's mean over the cases that both have a score of.
        after: The run's.
        difference: The run less the baseline, case by case, with its interval.
        p: Of the test that it became no worse; None in an exact gate.
        p_adjusted: Corrected for the number of metrics gated.
        shows: The smallest fall that the gate would find four times in five; None in an exact gate,
            and where it cannot be told.
        worst: Cases that became worse, the worst first.
        unpaired: Cases with a score in one of both only.
    """

    metric: str
    better: Better
    share: bool
    verdict: Verdict
    why: str
    before: float | None
    after: float | None
    difference: Estimate
    p: float | None = None
    p_adjusted: float | None = None
    shows: float | None = None
    worst: tuple[Move, ...] = ()
    unpaired: tuple[Unpaired, ...] = ()


class GateReport(_Record):
    """What a gate says of a run.

    Attributes:
        verdict: ``regression`` if that of any metric is, else ``not enough data`` if that of any
            is, else ``pass``.
        suite: Name of the suite.
        alpha: See `nutgraf.evals.baseline.Baseline.alpha`.
        exact: See `nutgraf.evals.baseline.Baseline.exact`.
        metrics: In the baseline's order.
        task_differs: In what the run's task differs from the baseline's, a line each.
        missing: Cases without all their outcomes, by id.
    """

    verdict: Verdict
    suite: str
    alpha: float
    exact: bool
    metrics: tuple[GatedResult, ...]
    task_differs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def raise_for_verdict(self) -> None:
        """Do nothing if the gate is passed.

        Raises:
            RegressionError: Metrics fell, which are named.
            NotEnoughDataError: It cannot be said of some metrics, which are named.
        """
        if self.verdict == "pass":
            return
        kind = RegressionError if self.verdict == "regression" else NotEnoughDataError
        found = [f"{one.metric}: {one.why}" for one in self.metrics if one.verdict == self.verdict]
        raise kind("; ".join(found))

    def to_json(self) -> str:
        """Return the report as UTF-8 JSON, indented, the same for the same report."""
        return self.model_dump_json(indent=2) + "\n"


def gate(
    baseline: Baseline, run: MeasuredRun, *, resamples: int = RESAMPLES, seed: int = 0
) -> GateReport:
    """Hold a run to a baseline.

    Args:
        baseline: What it is held to.
        run: The run.
        resamples: For the intervals, which are shown only: no verdict depends on them.
        seed: Of what is drawn.

    Raises:
        EvalError: The baseline is of other cases, or gates a metric that the run does not have, or
            is exact and of another drafter or model.
    """
    check_fit(baseline, run)
    compared = [_Compared.of(name, baseline, run) for name in baseline.metrics]
    if baseline.exact:
        judged = [_exact(one) for one in compared]
    else:
        judged = _tested(compared, baseline.alpha, seed)
    verdicts = {one["verdict"] for one in judged}
    return GateReport(
        verdict=next(verdict for verdict in _GRAVEST_FIRST if verdict in verdicts),
        suite=baseline.suite,
        alpha=baseline.alpha,
        exact=baseline.exact,
        metrics=tuple(
            _result(one, verdict, resamples) for one, verdict in zip(compared, judged, strict=True)
        ),
        task_differs=tuple(task_differences(baseline, run)),
        missing=tuple(sorted(run.missing)),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A gated metric with the scores of the run.

    Attributes:
        name: Of the metric.
        gated: What the baseline has of it.
        scores: What the run has of it.
        moves: The cases that both have a score of.
        lacking: Cases that the run has no score of, not even that the metric does not apply.
    """

    name: str
    gated: GatedMetric
    scores: Mapping[str, float | None]
    moves: tuple[Move, ...]
    lacking: frozenset[str]

    @classmethod
    def of(cls, name: str, baseline: Baseline, run: MeasuredRun) -> _Compared:
        gated, scores = baseline.metrics[name], run.scores[name]
        return cls(
            name=name,
            gated=gated,
            scores=scores,
            moves=paired_moves(gated.cases, scores),
            lacking=frozenset(c for c in gated.cases if c in run.missing or c not in scores),
        )

    @property
    def differences(self) -> list[float]:
        return [move.by for move in self.moves]

    @property
    def worse_side(self) -> Side:
        return "less" if self.gated.better == "higher" else "greater"


def _tested(compared: Sequence[_Compared], alpha: float, seed: int) -> list[_Judged]:
    """Return what the test says of each metric."""
    p_values = [sign_flip_p(one.differences, side=one.worse_side, seed=seed) for one in compared]
    adjusted = holm(p_values)
    level = alpha / len(compared)
    needed = fewest_cases(level, side="less")
    judged = []
    for one, p, p_adjusted in zip(compared, p_values, adjusted, strict=True):
        verdict: Verdict = "pass"
        why = "it is not shown to be worse"
        if p_adjusted <= alpha + _ROUNDING:
            by = math.fsum(one.differences) / len(one.moves)
            verdict = "regression"
            why = f"{by:+.4f} over {len(one.moves)} cases (p = {p_adjusted:.2g}, corrected)"
        elif one.lacking:
            verdict, why = "not enough data", f"there are no scores of {named(one.lacking)}"
        elif len(one.moves) < needed:
            verdict = "not enough data"
            why = f"{len(one.moves)} cases can be compared, and {needed} are needed"
        shows = smallest_difference(one.differences, alpha=level, side=one.worse_side)
        judged.append(_Judged(verdict=verdict, why=why, p=p, p_adjusted=p_adjusted, shows=shows))
    return judged


def _exact(one: _Compared) -> _Judged:
    """Return how a metric's mean stands to its floor.

    A metric that no longer applies to a case has not fallen, but nor can it be said to have held.
    """
    mean = _mean([value for value in one.scores.values() if value is not None])
    floor = one.gated.floor
    lost = [case.case for case in unpaired(one.gated.cases, one.scores) if case.run == "before"]
    if mean is not None and worse_by(floor, mean, one.gated.better) > SAME:
        return _Judged(verdict="regression", why=f"{mean:.4f}, where the floor is {floor:.4f}")
    if one.lacking:
        why = f"there are no scores of {named(one.lacking)}"
        return _Judged(verdict="not enough data", why=why)
    if lost:
        why = f"it no longer applies to {named(lost)}; if that is right, write a new baseline"
        return _Judged(verdict="not enough data", why=why)
    return _Judged(verdict="pass", why="it is at its floor or better")


def _result(one: _Compared, judged: _Judged, resamples: int) -> GatedResult:
    worse = [move for move in one.moves if worse_by(0.0, move.by, one.gated.better) > 0]
    return GatedResult(
        metric=one.name,
        better=one.gated.better,
        share=one.gated.share,
        before=_mean([move.before for move in one.moves]),
        after=_mean([move.after for move in one.moves]),
        difference=mean_with_interval(one.differences, resamples=resamples),
        worst=tuple(sorted(worse, key=lambda move: (-abs(move.by), move.case))),
        unpaired=unpaired(one.gated.cases, one.scores),
        **judged,
    )


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None
