"""Whether a run is worse than its baseline: pass, regression, or not enough data.

Each gated metric is compared case by case with the baseline, by a one-sided sign-flip permutation
test; Holm's procedure over the metrics keeps the chance that a run which is no worse is called a
regression at or below the baseline's alpha. ``evals/measurements/gate_simulation.py`` shows it.

An exact baseline, of a task that always gives the same, needs no test: a metric's mean below its
floor is a regression.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, Required, TypedDict

from pydantic import BaseModel, ConfigDict

from nutgraf.errors import NotEnoughDataError, RegressionError
from nutgraf.evals.baseline import SAME, GatedMetric, named, worse_by
from nutgraf.evals.baseline_fit import check_fit, task_differences
from nutgraf.evals.scores import Better
from nutgraf.evals.statistics.corrections import holm
from nutgraf.evals.statistics.intervals import Estimate, mean_with_interval
from nutgraf.evals.statistics.paired import (
    Move,
    Unpaired,
    paired_moves,
    smallest_difference,
    unpaired,
)
from nutgraf.evals.statistics.sign_flips import Side, fewest_cases, sign_flip_p

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Unpack

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


def gate(baseline: Baseline, run: MeasuredRun, *, seed: int = 0) -> GateReport:
    """Hold a run to a baseline.

    Raises:
        EvalError: The baseline is of other cases, or gates a metric that the run does not have, or
            is exact and of another drafter or model.
    """
    check_fit(baseline, run)
    metrics = tuple(_exact(baseline, run) if baseline.exact else _tested(baseline, run, seed))
    verdicts = {one.verdict for one in metrics}
    return GateReport(
        verdict=next(verdict for verdict in _GRAVEST_FIRST if verdict in verdicts),
        suite=baseline.suite,
        alpha=baseline.alpha,
        exact=baseline.exact,
        metrics=metrics,
        task_differs=tuple(task_differences(baseline, run)),
        missing=tuple(sorted(run.missing)),
    )


def _tested(baseline: Baseline, run: MeasuredRun, seed: int) -> Iterator[GatedResult]:
    """Yield what the test says of each metric."""
    level = baseline.alpha / len(baseline.metrics)
    needed = fewest_cases(level, side="less")
    moves = {
        name: paired_moves(gated.cases, run.scores[name])
        for name, gated in baseline.metrics.items()
    }
    p_values = [
        sign_flip_p([move.by for move in moves[name]], side=_worse_side(gated), seed=seed)
        for name, gated in baseline.metrics.items()
    ]
    adjusted = holm(p_values)
    for index, (name, gated) in enumerate(baseline.metrics.items()):
        verdict: Verdict = "pass"
        why = "no fall is shown" if gated.better == "higher" else "no rise is shown"
        if adjusted[index] <= baseline.alpha + _ROUNDING:
            verdict, why = "regression", _fell(moves[name], adjusted[index])
        elif lacking := _lacking(gated, run, name):
            verdict, why = "not enough data", f"there are no scores of {named(lacking)}"
        elif len(moves[name]) < needed:
            verdict = "not enough data"
            why = f"{len(moves[name])} cases can be compared, and {needed} are needed"
        yield _result(
            (name, gated),
            run,
            verdict=verdict,
            why=why,
            p=p_values[index],
            p_adjusted=adjusted[index],
            shows=smallest_difference(
                [move.by for move in moves[name]], alpha=level, side=_worse_side(gated)
            ),
        )


def _exact(baseline: Baseline, run: MeasuredRun) -> Iterator[GatedResult]:
    """Yield how each metric's mean stands to its floor.

    A metric that no longer applies to a case has not fallen, but nor can it be said to have held.
    """
    for name, gated in baseline.metrics.items():
        values = [value for value in run.scores[name].values() if value is not None]
        mean = math.fsum(values) / len(values) if values else None
        lost = [one.case for one in unpaired(gated.cases, run.scores[name]) if one.run == "before"]
        verdict: Verdict = "pass"
        why = "it is where it was or better"
        if mean is not None and worse_by(gated.floor, mean, gated.better) > SAME:
            verdict, why = "regression", f"from {gated.floor:.4f} to {mean:.4f}"
        elif lacking := _lacking(gated, run, name):
            verdict, why = "not enough data", f"there are no scores of {named(lacking)}"
        elif lost:
            verdict = "not enough data"
            why = f"it no longer applies to {named(lost)}; if that is right, write a new baseline"
        yield _result((name, gated), run, verdict=verdict, why=why)


def _result(
    metric: tuple[str, GatedMetric], run: MeasuredRun, **judged: Unpack[_Judged]
) -> GatedResult:
    name, gated = metric
    moves = paired_moves(gated.cases, run.scores[name])
    worse = [move for move in moves if worse_by(0.0, move.by, gated.better) > 0]
    return GatedResult(
        metric=name,
        better=gated.better,
        before=_mean([move.before for move in moves]),
        after=_mean([move.after for move in moves]),
        difference=mean_with_interval([move.by for move in moves]),
        worst=tuple(sorted(worse, key=lambda move: (-abs(move.by), move.case))),
        unpaired=unpaired(gated.cases, run.scores[name]),
        **judged,
    )


def _worse_side(gated: GatedMetric) -> Side:
    return "less" if gated.better == "higher" else "greater"


def _fell(moves: Sequence[Move], p: float) -> str:
    by = math.fsum(move.by for move in moves) / len(moves)
    return f"{by:+.4f} over {len(moves)} cases (p = {p:.4f}, corrected)"


def _lacking(gated: GatedMetric, run: MeasuredRun, name: str) -> set[str]:
    """Return the cases that the run has no score of, not even that the metric does not apply."""
    return {case for case in gated.cases if case in run.missing or case not in run.scores[name]}


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None
