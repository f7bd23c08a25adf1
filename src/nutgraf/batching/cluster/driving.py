"""The driver: hires workers, sends them shards, enters what comes back, bears their deaths.

A worker is entered in the ledger under the driver's own process, so that whatever becomes of the
driver, what its workers had comes back by the rules that hold for every process.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nutgraf.batching.asked import asked_of
from nutgraf.batching.cluster.allowance import Allowances
from nutgraf.batching.cluster.filling import Filler
from nutgraf.batching.cluster.shards import Ended, Hand, Report, WorkerLost
from nutgraf.batching.failing import Deaths, Outage
from nutgraf.batching.ledger.figures import document_name, standing
from nutgraf.batching.ledger.leases import beat, bury, enter_worker, leave
from nutgraf.batching.ledger.settling import Party
from nutgraf.batching.worker import error_of
from nutgraf.errors import BatchError, BudgetError, ConfigError, NutgrafError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from nutgraf.batching.cluster.shards import Shard
    from nutgraf.batching.job import Run
    from nutgraf.batching.stopping import Stop

Hire: TypeAlias = "Callable[[], Hand]"

_LANES: Final = 2  # shards that a worker has at a time: while one runs out, the other keeps it busy
_POLL_S: Final = 0.2
_ARRIVAL_S: Final = 600.0  # of a worker: a cluster may have to start a machine for it
_WHY_THEY_DIE: Final = (
    "is the same nutgraf installed everywhere, and is there enough memory? See Ray's logs"
)


class Driver:
    """Has workers elsewhere do a run.

    Args:
        run: The run; its process is the only one that writes to the ledger.
        hire: Starts another worker.
        stop: What ends it early.
    """

    def __init__(self, run: Run[Any], hire: Hire, stop: Stop) -> None:
        self._run = run
        self._hire = hire
        self._stop = stop
        self._lanes = min(_LANES, run.job.pace.concurrency)
        self._allowances = Allowances(run)
        room = run.job.pace.concurrency // self._lanes
        self._filler = Filler(run, self._allowances, room)
        self._outage = Outage()
        self._crew: dict[Party, Hand] = {}
        self._at_work: set[Party] = set()
        self._through = False
        self._broken: BaseException | None = None
        self._deaths = Deaths("workers of the cluster", _WHY_THEY_DIE)

    async def work(self, workers: int) -> None:
        """Work with so many workers until nothing is left, or until it is told to stop.

        Raises:
            BatchError: The ledger failed, no worker came, or workers did nothing but die.
            BudgetError: The budget is at its end.
            ConfigError: The workers are not set up for the job.
            ModelError: The server refuses every request, or has been down for too long.
            PromptError: The prompt does not fit.
        """
        former, self._run.writer.beat = self._run.writer.beat, self._beat
        passing_on = asyncio.create_task(self._pass_on())
        try:
            places = (self._place() for _ in range(workers))
            ends = await asyncio.gather(*places, return_exceptions=True)
        finally:
            passing_on.cancel()
            self._run.writer.beat = former
        if broken := self._broken or next(filter(None, ends), None):
            raise broken

    @property
    def _ending(self) -> bool:
        return self._stop.drain.is_set() or self._broken is not None

    @property
    def _over(self) -> bool:
        return self._through or self._ending

    async def _place(self) -> None:
        """Keep one worker at work, another one after each that dies."""
        died = True
        while died and not self._over:
            worker = await self._run.writer.ado(enter_worker)
            party = Party(worker, self._run.party.asked)
            self._crew[party] = hand = self._hire()
            try:
                died = await self._employ(hand, party)
            finally:
                self._crew.pop(party, None)
                self._at_work.discard(party)
                hand.dismiss()
                await self._run.writer.ado(partial(leave, worker=worker))

    async def _employ(self, hand: Hand, party: Party) -> bool:
        """See a worker through to its end, and return whether that was its death."""
        try:
            await self._welcome(hand, party)
            lanes = (self._lane(hand, party) for _ in range(self._lanes))
            ends = await asyncio.gather(*lanes, return_exceptions=True)
        except (NutgrafError, WorkerLost) as error:
            ends = [error]
        for end in ends:
            if end and not isinstance(end, WorkerLost):
                self._broken = self._broken or end
        if not any(isinstance(end, WorkerLost) for end in ends):
            return False
        if not self._unwanted(party):  # else it died because it was told to
            await self._bury(party)
        return True

    async def _welcome(self, hand: Hand, party: Party) -> None:
        """Wait until a worker is there, which may take a cluster some time, and see what it asks.

        Raises:
            BatchError: It does not come, and there is no other.
            ConfigError: It would ask something else, as with another version or prompt file.
            WorkerLost: It does not come.
        """
        try:
            async with asyncio.timeout(_ARRIVAL_S):
                asks = await hand.introduce()
        except TimeoutError:
            if self._at_work:
                raise WorkerLost from None
            raise BatchError(
                f"no worker of the cluster was ready within {_ARRIVAL_S:g} s: has it processors "
                "free? See ray status"
            ) from None
        ours = asked_of(self._run.summarizer)
        if asks != ours.text:
            raise ConfigError(
                f"a worker of the cluster would ask something else ({ours.differences(asks)}): "
                "have the same nutgraf, and the same prompt files at the same paths, everywhere"
            )
        self._at_work.add(party)

    async def _lane(self, hand: Hand, party: Party) -> None:
        """Send shards to a worker, one after the other."""
        try:
            while party in self._crew and not self._ending:
                shard = await self._filler.fill(party)
                if shard is None:
                    self._through = True
                    return
                if shard.documents:
                    await self._send(shard, hand, party)
        except WorkerLost:
            self._crew.pop(party, None)  # the other lanes need not wait for what it had
            raise
        except NutgrafError as error:
            self._broken = self._broken or error  # now, so that the other lanes come to an end

    async def _send(self, shard: Shard, hand: Hand, party: Party) -> None:
        names = {sent.id: document_name(sent.name, sent.line) for sent in shard.documents}
        ended: Ended | None = None
        try:
            async for told in hand.work(shard):
                if isinstance(told, Ended):
                    ended = told
                    continue
                enter = partial(self._allowances.enter, reports=told, by=party)
                await self._run.writer.ado(enter)
                self._note(told, names)
        finally:
            self._allowances.forget(shard.documents)
        if ended is None:
            raise WorkerLost
        if ended.exit_code == BudgetError.exit_code:
            self._allowances.stretch(shard.documents)
        elif error := error_of(ended.exit_code, ended.message):
            raise error

    def _note(self, reports: list[Report], names: dict[int, str]) -> None:
        for report in reports:
            if outcome := report.outcome:
                self._broken = self._broken or self._outage.after(outcome.kind)
                name = names[report.document]
                self._run.log.finished(outcome.state, name, outcome.kind, report.spent)

    async def _bury(self, party: Party) -> None:
        self._run.log.add("worker died")
        await self._run.writer.ado(partial(bury, worker=party.worker))
        now = await self._run.writer.ado(standing)
        self._through = not now.left  # with what it died of, which failed
        hopeless = self._deaths.after(now.finished)
        self._broken = self._broken or hopeless

    async def _pass_on(self) -> None:
        """Tell the workers what was asked."""
        told: dict[Party, asyncio.Task[None]] = {}
        while True:
            await asyncio.sleep(_POLL_S)
            for party, hand in tuple(self._crew.items()):
                if self._unwanted(party):
                    hand.dismiss()
                elif self._ending and party not in told:
                    told[party] = asyncio.create_task(_drain(hand))

    def _unwanted(self, party: Party) -> bool:
        """Tell whether a worker is to go now, whatever it has."""
        return self._stop.leave.is_set() or (self._over and party not in self._at_work)

    def _beat(self, connection: sqlite3.Connection) -> None:
        for party in (self._run.party, *self._crew):
            beat(connection, party.worker)


async def _drain(hand: Hand) -> None:
    with suppress(WorkerLost):  # whoever waits for its work hears of it
        await hand.drain()
