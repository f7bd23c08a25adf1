"""What a batch would take, from a sample of its articles; no call is made, nothing is written.

A token is taken for four characters, which is about right for English and too much for most other
languages; what is said to be the most is hardly ever reached (see ``budget``; a repair is taken to
be no longer than the draft, as it sends a part of the article).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from nutgraf.batching.budget import worst_usage
from nutgraf.batching.documents import read_document
from nutgraf.batching.job import PROVIDER_BATCH
from nutgraf.batching.ledger.figures import PICO
from nutgraf.batching.ledger.leases import Leased
from nutgraf.batching.pricing import pico_cost, price_of
from nutgraf.counting import counted
from nutgraf.errors import ArticleError
from nutgraf.language.readings import Readings
from nutgraf.llm.client import Usage
from nutgraf.llm.scripted import ScriptedClient
from nutgraf.summarizer import Summarizer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from nutgraf.batching.job import Job
    from nutgraf.batching.plan import Plan
    from nutgraf.llm.client import Client
    from nutgraf.settings import Settings

_SAMPLE: Final = 100
_CHARS_A_TOKEN: Final = 4
_LIKELY_ANSWER: Final = 1000
"""Tokens: what a 1.5B model took for a news article with the built-in prompt was 940."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a batch would take, if nothing of it is done yet.

    Attributes:
        documents: That there are; empty ones left out.
        sampled: How many of them were read for this.
        likely: Tokens with one request an article.
        most: Tokens with all re-asks and repairs that may follow, each as long as it may be.
        likely_cost: In US dollars; None where the price is not known.
        most_cost: Likewise; re-asks and repairs are ordinary calls, however drafts are asked for.
        price: Where the price is from, and of which day.
    """

    documents: int
    sampled: int
    likely: Usage
    most: Usage
    likely_cost: Decimal | None
    most_cost: Decimal | None
    price: str

    @property
    def text(self) -> str:
        """The same for people."""
        documents = counted(self.documents, "document")
        return "\n".join(
            (
                f"{documents}, {self.sampled:,} of them read for this estimate",
                f"likely: {_told(self.likely, self.likely_cost)}",
                f"at most: {_told(self.most, self.most_cost)}",
                f"price: {self.price}",
            )
        )


def estimate(job: Job[Any]) -> Estimate:
    """Return what a job would take.

    Raises:
        BatchError: The input cannot be listed.
        ConfigError: The settings do not fit.
        PromptError: There is no such prompt.
    """
    client = job.client or _nobody(job.settings)
    summarizer = Summarizer(job.schema, settings=job.settings, client=client)
    documents, sample = _sample(job.plan)
    likely = most = Usage()
    for leased in sample:
        one_likely, one_most = _usage(summarizer, job, leased)
        likely, most = likely + one_likely, most + one_most
    share = documents / max(len(sample), 1)
    likely, most = _scaled(likely, share), _scaled(most, share)
    return Estimate(
        documents,
        len(sample),
        likely,
        most,
        _cost(likely, client, job.settings, in_batch=job.via == PROVIDER_BATCH),
        _cost(most, client, job.settings, in_batch=False),
        _price(client, job.settings, in_batch=job.via == PROVIDER_BATCH),
    )


def _nobody(settings: Settings) -> Client | None:
    """Return a client that goes by the model's name; it needs no key, as it is not asked."""
    return ScriptedClient((), model=settings.model or "?") if settings.needs_a_model else None


def _sample(plan: Plan) -> tuple[int, list[Leased]]:
    """Return how many documents there are, and some of them, each as likely as any other."""
    chance = random.Random(0)  # noqa: S311  the same sample each time; no secret
    count, kept = 0, list[Leased]()
    for leased in _documents(plan):
        count += 1
        if len(kept) < _SAMPLE:
            kept.append(leased)
        elif (place := chance.randrange(count)) < _SAMPLE:
            kept[place] = leased
    return count, kept


def _documents(plan: Plan) -> Iterator[Leased]:
    for file in plan.files():
        for part in plan.parts(file):
            if part.length:
                place = (part.line, file.name, part.start, part.length)
                yield Leased(0, file.location, *place, file.size, file.modified_ns, None, 0)


def _usage(summarizer: Summarizer[Any], job: Job[Any], leased: Leased) -> tuple[Usage, Usage]:
    """Return what a document is likely to take, and the most; nothing where it cannot be read."""
    if summarizer.drafter is None:
        return Usage(), Usage()
    try:
        article = read_document(leased, format=job.pace.format, max_bytes=job.pace.max_bytes)
    except ArticleError:
        return Usage(), Usage()
    request = summarizer.drafter.request(Readings(article))
    characters = sum(len(message.content) for message in request.messages)
    answer = min(_LIKELY_ANSWER, job.settings.max_tokens)
    likely = Usage(characters // _CHARS_A_TOKEN, answer, requests=1)
    return likely, worst_usage(request, times=1 + job.settings.repairs)


def _scaled(usage: Usage, times: float) -> Usage:
    return Usage(
        round(usage.input_tokens * times),
        round(usage.output_tokens * times),
        requests=round(usage.requests * times),
    )


def _cost(
    usage: Usage, client: Client | None, settings: Settings, *, in_batch: bool
) -> Decimal | None:
    cost = pico_cost(usage, client.model, settings, in_batch=in_batch) if client else 0
    return None if cost is None else cost * PICO


def _price(client: Client | None, settings: Settings, *, in_batch: bool) -> str:
    if client is None:
        return "no model, no cost"
    source = price_of(client.model, settings, in_batch=in_batch)
    return f"{source}, for {datetime.now(UTC).date()}" if source else "unknown; give --price"


def _told(usage: Usage, cost: Decimal | None) -> str:
    dollars = "price unknown" if cost is None else f"${cost:,.2f}"
    return f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out, {dollars}"
