"""The one thread of a process that speaks to the ledger.

Whatever comes while a commit is under way goes into the next one together, so that a sync of the
disk is paid for once and not for each document, and never on the event loop.

That a process is killed takes nothing from a commit, synced or not: the system has it. A sync is
for the machine that loses its power. What was paid for, and what was told to the provider, must
outlive that too; who has leased what, and which files there are, is found out again.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from nutgraf.batching.ledger.store import connect, failures
from nutgraf.errors import NutgrafError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

ReturnT = TypeVar("ReturnT")
Work: TypeAlias = Callable[[sqlite3.Connection], ReturnT]
"""What is done in a transaction: it gets the connection, and must not begin or end one."""

_MOST_AT_ONCE: Final = 512
_BEAT_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class _Job(Generic[ReturnT]):
    work: Work[ReturnT]
    future: Future[ReturnT]
    lasting: bool = True


class Writer:
    """Does work on a ledger, in the order in which it is given.

    Args:
        path: The ledger.
        beat: Work that is done every few seconds besides, whether or not there is other work.
        connection: To a ledger that is open already, and closed with this; the path is its name.

    Raises:
        BatchError: The ledger cannot be opened.
    """

    def __init__(
        self,
        path: Path,
        beat: Work[None] | None = None,
        connection: sqlite3.Connection | None = None,
    ) -> None:
        self._path = path
        self._connection = connection or connect(path)
        self.beat = beat
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ledger", daemon=True)
        self.commits = 0
        self._thread.start()

    def submit(self, work: Work[ReturnT], *, lasting: bool = True) -> Future[ReturnT]:
        """Have work done; the future has its result once that is committed.

        Args:
            work: What to do.
            lasting: Whether it must be on the disk by then. What is not may be gone after a loss of
                power, together with all that was done after it, up to the next that lasts.
        """
        job = _Job(work, Future(), lasting)
        self._jobs.put(job)
        return job.future

    def do(self, work: Work[ReturnT], *, lasting: bool = True) -> ReturnT:
        """Have work done and wait for it; see `submit`.

        Raises:
            BatchError: The ledger failed; nothing of the transaction is kept.
        """
        return self.submit(work, lasting=lasting).result()

    async def ado(self, work: Work[ReturnT], *, lasting: bool = True) -> ReturnT:
        """Have work done, as `submit`; it is done even where the waiting task is cancelled.

        Raises:
            BatchError: The ledger failed; nothing of the transaction is kept.
        """
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[ReturnT] = loop.create_future()

        def pass_on(done: Future[ReturnT]) -> None:
            with suppress(RuntimeError):  # the loop has ended, and nobody waits
                loop.call_soon_threadsafe(_follow, waiting, done)

        self.submit(work, lasting=lasting).add_done_callback(pass_on)
        return await waiting

    def close(self) -> None:
        """Do what was given so far, and let go of the ledger."""
        self._jobs.put(None)
        self._thread.join()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        next_beat = time.monotonic()
        while True:
            jobs, last = self._waited_for(max(0.0, next_beat - time.monotonic()))
            if self.beat and time.monotonic() >= next_beat:
                jobs.append(_Job(self.beat, Future(), lasting=False))
                next_beat = time.monotonic() + _BEAT_S
            elif not self.beat:
                next_beat = time.monotonic() + _BEAT_S
            if jobs:
                self._commit(jobs)
            if last:
                return

    def _waited_for(self, longest_s: float) -> tuple[list[_Job[Any]], bool]:
        """Return what there is to do, and whether it is the last."""
        jobs: list[_Job[Any]] = []
        try:
            job = self._jobs.get(timeout=longest_s)
            while job and len(jobs) < _MOST_AT_ONCE:
                jobs.append(job)
                job = self._jobs.get_nowait()
        except queue.Empty:
            return jobs, False
        if job:
            jobs.append(job)
        return jobs, job is None

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        done: list[tuple[_Job[Any], object]] = []
        try:
            with failures(self._path):
                synced = "FULL" if any(job.lasting for job in jobs) else "NORMAL"
                self._connection.execute(f"PRAGMA synchronous = {synced}")
                self._connection.execute("BEGIN IMMEDIATE")
                for job in jobs:
                    self._attempt(job, done)
                self._connection.execute("COMMIT")
                self.commits += 1
        except NutgrafError as error:
            self._roll_back()
            for job in jobs:
                if not job.future.done():
                    job.future.set_exception(error)
            return
        for job, result in done:
            job.future.set_result(result)

    def _attempt(self, job: _Job[Any], done: list[tuple[_Job[Any], object]]) -> None:
        """Do one job; what goes wrong in it undoes that job alone, if it is not the ledger."""
        self._connection.execute("SAVEPOINT job")
        try:
            done.append((job, job.work(self._connection)))
        except sqlite3.Error:
            raise
        except Exception as error:  # noqa: BLE001  it goes to whoever waits for the job
            self._connection.execute("ROLLBACK TO job")
            job.future.set_exception(error)
        self._connection.execute("RELEASE job")

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):  # else whoever waits would do so for ever
                self._connection.execute("ROLLBACK")


def _follow(waiting: asyncio.Future[ReturnT], done: Future[ReturnT]) -> None:
    if waiting.cancelled():
        return
    if error := done.exception():
        waiting.set_exception(error)
    else:
        waiting.set_result(done.result())
