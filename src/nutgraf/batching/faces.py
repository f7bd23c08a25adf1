"""A batch from Python: run to its end, or document by document as they are finished."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from nutgraf.batching.attempt import Finished, Pace
from nutgraf.batching.budget import Budget
from nutgraf.batching.job import Job, Via, opened
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.provider.limits import Limits
from nutgraf.batching.results import write_results
from nutgraf.batching.running import Ending, Manner, run_batch
from nutgraf.batching.stopping import Stop
from nutgraf.reading.files import DEFAULT_MAX_BYTES
from nutgraf.schema.news import NewsSummary
from nutgraf.settings import Options, Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable
    from decimal import Decimal

    from nutgraf.batching.running import Engine
    from nutgraf.llm.client import Client


class BatchOptions(TypedDict, total=False):
    """What a batch may be told; see `Plan`, `Pace`, `Budget`, `Job` and `Limits`."""

    schema: type[Any]
    settings: Settings | Options
    client: Client
    glob: str
    format: str
    max_bytes: int
    concurrency: int
    deadline_s: float
    requests_per_minute: float
    tokens_per_minute: float
    max_cost: Decimal
    max_tokens: int
    via: Via
    limits: Limits


def batch(
    inputs: str | PathLike[str] | Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    *,
    workers: int = 1,
    engine: Engine = "local",
    each: bool = False,
    **options: Unpack[BatchOptions],
) -> Ending:
    """Summarise all articles of folders and files into a run folder; the same call goes on.

    It works inside a running event loop too, but holds it up; there `abatch` is better.

    Args:
        inputs: A folder or file, or several of them.
        out: The run folder.
        workers: Processes.
        engine: ``ray`` for a cluster's; see `nutgraf.batching.cluster`.
        each: Whether to write a file for each article too, besides ``results.jsonl``.
        options: See `BatchOptions`.

    Raises:
        NutgrafError: As `run_batch`; what ended it early, or what failed, is in what it returns.
    """
    manner: Manner[Any] = Manner(
        reporter=reporter("none"), workers=workers, engine=engine, each=each
    )
    return run_batch(_job(inputs, out, options), manner, Stop())


async def abatch(
    inputs: str | PathLike[str] | Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    **options: Unpack[BatchOptions],
) -> AsyncGenerator[Finished[Any]]:
    """Do the same in this process, and yield each document once it is finished.

    What was done at an earlier time is not yielded again: ``results.jsonl`` has everything. Leaving
    the loop early gives back what is in flight; close the iterator (`contextlib.aclosing`) to have
    it at once.

    Args:
        inputs: A folder or file, or several of them.
        out: The run folder.
        options: See `BatchOptions`.

    Raises:
        NutgrafError: As `run_batch`; and what would meet every document.
    """
    job = _job(inputs, out, options)
    with opened(job) as run:
        await asyncio.to_thread(list_documents, job.plan, run.writer)
        try:
            async with aclosing(run.finished(Stop())) as finished:
                async for one in finished:
                    yield one
        finally:
            write_results(job.folder, "jsonl")


def _job(
    inputs: str | PathLike[str] | Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    options: BatchOptions,
) -> Job[Any]:
    several = [inputs] if isinstance(inputs, str | PathLike) else inputs
    given = options.get("settings", Options())
    plain = Pace()
    return Job(
        folder=Path(out),
        plan=Plan(
            inputs=tuple(Path(one) for one in several),
            glob=options.get("glob"),
            format=options.get("format"),
            max_bytes=options.get("max_bytes", DEFAULT_MAX_BYTES),
        ),
        schema=options.get("schema", NewsSummary),
        settings=given if isinstance(given, Settings) else load_settings(given),
        pace=Pace(
            concurrency=options.get("concurrency", plain.concurrency),
            deadline_s=options.get("deadline_s", plain.deadline_s),
            format=options.get("format"),
            max_bytes=options.get("max_bytes", DEFAULT_MAX_BYTES),
            requests_per_minute=options.get("requests_per_minute"),
            tokens_per_minute=options.get("tokens_per_minute"),
        ),
        budget=Budget(options.get("max_cost"), options.get("max_tokens")),
        via=options.get("via", "calls"),
        limits=options.get("limits", Limits()),
        client=options.get("client"),
    )
