"""Runs by way of the provider's batches, for the tests of this folder."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.support.openai_server import OpenAIServer
from tests.support.rain import write_articles

from nutgraf import NewsSummary, Settings
from nutgraf.batching.attempt import Finished
from nutgraf.batching.job import Job
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.provider.limits import Limits
from nutgraf.batching.running import Ending, Manner, run_batch
from nutgraf.batching.stopping import Stop


async def hardly(seconds: float) -> None:
    """Wait next to nothing."""
    await asyncio.sleep(min(seconds, 0.01))


QUICK = Limits(sleep=hardly)


def job_of(
    folder: Path,
    server: OpenAIServer,
    count: int = 6,
    limits: Limits = QUICK,
    **more: Any,
) -> Job[NewsSummary]:
    """Return a job over so many articles of rain; more goes to the settings."""
    folder.mkdir(exist_ok=True)
    write_articles(folder / "articles", count)
    settings = {"price": ("1", "2"), "repairs": 0, **more}
    return Job(
        folder=folder / "run",
        plan=Plan(inputs=(folder / "articles",)),
        schema=NewsSummary,
        settings=Settings(model="m", base_url=server.base_url, **settings),
        via="provider-batch",
        limits=limits,
    )


def run(
    job: Job[Any],
    stop: Stop | None = None,
    finished: Callable[[Finished[Any]], None] | None = None,
) -> Ending:
    """Run a job to its end."""
    manner: Manner[Any] = Manner(reporter=reporter("none"), finished=finished)
    return run_batch(job, manner, stop or Stop())


def by_calls(job: Job[Any], folder: Path) -> Job[Any]:
    """Return the same job in another run folder, the ordinary way."""
    return replace(job, folder=folder, via="calls")


def states(run_folder: Path) -> dict[str, int]:
    """Return how many documents stand how."""
    return dict(query(run_folder, "SELECT state, count(*) FROM document GROUP BY state"))


def query(run_folder: Path, sql: str) -> list[Any]:
    """Ask a ledger."""
    with closing(sqlite3.connect(run_folder / "ledger.db")) as ledger:
        return ledger.execute(sql).fetchall()


def events(run_folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the events of a name in the log."""
    lines = (run_folder / "log.jsonl").read_text().splitlines()
    return [event for line in lines if (event := json.loads(line))["event"] == name]


def results(run_folder: Path) -> bytes:
    """Return the output."""
    return (run_folder / "results.jsonl").read_bytes()
