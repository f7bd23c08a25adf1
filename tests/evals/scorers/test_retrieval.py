"""Every empty case of precision and recall is defined."""

from __future__ import annotations

import pytest

from nutgraf.evals.scorers.retrieval import Retrieved

NOTHING: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("labels", "items", "met", "precision", "recall", "f1"),
    [
        (2, 4, {0}, 0.25, 0.5, 1 / 3),
        (2, 2, {0, 1}, 1, 1, 1),
        (2, 2, set(), 0, 0, 0),
        (2, 0, set(), None, 0, 0),
        (0, 2, set(), 0, None, 0),
        (0, 0, set(), None, None, None),
    ],
)
def test_the_three_scores(
    labels: int,
    items: int,
    met: set[int],
    precision: float | None,
    recall: float | None,
    f1: float | None,
) -> None:
    found = Retrieved(["label"] * labels, frozenset(met), ["item"] * items, frozenset(met))
    scores = found.scores("x")
    assert [scores[f"x.{what}"].value for what in ("precision", "recall")] == [precision, recall]
    assert scores["x.f1"].value == pytest.approx(f1)


def test_recall_is_of_as_many_as_have_room() -> None:
    found = Retrieved(["a", "b", "c", "d"], frozenset({0, 2}), ["a", "c"], frozenset({0, 1}), 2)
    scores = found.scores("x")
    assert (scores["x.recall"].value, scores["x.recall"].n) == (1, 2)
    over = Retrieved(["a", "b", "c"], frozenset({0, 1, 2}), ["a", "b", "c"], NOTHING, 2)
    assert over.scores("x")["x.recall"].value == 1


def test_what_is_missed_and_what_is_not_labelled_is_named() -> None:
    scores = Retrieved(["a", "b"], frozenset({0}), ["A", "z"], frozenset({0})).scores("x")
    assert scores["x.recall"].notes == ("missed: b",)
    assert scores["x.precision"].notes == ("not labelled: z",)
