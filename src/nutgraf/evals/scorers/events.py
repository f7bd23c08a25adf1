"""Scores the events: which are told, when they are said to be, and whether they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching import assign
from nutgraf.evals.matching.statements import Told, statement_likeness
from nutgraf.evals.matching.times import agreement
from nutgraf.evals.matching.words import content_words
from nutgraf.evals.scorers.retrieval import Retrieved, not_applicable, retrieval_metrics, share
from nutgraf.evals.scorers.said import cited, in_one_order, room
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.case import Case, ExpectedEvent
    from nutgraf.schema.news import Event, NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = (
    *retrieval_metrics("events", "events", "events"),
    share(
        "events.date",
        "events",
        "agreement of the dates of matched events: 1 if exact, a half if right but less precise; "
        "where the article gives no time, 1 for giving none",
    ),
    share("events.status", "events", "matched events with the labelled status"),
)

_Both = tuple["ExpectedEvent", "Event"]


def score_events(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the events of a summary; dates and status are scored on those that are labelled."""
    labels = case.expected.events
    if labels is None:
        return not_applicable(_METRICS)
    given = in_one_order(result.summary.events)
    language = case.readings.language
    pairs = assign(
        [_label_told(label, language) for label in labels],
        [_event_told(event, language) for event in given],
        statement_likeness,
    )
    matched = [(labels[pair.expected], given[pair.given]) for pair in pairs]
    found = Retrieved(
        labels=[label.what for label in labels],
        met=frozenset(pair.expected for pair in pairs),
        items=[event.what for event in given],
        right=frozenset(pair.given for pair in pairs),
        room=room("events"),
    )
    return {
        **found.scores("events"),
        "events.date": _date(matched),
        "events.status": _status(matched),
    }


def _label_told(label: ExpectedEvent, language: str) -> Told:
    text = " ".join((label.what, *label.who, label.where or ""))
    return Told(content_words(text, language), label.sentences, label.date)


def _event_told(event: Event, language: str) -> Told:
    names = (value.text for value in (*event.who, event.where) if value is not None)
    words = content_words(" ".join((event.what, *names)), language)
    return Told(words, cited(event.evidence), _value(event))


def _date(matched: Sequence[_Both]) -> Score:
    agreed = [(agreement(label.date, _value(event)), label, event) for label, event in matched]
    notes = tuple(
        f"{label.what}: {_value(event) or 'no date'} for {label.date or 'none'}"
        for agrees, label, event in agreed
        if agrees < 1
    )
    return Score.share_of(sum(agrees for agrees, _, _ in agreed), len(agreed), notes)


def _value(event: Event) -> str | None:
    return event.when.value if event.when else None


def _status(matched: Sequence[_Both]) -> Score:
    notes = tuple(
        f"{label.what}: {event.status} for {label.status}"
        for label, event in matched
        if label.status != event.status
    )
    return Score.share_of(len(matched) - len(notes), len(matched), notes)


SCORER: Final = Scorer("events", _METRICS, score_events)
