"""Measures what a summary took: tokens, requests, money and time, as its provenance has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from nutgraf.evals.scores import NOT_APPLICABLE, Metric, Score, Scorer

if TYPE_CHECKING:
    from nutgraf.evals.case import Case
    from nutgraf.schema.result import Result


def _amount(name: str, what: str) -> Metric:
    return Metric(name, "lower", share=False, what=what)


_METRICS: Final = (
    _amount("tokens.input", "tokens that the model read, over all requests"),
    _amount("tokens.output", "tokens that it wrote"),
    _amount("requests", "requests that it answered, re-asks and repairs included"),
    _amount("cost_usd", "price in US dollars; not applicable where it is not known"),
    _amount(
        "seconds", "time from the first sentence to the last check; of a replay, of the replay"
    ),
)


def score_spending(case: Case, result: Result[Any]) -> dict[str, Score]:  # Any: of any schema
    """Report what a summary of any schema took."""
    del case
    made = result.provenance
    cost = made.cost_usd
    return {
        "tokens.input": Score(value=made.input_tokens, n=made.requests),
        "tokens.output": Score(value=made.output_tokens, n=made.requests),
        "requests": Score(value=made.requests, n=1),
        "cost_usd": NOT_APPLICABLE if cost == "unknown" else Score(value=float(cost), n=1),
        "seconds": Score(value=made.seconds, n=1),
    }


SCORER: Final = Scorer("spending", _METRICS, score_spending, schema=BaseModel)
