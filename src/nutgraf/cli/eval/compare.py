"""``nutgraf eval compare``: two runs of the same cases, and whether one is better."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.options import RUN

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("run_a", type=RUN)
@click.argument("run_b", type=RUN)
@click.option("--metric", "metrics", multiple=True, help="Compare these, instead of all shares.")
@click.option("--suite", type=click.Path(), help="Where their articles are now.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Form of what is printed.",
)
def compare(
    run_a: Path, run_b: Path, *, metrics: tuple[str, ...], suite: str | None, form: str
) -> None:
    """Compare the runs in the folders RUN_A and RUN_B, case by case.

    Both are scored again first, by the same scorers. A difference counts as shown where chance
    would hardly give it, corrected for the number of metrics; the fewer, the more can be shown.
    """
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.options import suite_at  # noqa: PLC0415
    from nutgraf.evals.comparison import compare as compared  # noqa: PLC0415
    from nutgraf.evals.evaluation import rescore  # noqa: PLC0415
    from nutgraf.evals.measured import chosen_metrics, scores_by_metric  # noqa: PLC0415
    from nutgraf.evals.scorers import SCORERS  # noqa: PLC0415
    from nutgraf.evals.scoring import metrics_of  # noqa: PLC0415
    from nutgraf.report.eval_comparison import (  # noqa: PLC0415
        comparison_to_markdown,
        comparison_to_terminal,
    )

    scores_a, scores_b = (
        scores_by_metric(rescore(run, suite_at(suite, run), keep=False)) for run in (run_a, run_b)
    )
    wanted = chosen_metrics(metrics_of(SCORERS), metrics)
    comparison = compared(scores_a, scores_b, wanted, before=run_a.name, after=run_b.name)
    if form == "json":
        sys.stdout.write(comparison.to_json())
    elif form == "markdown":
        sys.stdout.write(comparison_to_markdown(comparison))
    else:
        comparison_to_terminal(comparison, sys.stdout)
