"""The worker at the other end: told a job once, then shard after shard of it.

It knows nothing of how it is reached; ``on_ray`` makes an actor of it.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import SecretStr

from nutgraf.batching.asked import asked_of
from nutgraf.batching.budget import Budget, LedgerPurse
from nutgraf.batching.cluster.scratch import PARTY, finished, rest, scratch
from nutgraf.batching.cluster.shards import Ended
from nutgraf.batching.ledger.figures import PICO
from nutgraf.batching.metering import MeteredClient
from nutgraf.batching.runner import Runner
from nutgraf.batching.stopping import Stop
from nutgraf.batching.worker import as_json, from_json
from nutgraf.drafting.aside import Aside
from nutgraf.drafting.clients import open_client
from nutgraf.errors import ConfigError, NutgrafError
from nutgraf.llm.limiter import Limiter
from nutgraf.llm.rates import rates
from nutgraf.llm.retry import UNATTENDED
from nutgraf.settings import PREFIX
from nutgraf.summarizer import Summarizer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from nutgraf.batching.cluster.shards import Shard, Told
    from nutgraf.batching.documents import Sent
    from nutgraf.batching.job import Job
    from nutgraf.batching.ledger.leases import Leased
    from nutgraf.batching.ledger.writer import Writer

KEY_VARIABLE: Final = f"{PREFIX}API_KEY"
_OPENAI_KEY_VARIABLE: Final = "OPENAI_API_KEY"


def told_to_each(job: Job[Any], workers: int) -> str:
    """Return a job as each of some workers is told it: as JSON, without its key.

    Each may ask its part of what they may ask in a minute together.

    Raises:
        ConfigError: Another machine cannot do it.
    """
    if job.settings.record:
        raise ConfigError("a recording has one writer: record on this machine, without --engine")
    pace = job.pace
    part = replace(
        pace,
        requests_per_minute=pace.requests_per_minute and pace.requests_per_minute / workers,
        tokens_per_minute=pace.tokens_per_minute and pace.tokens_per_minute / workers,
    )
    settings = job.settings.model_copy(update={"api_key": None})
    return as_json(replace(job, settings=settings, pace=part))


class ShardWorker:
    """Works on shards of a job.

    Args:
        told: The job, from `told_to_each`.
        keyed: Whether the driver has a key, so that one is needed here.
    """

    def __init__(self, told: str, *, keyed: bool) -> None:
        self._told = told
        self._keyed = keyed
        self._stop = Stop()
        self._executor = ThreadPoolExecutor(1, "reading")

    async def introduce(self) -> tuple[str, Ended]:
        """Make ready, and return what is asked of the model, or the error that is in the way."""
        try:
            self._job = self._opened()
            pace = self._job.pace
            limits = rates(pace.requests_per_minute, pace.tokens_per_minute)
            gate = Limiter(pace.concurrency, limits)
            self._client = open_client(self._job.settings, UNATTENDED, gate)
            summarizer = Summarizer(
                self._job.schema, settings=self._job.settings, client=self._client
            )
            return asked_of(summarizer).text, Ended()
        except NutgrafError as error:
            return "", _ended(error)

    async def work(self, shard: Shard) -> AsyncGenerator[Told]:
        """Yield what comes of a shard's documents, as it does, and `Ended` at last."""
        ended = Ended()
        with scratch(shard) as writer:
            runner = self._runner(shard, writer)
            try:
                async with aclosing(runner.run()) as documents:
                    async for _ in documents:
                        if reports := await writer.ado(finished):
                            yield reports
            except NutgrafError as error:
                ended = _ended(error)
            if reports := await writer.ado(rest):
                yield reports
        yield ended

    async def drain(self) -> None:
        """Begin no document any more."""
        self._stop.ask_to_drain()

    def _opened(self) -> Job[Any]:
        job = from_json(self._told)
        if not self._keyed:
            return job
        key = os.environ.get(KEY_VARIABLE) or os.environ.get(_OPENAI_KEY_VARIABLE)
        if not key:
            raise ConfigError(
                f"a worker of the cluster has no key: set {_OPENAI_KEY_VARIABLE} on every machine "
                "before ray is started there; a key is never sent"
            )
        return replace(job, settings=job.settings.model_copy(update={"api_key": SecretStr(key)}))

    def _runner(self, shard: Shard, writer: Writer) -> _ShardRunner:
        settings, client = self._job.settings, self._client
        purse = _purse(shard, self._job, writer, client.model) if client else None
        metered = MeteredClient(client, purse) if client else None
        summarizer = Summarizer(
            self._job.schema, settings=settings, client=metered, executor=self._executor
        )
        pace = replace(self._job.pace, concurrency=shard.room)
        runner = _ShardRunner(writer, PARTY, summarizer, Aside(self._executor), pace, self._stop)
        runner.left = list(reversed(shard.documents))
        return runner


class _ShardRunner(Runner[Any]):  # Any: of whatever schema
    """Works on the documents that were sent, in their order."""

    left: list[Sent]

    async def take(self, most: int) -> tuple[list[Leased], bool]:
        taken: list[Leased] = [self.left.pop() for _ in range(min(most, len(self.left)))]
        return taken, bool(taken)


def _purse(shard: Shard, job: Job[Any], writer: Writer, model: str) -> LedgerPurse | None:
    if shard.allowance is None:
        return None
    budget = Budget(
        None if job.budget.max_cost is None else shard.allowance.cost * PICO,
        None if job.budget.max_tokens is None else shard.allowance.tokens,
    )
    purse = LedgerPurse(writer, budget, job.settings, model)
    purse.party = PARTY
    return purse


def _ended(error: NutgrafError) -> Ended:
    return Ended(error.exit_code, str(error))
