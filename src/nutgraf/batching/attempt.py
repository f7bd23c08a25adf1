"""One attempt at one document: read, claimed, summarised within its deadline, entered.

Which documents are attempted when is the business of ``runner``.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic

from nutgraf.batching.documents import read_document
from nutgraf.batching.failing import ends_the_run, failing
from nutgraf.batching.ledger.figures import document_name
from nutgraf.batching.ledger.settling import NOTHING, Outcome, Spent, claim, put_back, settle
from nutgraf.batching.lines import pack
from nutgraf.batching.metering import metered
from nutgraf.batching.pricing import spent_of
from nutgraf.reading.files import DEFAULT_MAX_BYTES
from nutgraf.summarizer import SummaryT

if TYPE_CHECKING:
    from nutgraf.batching.ledger.leases import Leased
    from nutgraf.batching.ledger.settling import Claim, Party
    from nutgraf.batching.ledger.tables import State
    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.batching.metering import Meter
    from nutgraf.drafting.aside import Aside
    from nutgraf.schema.result import Result
    from nutgraf.summarizer import Summarizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How a worker goes about it.

    Attributes:
        concurrency: Documents in flight at a time, of all workers that one command starts.
        deadline_s: The longest that one may take, waiting for the server included.
        format: What the files are; see `nutgraf.read`.
        max_bytes: The largest document that is read.
        requests_per_minute: Of all workers together; None for as many as the server takes.
        tokens_per_minute: Likewise, in and out.
    """

    concurrency: int = 16
    deadline_s: float = 900.0
    format: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None


@dataclass(frozen=True, slots=True)
class Finished(Generic[SummaryT]):
    """A document that a worker is through with.

    Attributes:
        name: Of the document.
        state: How it stands now.
        result: Its summary, if it was made just now; None where there was one already.
        kind: Of the failure, if it failed.
        message: The error's.
        spent: What it took.
    """

    name: str
    state: State
    result: Result[SummaryT] | None = None
    kind: str | None = None
    message: str | None = None
    spent: Spent = NOTHING


class PutBack(Exception):  # noqa: N818  no error of the document's
    """The document waits again, as every other would meet the same; the cause says what."""


@dataclass(frozen=True, slots=True)
class Attempts(Generic[SummaryT]):
    """Makes attempts, as many at a time as it is asked for.

    Attributes:
        writer: To the ledger.
        party: Who this is there.
        summarizer: Who summarises; its client must be a `MeteredClient`, if it has one.
        aside: Where that is done that would hold up the event loop.
        pace: Deadline and limits.
    """

    writer: Writer
    party: Party
    summarizer: Summarizer[SummaryT]
    aside: Aside
    pace: Pace

    async def attempt(self, leased: Leased) -> Finished[SummaryT] | None:
        """See a document through; None where another one stands for it, or somebody else has it.

        Raises:
            BatchError: The ledger failed.
            PutBack: It met what every other document would meet too.
        """
        course = _Course(leased, document_name(leased.name, leased.line), time.perf_counter())
        with metered(leased.id) as course.meter:
            try:
                async with asyncio.timeout(self.pace.deadline_s):
                    result = await self._summarise(course)
            except Exception as error:  # noqa: BLE001  a failure is a row in the ledger
                return await self._failed(course, error)
        if course.claimed == "answered":
            return Finished(course.name, "done")
        return await self._done(course, result) if result else None

    async def _summarise(self, course: _Course) -> Result[SummaryT] | None:
        pace = self.pace
        article = await self.aside.do(
            read_document, course.leased, format=pace.format, max_bytes=pace.max_bytes
        )
        course.digest = article.digest
        course.claimed = await self.writer.ado(
            partial(
                claim,
                document=course.leased.id,
                by=self.party,
                digest=article.digest,
                source=article.source,
            ),
            lasting=False,
        )
        if course.claimed != "mine":
            return None
        return await self.summarizer.asummarize(article)

    async def _failed(self, course: _Course, error: Exception) -> Finished[SummaryT]:
        spent = self._spent(course)
        if ends_the_run(error):
            document = course.leased.id
            await self.writer.ado(partial(put_back, document=document, by=self.party, spent=spent))
            raise PutBack from error
        found = failing(error, self.pace.deadline_s)
        outcome = Outcome(
            state=found.state,
            digest=course.digest,
            kind=found.kind,
            message=found.message,
            spent=spent,
        )
        await self._settle(course, outcome)
        return Finished(course.name, found.state, None, found.kind, found.message, spent)

    async def _done(self, course: _Course, result: Result[SummaryT]) -> Finished[SummaryT]:
        kept = await self.aside.do(pack, result)
        spent = self._spent(course)
        outcome = Outcome(state="done", digest=course.digest, result=kept, spent=spent)
        await self._settle(course, outcome)
        return Finished(course.name, "done", result, spent=spent)

    async def _settle(self, course: _Course, outcome: Outcome) -> None:
        document = course.leased.id
        await self.writer.ado(partial(settle, document=document, by=self.party, outcome=outcome))

    def _spent(self, course: _Course) -> Spent:
        client, settings = self.summarizer.client, self.summarizer.settings
        seconds = time.perf_counter() - course.began
        model = client.model if client else None
        return spent_of(course.meter.usage, model, settings, seconds=seconds)


@dataclass(slots=True)
class _Course:
    """How far an attempt has come."""

    leased: Leased
    name: str
    began: float
    meter: Meter = field(init=False)
    digest: str | None = None
    claimed: Claim | None = None
