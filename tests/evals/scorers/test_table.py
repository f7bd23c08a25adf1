"""The table of scorers can be added to, and none is given what it cannot read."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel
from tests.evals.scorers.scoring import CASE
from tests.support.ideal import ideal_result

from nutgraf.evals.case import Case
from nutgraf.evals.scorers import SCORERS
from nutgraf.evals.scores import Metric, Score, Scorer
from nutgraf.schema.result import Result

TOPICS = Metric("topics.count", None, share=False, what="how many topics are given")


def count_topics(case: Case, result: Result[Any]) -> dict[str, Score]:
    return {"topics.count": Score(value=len(result.summary.topics), n=1)}


class Claim(BaseModel):
    text: str


def test_somebody_can_add_one() -> None:
    mine = Scorer("topics", (TOPICS,), count_topics)
    found = {
        n: s for scorer in (*SCORERS, mine) for n, s in scorer.of(CASE, ideal_result(CASE)).items()
    }
    assert found["topics.count"].value == 0
    assert found["facts.recall"].value == 1


def test_a_scorer_that_gives_other_metrics_than_it_says_is_refused() -> None:
    wrong = Scorer("topics", (), count_topics)
    with pytest.raises(ValueError, match="scorer topics gives"):
        wrong.of(CASE, ideal_result(CASE))


def test_a_share_is_better_when_higher() -> None:
    with pytest.raises(ValueError, match="topics"):
        Metric("topics", "lower", share=True, what="")


def test_a_case_that_failed_has_a_score_for_every_metric() -> None:
    for scorer in SCORERS:
        failed = scorer.of_failure(CASE)
        assert failed == {metric.name: metric.of_failure(CASE) for metric in scorer.metrics}


def test_of_another_schema_only_findings_and_spending_are_scored() -> None:
    result = ideal_result(CASE).model_copy(update={"summary": Claim(text="So it is.")})
    scored = {
        scorer.name
        for scorer in SCORERS
        if any(score.value is not None for score in scorer.of(CASE, result).values())
    }
    assert scored == {"findings", "found", "spending"}
