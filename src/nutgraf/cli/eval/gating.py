"""Baselines from the command line: writing one, and holding a run to one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from nutgraf.evals.baseline import baseline_of, load_baseline, write_baseline
from nutgraf.evals.gate import gate
from nutgraf.evals.measured import chosen_metrics, measured
from nutgraf.evals.scorers import SCORERS
from nutgraf.evals.scoring import metrics_of
from nutgraf.report.eval_gate import gate_to_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.evals.report import Report

_REPLAY = "replay"


def write_down(report: Report, path: Path, metrics: tuple[str, ...], *, allow_lower: bool) -> None:
    """Make the scores of a run the baseline at a path.

    Args:
        report: Of the run.
        path: Of the baseline.
        metrics: Which to gate, by name; none for all shares that apply to any case.
        allow_lower: Whether the new baseline may ask less than the old one.

    Raises:
        EvalError: The run is not done, a metric cannot be gated, or the baseline would ask less.
        OSError: It cannot be written.
    """
    gated = chosen_metrics(metrics_of(SCORERS), metrics)
    if not metrics:
        gated = tuple(metric for metric in gated if report.metric(metric.name).mean.cases)
    task = report.run.task
    # A recording and the extractive drafter give the same each time: then any fall is real.
    exact = task.model is None or _REPLAY in task.settings
    baseline = baseline_of(measured(report), gated, exact=exact)
    write_baseline(baseline, path, allow_lower=allow_lower)
    click.echo(f"nutgraf: {len(gated)} metrics are the baseline {path}", err=True)


def hold_to(report: Report, path: Path) -> None:
    """Hold the scores of a run to a baseline.

    Raises:
        EvalError: The baseline is of other cases, or no baseline.
        RegressionError: Scores fell.
        NotEnoughDataError: It cannot be said whether they did.
    """
    held = gate(load_baseline(path), measured(report))
    gate_to_terminal(held, sys.stderr)  # apart from the report, which may be JSON
    held.raise_for_verdict()
