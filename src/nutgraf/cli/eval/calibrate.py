"""``nutgraf eval calibrate``: how far a judge agrees with people."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.judges import judge_options
from nutgraf.cli.eval.options import FILE
from nutgraf.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.evals.judging.calibration import Calibration
    from nutgraf.evals.judging.judge import Judge
    from nutgraf.evals.judging.labelled_questions import LabelledQuestion


@click.command()
@click.argument("suite", default="evals/fixtures", type=click.Path())
@click.option("--summaries", type=FILE, help="Judged summaries (JSON Lines) instead of a suite.")
@click.option(
    "--told", type=FILE, help="What readers say that summaries of SUITE tell (JSON Lines)."
)
@click.option("--sample", "most", type=click.IntRange(min=2), help="Ask only so many, balanced.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the sample.")
@judge_options
@click.option("-o", "--out", type=FILE, help="Keep the calibration, for nutgraf eval judge.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def calibrate(
    suite: str,
    *,
    summaries: Path | None,
    told: Path | None,
    most: int | None,
    seed: int,
    concurrency: int,
    out: Path | None,
    form: str,
    **settings: object,
) -> None:
    """Ask a judge what people have answered, and say how often it agrees with them.

    The questions are made of the labels of SUITE: its key facts are said by the sentences that
    carry them, its traps are not. Or they are the judged summaries of a corpus. With --told they
    are about coverage: does a summary tell a key fact?

    \b
    nutgraf eval calibrate --model openai/gpt-5-mini -o calibration.json
    nutgraf eval calibrate --told evals/second_pass/told.jsonl --model openai/gpt-5-mini
    nutgraf eval calibrate --summaries summedits.jsonl --sample 200 --model openai/gpt-5-mini
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.judges import judge_of  # noqa: PLC0415
    from nutgraf.evals.judging.labelled_questions import sample  # noqa: PLC0415

    judge = judge_of(settings)
    source, questions = _questions(suite, summaries, told)
    chosen = sample(questions, most, seed=seed)
    calibration = asyncio.run(_calibrated(judge, chosen, source, concurrency))
    written = calibration.model_dump_json(indent=2) + "\n"
    if out:
        write_whole(out, written)
    if form == "json":
        sys.stdout.write(written)
    else:
        _print(calibration)


def _questions(
    suite: str, summaries: Path | None, told: Path | None
) -> tuple[str, list[LabelledQuestion]]:
    """Return what people have answered, and where.

    Raises:
        EvalError: There are no such questions.
        ConfigError: Two kinds of questions are asked for.
        FixtureError: The suite cannot be read.
    """
    from nutgraf.errors import ConfigError, EvalError  # noqa: PLC0415  as above
    from nutgraf.evals.judging.labelled_questions import (  # noqa: PLC0415  as above
        of_judged_summaries,
        of_labels,
        of_told_facts,
    )
    from nutgraf.evals.suites import load_suite  # noqa: PLC0415  as above
    from nutgraf.evals.told_facts import load_told  # noqa: PLC0415  as above

    if summaries and told:
        raise ConfigError("--summaries and --told are two calibrations; give one of them")
    if summaries:
        return summaries.name, list(of_judged_summaries(summaries))
    cases = load_suite(suite)
    if told:
        return f"{told.name}, {cases.name}", list(of_told_facts(cases.cases, load_told(told)))
    questions = list(of_labels(cases.cases))
    if not questions:
        raise EvalError(f"{suite}: no case has key facts or traps; a judge is calibrated on these")
    return f"the labels of {cases.name}", questions


async def _calibrated(
    judge: Judge, questions: list[LabelledQuestion], source: str, concurrency: int
) -> Calibration:
    from nutgraf.evals.judging.calibration import calibrate as measure  # noqa: PLC0415  as above
    from nutgraf.evals.judging.judgements import judged  # noqa: PLC0415  as above

    try:
        asked = [one.question for one in questions]
        judgements = await judged(judge, asked, concurrency=concurrency)
    finally:
        await judge.client.aclose()
    return measure(
        questions, judgements, source=source, model=judge.client.model, prompt=judge.prompt_record
    )


def _print(calibration: Calibration) -> None:
    from nutgraf.report.eval_judge import calibration_table  # noqa: PLC0415  as above
    from nutgraf.report.tables import print_table  # noqa: PLC0415  as above
    from nutgraf.report.terminal import console_for  # noqa: PLC0415  as above

    print_table(calibration_table(calibration), console_for(sys.stdout))
