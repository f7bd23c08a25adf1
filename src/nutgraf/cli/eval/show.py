"""``nutgraf eval show``: one case of a run, what is expected beside what came."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.options import RUN
from nutgraf.errors import EvalError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("run", type=RUN)
@click.option("--case", "name", required=True, help="Id of the case.")
@click.option("--repeat", type=click.IntRange(min=1), default=1, help="Which time it was asked; 1.")
@click.option("--suite", type=click.Path(), help="Where its articles are now.")
def show(run: Path, *, name: str, repeat: int, suite: str | None) -> None:
    """Show one case of the run in the folder RUN: what is expected beside what came.

    Of the article only the sentences that are cited are shown.
    """
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.options import suite_at  # noqa: PLC0415
    from nutgraf.evals.evaluation import suite_of  # noqa: PLC0415
    from nutgraf.evals.runs.folder import RunFolder  # noqa: PLC0415
    from nutgraf.evals.scorers import SCORERS  # noqa: PLC0415
    from nutgraf.evals.scoring import metrics_of, score_outcomes  # noqa: PLC0415
    from nutgraf.report.eval_case import case_to_terminal  # noqa: PLC0415
    from nutgraf.schema.news import NewsSummary  # noqa: PLC0415

    folder = RunFolder.open(run)
    outcomes = folder.outcomes(NewsSummary)
    if (name, repeat) not in outcomes:
        raise EvalError(_not_there(run, name, repeat, sorted(outcomes)))
    cases = suite_of(folder, suite_at(suite, run))
    [case] = [case for case in cases.cases if case.id == name]
    outcome = outcomes[name, repeat]
    [scored] = score_outcomes(cases, [outcome], SCORERS)
    case_to_terminal(case, outcome, scored.scores, metrics_of(SCORERS), sys.stdout)


def _not_there(run: Path, name: str, repeat: int, there: list[tuple[str, int]]) -> str:
    repeats = [number for case, number in there if case == name]
    if repeats:
        return f"{run}: {name!r} was asked {len(repeats)} times, not {repeat}"
    return (
        f"{run}: has no case {name!r}; there are {', '.join(sorted({case for case, _ in there}))}"
    )
