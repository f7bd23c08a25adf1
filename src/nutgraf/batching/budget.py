"""The budget of a run: the worst case of each call is set aside before it is made.

A token of any tokenizer in use stands for at least one byte, so the bytes of a request are a bound
of its input tokens that no text gets past; the answer's bound is what was asked for. Requests that
fail before there is an answer are taken for not billed.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from nutgraf.batching.ledger.figures import PICO
from nutgraf.batching.ledger.spending import Amount, close_reservation, reserve
from nutgraf.batching.pricing import pico_cost, spent_of
from nutgraf.errors import BudgetError, ConfigError
from nutgraf.llm.client import Usage
from nutgraf.llm.wire import wire_schema

if TYPE_CHECKING:
    from pydantic import BaseModel

    from nutgraf.batching.ledger.settling import Party
    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.llm.client import Request
    from nutgraf.settings import Settings

_ASKED: Final = 3  # times at most: the client asks again twice for an answer that does not fit
_FRAME_TOKENS: Final = 200  # of the chat's own marks, and of the words around a schema
_CORRECTION_TOKENS: Final = 4000  # of what is said to be wrong with an answer
_BOUNDLESS: Final = 1 << 62
_LOOK_AGAIN_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Budget:
    """What a run may spend in all; what was spent on it before counts.

    Attributes:
        max_cost: In US dollars; None for no limit.
        max_tokens: Input and output together; None for no limit.
    """

    max_cost: Decimal | None = None
    max_tokens: int | None = None

    def __post_init__(self) -> None:
        given = [Decimal(most) for most in (self.max_cost, self.max_tokens) if most is not None]
        if not all(most.is_finite() and most > 0 for most in given):
            raise ConfigError("a budget must be above 0; leave it out for no limit")

    @property
    def limit(self) -> Amount:
        """The same in the ledger's numbers."""
        cost = _BOUNDLESS if self.max_cost is None else int(self.max_cost / PICO)
        return Amount(_BOUNDLESS if self.max_tokens is None else self.max_tokens, cost)


NO_LIMIT: Final = Budget()


def worst_usage(request: Request[BaseModel], *, asked: int = _ASKED, times: int = 1) -> Usage:
    """Return the most that one request can take, with the re-asks that may follow it.

    Args:
        request: What is asked.
        asked: How often at most, the re-asks included.
        times: How many such requests there may be, such as one more for each round of repair.
    """
    messages = sum(len(message.content.encode()) for message in request.messages)
    schema = len(json.dumps(wire_schema(request.answer_type)).encode())
    first = messages + schema + _FRAME_TOKENS
    answer = request.sampling.max_tokens
    again = (asked - 1) * (first + answer + _CORRECTION_TOKENS)
    return Usage(times * (first + again), times * asked * answer, requests=times * asked)


def no_room_for(what: str, worst: Amount | None = None) -> BudgetError:
    """Return the error that ends a run at its budget.

    Args:
        what: There is no room for, in a word.
        worst: What one of them may take, where that is known.
    """
    most = ""
    if worst:
        dollars = f" and ${worst.cost * PICO:,.4f}" if worst.cost else ""
        most = f" ({worst.tokens:,} tokens{dollars})"
    return BudgetError(
        f"the budget has no room for the worst case of one more {what}{most}; raise --max-cost or "
        "--max-tokens to go on"
    )


class LedgerPurse:
    """A purse that all workers on a run share, in its ledger.

    Args:
        writer: To the ledger.
        budget: What may be spent.
        settings: For the price.
        model: For the price.

    Attributes:
        party: Who makes the calls; set before the first of them.

    Raises:
        ConfigError: There is a limit to the cost and no price.
    """

    party: Party

    def __init__(self, writer: Writer, budget: Budget, settings: Settings, model: str) -> None:
        self._writer = writer
        self._limit = budget.limit
        self._settings = settings
        self._model = model
        priced = pico_cost(Usage(1000, 1000, requests=1), model, settings) is not None
        if budget.max_cost is not None and not priced:
            raise ConfigError(
                f"the price of {model} is not known, so --max-cost cannot be held; give --price "
                "IN,OUT in US dollars for a million tokens, or use --max-tokens"
            )

    async def reserve(self, request: Request[BaseModel], document: int) -> int:
        """Set the worst case of a call aside; wait while calls under way may leave room for it.

        Raises:
            BudgetError: It would go beyond the budget.
        """
        worst = self._amount(worst_usage(request))
        work = partial(reserve, document=document, by=self.party, worst=worst, limit=self._limit)
        while (answer := await self._writer.ado(work)) == "wait":
            await asyncio.sleep(_LOOK_AGAIN_S)
        if answer == "no":
            raise no_room_for("call", worst)
        return answer

    async def settle(self, reservation: int, usage: Usage | None) -> None:
        """Put what a call took in the place of its worst case.

        The worst case stays where nobody knows, or where the server answered without counting.
        """
        uncounted = usage is None or (usage.requests and not usage.input_tokens)
        took = None if usage is None or uncounted else self._amount(usage)
        await self._writer.ado(partial(close_reservation, reservation=reservation, took=took))

    def _amount(self, usage: Usage) -> Amount:
        return spent_of(usage, self._model, self._settings).amount
