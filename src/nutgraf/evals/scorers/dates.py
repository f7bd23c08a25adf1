"""Scores the times of events where every date of an article is labelled, but no events are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.times import agreement
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.case import Case, ExpectedDate
    from nutgraf.schema.fields import When
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = (
    share(
        "dates.resolved",
        "dates",
        "times of events at a labelled place of the article that have a value",
    ),
    share(
        "dates.value",
        "dates",
        "agreement of such values with the label: 1 if exact, a half if right but less precise",
    ),
)


def score_dates(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the times that stand where a date is labelled; others are not judged."""
    labels = case.expected.dates
    if labels is None:
        return not_applicable(_METRICS)
    placed = list(_placed(labels, result.summary))
    agreed = [
        (agreement(label.value, when.value), label, when) for label, when in placed if when.value
    ]
    notes = tuple(
        f"{when.text}: {when.value} for {label.value}"
        for agrees, label, when in agreed
        if agrees < 1
    )
    unresolved = tuple(f"{when.text}: {label.value}" for label, when in placed if not when.value)
    return {
        "dates.resolved": Score.share_of(len(agreed), len(placed), unresolved),
        "dates.value": Score.share_of(sum(agrees for agrees, _, _ in agreed), len(agreed), notes),
    }


def _placed(
    labels: tuple[ExpectedDate, ...], summary: NewsSummary
) -> Iterator[tuple[ExpectedDate, When]]:
    """Yield the times with the label that shares most with their place."""
    for event in summary.events:
        if event.when is None or event.when.passage is None:
            continue
        span = event.when.passage.span
        overlaps = [
            (min(label.span.end, span.end) - max(label.span.start, span.start), label)
            for label in labels
            if label.span.overlaps(span)
        ]
        if overlaps:
            yield max(overlaps, key=lambda one: one[0])[1], event.when


SCORER: Final = Scorer("dates", _METRICS, score_dates)
