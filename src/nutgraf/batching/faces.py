"""A batch from Python: run to its end, or document by document as they are finished."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Unpack

from nutgraf.batching.job import opened
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.options import BatchOptions, job_of
from nutgraf.batching.progress import reporter
from nutgraf.batching.results import write_results
from nutgraf.batching.running import Ending, Manner, run_batch
from nutgraf.batching.stopping import Stop

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable
    from os import PathLike

    from nutgraf.batching.attempt import Finished
    from nutgraf.batching.running import Engine


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
    return run_batch(job_of(inputs, out, options), manner, Stop())


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
    job = job_of(inputs, out, options)
    with opened(job) as run:
        await asyncio.to_thread(list_documents, job.plan, run.writer)
        try:
            async with aclosing(run.finished(Stop())) as finished:
                async for one in finished:
                    yield one
        finally:
            write_results(job.folder, "jsonl")
