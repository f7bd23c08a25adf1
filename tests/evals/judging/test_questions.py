from __future__ import annotations

from dataclasses import replace

from tests.evals.judging.asked import case, result

from nutgraf.evals.judging.questions import coverage_questions, support_questions


def test_each_statement_is_asked_about_with_the_sentences_that_it_cites() -> None:
    asked = {one.item: one for one in support_questions(case(), result())}
    point = asked["key_points[0].text"]
    assert point.kind == "support"
    assert point.claim == "Repairs would cost $2.5 million."
    assert point.texts == ("Repairs would cost $2.5 million, the city said.",)
    assert {"gist.text", "key_points[1].text", "events[0].what"} <= asked.keys()


def test_text_without_evidence_beside_it_is_not_asked_about() -> None:
    items = {one.item for one in support_questions(case(), result())}
    assert not {"headline", "entities[0].role"} & items


def test_what_a_figure_measures_is_asked_about_with_the_figure() -> None:
    claims = {one.item: one.claim for one in support_questions(case(), result())}
    figures = [claim for item, claim in claims.items() if item.startswith("figures")]
    assert figures
    assert all(any(char.isdigit() for char in claim) for claim in figures)


def test_each_key_fact_is_asked_about_with_all_statements_once() -> None:
    (asked,) = coverage_questions(case(), result())
    assert (asked.kind, asked.item, asked.claim) == ("coverage", "closed", "The bridge is closed.")
    assert "Repairs would cost $2.5 million." in asked.texts
    assert len(set(asked.texts)) == len(asked.texts)


def test_without_labelled_key_facts_nothing_is_asked() -> None:
    unlabelled = replace(case(), expected=replace(case().expected, facts=None))
    assert list(coverage_questions(unlabelled, result())) == []
