"""What a news summary states, part by part, each with the sentences that it cites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from nutgraf.schema.fields import AtMost
from nutgraf.schema.news import NewsSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from nutgraf.evals.case import Sentences
    from nutgraf.language.readings import Readings
    from nutgraf.schema.fields import Citation
    from nutgraf.schema.news import Event, KeyFigure, Quote, Statement

PartT = TypeVar("PartT", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a summary.

    Attributes:
        path: Where it stands, such as ``key_points[2]``.
        text: In the summary's own words.
        whole: The same with what stands beside it in the same part: an event with its time, place
            and people, a figure with its amount, a quotation with its speaker.
        shown: The same as a reader is to see it.
        cited: The sentences that it cites; of a quotation those in which it stands.
    """

    path: str
    text: str
    whole: str
    shown: str
    cited: Sentences


def statements(summary: NewsSummary) -> tuple[Said, ...]:
    """Return gist, key points, events and open questions: what cites sentences of itself."""
    return (
        _statement("gist", summary.gist),
        *(_statement(f"key_points[{i}]", point) for i, point in enumerate(summary.key_points)),
        *(event_said(f"events[{i}]", event) for i, event in enumerate(summary.events)),
        *(_statement(f"open_questions[{i}]", q) for i, q in enumerate(summary.open_questions)),
    )


def everything(summary: NewsSummary, readings: Readings) -> tuple[Said, ...]:
    """Return the statements, figures and quotations: whatever may tell a fact."""
    return (
        *statements(summary),
        *(_figure(f"figures[{i}]", figure) for i, figure in enumerate(summary.figures)),
        *(_quote(f"quotes[{i}]", quote, readings) for i, quote in enumerate(summary.quotes)),
    )


def cited(evidence: Iterable[Citation]) -> Sentences:
    """Return the numbers of the sentences cited, without those that the article does not have."""
    return frozenset(citation.sentence for citation in evidence if citation.passage)


def _statement(path: str, statement: Statement) -> Said:
    return on_its_own(path, statement.text, cited(statement.evidence))


def on_its_own(path: str, text: str, cited: Sentences) -> Said:
    """Return a statement that nothing stands beside."""
    return Said(path, text, whole=text, shown=text, cited=cited)


def event_said(path: str, event: Event) -> Said:
    """Return what an event states."""
    beside = tuple(_beside(event))
    whole = " ".join((event.what, *beside))
    shown = f"{event.what} ({'; '.join(beside)})" if beside else event.what
    return Said(path, event.what, whole=whole, shown=shown, cited=cited(event.evidence))


def _beside(event: Event) -> Iterator[str]:
    for value in (event.when, event.where, *event.who):
        if value is not None:
            yield value.text


def _figure(path: str, figure: KeyFigure) -> Said:
    amount, of = figure.amount.text, figure.of
    whole, shown = f"{amount} {of}", f"{of}: {amount}"
    return Said(path, of, whole=whole, shown=shown, cited=cited(figure.evidence))


def _quote(path: str, quote: Quote, readings: Readings) -> Said:
    passage = quote.words.passage
    places = readings.sentences_at(passage.span) if passage else ()
    numbers = frozenset(sentence.number for sentence in places)
    speaker, words = quote.speaker.text, quote.words.text
    whole, shown = f"{speaker} {words}", f'{speaker}: "{words}"'
    return Said(path, words, whole=whole, shown=shown, cited=numbers)


def room(field: str, owner: type[BaseModel] = NewsSummary) -> int:
    """Return how many items a list of the schema should have at most."""
    bounds = owner.model_fields[field].metadata
    return next(bound.items for bound in bounds if type(bound) is AtMost)


def in_one_order(items: Sequence[PartT]) -> list[PartT]:
    """Return items in an order by their contents, so that their place in a list decides nothing."""
    return sorted(items, key=lambda item: item.model_dump_json())
