"""``nutgraf eval run``: a suite in, scores out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from nutgraf.cli.eval.options import BY, FILE, FORM, RUN, WORST
from nutgraf.cli.model_options import model_options

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.evals.case import Suite
    from nutgraf.evals.evaluation import RunOptions
    from nutgraf.evals.report import Report
    from nutgraf.summarizer import Summarizer


@click.command()
@click.argument("suite", default="evals/fixtures", type=click.Path())
@click.option("--only", multiple=True, metavar="KEY=VALUE", help="Cases with this tag, or id.")
@model_options
@click.option("--repeats", type=click.IntRange(min=1), default=1, help="Ask each case so often.")
@click.option("--concurrency", type=click.IntRange(min=1), default=4, help="Cases at a time; 4.")
@click.option("-o", "--out", type=RUN, help="Folder to keep the run in, and to go on with it.")
@click.option("--gate", "gated_by", type=FILE, help="Hold the scores to this baseline.")
@click.option("--write-baseline", "baseline", type=FILE, help="Make the scores a baseline.")
@click.option("--metric", "metrics", multiple=True, help="For the baseline, instead of all shares.")
@click.option("--allow-lower", is_flag=True, help="The new baseline may ask less than the old one.")
@BY
@WORST
@FORM
@click.option("--quiet", is_flag=True, help="Say nothing on the way.")
def run(
    suite: str,
    *,
    only: tuple[str, ...],
    repeats: int,
    concurrency: int,
    out: Path | None,
    gated_by: Path | None,
    baseline: Path | None,
    metrics: tuple[str, ...],
    allow_lower: bool,
    by: str | None,
    worst: int,
    form: str,
    quiet: bool,
    **settings: object,
) -> None:
    """Summarise every article of SUITE and score the summaries against its labels.

    SUITE is a folder of fixtures or a corpus (JSON Lines). Without a model the extractive drafter
    is scored. A run in a folder that was broken off goes on where it stopped, by the same command.
    Exits with 16 where a gate finds a regression, with 17 where it has too little to tell.

    \b
    nutgraf eval run
    nutgraf eval run --model openai/gpt-5-mini --out runs/mini --worst 5
    nutgraf eval run data.jsonl --only genre=news --replay answers.jsonl --gate baseline.json
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    # Loaded here so that --help stays quick.
    from nutgraf.cli.eval.gating import hold_to, write_down  # noqa: PLC0415
    from nutgraf.cli.eval.options import chosen, keep_report, print_report  # noqa: PLC0415
    from nutgraf.evals.suites import load_suite  # noqa: PLC0415
    from nutgraf.schema.news import NewsSummary  # noqa: PLC0415
    from nutgraf.settings import load_settings  # noqa: PLC0415
    from nutgraf.summarizer import Summarizer  # noqa: PLC0415

    cases = load_suite(suite, only=chosen(only))
    summarizer = Summarizer(NewsSummary, settings=load_settings(settings))
    options: RunOptions = {"repeats": repeats, "concurrency": concurrency, "by": by}
    report, folder = _run(cases, summarizer, out, options, quiet=quiet)
    if folder:
        keep_report(report, folder)
    print_report(report, form, worst)
    if baseline:
        write_down(report, baseline, metrics, allow_lower=allow_lower)
    if gated_by:
        hold_to(report, gated_by)


def _run(
    suite: Suite,
    summarizer: Summarizer[Any],
    out: Path | None,
    options: RunOptions,
    *,
    quiet: bool,
) -> tuple[Report, Path | None]:
    """Return the report, and the folder that the run is kept in, if it is kept."""
    import asyncio  # noqa: PLC0415  as above

    from nutgraf.cli.eval.asked import folder_of, is_live, task_record  # noqa: PLC0415  as above
    from nutgraf.cli.eval.progress import shown_progress  # noqa: PLC0415  as above
    from nutgraf.evals.evaluation import aevaluate  # noqa: PLC0415  as above

    settings, record = summarizer.settings, task_record(summarizer)
    if out is None and is_live(settings):
        out = folder_of(suite, record, options["repeats"])
        click.echo(f"nutgraf: the run is kept in {out}", err=True)
    options["out"], options["record"] = out, record
    options["recorded"] = bool(settings.replay or settings.record)

    async def ask() -> Report:
        async with summarizer:
            return await aevaluate(suite, summarizer.asummarize, **options)

    with shown_progress(quiet=quiet) as watch:
        options["watch"] = watch
        try:
            return asyncio.run(ask()), out
        except KeyboardInterrupt:
            kept = f"what is done is kept in {out}; the same command goes on" if out else ""
            click.echo(f"nutgraf: {kept or 'nothing is kept without --out'}", err=True)
            raise
