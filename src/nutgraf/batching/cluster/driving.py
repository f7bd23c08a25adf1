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
_LOOK_AGAIN_S: Final = 0.5
_POLL_S: Final = 0.2
_DEATHS_IN_A_ROW: Final = 8  # of workers, without a document finished in between


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
        self._crew: dict[Party, Hand] = {}
        self._broken: BaseException | None = None
        self._deaths = 0
        self._finished = 0

    async def work(self, workers: int) -> None:
        """Work with so many workers until nothing is left, or until it is told to stop.

        Raises:
            BatchError: The ledger failed, or workers did nothing but die.
            BudgetError: The budget is at its end.
            ConfigError: The workers are not set up for the job.
            ModelError: The server refuses every request, or has been down for too long.
            PromptError: The prompt does not fit.
        """
        former, self._run.writer.beat = self._run.writer.beat, self._beat
        passing_on = asyncio.create_task(self._pass_on())
        try:
            await asyncio.gather(*(self._place() for _ in range(workers)))
        finally:
            passing_on.cancel()
            self._run.writer.beat = former
        if self._broken:
            raise self._broken

    @property
    def _ending(self) -> bool:
        return self._stop.drain.is_set() or self._broken is not None

    async def _place(self) -> None:
        """Keep one worker at work, another one after each that dies."""
        died = True
        while died and not self._ending:
            worker = await self._run.writer.ado(enter_worker)
            party = Party(worker, self._run.party.asked)
            self._crew[party] = hand = self._hire()
            try:
                died = await self._through(hand, party)
            finally:
                self._crew.pop(party, None)
                hand.dismiss()
                await self._run.writer.ado(partial(leave, worker=worker))

    async def _through(self, hand: Hand, party: Party) -> bool:
        """See a worker through to its end, and return whether that was its death."""
        try:
            self._refuse_stranger(await hand.introduce())
            lanes = (self._lane(hand, party) for _ in range(self._lanes))
            ends = await asyncio.gather(*lanes, return_exceptions=True)
        except (NutgrafError, WorkerLost) as error:
            ends = [error]
        for end in ends:
            if end and not isinstance(end, WorkerLost):
                self._broken = self._broken or end
        if not any(isinstance(end, WorkerLost) for end in ends):
            return False
        if not self._stop.leave.is_set():
            await self._bury(party)
        return True

    def _refuse_stranger(self, asks: str) -> None:
        """Raise where a worker would ask something else, as with another version or prompt file."""
        ours = asked_of(self._run.summarizer)
        if asks != ours.text:
            raise ConfigError(
                f"a worker of the cluster would ask something else ({ours.differences(asks)}): "
                "have the same nutgraf, and the same prompt files at the same paths, everywhere"
            )

    async def _lane(self, hand: Hand, party: Party) -> None:
        """Send shards to a worker, one after the other."""
        try:
            while party in self._crew and not self._ending:
                shard = await self._filler.fill(party)
                if shard is None:
                    return
                if shard.documents:
                    await self._send(shard, hand, party)
                else:  # all that is left is with others, from whom it may come back
                    await asyncio.sleep(_LOOK_AGAIN_S)
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
                self._log(told, names)
        finally:
            self._allowances.forget(shard.documents)
        if ended is None:
            raise WorkerLost
        if ended.exit_code == BudgetError.exit_code:
            self._allowances.stretch(shard.documents)
        elif error := error_of(ended.exit_code, ended.message):
            raise error

    def _log(self, reports: list[Report], names: dict[int, str]) -> None:
        for report in reports:
            if report.outcome:
                self._run.log.add(
                    report.outcome.state,
                    document=names[report.document],
                    kind=report.outcome.kind,
                    input_tokens=report.spent.input_tokens,
                    output_tokens=report.spent.output_tokens,
                    seconds=round(report.spent.seconds, 3),
                )

    async def _bury(self, party: Party) -> None:
        self._run.log.add("worker died")
        await self._run.writer.ado(partial(bury, worker=party.worker))
        finished = (await self._run.writer.ado(standing)).finished
        self._deaths = self._deaths + 1 if finished == self._finished else 1
        self._finished = finished
        if self._deaths >= _DEATHS_IN_A_ROW:
            self._broken = self._broken or BatchError(
                f"{self._deaths} workers of the cluster died in a row without a document done: is "
                "there enough memory? See the logs of ray"
            )

    async def _pass_on(self) -> None:
        """Tell the workers what was asked."""
        told: set[Party] = set()
        while True:
            await asyncio.sleep(_POLL_S)
            if self._stop.leave.is_set():
                for hand in tuple(self._crew.values()):
                    hand.dismiss()
            elif self._ending:
                for party in self._crew.keys() - told:
                    told.add(party)
                    with suppress(WorkerLost):  # whoever waits for its work hears of it
                        await self._crew[party].drain()

    def _beat(self, connection: sqlite3.Connection) -> None:
        for party in (self._run.party, *self._crew):
            beat(connection, party.worker)
