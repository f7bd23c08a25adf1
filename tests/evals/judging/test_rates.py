from __future__ import annotations

import pytest

from nutgraf.evals.judging.judgements import Judgement
from nutgraf.evals.judging.questions import Kind
from nutgraf.evals.judging.rates import CaseJudgement, rate
from nutgraf.evals.statistics.prevalence import Judge as Trial
from nutgraf.evals.statistics.prevalence import Share

GOOD = Trial(sensitivity=Share(part=90, whole=100), specificity=Share(part=80, whole=100))


def one(
    case: str, said: bool | None, *, item: str = "a", time: int = 1, kind: Kind = "support"
) -> CaseJudgement:
    judgement = Judgement(kind=kind, item=item, time=time, said=said)
    return CaseJudgement(case=case, repeat=1, judgement=judgement)


def test_the_rate_is_the_mean_over_articles_of_one_kind() -> None:
    judgements = [
        one("x", True, item="a"),
        one("x", False, item="b"),
        one("y", True),
        one("y", False, kind="coverage"),
    ]
    found = rate("support", judgements, None)
    assert found.reported.value == 0.75
    assert (found.reported.cases, found.reported.items) == (2, 3)
    assert found.corrected is None


def test_it_is_corrected_for_what_the_judge_gets_wrong_and_less_certain() -> None:
    judgements = [one(f"case {n}", n % 4 != 0) for n in range(24)]
    found = rate("support", judgements, GOOD)
    assert found.reported.value == 0.75
    assert found.corrected is not None
    assert found.corrected.value == pytest.approx((0.75 + 0.8 - 1) / 0.7)
    assert found.corrected.high is not None
    assert found.corrected.low is not None
    assert found.reported.high is not None
    assert found.reported.low is not None
    assert found.corrected.high - found.corrected.low > found.reported.high - found.reported.low


def test_what_was_not_answered_is_left_out_and_counted() -> None:
    found = rate("support", [one("x", True), one("x", None, item="b"), one("y", None)], None)
    assert (found.reported.value, found.unanswered) == (1.0, 2)


def test_of_nothing_there_is_no_rate() -> None:
    found = rate("coverage", [one("x", True)], GOOD)
    assert (found.reported.value, found.corrected, found.unsteady) == (None, None, None)


def test_a_question_answered_both_ways_is_unsteady() -> None:
    judgements = [
        one("x", True, time=1),
        one("x", False, time=2),
        one("x", True, item="b", time=1),
        one("x", True, item="b", time=2),
        one("y", True, item="c"),
    ]
    assert rate("support", judgements, None).unsteady == 0.5
