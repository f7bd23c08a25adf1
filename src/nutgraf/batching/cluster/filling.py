"""From documents that wait to a shard: leased, read, claimed, and the worst case set aside.

Reading and claiming is the driver's work, so that two machines never ask about the same article.
"""

from __future__ import annotations

import asyncio
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from nutgraf.batching.cluster.shards import Shard
from nutgraf.batching.documents import Sent, read_document
from nutgraf.batching.failing import ends_the_run, failing
from nutgraf.batching.ledger.figures import document_name
from nutgraf.batching.ledger.leases import Leased, beat, free_the_dead, lease
from nutgraf.batching.ledger.settling import Outcome, claim, settle
from nutgraf.batching.runner import more_may_come

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.article import Article
    from nutgraf.batching.cluster.allowance import Allowances
    from nutgraf.batching.job import Run
    from nutgraf.batching.ledger.settling import Party

_TIMES_THE_ROOM: Final = 2  # a shard's documents: few, since a worker that dies loses them together
_LOOK_AGAIN_S: Final = 0.5
_ENOUGH_BYTES: Final = 8_000_000  # of files; the document that reaches it is a shard's last


class Filler:
    """Fills shards.

    Args:
        run: The driver's.
        allowances: Who sets aside what they may spend.
        room: Documents of a shard that may be in flight at a time.
    """

    def __init__(self, run: Run[Any], allowances: Allowances, room: int) -> None:
        self._run = run
        self._allowances = allowances
        self._room = room

    async def fill(self, by: Party) -> Shard | None:
        """Return a shard, empty where nobody is to be asked now; None where nothing is left.

        Where all that is left is with others, from whom it may come back, that takes a moment.

        Raises:
            BatchError: The ledger failed, or was given other settings.
            BudgetError: The budget is at its end.
            PromptError: The prompt does not fit.
        """
        most = _TIMES_THE_ROOM * self._room
        leased, left = await self._run.writer.ado(partial(_take, by=by, most=most))
        if not leased:
            return await self._nothing_yet() if left else None
        claimed = await asyncio.gather(*(self._claimed(one, by) for one in leased))
        sent = [one for one in claimed if one]
        if not sent or not self._allowances.needed:
            return Shard(tuple(sent), self._room)
        afforded = tuple(await self._allowances.afforded(sent, by))
        if not afforded:
            return await self._nothing_yet()
        return Shard(afforded, self._room, self._allowances.of(afforded))

    async def _nothing_yet(self) -> Shard:
        await asyncio.sleep(_LOOK_AGAIN_S)
        return Shard((), self._room)

    async def _claimed(self, leased: Leased, by: Party) -> Sent | None:
        """Return a document with its article, unless nobody needs to be asked about it."""
        article = await self._read(leased, by)
        if article is None:
            return None
        ask = partial(
            claim, document=leased.id, by=by, digest=article.digest, source=article.source
        )
        claimed = await self._run.writer.ado(ask)
        if claimed == "answered":
            self._run.log.add("done", document=document_name(leased.name, leased.line))
        return _sent(leased, article) if claimed == "mine" else None

    async def _read(self, leased: Leased, by: Party) -> Article | None:
        pace = self._run.job.pace
        read = partial(read_document, leased, format=pace.format, max_bytes=pace.max_bytes)
        try:
            return await self._run.aside.do(read)
        except Exception as error:
            if ends_the_run(error):
                raise
            found = failing(error, pace.deadline_s)
        outcome = Outcome(state=found.state, kind=found.kind, message=found.message)
        await self._run.writer.ado(partial(settle, document=leased.id, by=by, outcome=outcome))
        name = document_name(leased.name, leased.line)
        self._run.log.add(found.state, document=name, kind=found.kind)
        return None


def _take(connection: sqlite3.Connection, by: Party, most: int) -> tuple[list[Leased], bool]:
    """Return documents to work on, and whether there is reason to wait for more."""
    beat(connection, by.worker)  # see `nutgraf.batching.runner.take_waiting`
    free_the_dead(connection)
    taken: list[Leased] = []
    size = 0
    while len(taken) < most and size < _ENOUGH_BYTES and (one := lease(connection, by, 1)):
        taken += one
        size += one[0].length
    return taken, bool(taken) or more_may_come(connection)


def _sent(leased: Leased, article: Article) -> Sent:
    known = {field.name: getattr(leased, field.name) for field in fields(Leased)}
    return Sent(**known, article=article)
