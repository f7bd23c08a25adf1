"""What a summary took is reported; a price that is not known is not zero."""

from __future__ import annotations

from decimal import Decimal

from tests.evals.scorers.scoring import CASE, values
from tests.support.ideal import ideal_result

from nutgraf.evals.scorers.spending import SCORER


def test_tokens_requests_and_time_are_those_of_the_provenance() -> None:
    assert values(SCORER) == {
        "tokens.input": 900,
        "tokens.output": 300,
        "requests": 2,
        "cost_usd": None,
        "seconds": 1.5,
    }


def test_a_known_price_is_given() -> None:
    result = ideal_result(CASE)
    priced = result.provenance.model_copy(update={"cost_usd": Decimal("0.0125")})
    paid = result.model_copy(update={"provenance": priced})
    assert SCORER.of(CASE, paid)["cost_usd"].value == 0.0125
