"""From a report to what comparisons and gates look at: scores by metric and case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import EvalError
from nutgraf.evals.baseline import MeasuredRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.evals.report import Report
    from nutgraf.evals.runs.manifest import Scalar, TaskRecord
    from nutgraf.evals.scores import Metric


def measured(report: Report) -> MeasuredRun:
    """Return a run as a gate looks at it."""
    run = report.run
    return MeasuredRun(
        suite=run.suite.name,
        cases=run.suite.cases,
        task=_flat(run.task),
        scores=scores_by_metric(report),
        repeats=run.repeats,
        missing=frozenset(report.missing),
    )


def scores_by_metric(report: Report) -> dict[str, dict[str, float | None]]:
    """Return of each metric the mean over the repeats of each case that was asked."""
    missing = {case for case in report.missing if not _has_scores(report, case)}
    return {
        metric.name: {
            one.case: one.values[metric.name] for one in report.cases if one.case not in missing
        }
        for metric in report.metrics
    }


def chosen_metrics(metrics: Sequence[Metric], names: Iterable[str]) -> tuple[Metric, ...]:
    """Return the metrics of these names; without names, all shares.

    Raises:
        EvalError: There is no metric of a name.
    """
    wanted = tuple(names)
    if not wanted:
        return tuple(metric for metric in metrics if metric.share)
    known = {metric.name: metric for metric in metrics}
    for name in wanted:
        if name not in known:
            raise EvalError(f"there is no metric {name!r}; there are {', '.join(known)}")
    return tuple(known[name] for name in wanted)


def _has_scores(report: Report, case: str) -> bool:
    summary = next(one for one in report.cases if one.case == case)
    return summary.failed > 0 or any(value is not None for value in summary.values.values())


def _flat(task: TaskRecord) -> dict[str, Scalar]:
    """Return what tells whether another run asked the same, by name; not which code answered."""
    prompt = task.prompt
    return {
        "name": task.name,
        "model": task.model,
        "prompt": f"{prompt.name}@v{prompt.version}" if prompt else None,
        "prompt_digest": prompt.digest if prompt else None,
        "schema": task.schema_name,
        "schema_digest": task.schema_digest,
        **task.settings,
    }
