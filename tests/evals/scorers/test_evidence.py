"""Citations are compared with the sentences that carry what is said."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, changed, labelled, scores, values
from tests.support.ideal import cite

from nutgraf.evals.scorers.evidence import SCORER
from nutgraf.schema.news import Statement

TEXT = "The city says that repairs would cost $2.5 million."


def cited(*sentences: int, text: str = TEXT) -> dict[str, list[Statement]]:
    points = [Statement(text=text, evidence=cite(CASE.readings, *sentences))]
    return {"key_points": points, "events": [], "open_questions": []}


def test_a_citation_beside_the_point_is_named() -> None:
    found = scores(SCORER, changed(**cited(4, 6)))
    assert found["evidence.precision"].value == 0.5
    assert found["evidence.precision"].notes == ("key_points[0] cites 6; it is carried by 4",)
    assert found["evidence.recall"].value == 1


def test_a_statement_without_citations_has_no_precision_and_no_recall() -> None:
    assert values(SCORER, changed(**cited())) == {
        "evidence.precision": None,
        "evidence.recall": 0,
    }


def test_a_sentence_that_does_not_exist_is_not_counted() -> None:
    assert values(SCORER, changed(**cited(4, 99)))["evidence.precision"] == 1


def test_what_no_label_says_is_not_judged() -> None:
    found = values(SCORER, changed(**cited(2, text="A heron sleeps under the ferry.")))
    assert set(found.values()) == {None}


def test_what_two_labels_say_is_carried_by_the_sentences_of_both() -> None:
    text = "The council meets to vote on March 16 on the money for the repairs."
    [fact, *_] = CASE.expected.facts or ()
    other = type(fact)("money", False, text, frozenset({4}), (("money",),))
    case = labelled(facts=(*(CASE.expected.facts or ()), other))
    found = values(SCORER, changed(**cited(4, 5, text=text)), case)
    assert found["evidence.precision"] == 1


def test_labels_without_sentences_are_left_out() -> None:
    [fact, *_] = CASE.expected.facts or ()
    bare = type(fact)("cost", False, TEXT, frozenset(), (("cost",),))
    found = values(SCORER, changed(**cited(4)), labelled(facts=(bare,)))
    assert found["evidence.recall"] is None
    alone = labelled(facts=(), events=None, questions=None)
    assert values(SCORER, changed(**cited(4)), alone)["evidence.recall"] is None
