"""Every scorer on every outcome; a failed case has 0 of each share that applies to it."""

from __future__ import annotations

import pytest
from tests.support.suites import BOTH, LENGTH, NAMES, a_suite, bad, good

from nutgraf.evals.scores import NOT_APPLICABLE, Score
from nutgraf.evals.scoring import metrics_of, score_outcomes


def test_scores_come_by_case_and_repeat() -> None:
    outcomes = [good("birch", 2), good("ash"), good("birch", 1)]
    scores = score_outcomes(a_suite(), outcomes, BOTH)
    assert [(one.case, one.repeat) for one in scores] == [("ash", 1), ("birch", 1), ("birch", 2)]
    ash, birch, _ = scores
    assert ash.scores["names.found"] == Score(value=1.0, n=2)
    assert birch.scores["names.found"] == Score(value=0.5, n=2, notes=("Tove Lind",))
    assert not ash.failed


def test_a_failed_case_has_nothing_of_what_was_labelled() -> None:
    ash, cedar = score_outcomes(a_suite(), [bad("ash"), bad("cedar")], BOTH)
    assert ash.failed
    assert ash.scores == {"names.found": Score(value=0.0), "gist.words": NOT_APPLICABLE}
    assert cedar.scores["names.found"] == NOT_APPLICABLE


def test_the_metrics_are_those_of_the_scorers_in_their_order() -> None:
    assert [metric.name for metric in metrics_of((LENGTH, NAMES))] == ["gist.words", "names.found"]
    with pytest.raises(ValueError, match=r"two metrics have the name 'names\.found'"):
        score_outcomes(a_suite(), [], (NAMES, LENGTH, NAMES))


def test_an_outcome_of_no_case_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError, match="elm"):
        score_outcomes(a_suite(), [good("elm")], BOTH)
