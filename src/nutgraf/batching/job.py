"""What a batch is told: input, run folder, schema, settings, pace; and the run that comes of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, aclosing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeAlias

from nutgraf.batching.asked import asked_of
from nutgraf.batching.attempt import Finished, Pace
from nutgraf.batching.budget import NO_LIMIT, LedgerPurse
from nutgraf.batching.events import LOG, Log
from nutgraf.batching.ledger.asking import ask
from nutgraf.batching.ledger.fetching import has_replies
from nutgraf.batching.ledger.leases import beat, enter_worker, leave
from nutgraf.batching.ledger.settling import Party
from nutgraf.batching.ledger.store import FILE_NAME, create
from nutgraf.batching.ledger.writer import Writer
from nutgraf.batching.metering import MeteredClient
from nutgraf.batching.provider.limits import Limits
from nutgraf.batching.provider.replies import LedgerReplies
from nutgraf.batching.runner import Runner
from nutgraf.drafting.aside import Aside
from nutgraf.drafting.clients import open_client
from nutgraf.errors import BatchError, ConfigError
from nutgraf.llm.limiter import Limiter
from nutgraf.llm.retry import UNATTENDED
from nutgraf.llm.shared_rates import SharedRates
from nutgraf.llm.slowdowns import SharedSlowdowns
from nutgraf.llm.stored import StoredClient
from nutgraf.summarizer import Summarizer, SummaryT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncGenerator, Iterator
    from pathlib import Path

    from nutgraf.batching.asked import Asked
    from nutgraf.batching.budget import Budget
    from nutgraf.batching.plan import Plan
    from nutgraf.batching.stopping import Stop
    from nutgraf.llm.client import Client
    from nutgraf.settings import Settings

Via: TypeAlias = Literal["calls", "provider-batch"]
PROVIDER_BATCH: Final = "provider-batch"

RATES: Final = "rates.db"
"""In the run folder: what all workers have asked in the last minute."""

SLOWDOWNS: Final = "slowdowns.bin"
"""In the run folder: how often the server asked one of them for fewer requests at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[SummaryT]):
    """What a batch is told.

    Attributes:
        folder: The run folder; made if it is not there.
        plan: The input.
        schema: What to fill.
        settings: Which model, which prompt, and how.
        pace: How to go about it.
        budget: What it may spend.
        via: How drafts are asked for: by calls, or by the provider's batches for half the price.
        limits: Of those batches.
        client: Who answers instead of the model in the settings; one process only.
    """

    folder: Path
    plan: Plan
    schema: type[SummaryT]
    settings: Settings
    pace: Pace = field(default_factory=Pace)
    budget: Budget = NO_LIMIT
    via: Via = "calls"
    limits: Limits = field(default_factory=Limits)
    client: Client | None = None

    def __post_init__(self) -> None:
        if self.pace.concurrency < 1 or not self.pace.deadline_s > 0:  # which NaN is not either
            raise ConfigError("concurrency and deadline must be positive")
        settings = self.settings
        plain = settings.needs_a_model and not (settings.replay or settings.record or self.client)
        if self.via == PROVIDER_BATCH and not plain:
            raise ConfigError(
                f"{PROVIDER_BATCH} needs a model behind a server, and cannot be recorded or "
                "replayed: give --model openai/NAME, or leave it out"
            )


@dataclass(frozen=True, slots=True)
class Run(Generic[SummaryT]):
    """A job under way, in this process.

    Attributes:
        job: What it was told.
        writer: To its ledger.
        party: Who this process is there.
        log: Of what happens.
        client: Who answers, uncounted; None for no model.
    """

    job: Job[SummaryT]
    writer: Writer
    party: Party
    summarizer: Summarizer[SummaryT]
    executor: ThreadPoolExecutor
    log: Log
    client: Client | None

    @property
    def aside(self) -> Aside:
        """Where that is done that would hold up the event loop."""
        return Aside(self.executor)

    async def finished(self, stop: Stop) -> AsyncGenerator[Finished[SummaryT]]:
        """Work, and yield each document that this process is through with.

        Raises:
            NutgrafError: As `Runner.run`.
        """
        # Closed here, as a generator that is left to itself gives back what it has at some time.
        async with self.summarizer, aclosing(self._worked(stop)) as worked:
            async for finished in worked:
                self.log.finished(finished.state, finished.name, finished.kind, finished.spent)
                yield finished

    def _worked(self, stop: Stop) -> AsyncGenerator[Finished[SummaryT]]:
        if self.job.via == PROVIDER_BATCH:
            from nutgraf.batching.provider.working import worked  # noqa: PLC0415  a circle else

            return worked(self, stop)
        work = (self.writer, self.party, self.summarizer, self.aside, self.job.pace, stop)
        return Runner(*work).run()


@contextmanager
def opened(job: Job[SummaryT]) -> Iterator[Run[SummaryT]]:
    """Open the run folder of a job, as one who works on it.

    Raises:
        BatchError: The folder or its ledger cannot be used, or somebody works there on another job.
        ConfigError: The settings do not fit.
        PromptError: There is no such prompt.
        RecordingError: A recording cannot be read.
    """
    _make(job.folder)
    ledger = job.folder / FILE_NAME
    create(ledger)
    with (
        Writer(ledger) as writer,
        ThreadPoolExecutor(1, "reading") as executor,
        _rates(job) as rates,
    ):
        gate = Limiter(job.pace.concurrency, rates, SharedSlowdowns(job.folder / SLOWDOWNS))
        client = job.client or open_client(job.settings, UNATTENDED, gate)
        purse = _purse(job, writer, client)
        replies = LedgerReplies(writer)
        counted: Client | None = MeteredClient(client, purse) if client else None
        if counted and (job.via == PROVIDER_BATCH or writer.do(has_replies)):
            counted = StoredClient(counted, replies.reply_to)
        summarizer = Summarizer(
            job.schema, settings=job.settings, client=counted, executor=executor
        )
        party = writer.do(partial(_enter, asked=asked_of(summarizer)))
        writer.beat = partial(beat, worker=party.worker)
        replies.asked = party.asked
        if purse:
            purse.party = party
        log = Log(job.folder / LOG)
        try:
            yield Run(job, writer, party, summarizer, executor, log, client)
        finally:
            writer.beat = None
            writer.do(partial(leave, worker=party.worker))


def _rates(job: Job[Any]) -> AbstractContextManager[SharedRates | None]:
    """Return what the workers of a run share: how much may be asked in a minute."""
    pace = job.pace
    if pace.requests_per_minute is None and pace.tokens_per_minute is None:
        return nullcontext()
    return SharedRates(job.folder / RATES, pace.requests_per_minute, pace.tokens_per_minute)


def _purse(job: Job[Any], writer: Writer, client: Client | None) -> LedgerPurse | None:
    if client is None or job.budget == NO_LIMIT:
        return None  # asking it takes two commits a call
    return LedgerPurse(writer, job.budget, job.settings, client.model)


def _enter(connection: sqlite3.Connection, asked: Asked) -> Party:
    number = ask(connection, asked)
    return Party(enter_worker(connection), number)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = not (folder / FILE_NAME).exists() and any(
            not entry.name.startswith(".") for entry in folder.iterdir()
        )
    except OSError as error:
        raise BatchError(
            f"{folder}: cannot be made or listed ({error.strerror}); give another run folder"
        ) from error
    if strange:
        raise BatchError(f"{folder}: is not empty and no run folder; give another one")
