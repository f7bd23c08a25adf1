"""Who goes between the ledger and the provider: hands shards over, looks after them, fetches them.

It goes on until the worker beside it has nothing left to wait for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from nutgraf.batching.budget import no_room_for
from nutgraf.batching.ledger.figures import standing
from nutgraf.batching.ledger.shards import let_go, take_over, waiting_for_a_batch
from nutgraf.batching.provider.collecting import collect
from nutgraf.batching.provider.filling import Filler
from nutgraf.batching.provider.submitting import submit
from nutgraf.errors import ModelError, TransientModelError

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.batching.ledger.shards import Shard
    from nutgraf.batching.ledger.writer import Work
    from nutgraf.batching.provider.collecting import Came
    from nutgraf.batching.provider.desk import Desk
    from nutgraf.llm.openai_client.batch_records import BatchRecord

ReturnT = TypeVar("ReturnT")

_LONGER: Final = 1.5  # each wait than the one before
_SAMPLES: Final = 10  # documents that are tried one by one before a batch is made
_ASK_LEDGER_S: Final = 0.1


class Courier:
    """Goes between the ledger and the provider.

    Args:
        desk: What is at hand.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._filler = Filler(desk)
        self._most = desk.limits.requests
        self._one_by_one = False
        self._tried = False
        self._overdue: set[int] = set()
        self._wait_s = desk.limits.first_look_s

    async def run(self) -> None:
        """Hand over and fetch until cancelled.

        Raises:
            BatchError: The ledger or a file failed.
            BudgetError: The budget has no room for what is left.
            ModelError: The provider says no to everything, or cannot be reached.
        """
        while True:
            shards = await self._shards()
            came = [came for shard in shards if (came := await self._look(shard))]
            if fault := next((one.fault for one in came if one.fault), None):
                raise fault
            open_shards = len(shards) - len(came)
            if any(one.crowded for one in came):
                self._make_smaller(open_shards)
            elif not (open_shards and self._one_by_one):
                await self._hand_over(open_shards)
            await self._rest(news=bool(came))

    async def _shards(self) -> list[Shard]:
        """Return what is with the provider, after handing over what a dead process had ready."""
        work = partial(take_over, by=self._desk.party)
        begun = [shard for shard in await self._ado(work) if shard.state != "submitted"]
        for shard in begun:
            await submit(self._desk, shard)
        return await self._ado(work)

    async def _hand_over(self, open_shards: int) -> None:
        """Fill and submit shards until nothing waits for one, or the budget has no room."""
        while not self._desk.stop.drain.is_set() and await self._waiting():
            if not self._tried:
                await self._try_some()
                continue
            number, held = await self._filler.fill(self._most)
            if number is not None:
                own = await self._ado(partial(take_over, by=self._desk.party))
                (shard,) = [one for one in own if one.id == number]
                open_shards += await submit(self._desk, shard)
            if held.no_room:
                await self._refuse_without_room(open_shards)
                return
            if self._one_by_one:
                return

    async def _try_some(self) -> None:
        """Have a document done the ordinary way first.

        So a key, a model or a prompt that does not do is found out now, and not a day later with
        50,000 requests; and which parameters the model takes is known.
        """
        for _ in range(_SAMPLES):
            waiting = await self._waiting()
            if not waiting:
                return
            await self._ado(partial(let_go, documents=waiting, ready=True))
            if await self._outcome(waiting[0]):
                break
        self._tried = True

    async def _outcome(self, document: int) -> bool:
        """Wait for the end of a document, and return whether the model was asked."""
        while True:
            asked = await self._ado(partial(_asked_about, document=document))
            if asked is not None:
                return asked
            await self._desk.limits.sleep(_ASK_LEDGER_S)

    async def _refuse_without_room(self, open_shards: int) -> None:
        """Raise unless what is under way may turn out to take less than was set aside for it."""
        leased = (await self._ado(standing)).states["leased"]
        if not open_shards and not leased and await self._waiting():
            raise no_room_for("request")

    async def _look(self, shard: Shard) -> Came | None:
        """See how a batch stands, and fetch what came of it if it has ended.

        That the provider cannot be reached is no reason to end: its batches go on by themselves.
        """
        try:
            return await self._look_once(shard)
        except TransientModelError as error:
            self._desk.log.add("provider not reached", shard=shard.id, why=str(error))
            if self._age_s(shard) > self._desk.limits.give_up_s:
                raise
            return None

    async def _look_once(self, shard: Shard) -> Came | None:
        from nutgraf.llm.openai_client.batches import MissingError  # noqa: PLC0415  takes a second

        batches = self._desk.batches
        try:
            record = await batches.retrieve(shard.batch or "")
        except MissingError as error:
            raise ModelError(
                f"{batches.place}: does not know the batch {shard.batch}; use the key that it was "
                "made with"
            ) from error
        if not record.ended:
            await self._mind_the_time(shard, record)
            return None
        return await collect(self._desk, shard, record)

    def _age_s(self, shard: Shard) -> float:
        return self._desk.limits.now() - shard.made_at

    async def _mind_the_time(self, shard: Shard, record: BatchRecord) -> None:
        """Cancel a batch that should have ended long ago; some day stop waiting for it.

        Raises:
            ModelError: It did not even end then.
        """
        desk = self._desk
        age_s = self._age_s(shard)
        if age_s > desk.limits.give_up_s:
            raise ModelError(
                f"{desk.batches.place}: the batch {record.id} is {record.status} after "
                f"{age_s / 3600:.0f} hours; see the provider's dashboard; the same command goes on"
            )
        if age_s > desk.limits.overdue_s and shard.id not in self._overdue:
            self._overdue.add(shard.id)
            desk.log.add("overdue", shard=shard.id, batch=record.id, status=record.status)
            await desk.batches.cancel(record.id)

    def _make_smaller(self, open_shards: int) -> None:
        """Hand over one shard at a time; and a smaller one, if even one alone was too much.

        Raises:
            ModelError: It does not take a single request.
        """
        self._one_by_one = True
        if open_shards:
            return  # there will be room when they have ended
        if self._most == 1:
            raise ModelError(
                f"{self._desk.batches.place}: has no room for a batch of one request; see the "
                "account's limit of enqueued tokens"
            )
        self._most //= 2

    async def _waiting(self) -> list[int]:
        return await self._ado(partial(waiting_for_a_batch, most=1))

    async def _ado(self, work: Work[ReturnT]) -> ReturnT:
        return await self._desk.writer.ado(work)

    async def _rest(self, *, news: bool) -> None:
        limits = self._desk.limits
        if news:
            self._wait_s = limits.first_look_s
        await limits.sleep(min(self._wait_s, limits.look_s))
        self._wait_s = min(self._wait_s * _LONGER, limits.look_s)


def _asked_about(connection: sqlite3.Connection, document: int) -> bool | None:
    """Return whether the model was asked about a document; None while that may still come."""
    row = connection.execute(
        "SELECT state IN ('waiting', 'leased') AND original IS NULL, requests > 0 "
        "FROM document WHERE id = ?",
        (document,),
    ).fetchone()
    if row is None:
        return False  # it was taken out of the input
    return None if row[0] else bool(row[1])
