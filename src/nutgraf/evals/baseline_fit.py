"""Whether a baseline is one of the cases that a run asked, and of a task that it can judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import EvalError
from nutgraf.evals.baseline import cases_digest, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.baseline import Baseline, MeasuredRun

_MAKER = ("name", "drafter", "model")  # what an exact baseline must share with a run


def check_fit(baseline: Baseline, run: MeasuredRun) -> None:
    """Do nothing if a run can be held to a baseline.

    Raises:
        EvalError: The baseline is of other cases, or gates a metric that the run does not have, or
            is exact and of another drafter or model.
    """
    if differing := list(_case_differences(baseline, run)):
        raise EvalError(
            f"the baseline is of other cases than the run: {'; '.join(differing)}; run the same "
            "suite, or write a new baseline"
        )
    if unknown := sorted(baseline.metrics.keys() - run.scores.keys()):
        raise EvalError(f"the baseline gates {named(unknown)}, which the run does not have")
    if baseline.exact:
        for part in _MAKER:
            if baseline.task.get(part) != run.task.get(part):
                raise EvalError(
                    f"the baseline is exact and of the {part} {baseline.task.get(part)!r}, the run "
                    f"of {run.task.get(part)!r}; write a baseline for it"
                )


def task_differences(baseline: Baseline, run: MeasuredRun) -> Iterator[str]:
    """Yield in what a run's task is not that of the baseline; a changed prompt is no misfit."""
    for part in sorted(baseline.task.keys() | run.task.keys()):
        old, new = baseline.task.get(part), run.task.get(part)
        if old != new:
            yield f"{part}: {old} in the baseline, {new} in the run"
    if baseline.repeats != run.repeats:
        yield f"repeats: {baseline.repeats} in the baseline, {run.repeats} in the run"


def _case_differences(baseline: Baseline, run: MeasuredRun) -> Iterator[str]:
    if baseline.digest == cases_digest(run.cases) and baseline.suite == run.suite:
        return
    if baseline.suite != run.suite:
        yield f"the suite is {run.suite!r}, not {baseline.suite!r}"
    old, new = baseline.cases, run.cases
    kinds = {
        "changed": {case for case in old.keys() & new.keys() if old[case] != new[case]},
        "added": new.keys() - old.keys(),
        "left out": old.keys() - new.keys(),
    }
    for kind, cases in kinds.items():
        if cases:
            yield f"{kind}: {named(cases)}"
    if not any(kinds.values()) and baseline.suite == run.suite:
        yield "its digest is not that of its cases; it was edited by hand"
