"""``nutgraf eval judge``: a model's opinion of the summaries of a run."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.judges import judge_options
from nutgraf.cli.eval.options import FILE, RUN
from nutgraf.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from nutgraf.evals.judging.calibration import Calibration
    from nutgraf.evals.judging.judge import Judge
    from nutgraf.evals.judging.rates import CaseJudgement, Rate
    from nutgraf.evals.judging.run import Asked


@click.command()
@click.argument("run", type=RUN)
@click.option(
    "--calibration",
    "calibrations",
    type=FILE,
    multiple=True,
    help="Of this judge; corrects what it reports of the same kind.",
)
@click.option("--times", type=click.IntRange(min=1), default=1, help="Ask each question so often.")
@click.option("--suite", type=click.Path(), help="Where the run's articles are now.")
@judge_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def judge(
    run: Path,
    *,
    calibrations: tuple[Path, ...],
    times: int,
    suite: str | None,
    concurrency: int,
    form: str,
    **settings: object,
) -> None:
    """Ask a model of each summary in the folder RUN: is each statement said by the sentences that
    it cites, and is each key fact told?

    What it says is kept in RUN/judgements.jsonl. A judge is a model that errs: measure it first
    with nutgraf eval calibrate, and give its calibrations here: one for the support of statements,
    one (--told) for the coverage of key facts.
    """  # noqa: D205  the first sentence is the summary in --help
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.judges import judge_of  # noqa: PLC0415
    from nutgraf.cli.eval.options import suite_at  # noqa: PLC0415
    from nutgraf.evals.judging.calibration import load_calibrations  # noqa: PLC0415
    from nutgraf.evals.judging.questions import KINDS  # noqa: PLC0415
    from nutgraf.evals.judging.rates import rate  # noqa: PLC0415
    from nutgraf.evals.judging.run import questions_of  # noqa: PLC0415

    model = judge_of(settings)
    known = load_calibrations(calibrations, model)
    asked = questions_of(run, suite_at(suite, run))
    judgements = asyncio.run(_judged(model, asked, times, concurrency))
    lines = (one.model_dump_json() for one in judgements)
    write_whole(run / "judgements.jsonl", "".join(f"{line}\n" for line in lines))
    trials = {kind: one.trial for kind, one in known.items()}
    rates = [rate(kind, judgements, trials.get(kind)) for kind in KINDS]
    _print(rates, list(known.values()), form)


async def _judged(
    judge: Judge, asked: Sequence[Asked], times: int, concurrency: int
) -> list[CaseJudgement]:
    from nutgraf.evals.judging.run import judge_all  # noqa: PLC0415  as above

    try:
        return await judge_all(judge, asked, times=times, concurrency=concurrency)
    finally:
        await judge.client.aclose()


def _print(rates: list[Rate], calibrations: list[Calibration], form: str) -> None:
    from nutgraf.report.eval_judge import calibration_table, rates_table  # noqa: PLC0415  as above
    from nutgraf.report.tables import print_table  # noqa: PLC0415  as above
    from nutgraf.report.terminal import console_for  # noqa: PLC0415  as above

    if form == "json":
        for one in rates:
            click.echo(one.model_dump_json())
        return
    console = console_for(sys.stdout)
    print_table(rates_table(rates), console)
    for calibration in calibrations:
        print_table(calibration_table(calibration), console)
