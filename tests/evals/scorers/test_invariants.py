"""What holds for every scorer, whatever the labels and the summary."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.bridge_case import BRIDGE_EXPECTED, bridge_case
from tests.support.ideal import empty_summary, ideal_result, ideal_summary, result_of

from nutgraf.evals.case import Case, Expected
from nutgraf.evals.fixtures import load_fixture
from nutgraf.evals.labelled import case_of
from nutgraf.evals.scorers import SCORERS
from nutgraf.evals.scores import Metric, Score
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Result

FIXTURES = Path(__file__).parents[3] / "evals" / "fixtures"
IDS = sorted(path.parent.name for path in FIXTURES.glob("*/labels.yaml"))
METRICS = {metric.name: metric for scorer in SCORERS for metric in scorer.metrics}
LISTS = ("key_points", "events", "quotes", "entities", "figures", "open_questions")
RECALLS = [name for name in METRICS if name.endswith("recall")]


def scored(case: Case, result: Result[Any]) -> dict[str, Score]:
    return {name: s for scorer in SCORERS for name, s in scorer.of(case, result).items()}


@cache
def fixture_case(name: str) -> Case:
    return case_of(load_fixture(FIXTURES / name))


@st.composite
def some_labels(draw: st.DrawFn) -> Expected:
    """Draw labels of the bridge: of each part all, some, none, or the part not labelled at all."""
    parts: dict[str, Any] = {}
    for field in fields(BRIDGE_EXPECTED):
        items = getattr(BRIDGE_EXPECTED, field.name)
        kept = draw(st.lists(st.sampled_from(items), unique=True))
        parts[field.name] = draw(st.sampled_from([None, (), tuple(kept), items]))
    return Expected(**parts)


@st.composite
def some_summary(draw: st.DrawFn) -> NewsSummary:
    """Draw a summary of some of what is labelled of the bridge, in any order."""
    whole = ideal_summary(bridge_case())
    kept = {
        name: draw(st.lists(st.sampled_from(getattr(whole, name)), unique_by=id)) for name in LISTS
    }
    return whole.model_copy(update=kept)


@pytest.mark.parametrize("name", IDS)
def test_a_summary_that_says_what_the_labels_say_has_all_of_every_share(name: str) -> None:
    case = fixture_case(name)
    scores = scored(case, ideal_result(case))
    short = {
        name: (score.value, score.notes)
        for name, score in scores.items()
        if METRICS[name].share and score.value not in {None, 1.0}
    }
    assert short == {}


@pytest.mark.parametrize("name", IDS)
def test_all_that_is_labelled_is_scored(name: str) -> None:
    case = fixture_case(name)
    scores = scored(case, ideal_result(case))
    unscored = {n for n, score in scores.items() if METRICS[n].share and score.value is None}
    spoken = any(quote.speaker is not None for quote in case.expected.quotes or ())
    assert unscored == {"dates.resolved", "dates.value"} | (set() if spoken else {"quotes.speaker"})


@given(some_labels())
@settings(max_examples=30, deadline=None)
def test_the_ideal_summary_of_any_labels_has_all_of_every_share(labels: Expected) -> None:
    case = bridge_case(labels)
    scores = scored(case, ideal_result(case))
    values = {score.value for name, score in scores.items() if METRICS[name].share}
    assert values <= {None, 1.0}


@given(some_labels(), some_summary())
@settings(max_examples=30, deadline=None)
def test_shares_lie_between_nothing_and_all(labels: Expected, summary: NewsSummary) -> None:
    case = bridge_case(labels)
    for name, score in scored(case, result_of(summary, case.readings)).items():
        if score.value is not None and METRICS[name].share:
            assert 0 <= score.value <= 1, name


@given(some_labels(), some_summary(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_lists_changes_nothing(
    labels: Expected, summary: NewsSummary, random: Any
) -> None:
    case = bridge_case(labels)
    other = {name: list(getattr(summary, name)) for name in LISTS}
    for items in other.values():
        random.shuffle(items)
    shuffled = summary.model_copy(update=other)
    one, two = (scored(case, result_of(s, case.readings)) for s in (summary, shuffled))
    assert {name: s.value for name, s in one.items()} == {n: s.value for n, s in two.items()}


@given(some_summary(), st.data())
@settings(max_examples=30, deadline=None)
def test_leaving_an_item_out_never_raises_recall(summary: NewsSummary, data: st.DataObject) -> None:
    case = bridge_case()
    places = [(name, i) for name in LISTS for i in range(len(getattr(summary, name)))]
    if not places:
        return
    name, place = data.draw(st.sampled_from(places))
    items = getattr(summary, name)
    fewer = summary.model_copy(update={name: [*items[:place], *items[place + 1 :]]})
    before, after = (scored(case, result_of(s, case.readings)) for s in (summary, fewer))
    for metric in RECALLS:
        if metric != "evidence.recall":  # of the statements that are there
            assert (after[metric].value or 0) <= (before[metric].value or 0), metric


def test_an_empty_summary_has_no_recall_and_nothing_that_could_be_precise() -> None:
    case = bridge_case(replace(BRIDGE_EXPECTED, dates=None))
    scores = scored(case, result_of(empty_summary(), case.readings))
    nothing = {name for name, s in scores.items() if METRICS[name].share and s.value == 0}
    no_share = {name for name, s in scores.items() if METRICS[name].share and s.value is None}
    lists = ("events", "entities", "quotes", "figures", "questions")
    assert {f"{name}.{what}" for name in lists for what in ("recall", "f1")} <= nothing
    assert {f"{name}.precision" for name in lists} <= no_share
    assert scores["facts.must_recall"].value == 0
    assert scores["traps.avoided"].value == 1  # whoever says nothing says nothing false


def test_of_what_nobody_labelled_nothing_is_scored() -> None:
    scores = scored(bridge_case(Expected()), ideal_result(bridge_case()))
    labelled = {name for name, metric in METRICS.items() if metric.part is not None}
    assert {name for name in labelled if scores[name].value is not None} == set()


def test_of_what_is_labelled_as_empty_whatever_is_given_is_wrong() -> None:
    nothing = Expected(
        gists=(), facts=(), events=(), entities=(), quotes=(), figures=(), questions=(), traps=()
    )
    scores = scored(bridge_case(nothing), ideal_result(bridge_case()))
    for name in ("events", "quotes", "figures", "questions"):
        values = [scores[f"{name}.{what}"].value for what in ("recall", "precision", "f1")]
        assert values == [None, 0, 0], name
    # The article prints each of these names once, and such names labels may leave out.
    assert scores["entities.precision"].value is None
    assert scores["entities.weighted_recall"].value is None
    assert scores["facts.recall"].value is None
    assert scores["traps.avoided"].value is None


def test_names_of_metrics_are_unique_and_say_their_field() -> None:
    names = [metric.name for scorer in SCORERS for metric in scorer.metrics]
    assert len(set(names)) == len(names)
    assert [m.name for m in METRICS.values() if not m.what] == []
    known = {field.name for field in fields(Expected)} | {None}
    assert {metric.part for metric in METRICS.values()} <= known


def test_a_failed_case_has_nothing_of_every_share_that_is_labelled() -> None:
    case = bridge_case()

    def value(metric: Metric) -> float | None:
        return metric.of_failure(case).value

    assert {value(metric) for metric in METRICS.values() if metric.share} == {0}
    assert {value(metric) for metric in METRICS.values() if not metric.share} == {None}
