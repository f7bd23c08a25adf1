"""What is set aside in the driver's ledger before a shard is sent, document by document.

The worker holds its calls to what was set aside for the shard, so a bound that turns out too small
costs another attempt and never the budget.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from nutgraf.batching.budget import NO_LIMIT, no_room_for, worst_usage
from nutgraf.batching.ledger.settling import NOTHING, put_back, settle
from nutgraf.batching.ledger.spending import Amount, close_reservation, reserve
from nutgraf.batching.pricing import spent_of
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.article import Article
    from nutgraf.batching.cluster.shards import Report
    from nutgraf.batching.documents import Sent
    from nutgraf.batching.job import Run
    from nutgraf.batching.ledger.settling import Party


class Allowances:
    """Reserves for documents before they are sent, and settles once they are reported.

    Args:
        run: The driver's.
    """

    def __init__(self, run: Run[Any]) -> None:
        self._run = run
        self._limit = run.job.budget.limit
        self._open: dict[int, tuple[int, Amount]] = {}
        self._times: dict[int, int] = {}
        self.needed = run.summarizer.drafter is not None and run.job.budget != NO_LIMIT

    async def afforded(self, read: list[Sent], by: Party) -> list[Sent]:
        """Return those that the budget has room for now; the others wait again.

        Raises:
            BudgetError: It has room for none, and nothing is under way that may leave some.
        """
        run = self._run
        for place, sent in enumerate(read):
            worst = await run.aside.do(self._worst, sent.id, sent.article)
            ask = partial(reserve, document=sent.id, by=by, worst=worst, limit=self._limit)
            answer = await run.writer.ado(ask)
            if not isinstance(answer, int):
                await self._put_back(read[place:], by)
                if answer == "no":
                    raise no_room_for("document", worst)
                return read[:place]
            self._open[sent.id] = (answer, worst)
        return read

    def of(self, documents: tuple[Sent, ...]) -> Amount:
        """Return what is set aside for documents together."""
        return sum((self._open[sent.id][1] for sent in documents), Amount())

    def enter(self, connection: sqlite3.Connection, reports: list[Report], by: Party) -> None:
        """Enter what came of documents, and what it took in the place of what was set aside."""
        for report in reports:
            if reserved := self._open.get(report.document):
                uncounted = report.uncounted
                close_reservation(connection, reserved[0], uncounted, kept=uncounted != Amount())
            if report.outcome:
                settle(connection, report.document, by, report.outcome)
            else:
                put_back(connection, report.document, by, report.spent)

    def forget(self, documents: tuple[Sent, ...]) -> None:
        """Forget what was set aside for documents: it was entered, or is taken for spent."""
        for sent in documents:
            self._open.pop(sent.id, None)

    def stretch(self, documents: tuple[Sent, ...]) -> None:
        """Have twice as much set aside for documents the next time: it was not enough."""
        for sent in documents:
            self._times[sent.id] = 2 * self._times.get(sent.id, 1)

    def _worst(self, document: int, article: Article) -> Amount:
        settings, drafter = self._run.job.settings, self._run.summarizer.drafter
        assert drafter  # noqa: S101  `needed` says so; this tells the type checker
        times = (1 + settings.repairs) * self._times.get(document, 1)
        worst = worst_usage(drafter.request(Readings(article)), times=times)
        return spent_of(worst, drafter.client.model, settings).amount

    async def _put_back(self, documents: list[Sent], by: Party) -> None:
        for sent in documents:
            back = partial(put_back, document=sent.id, by=by, spent=NOTHING)
            await self._run.writer.ado(back)
