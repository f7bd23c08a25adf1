"""Open questions are matched by sentences and words."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, changed, scores
from tests.support.ideal import cite

from nutgraf.evals.scorers.questions import SCORER
from nutgraf.schema.news import Statement


def test_a_question_is_told_as_a_statement() -> None:
    told = "It is unclear when the bridge will open again."
    statement = Statement(text=told, evidence=cite(CASE.readings, 6))
    assert scores(SCORER, changed(open_questions=[statement]))["questions.f1"].value == 1


def test_what_is_settled_is_no_question() -> None:
    statement = Statement(text="Who closed it?", evidence=cite(CASE.readings, 1))
    found = scores(SCORER, changed(open_questions=[statement]))
    assert found["questions.precision"].notes == ("not labelled: Who closed it?",)
    assert found["questions.recall"].notes == ("missed: When will the bridge open again?",)
