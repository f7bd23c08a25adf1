from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.articles import bridge
from tests.support.claims import story

from nutgraf.article import Span
from nutgraf.errors import EvalError
from nutgraf.evals.case import (
    Case,
    Expected,
    ExpectedEntity,
    ExpectedEvent,
    ExpectedFact,
    ExpectedFigure,
    ExpectedQuestion,
    ExpectedQuote,
)
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.evals.labelled import case_of
from nutgraf.evals.second_pass import Agreement, agreement

EVALS = Path(__file__).parents[2] / "evals"
FACTS = (
    ExpectedFact("a", True, "Closed.", frozenset({1, 2}), (("closed",),)),
    ExpectedFact("b", False, "Money.", frozenset({4}), (("2.5",),)),
)
EVENT = ExpectedEvent("A vote.", "2026-03-16", "planned", (), None, frozenset({5}))
ENTITY = ExpectedEntity("Ruth Ekman", ("Ekman",), "person", "main")
QUOTE = ExpectedQuote(Span(90, 120), "Ruth Ekman", ("Ekman",))
FIGURE = ExpectedFigure(Span(200, 212), Decimal(2_500_000), "USD", "repairs")
WHOLE = Expected(
    gists=("A bridge is closed.",),
    facts=FACTS,
    events=(EVENT,),
    entities=(ENTITY,),
    quotes=(QUOTE,),
    figures=(FIGURE,),
    questions=(ExpectedQuestion("When will it open?", frozenset({6})),),
    traps=(),
)


def between(first: Expected, second: Expected) -> dict[str, Agreement]:
    found = agreement([Case("x", bridge(), first)], [Case("x", bridge(), second)])
    return {one.field: one for one in found}


def test_a_labelling_agrees_with_itself() -> None:
    for field, one in between(WHOLE, WHOLE).items():
        assert one.f1.value == 1, field
        assert one.first == one.second == one.matched
        assert all(estimate.value == 1 for estimate in one.aspects.values()), field


def test_facts_are_the_same_if_they_share_half_their_sentences() -> None:
    other = replace(FACTS[0], sentences=frozenset({2}), must=False)
    found = between(WHOLE, replace(WHOLE, facts=(other,)))["facts"]
    assert (found.first, found.second, found.matched) == (2, 1, 1)
    assert found.f1.value == pytest.approx(2 / 3)
    assert found.aspects["must"].value == 0
    less = replace(FACTS[0], sentences=frozenset({2, 3, 4}))
    assert between(WHOLE, replace(WHOLE, facts=(less,)))["facts"].matched == 0


def test_each_label_is_matched_once() -> None:
    twice = replace(WHOLE, facts=(FACTS[0], replace(FACTS[0], id="c")))
    found = between(replace(WHOLE, facts=FACTS[:1]), twice)["facts"]
    assert (found.first, found.second, found.matched) == (1, 2, 1)


def test_entities_are_the_same_by_an_alias_and_may_differ_in_kind_and_salience() -> None:
    other = ExpectedEntity("Ekman", (), "organization", "main")
    found = between(WHOLE, replace(WHOLE, entities=(other,)))["entities"]
    assert found.matched == 1
    assert (found.aspects["kind"].value, found.aspects["salience"].value) == (0, 1)
    stranger = ExpectedEntity("Ada Lund", (), "person", "main")
    assert between(WHOLE, replace(WHOLE, entities=(stranger,)))["entities"].matched == 0


def test_events_may_differ_in_date_and_status() -> None:
    other = replace(EVENT, date="2026-03", status="possible")
    found = between(WHOLE, replace(WHOLE, events=(other,)))["events"]
    assert (found.aspects["date"].value, found.aspects["status"].value) == (0, 0)


@pytest.mark.parametrize(
    ("speaker", "same"), [("Ekman", 1), ("mayor Ruth Ekman", 0), (None, 0), ("Ruth Ekman", 1)]
)
def test_quotations_are_the_same_by_place_and_speakers_by_name(
    speaker: str | None, same: int
) -> None:
    other = ExpectedQuote(Span(91, 120), speaker)
    assert (
        between(WHOLE, replace(WHOLE, quotes=(other,)))["quotes"].aspects["speaker"].value == same
    )


def test_quotations_elsewhere_are_others_and_two_without_a_speaker_agree() -> None:
    elsewhere = ExpectedQuote(Span(130, 150), "Ruth Ekman")
    assert between(WHOLE, replace(WHOLE, quotes=(elsewhere,)))["quotes"].matched == 0
    nobody = replace(WHOLE, quotes=(ExpectedQuote(Span(90, 120), None),))
    assert between(nobody, nobody)["quotes"].aspects["speaker"].value == 1


def test_figures_may_differ_in_value_and_unit() -> None:
    other = ExpectedFigure(Span(200, 212), Decimal(2), "USD", "repairs")
    aspects = between(WHOLE, replace(WHOLE, figures=(other,)))["figures"].aspects
    assert (aspects["value"].value, aspects["unit"].value) == (0, 1)


def test_a_field_that_nobody_labelled_has_no_figure() -> None:
    empty = between(replace(WHOLE, events=None), replace(WHOLE, events=()))["events"]
    assert (empty.f1.value, empty.aspects["date"].value) == (None, None)


def test_two_folders_without_a_common_article_are_told() -> None:
    with pytest.raises(EvalError, match="no article"):
        agreement([Case("x", bridge(), WHOLE)], [Case("y", bridge(), WHOLE)])


def test_labels_of_different_texts_are_told() -> None:
    other = Case("x", story("Another text."), WHOLE)
    with pytest.raises(EvalError, match="x: the two labellings"):
        agreement([Case("x", bridge(), WHOLE)], [other])


def test_ours_agree_as_far_as_evals_says() -> None:
    first, second = (
        [case_of(fixture) for fixture in load_fixtures(EVALS / folder)]
        for folder in ("fixtures", "second_pass")
    )
    found = {one.field: one for one in agreement(first, second)}
    assert found["facts"].f1.cases == 10
    assert all((one.f1.value or 0) > 0.7 for one in found.values())
    assert (found["facts"].kappa["must"].value or 0) > 0.6
