"""One worker: takes documents from the ledger, summarises some at a time, enters what came of them.

What is to be done and what was done stands in the ledger alone; a worker that dies loses what it
had in flight and nothing else.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, Generic

from nutgraf.batching.attempt import Attempts, Finished, Pace, PutBack
from nutgraf.batching.failing import Outage
from nutgraf.batching.ledger.figures import standing
from nutgraf.batching.ledger.leases import beat, free_the_dead, lease, leave
from nutgraf.batching.ledger.shards import with_the_provider
from nutgraf.summarizer import SummaryT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncGenerator

    from nutgraf.batching.ledger.leases import Leased
    from nutgraf.batching.ledger.settling import Party
    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.batching.stopping import Stop
    from nutgraf.drafting.aside import Aside
    from nutgraf.summarizer import Summarizer

_LOOK_AGAIN_S: Final = 1.0


class Runner(Generic[SummaryT]):
    """Works on a run until nothing is left, or until it is told to stop.

    Args:
        writer: To the ledger.
        party: Who this is there.
        summarizer: Its client must be a `MeteredClient`, if it has one.
        aside: Where that is done that would hold up the event loop.
        pace: How to go about it.
        stop: What ends it early.
    """

    def __init__(
        self,
        writer: Writer,
        party: Party,
        summarizer: Summarizer[SummaryT],
        aside: Aside,
        pace: Pace,
        stop: Stop,
    ) -> None:
        self._writer = writer
        self._party = party
        self._attempts = Attempts(writer, party, summarizer, aside, pace)
        self._room = pace.concurrency
        self._stop = stop
        self._flying: set[asyncio.Task[Finished[SummaryT] | None]] = set()
        self._changed = asyncio.Event()  # a document is through, or something was asked
        self._broken: BaseException | None = None
        self._outage = Outage()

    async def run(self) -> AsyncGenerator[Finished[SummaryT]]:
        """Work, and yield each document that it is through with.

        Whoever stops listening should close it, which gives back what is in flight.

        Raises:
            BatchError: The ledger failed, or was given other settings.
            BudgetError: The budget is at its end.
            ModelError: The server refuses every request, or has been down for too long.
            PromptError: The prompt does not fit.
        """
        try:
            with self._stop.waking(self._changed):
                while not self._stop.leave.is_set() and await self._fill():
                    for finished in await self._ended():
                        yield finished
        finally:
            await self._give_up()
        if self._broken:
            raise self._broken

    async def take(self, most: int) -> tuple[list[Leased], bool]:
        """Return documents to work on, and whether there is anything left, be it others' work.

        A worker who is to do part of the work only has one of its own.
        """
        work = partial(take_waiting, by=self._party, most=most)
        return await self._writer.ado(work, lasting=False)

    async def _fill(self) -> bool:
        """Begin as many documents as there is room for; return whether there is reason to stay."""
        room = self._room - len(self._flying)
        if self._ending or not room:
            return bool(self._flying)
        leased, left = await self.take(room)
        for one in leased:
            task = asyncio.create_task(self._attempts.attempt(one))
            task.add_done_callback(lambda _: self._changed.set())
            self._flying.add(task)
        return bool(self._flying) or left

    @property
    def _ending(self) -> bool:
        return self._stop.drain.is_set() or self._broken is not None

    async def _ended(self) -> list[Finished[SummaryT]]:
        """Wait until a document is through, or something was asked; return what is through.

        With room left it also wakes by itself: what a dead worker had may have come back. One event
        for all of them, as `asyncio.wait` would look at each of them each time that one is through.
        """
        idle = len(self._flying) < self._room and not self._ending
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_AGAIN_S if idle else None):
                await self._changed.wait()
        self._changed.clear()
        ended = {task for task in self._flying if task.done()}
        self._flying -= ended
        found = (self._came_of(task) for task in ended)
        return [finished for finished in found if finished]

    def _came_of(self, task: asyncio.Task[Finished[SummaryT] | None]) -> Finished[SummaryT] | None:
        error = task.exception()
        if error is None:
            finished = task.result()
            if finished:
                self._broken = self._outage.after(finished.kind) or self._broken
            return finished
        cause = error.__cause__ if isinstance(error, PutBack) else error
        self._broken = self._broken or cause
        return None

    async def _give_up(self) -> None:
        """Give back what is in flight, which is nothing unless the end was asked for at once."""
        for task in self._flying:
            task.cancel()
        if self._flying:
            await asyncio.wait(self._flying)
        self._flying.clear()
        await self._writer.ado(partial(leave, worker=self._party.worker))


def take_waiting(
    connection: sqlite3.Connection, by: Party, most: int, *, ready: bool = False
) -> tuple[list[Leased], bool]:
    """Return documents to work on, and whether there is reason to wait for more.

    Args:
        connection: To the ledger.
        by: Who works on them.
        most: How many at most.
        ready: Whether to take only what the provider's batches are through with.
    """
    beat(connection, by.worker)  # who was asleep with the machine must not take himself for dead
    free_the_dead(connection)
    leased = lease(connection, by, most, ready=ready)
    return leased, bool(leased) or more_may_come(connection, ready=ready)


def more_may_come(connection: sqlite3.Connection, *, ready: bool = False) -> bool:
    """Tell whether there is reason to wait, though there is nothing to work on now.

    What is with the provider's batches is one for whoever takes what is ready, and else none: it
    comes back to whoever fetches it.
    """
    away = 0 if ready else with_the_provider(connection)[0]
    return standing(connection).left > away
