from __future__ import annotations

import sys
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from nutgraf.llm.client import Usage
from nutgraf.llm.prices import UNKNOWN_COST, Cost, Price, cost_of

MILLION = Usage(1_000_000, 1_000_000, 0, 1)
AT = datetime(2026, 11, 1, tzinfo=UTC)


def test_a_listed_model_has_its_price_and_the_source_is_told() -> None:
    cost = cost_of(Usage(1_000, 100, 400, 1), "openai/gpt-5-mini", at=AT)
    assert cost.amount == (600 * Decimal("0.25") + 400 * Decimal("0.025") + 100 * 2) / 1_000_000
    assert cost.currency == "USD"
    assert cost.source is not None
    assert cost.source.startswith("genai-prices ")


@pytest.mark.parametrize("model", ["openai/of-the-day", "whisper-1"])
def test_an_unknown_price_is_none(model: str) -> None:
    assert cost_of(MILLION, model, at=AT) == UNKNOWN_COST


def test_a_server_elsewhere_has_no_known_price_whatever_its_model_is_called() -> None:
    assert cost_of(MILLION, "gpt-5-mini", base_url="http://127.0.0.1:8089/v1") == UNKNOWN_COST


def test_the_official_base_url_is_openai() -> None:
    url = "https://api.openai.com/v1"
    assert cost_of(MILLION, "gpt-5-mini", base_url=url, at=AT).amount == Decimal("2.25")


@pytest.mark.parametrize(
    ("cached", "amount"), [(None, Decimal("0.0205")), (Decimal("0.5"), Decimal("0.0145"))]
)
def test_a_given_price_goes_before_any_other(cached: Decimal | None, amount: Decimal) -> None:
    given = Price(Decimal(2), Decimal(5), cached)
    usage = Usage(10_000, 100, 4_000, 1)
    for base_url in (None, "http://127.0.0.1:8089/v1"):
        cost = cost_of(usage, "gpt-5-mini", base_url=base_url, given=given)
        assert cost == Cost(amount, source="given")


@pytest.mark.parametrize("given", [None, Price(Decimal(1), Decimal(1))])
def test_tokens_that_were_not_counted_leave_the_cost_unknown(given: Price | None) -> None:
    assert cost_of(Usage(requests=1), "gpt-5-mini", given=given) == UNKNOWN_COST


def test_nothing_asked_is_nothing_spent() -> None:
    assert cost_of(Usage(), "gpt-5-mini", at=AT).amount == 0


def test_a_given_price_needs_no_price_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    assert cost_of(MILLION, "m", given=Price(Decimal(1), Decimal(2))).amount == 3


def test_through_batches_it_costs_half_as_listed_or_as_given() -> None:
    listed = cost_of(MILLION, "openai/gpt-5-mini", at=AT, in_batch=True)
    assert listed.amount == Decimal("1.125")
    assert str(listed.source).endswith("of batches where listed")
    given = cost_of(MILLION, "m", given=Price(Decimal(2), Decimal(4)), in_batch=True)
    assert given == Cost(Decimal(3), source="given, half of it for batches")
