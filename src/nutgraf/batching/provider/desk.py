"""What everybody who deals with the provider's batches has at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nutgraf.batching.budget import NO_LIMIT
from nutgraf.batching.pricing import spent_of

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.batching.events import Log
    from nutgraf.batching.job import Job
    from nutgraf.batching.ledger.settling import Party, Spent
    from nutgraf.batching.ledger.spending import Amount
    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.batching.provider.limits import Limits
    from nutgraf.batching.stopping import Stop
    from nutgraf.drafting.aside import Aside
    from nutgraf.llm.client import Usage
    from nutgraf.llm.openai_client import OpenAIClient
    from nutgraf.llm.openai_client.batches import Batches
    from nutgraf.summarizer import Summarizer


@dataclass(frozen=True, slots=True)
class Desk:
    """What is at hand.

    Attributes:
        job: What the run was told.
        writer: To its ledger.
        party: Who this is there.
        summarizer: Whose drafts are asked for.
        client: Knows what a request looks like to this model.
        batches: The provider's.
        aside: Where that is done that would hold up the event loop.
        log: Of what happens.
        stop: What ends it early.
    """

    job: Job[Any]
    writer: Writer
    party: Party
    summarizer: Summarizer[Any]
    client: OpenAIClient
    batches: Batches
    aside: Aside
    log: Log
    stop: Stop

    @property
    def limits(self) -> Limits:
        """How much and how long."""
        return self.job.limits

    @property
    def budget(self) -> Amount | None:
        """What the run may take in all; None for no limit."""
        return None if self.job.budget == NO_LIMIT else self.job.budget.limit

    def file(self, shard: int, kind: str) -> Path:
        """Return where a shard's input, output or errors are kept while they are needed."""
        return self.job.folder / "provider" / f"shard-{shard}.{kind}.jsonl"

    def spent(self, usage: Usage) -> Spent:
        """Return what tokens of a batch come to."""
        return spent_of(usage, self.client.model, self.job.settings, in_batch=True)
