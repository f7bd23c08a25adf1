from __future__ import annotations

import pytest
from tests.evals.judging.test_labelled_questions import questions

from nutgraf.evals.judging.calibration import Calibration, calibrate
from nutgraf.evals.judging.judgements import Judgement
from nutgraf.schema.result import PromptRecord

PROMPT = PromptRecord(name="judge", version=1, digest="0" * 64)


def calibrated(said: str, not_said: str) -> Calibration:
    """Calibrate a judge that answers y, n or nothing (-) to what is said, then to what is not."""
    answers = {"y": True, "n": False, "-": None}
    labelled = questions(len(said), len(not_said))
    judgements = [
        Judgement(kind="support", item=str(n), said=answers[one])
        for n, one in enumerate(said + not_said)
    ]
    return calibrate(labelled, judgements, source="labels", model="m", prompt=PROMPT)


def test_sensitivity_is_of_what_is_said_and_specificity_of_what_is_not() -> None:
    found = calibrated("yyyn", "nnnnnnyy")
    assert found.sensitivity.value == 3 / 4
    assert found.specificity.value == 6 / 8
    assert found.agreement.value == 9 / 12
    assert found.trial.corrected(0.5) == pytest.approx((0.5 + 0.75 - 1) / 0.5)


def test_a_judge_that_always_says_yes_is_no_judge() -> None:
    found = calibrated("yyyy", "yyyyyyyy")
    assert (found.sensitivity.value, found.specificity.value) == (1, 0)
    assert found.kappa.value == 0
    assert found.trial.corrected(0.9) is None


def test_what_it_did_not_answer_is_left_out_and_counted() -> None:
    found = calibrated("yy-", "nn--")
    assert found.unanswered == 3
    assert (found.trial.sensitivity.whole, found.trial.specificity.whole) == (2, 2)


def test_without_any_answer_there_are_no_figures() -> None:
    found = calibrated("-", "-")
    assert (found.sensitivity.value, found.agreement.value, found.kappa.value) == (None, None, None)


def test_nothing_to_calibrate_on_is_a_fault() -> None:
    with pytest.raises(ValueError, match="at least one"):
        calibrated("", "")


def test_it_is_written_and_read_without_loss() -> None:
    found = calibrated("yyyn", "nnny")
    assert Calibration.model_validate_json(found.model_dump_json()) == found
