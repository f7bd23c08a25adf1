"""``nutgraf eval score``: the stored outcomes of a run, scored again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.options import BY, FILE, FORM, RUN, WORST

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("run", type=RUN)
@click.option("--suite", type=click.Path(), help="Where its articles are now.")
@click.option("--gate", "gated_by", type=FILE, help="Hold the scores to this baseline.")
@BY
@WORST
@FORM
def score(
    run: Path, *, suite: str | None, gated_by: Path | None, by: str | None, worst: int, form: str
) -> None:
    """Score the outcomes in the folder RUN again, after a change to scorers; nothing is asked.

    Labels that changed since make another suite: then run again.
    """
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.options import (  # noqa: PLC0415
        keep_report,
        print_report,
        suite_at,
    )
    from nutgraf.evals.evaluation import rescore  # noqa: PLC0415

    report = rescore(run, suite_at(suite, run), by=by)
    keep_report(report, run)
    print_report(report, form, worst)
    if gated_by:
        from nutgraf.cli.eval.gating import hold_to  # noqa: PLC0415  as above

        hold_to(report, gated_by)
