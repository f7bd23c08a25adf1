"""What calls cost, in the whole numbers that a ledger can add up without rounding."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from nutgraf.batching.ledger.figures import PICO
from nutgraf.batching.ledger.settling import Spent
from nutgraf.llm.client import Usage
from nutgraf.llm.prices import Cost, Price, cost_of

if TYPE_CHECKING:
    from nutgraf.settings import Settings


def pico_cost(
    usage: Usage, model: str, settings: Settings, *, in_batch: bool = False
) -> int | None:
    """Return the cost in millionths of a millionth of a US dollar; None where it is not known.

    It is rounded up, so that a sum of them is never less than what was spent.
    """
    amount = _cost(usage, model, settings, in_batch=in_batch).amount
    return None if amount is None else math.ceil(amount / PICO)


def spent_of(
    usage: Usage,
    model: str | None,
    settings: Settings,
    *,
    in_batch: bool = False,
    seconds: float = 0.0,
) -> Spent:
    """Return what tokens come to, as the ledger enters it; without a model they cost nothing."""
    cost = pico_cost(usage, model, settings, in_batch=in_batch) if model is not None else 0
    return Spent(
        requests=usage.requests,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost=cost,
        seconds=seconds,
    )


def price_of(model: str, settings: Settings, *, in_batch: bool = False) -> str | None:
    """Return where the price of a model comes from; None where there is none."""
    return _cost(Usage(1, 1, requests=1), model, settings, in_batch=in_batch).source


def _cost(usage: Usage, model: str, settings: Settings, *, in_batch: bool) -> Cost:
    given = Price(*settings.price) if settings.price else None
    return cost_of(usage, model, base_url=settings.base_url, given=given, in_batch=in_batch)
