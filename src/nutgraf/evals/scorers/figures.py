"""Scores the figures: which amounts are given, with what value and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching import assign
from nutgraf.evals.matching.amounts import Measured, amount_likeness, is_right
from nutgraf.evals.scorers.retrieval import Retrieved, not_applicable, retrieval_metrics, share
from nutgraf.evals.scorers.said import in_one_order, room
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.case import Case, ExpectedFigure
    from nutgraf.evals.matching import Pair
    from nutgraf.schema.news import KeyFigure, NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = (
    *retrieval_metrics("figures", "figures", "amounts"),
    share("figures.value", "figures", "matched amounts with the labelled value and unit"),
)


def score_figures(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the figures of a summary."""
    expected = case.expected.figures
    if expected is None:
        return not_applicable(_METRICS)
    given = in_one_order(result.summary.figures)
    labels, items = list(map(_labelled, expected)), list(map(_given, given))
    language, text = case.readings.language, case.readings.article.text
    pairs = assign(labels, items, lambda one, other: amount_likeness(one, other, language))
    found = Retrieved(
        labels=[f"{label.span.of(text)} ({label.of})" for label in expected],
        met=frozenset(pair.expected for pair in pairs),
        items=[f"{figure.amount.text} ({figure.of})" for figure in given],
        right=frozenset(pair.given for pair in pairs),
        room=room("figures"),
    )
    return {**found.scores("figures"), "figures.value": _value(labels, items, pairs)}


def _labelled(label: ExpectedFigure) -> Measured:
    return Measured(label.span, label.value, label.unit, label.of)


def _given(figure: KeyFigure) -> Measured:
    amount = figure.amount
    span = amount.passage.span if amount.passage else None
    return Measured(span, amount.value, amount.unit, f"{amount.text} {figure.of}")


def _value(labels: Sequence[Measured], items: Sequence[Measured], pairs: Sequence[Pair]) -> Score:
    both = [(labels[pair.expected], items[pair.given]) for pair in pairs]
    wrong = tuple(
        f"{label.of}: {said.value} {said.unit} for {label.value} {label.unit}"
        for label, said in both
        if not is_right(label, said)
    )
    return Score.share_of(len(both) - len(wrong), len(both), wrong)


SCORER: Final = Scorer("figures", _METRICS, score_figures)
