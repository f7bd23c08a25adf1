"""What the tokens of a request cost.

An unknown price is None and never 0. Nothing is fetched: prices come with genai-prices, or from the
user.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import datetime

    from nutgraf.llm.client import Usage

_PREFIX = "openai/"
_OFFICIAL_HOST = "api.openai.com"
_MILLION = Decimal(1_000_000)
_BATCH = {"processing": "batch"}  # as genai-prices calls it
_GIVEN_IN_BATCH = Decimal("0.5")
"""Of a price that the user gave: https://platform.openai.com/docs/guides/batch."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price that the user gave, in US dollars for a million tokens.

    Attributes:
        input: For tokens of the prompt.
        output: For tokens of the answer.
        cached: For tokens of the prompt that the server had cached; None where they are not told
            apart.
    """

    input: Decimal
    output: Decimal
    cached: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What was spent.

    Attributes:
        amount: In the currency's main unit, unrounded; None where the price is not known.
        currency: ISO 4217.
        source: Where the price comes from, such as ``genai-prices 0.2.3``; None where there is
            none.
    """

    amount: Decimal | None
    currency: str = "USD"
    source: str | None = None


UNKNOWN_COST = Cost(None)


def cost_of(
    usage: Usage,
    model: str,
    *,
    base_url: str | None = None,
    given: Price | None = None,
    at: datetime | None = None,
    in_batch: bool = False,
) -> Cost:
    """Return what the tokens cost.

    Args:
        usage: The tokens; a server that answered without counting them leaves the cost unknown.
        model: Such as ``openai/gpt-5-mini``.
        base_url: None for OpenAI itself; nothing is known of the prices at any other place.
        given: The user's own price, which goes before any other; that of ordinary calls.
        at: When the request was made, as prices change; None for now.
        in_batch: Whether it was made through the provider's batches. Where no price of these is
            listed, that of ordinary calls is taken, so that a budget holds.
    """
    if usage.requests and not usage.input_tokens:
        return UNKNOWN_COST
    if given:
        cost = _at_given_price(usage, given)
        if in_batch:
            return Cost(cost * _GIVEN_IN_BATCH, source="given, half of it for batches")
        return Cost(cost, source="given")
    if base_url and urlsplit(base_url).hostname != _OFFICIAL_HOST:
        return UNKNOWN_COST
    return _at_list_price(usage, model.removeprefix(_PREFIX), at, _BATCH if in_batch else None)


def _at_given_price(usage: Usage, price: Price) -> Decimal:
    cached = price.input if price.cached is None else price.cached
    fresh_tokens = usage.input_tokens - usage.cached_tokens
    total = fresh_tokens * price.input + usage.cached_tokens * cached
    return (total + usage.output_tokens * price.output) / _MILLION


def _at_list_price(
    usage: Usage, model: str, at: datetime | None, context: dict[str, str] | None
) -> Cost:
    import genai_prices  # noqa: PLC0415  # takes 0.3 s, and most commands spend nothing

    counted = genai_prices.Usage(
        input_tokens=usage.input_tokens,
        cache_read_tokens=usage.cached_tokens,
        output_tokens=usage.output_tokens,
    )
    try:
        found = genai_prices.calc_price(
            counted,
            model,
            provider_id="openai",
            genai_request_timestamp=at,
            price_context=context,
        )
    except LookupError:
        return UNKNOWN_COST
    if found.model_price.input_mtok is None or found.model_price.output_mtok is None:
        return UNKNOWN_COST  # listed, but not for text
    where = f"genai-prices {genai_prices.__version__}"
    return Cost(found.total_price, source=f"{where}, of batches where listed" if context else where)
