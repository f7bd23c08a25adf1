"""From outcomes to scores: every scorer on every outcome. Pure; nothing is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.evals.scores import Metric, Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.evals.case import Case, Suite
    from nutgraf.evals.outcomes import Outcome


class CaseScores(BaseModel):
    """All scores of one outcome: a line of a run's ``scores.jsonl``.

    Attributes:
        case: The case's id.
        repeat: Which time it was asked, from 1.
        failed: Whether there is no summary; shares that apply are then 0.
        scores: By the metric's name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    repeat: int = Field(ge=1)
    failed: bool
    scores: dict[str, Score]


def score_outcomes(
    suite: Suite, outcomes: Iterable[Outcome[Any]], scorers: Sequence[Scorer]
) -> tuple[CaseScores, ...]:
    """Return the scores of outcomes, by case in the suite's order and by repeat.

    Raises:
        ValueError: Two scorers have a metric of one name, or one gives other metrics than it says.
        KeyError: An outcome is of no case of the suite.
    """
    metrics_of(scorers)
    order = {case.id: index for index, case in enumerate(suite.cases)}
    cases = {case.id: case for case in suite.cases}
    ordered = sorted(outcomes, key=lambda outcome: (order[outcome.case], outcome.repeat))
    return tuple(_scores(cases[outcome.case], outcome, scorers) for outcome in ordered)


def metrics_of(scorers: Iterable[Scorer]) -> tuple[Metric, ...]:
    """Return the metrics of scorers, in their order.

    Raises:
        ValueError: Two have one name.
    """
    metrics = tuple(metric for scorer in scorers for metric in scorer.metrics)
    seen: set[str] = set()
    for metric in metrics:
        if metric.name in seen:
            raise ValueError(f"two metrics have the name {metric.name!r}")
        seen.add(metric.name)
    return metrics


def _scores(case: Case, outcome: Outcome[Any], scorers: Sequence[Scorer]) -> CaseScores:
    scores: dict[str, Score] = {}
    for scorer in scorers:
        result = outcome.result
        scores |= scorer.of_failure(case) if result is None else scorer.of(case, result)
    return CaseScores(
        case=outcome.case,
        repeat=outcome.repeat,
        failed=outcome.result is None,
        scores=scores,
    )
