"""A whole batch: input listed, worked on here or by several processes, told of, results written."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeAlias

from nutgraf.batching.failing import Deaths
from nutgraf.batching.job import PROVIDER_BATCH, Job, Run, opened
from nutgraf.batching.ledger.figures import Totals, copies, standing, totals
from nutgraf.batching.ledger.leases import free_the_dead
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.ledger.shards import with_the_provider
from nutgraf.batching.progress import Reporter, Speed, cost_text
from nutgraf.batching.results import write_results
from nutgraf.batching.worker import Worker, WorkerDied
from nutgraf.counting import counted
from nutgraf.errors import (
    BatchError,
    ConfigError,
    NutgrafError,
    StoppedError,
    UnfinishedError,
)
from nutgraf.summarizer import SummaryT, wait_for

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from nutgraf.batching.attempt import Finished
    from nutgraf.batching.stopping import Stop

Engine: TypeAlias = Literal["local", "ray"]
"""Who works: processes on this machine, or Ray's on whatever machines it has."""

_LOOK_EVERY_S: Final = 1.0
_POLL_S: Final = 0.2
_WHY_THEY_DIE: Final = "is there enough memory? See the system's log"
_LOOKS_COST: Final = 20  # a look at the ledger takes at most this part of the time, 1 in 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner(Generic[SummaryT]):
    """How a batch is run, besides the job itself.

    Attributes:
        workers: Processes; 1 is this one, unless Ray works. They share the concurrency that the job
            allows.
        engine: Whose they are.
        each: Whether to write a file for each article too.
        reporter: Who is told how it is coming along.
        finished: Called with each document that this process is through with.
    """

    reporter: Reporter
    workers: int = 1
    engine: Engine = "local"
    each: bool = False
    finished: Callable[[Finished[SummaryT]], None] | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a batch ended.

    Attributes:
        totals: How the run stands.
        copies: Documents done whose article another one has too.
        error: What ended it with documents left; None where it is through.
    """

    totals: Totals
    copies: int
    error: NutgrafError | None

    @property
    def text(self) -> str:
        """The account, for people: documents in, and what became of them."""
        lines = [self.totals.conservation]
        if self.copies:
            lines.append(f"{self.copies:,} of those done have the article of another, paid once")
        if self.totals.requests:
            tokens = self.totals.input_tokens + self.totals.output_tokens
            lines.append(
                f"{counted(self.totals.requests, 'request')}, {tokens:,} tokens, "
                f"{cost_text(self.totals)}"
            )
        return "\n".join(lines)

    def refuse_unfinished(self) -> None:
        """Raise unless every document is done, or has nothing to summarise.

        Raises:
            NutgrafError: What ended the batch early.
            UnfinishedError: Documents failed or were cut off.
        """
        if self.error:
            raise self.error
        if missing := self.totals.states["failed"] + self.totals.states["cut"]:
            were = "was" if missing == 1 else "were"
            raise UnfinishedError(
                f"{counted(missing, 'document')} failed or {were} cut off: see nutgraf status "
                "--failures, and nutgraf retry"
            )


def run_batch(job: Job[SummaryT], manner: Manner[SummaryT], stop: Stop) -> Ending:
    """Run a batch.

    Raises:
        BatchError: The run folder, the input or the ledger does not fit, or failed.
        ConfigError: The settings do not fit.
        PromptError: There is no such prompt.
        RecordingError: A recording cannot be read.
    """
    if job.via == PROVIDER_BATCH and manner.workers > 1:
        raise ConfigError("the provider's batches need one worker; leave out --workers")
    if job.via == PROVIDER_BATCH and manner.engine != "local":
        raise ConfigError("the provider's batches need no cluster; leave out --engine or --via")
    with opened(job) as run:
        listed = list_documents(job.plan, run.writer)
        run.log.add("listed", files=listed.files, documents=listed.documents)
        error = wait_for(_worked(run, manner, stop))
        if not isinstance(error, BatchError):
            error = error or run.writer.do(_stopped)
        run.log.add("ended", how=type(error).__name__ if error else "through")
        if isinstance(error, BatchError):
            raise error  # nothing more can be asked of the ledger
        if not stop.leave.is_set():
            write_results(job.folder, "jsonl")
            if manner.each:
                write_results(job.folder, "each")
        return Ending(run.writer.do(totals), run.writer.do(copies), error)


def _stopped(connection: sqlite3.Connection) -> StoppedError | None:
    """Return the error of a run that ended by itself with documents left, if it did."""
    left = standing(connection).left
    return StoppedError(_left(left, *with_the_provider(connection))) if left else None


def _left(left: int, away: int, batches: int) -> str:
    """Return what to say about documents that are left."""
    if not away:
        return "stopped with documents left; the same command goes on"
    are = "is" if left == 1 else "are"
    go_on = "goes on by itself" if batches == 1 else "go on by themselves"
    return (
        f"{counted(left, 'document')} {are} left, {away:,} of them with the provider in "
        f"{counted(batches, 'batch', 'batches')}, which {go_on}; the same command with "
        "--via provider-batch fetches them"
    )


async def _worked(run: Run[SummaryT], manner: Manner[SummaryT], stop: Stop) -> NutgrafError | None:
    """Work until nothing is left or it has to end, and return what ended it."""
    speed = Speed()
    watching = asyncio.create_task(_watch(run, manner.reporter, speed))
    error: NutgrafError | None = None
    number = min(manner.workers, run.job.pace.concurrency)
    shared = replace(run, job=share_of(run.job, number))
    try:
        if manner.engine == "ray":
            from nutgraf.batching.cluster.on_ray import work_on_ray  # noqa: PLC0415  a circle else

            await work_on_ray(shared, number, stop)
        elif number == 1:
            await _here(run, manner, stop)
        else:
            await _elsewhere(shared, number, stop)
    except NutgrafError as ended:
        error = ended
    watching.cancel()
    if not isinstance(error, BatchError):
        manner.reporter.close(speed.look(await run.writer.ado(totals, lasting=False)))
    return error


async def _here(run: Run[SummaryT], manner: Manner[SummaryT], stop: Stop) -> None:
    async for finished in run.finished(stop):
        if manner.finished:
            manner.finished(finished)


async def _watch(run: Run[Any], reporter: Reporter, speed: Speed) -> None:
    while True:
        began = time.monotonic()
        reporter.show(speed.look(await run.writer.ado(totals, lasting=False)))
        took = time.monotonic() - began
        await asyncio.sleep(max(_LOOK_EVERY_S, _LOOKS_COST * took))


async def _elsewhere(run: Run[Any], number: int, stop: Stop) -> None:
    """Have several processes work, and put another in the place of one that dies."""
    team = Team(run, [Worker(run.job) for _ in range(number)])
    try:
        while team.workers:
            await asyncio.sleep(_POLL_S)
            team.pass_on(stop)
            await team.look_after(stop)
    finally:
        for worker in team.workers:
            worker.kill()
        await run.writer.ado(free_the_dead)
    if team.broken:
        raise team.broken


def share_of(job: Job[SummaryT], workers: int) -> Job[SummaryT]:
    """Return the job of one of several workers, who together have no more in flight than it allows.

    Args:
        job: Of all of them.
        workers: No more than it allows in flight.
    """
    share = job.pace.concurrency // workers
    return replace(job, pace=replace(job.pace, concurrency=share))


@dataclass(slots=True)
class Team:
    """The processes that work on a run.

    Attributes:
        run: What they work on.
        workers: Those that have not ended.
        broken: The first error that one of them ended with.
    """

    run: Run[Any]
    workers: list[Worker]
    broken: NutgrafError | None = None
    _told: int = 0
    _deaths: Deaths = field(default_factory=lambda: Deaths("workers", _WHY_THEY_DIE))

    def pass_on(self, stop: Stop) -> None:
        """Tell them what was asked."""
        wanted = 2 if stop.leave.is_set() else int(stop.drain.is_set() or self.broken is not None)
        while self._told < wanted:
            self._told += 1
            for worker in self.workers:
                worker.stop()

    async def look_after(self, stop: Stop) -> None:
        """See who has ended, and replace who has died."""
        for worker in [worker for worker in self.workers if not worker.alive]:
            self.workers.remove(worker)
            try:
                error = worker.error()  # each is asked, as that lets go of its pipes
                self.broken = self.broken or error
            except WorkerDied:
                await self._replace(stop)

    async def _replace(self, stop: Stop) -> None:
        self.run.log.add("worker died")
        await self.run.writer.ado(free_the_dead)
        if hopeless := self._deaths.after((await self.run.writer.ado(standing)).finished):
            self.broken = self.broken or hopeless
        elif not self._told and not stop.drain.is_set():
            self.workers.append(Worker(self.run.job))
