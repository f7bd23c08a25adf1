"""Precision, recall and F1 of a list of items, every empty case defined.

Recall is of as many labels as the list has room for in the schema, so that a summary that uses all
of its room for labelled items has recall 1. Of the two, one may not apply:

    labelled  given   precision  recall  F1
    some      some    share      share   harmonic mean, 0 if both are 0
    some      none    n/a        0       0
    none      some    0          n/a     0
    none      none    n/a        n/a     n/a
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.evals.scores import NOT_APPLICABLE, Metric, Score

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Which labels were met, and which items are among the labels.

    Attributes:
        labels: All labels, in words.
        met: Indices of those that are in the summary.
        items: All items of the summary that are judged, in words.
        right: Indices of those that are labelled.
        room: How many items the list should have at most.
    """

    labels: Sequence[str]
    met: frozenset[int]
    items: Sequence[str]
    right: frozenset[int]
    room: int = field(default=10**6)

    def scores(self, name: str) -> dict[str, Score]:
        """Return the three scores under the name of a field."""
        recall, precision = self._recall(), self._precision()
        return {
            f"{name}.recall": recall,
            f"{name}.precision": precision,
            f"{name}.f1": self._f1(recall.value, precision.value),
        }

    def _recall(self) -> Score:
        missed = tuple(
            f"missed: {label}" for i, label in enumerate(self.labels) if i not in self.met
        )
        most = min(len(self.labels), self.room)
        return Score.share_of(min(len(self.met), most), most, missed)

    def _precision(self) -> Score:
        others = tuple(
            f"not labelled: {item}" for i, item in enumerate(self.items) if i not in self.right
        )
        return Score.share_of(len(self.right), len(self.items), others)

    def _f1(self, recall: float | None, precision: float | None) -> Score:
        if recall is None and precision is None:
            return NOT_APPLICABLE
        both = (recall or 0.0) + (precision or 0.0)
        value = 2 * (recall or 0.0) * (precision or 0.0) / both if both else 0.0
        return Score(value=value, n=len(self.labels) + len(self.items))


def not_applicable(metrics: Sequence[Metric]) -> dict[str, Score]:
    """Return the scores of a case in which nothing of the kind is labelled."""
    return {metric.name: NOT_APPLICABLE for metric in metrics}


def share(name: str, part: str | None, what: str) -> Metric:
    """Return a metric that is a share."""
    return Metric(name, "higher", share=True, what=what, part=part)


def retrieval_metrics(name: str, part: str, items: str) -> tuple[Metric, ...]:
    """Return the metrics of `Retrieved.scores`.

    Args:
        name: Of the field.
        part: Of `Expected`.
        items: What the list holds, in words.
    """
    return (
        share(f"{name}.recall", part, f"labelled {items} that are in it, of as many as have room"),
        share(f"{name}.precision", part, f"{items} in it that are labelled"),
        share(f"{name}.f1", part, f"harmonic mean of precision and recall of {items}"),
    )
