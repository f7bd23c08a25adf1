"""``nutgraf batch``: folders of articles in, a run folder out; the same command goes on with it."""

from __future__ import annotations

import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from nutgraf.cli.summarize import NO_MODEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.batching.job import Job, Via
    from nutgraf.batching.options import BatchOptions
    from nutgraf.batching.progress import Manner as ProgressManner
    from nutgraf.batching.provider.limits import Limits
    from nutgraf.batching.running import Engine

_FOLDER = click.Path(file_okay=False, path_type=Path)
_STDIN = "-"
_RATES = ("requests_per_minute", "tokens_per_minute")


def _dollars(_: click.Context, __: click.Parameter, given: str | None) -> Decimal | None:
    """Return an amount of money, which no binary number holds."""
    try:
        return None if given is None else Decimal(given)
    except InvalidOperation as error:
        raise click.BadParameter(f"{given!r} is no amount") from error


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--out", required=True, type=_FOLDER, help="The run folder.")
@click.option("--glob", help="Files of the folders to take, such as '*.story' or '2025/*.html'.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "markdown", "html", "json", "jsonl", "pdf", "docx"]),
    help="What the files are, where neither name nor content says.",
)
@click.option("--max-bytes", type=int, help="Bytes of the largest article that is read.")
@click.option("--schema", default="news", show_default=True, help="news, or package.module:Name.")
@click.option("--prompt", help="NAME, NAME@VERSION or a prompt file of your own.")
@click.option("--model", help="openai/NAME, a name that --base-url knows, or extractive.")
@click.option("--base-url", help="Address of an OpenAI-compatible server.")
@click.option(
    "--mode",
    type=click.Choice(["json_schema", "tools", "json"]),
    help="How to ask for JSON, for servers that do not enforce a schema; json_schema.",
)
@click.option("--answer-tokens", type=int, help="Output tokens an answer may take; 4096.")
@click.option("--temperature", type=float, help="0 for the likeliest answer.")
@click.option("--timeout", type=float, help="Seconds an attempt may take.")
@click.option("--max-chars", type=int, help="Characters of the longest article sent to a model.")
@click.option("--repairs", type=int, help="Rounds of asking again for faulty parts, 0 to 2.")
@click.option(
    "--on-finding",
    type=click.Choice(["flag", "drop", "fail"]),
    help="What to do with what still has an error; flag.",
)
@click.option("--price", help="US dollars for a million tokens: IN,OUT.")
@click.option(
    "--concurrency", type=int, default=16, show_default=True, help="Articles in flight, in all."
)
@click.option("--deadline", type=float, default=900, show_default=True, help="Seconds an article.")
@click.option("--requests-per-minute", type=float, help="Of all workers together.")
@click.option("--tokens-per-minute", type=float, help="In and out, of all workers together.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option(
    "--via",
    type=click.Choice(["calls", "provider-batch"]),
    default="calls",
    show_default=True,
    help="Ask by calls, or by the provider's batches: within a day, for half the price.",
)
@click.option("--batch-requests", type=int, help="Requests in one of these batches; 50000.")
@click.option("--poll", type=float, help="Seconds between looks at these batches; 60.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Whose processes: this machine's, or those of Ray, at RAY_ADDRESS (extra: cluster).",
)
@click.option(
    "--max-cost", metavar="USD", callback=_dollars, help="US dollars that the run may cost in all."
)
@click.option("--max-tokens", type=int, help="Tokens, in and out, that the run may take in all.")
@click.option("--estimate", is_flag=True, help="Say what it would take, and ask nobody.")
@click.option("--each", is_flag=True, help="A JSON file for each article too, in OUT/each.")
@click.option(
    "--progress",
    type=click.Choice(["auto", "bar", "lines", "json", "none"]),
    default="auto",
    show_default=True,
    help="How to tell how it is coming along, on standard error.",
)
def batch(
    inputs: tuple[str, ...],
    *,
    out: Path,
    glob: str | None,
    input_format: str | None,
    max_bytes: int | None,
    schema: str,
    answer_tokens: int | None,
    concurrency: int,
    deadline: float,
    workers: int,
    via: Via,
    batch_requests: int | None,
    poll: float | None,
    engine: Engine,
    max_cost: Decimal | None,
    max_tokens: int | None,
    estimate: bool,
    each: bool,
    progress: ProgressManner,
    **settings: object,
) -> None:
    """Summarise the articles in INPUTS, folders and files; - reads a list of paths.

    What is done stands in OUT. The same command goes on where it was stopped, and does what is new
    or has changed. The first Ctrl-C lets what is under way come to its end; the second leaves.

    \b
    nutgraf batch articles --out run --model openai/gpt-5-mini --max-cost 20
    find . -name '*.story' | nutgraf batch - --input-format text --out run --workers 4
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    from nutgraf.schema.loading import load_schema  # noqa: PLC0415  so that --help stays quick

    told = {
        "schema": load_schema(schema),
        "glob": glob,
        "format": input_format,
        "max_bytes": max_bytes,
        "concurrency": concurrency,
        "deadline_s": deadline,
        **{name: settings.pop(name) for name in _RATES},  # no settings of a summary
        "max_cost": max_cost,
        "max_tokens": max_tokens,
        "via": via,
        "limits": _limits(batch_requests, poll),
        "settings": {**settings, "max_tokens": answer_tokens},
    }
    job = _job(inputs, out, told)
    _estimate(job) if estimate else _run(job, workers, engine, progress, each=each)


def _job(inputs: tuple[str, ...], out: Path, told: Mapping[str, object]) -> Job[Any]:
    from nutgraf.batching.options import job_of  # noqa: PLC0415  as above

    options = {name: value for name, value in told.items() if value is not None}
    return job_of(_paths(inputs), out, cast("BatchOptions", options))


def _limits(requests: int | None, poll: float | None) -> Limits:
    from nutgraf.batching.provider.limits import Limits  # noqa: PLC0415  as above

    plain = Limits()
    look_s = plain.look_s if poll is None else poll
    return Limits(
        requests=plain.requests if requests is None else requests,
        first_look_s=min(plain.first_look_s, look_s),
        look_s=look_s,
        lags_s=tuple(min(lag_s, look_s) for lag_s in plain.lags_s),
    )


def _paths(inputs: tuple[str, ...]) -> tuple[Path, ...]:
    from nutgraf.batching.plan import listed  # noqa: PLC0415  as above

    found: list[Path] = []
    for given in inputs:
        found += listed(sys.stdin) if given == _STDIN else [Path(given)]
    return tuple(found)


def _estimate(job: Job[Any]) -> None:
    from nutgraf.batching.estimate import estimate  # noqa: PLC0415  as above

    click.echo(estimate(job).text)


def _warn_without_model(job: Job[Any]) -> None:
    if job.settings.model is None and not job.settings.needs_a_model:
        click.echo(NO_MODEL, err=True)


def _run(
    job: Job[Any], workers: int, engine: Engine, progress: ProgressManner, *, each: bool
) -> None:
    from nutgraf.batching.progress import reporter  # noqa: PLC0415  as above
    from nutgraf.batching.running import Manner, run_batch  # noqa: PLC0415  as above
    from nutgraf.batching.stopping import Stop, on_signals  # noqa: PLC0415  as above

    _warn_without_model(job)
    stop = Stop()
    manner: Manner[Any] = Manner(
        reporter=reporter(progress), workers=workers, engine=engine, each=each
    )
    with on_signals(stop.ask):
        ending = run_batch(job, manner, stop)
    click.echo(ending.text)
    ending.refuse_unfinished()
