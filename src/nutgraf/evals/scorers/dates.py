"""Scores the times of events where every date of an article is labelled, but no events are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.times import agreement
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scores import Score, Scorer
from nutgraf.language.dates import is_joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
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
    placed = list(_placed(labels, result.summary, case.readings.article.text))
    agreed = [
        (agreement(expected, when.value), expected, when) for expected, when in placed if when.value
    ]
    notes = tuple(
        f"{when.text}: {when.value} for {expected}"
        for agrees, expected, when in agreed
        if agrees < 1
    )
    unresolved = tuple(f"{when.text}: {expected}" for expected, when in placed if not when.value)
    return {
        "dates.resolved": Score.share_of(len(agreed), len(placed), unresolved),
        "dates.value": Score.share_of(sum(agrees for agrees, _, _ in agreed), len(agreed), notes),
    }


def _placed(
    labels: tuple[ExpectedDate, ...], summary: NewsSummary, text: str
) -> Iterator[tuple[str, When]]:
    """Yield what the labels at their place say, and the times."""
    for event in summary.events:
        if event.when is None or event.when.passage is None:
            continue
        span = event.when.passage.span
        if there := [label for label in labels if label.span.overlaps(span)]:
            yield _value(sorted(there, key=lambda one: one.span.start), span, text), event.when


def _value(there: Sequence[ExpectedDate], span: Span, text: str) -> str:
    """Return what two labels say together, as the ends of one time, or the longer one does."""
    first, last = there[0], there[-1]
    if is_joined(text[first.span.end : last.span.start]):
        return f"{first.value.split('/')[0]}/{last.value.split('/')[-1]}"

    def shared(label: ExpectedDate) -> int:
        return min(label.span.end, span.end) - max(label.span.start, span.start)

    return max(there, key=shared).value


SCORER: Final = Scorer("dates", _METRICS, score_dates)
