"""What each document's calls take, counted at the model seam, however its attempt ends.

A result tells its own usage, but a failure does not always; and a budget must be asked before a
call, not after it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from nutgraf.errors import ModelError, OutputError
from nutgraf.llm.client import Client, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from nutgraf.llm.client import AnswerT, Completion, Request


class Purse(Protocol):
    """Who says whether a call may be made; see `nutgraf.batching.budget`."""

    async def reserve(self, request: Request[BaseModel], document: int) -> int:
        """Set the worst case of a call aside, and return the reservation's number.

        Raises:
            BudgetError: It would go beyond the budget.
        """
        ...

    async def settle(self, reservation: int, usage: Usage | None) -> None:
        """Put what a call took in the place of its worst case; None where nobody knows."""
        ...


class Meter:
    """What one document's calls took so far.

    Attributes:
        document: Its row in the ledger.
        usage: Tokens and requests, failed calls included.
    """

    def __init__(self, document: int) -> None:
        self.document = document
        self.usage = Usage()


_METER: ContextVar[Meter] = ContextVar("meter")


@contextmanager
def metered(document: int) -> Iterator[Meter]:
    """Count the calls that are made inside, by this task, for a document."""
    meter = Meter(document)
    token = _METER.set(meter)
    try:
        yield meter
    finally:
        _METER.reset(token)


class MeteredClient:
    """A client that counts another's calls, and asks a purse before each where there is one.

    It may only be used inside `metered`.
    """

    def __init__(self, inner: Client, purse: Purse | None = None) -> None:
        self._inner = inner
        self._purse = purse

    @property
    def model(self) -> str:
        """The other's model."""
        return self._inner.model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            BudgetError: The purse has not enough left for it.
            ModelError: As the other.
            OutputError: As the other.
            RecordingError: As the other.
        """
        meter = _METER.get()
        if self._purse is None:
            return await self._counted(request, meter)
        reservation = await self._purse.reserve(request, meter.document)  # type: ignore[arg-type]  # it only looks
        before, took = meter.usage, None
        try:
            completion = await self._counted(request, meter)
        except (ModelError, OutputError):
            took = _difference(meter.usage, before)
            raise
        else:
            took = completion.usage
            return completion
        finally:
            await self._purse.settle(reservation, took)

    async def aclose(self) -> None:
        """Close the other."""
        await self._inner.aclose()

    async def _counted(self, request: Request[AnswerT], meter: Meter) -> Completion[AnswerT]:
        try:
            completion = await self._inner.complete(request)
        except (ModelError, OutputError) as error:
            spent = error.input_tokens + error.output_tokens > 0
            meter.usage += Usage(error.input_tokens, error.output_tokens, requests=int(spent))
            raise
        meter.usage += completion.usage
        return completion


def _difference(now: Usage, before: Usage) -> Usage:
    return Usage(
        now.input_tokens - before.input_tokens,
        now.output_tokens - before.output_tokens,
        now.cached_tokens - before.cached_tokens,
        now.requests - before.requests,
    )
