"""The summary that says just what the labels of a case say: what every share must give 1 for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nutgraf.article import Span
from nutgraf.evals.case import Case
from nutgraf.grounding.identity import article_record
from nutgraf.language.readings import Readings
from nutgraf.schema.fields import (
    Amount,
    Citation,
    Mention,
    Passage,
    Speaker,
    Verbatim,
    When,
)
from nutgraf.schema.news import Entity, Event, KeyFigure, NewsSummary, Quote, Statement
from nutgraf.schema.result import Coverage, Finding, Provenance, Result


def ideal_result(case: Case) -> Result[NewsSummary]:
    """Return a faultless result for a case; a part that is not labelled is left empty."""
    return result_of(ideal_summary(case), case.readings)


def ideal_summary(case: Case) -> NewsSummary:
    """Return a faultless summary, each label told once, however long the lists become."""
    return _Ideal(case).summary()


def empty_summary() -> NewsSummary:
    """Return a summary that says next to nothing."""
    return NewsSummary(
        headline="Untitled",
        gist=Statement(text="Nothing is told.", evidence=()),
        key_points=[],
        events=[],
        quotes=[],
        entities=[],
        figures=[],
        open_questions=[],
        topics=[],
    )


def result_of(
    summary: NewsSummary, readings: Readings, findings: tuple[Finding, ...] = ()
) -> Result[NewsSummary]:
    """Return a result as if a model had made it."""
    return Result[NewsSummary](
        article=article_record(readings),
        summary=summary,
        findings=findings,
        coverage=Coverage(read=len(readings.sentences)),
        provenance=Provenance(
            drafter="prompted",
            model="scripted",
            schema_name="news",
            schema_digest="0" * 64,
            package_version="0",
            requests=2,
            input_tokens=900,
            output_tokens=300,
            cost_usd="unknown",
            seconds=1.5,
        ),
    )


class _Ideal:
    def __init__(self, case: Case) -> None:
        self.expected = case.expected
        self.readings = case.readings
        self.text = case.readings.article.text

    def summary(self) -> NewsSummary:
        expected = self.expected
        return NewsSummary(
            headline=self.readings.article.title or "Untitled",
            gist=Statement(text=(expected.gists or ("Nothing is told.",))[0], evidence=()),
            key_points=[
                Statement(text=fact.statement, evidence=self.cite(fact.sentences))
                for fact in expected.facts or ()
            ],
            events=list(self.events() if expected.events is not None else self.dated()),
            quotes=[
                Quote(
                    words=self.verbatim(quote.span),
                    speaker=Speaker(text=quote.speaker or "somebody"),
                )
                for quote in expected.quotes or ()
            ],
            entities=[
                Entity(
                    name=self.mention(entity.name),
                    kind=entity.kind or "other",
                    role="in the story",
                    salience=entity.salience,
                )
                for entity in expected.entities or ()
            ],
            figures=[
                KeyFigure(
                    amount=Amount(
                        text=figure.span.of(self.text),
                        value=figure.value,
                        unit=figure.unit,
                        passage=self.passage(figure.span),
                    ),
                    of=figure.of,
                    evidence=(),
                )
                for figure in expected.figures or ()
            ],
            open_questions=[
                Statement(text=question.question, evidence=self.cite(question.sentences))
                for question in expected.questions or ()
            ],
            topics=[],
        )

    def events(self) -> Iterator[Event]:
        for event in self.expected.events or ():
            yield Event(
                what=event.what,
                when=When(text=event.date, value=event.date) if event.date else None,
                where=self.mention(event.where) if event.where else None,
                who=[self.mention(name) for name in event.who],
                status=event.status,
                evidence=self.cite(event.sentences),
            )

    def dated(self) -> Iterator[Event]:
        for date in self.expected.dates or ():
            when = When(
                text=date.span.of(self.text), value=date.value, passage=self.passage(date.span)
            )
            yield Event(
                what="It was then.", when=when, where=None, who=[], status="happened", evidence=()
            )

    def cite(self, sentences: Iterable[int]) -> tuple[Citation, ...]:
        return cite(self.readings, *sorted(sentences))

    def passage(self, span: Span) -> Passage:
        return Passage.at(span, self.text)

    def verbatim(self, span: Span) -> Verbatim:
        return Verbatim(text=span.of(self.text), match="exact", passage=self.passage(span))

    def mention(self, name: str) -> Mention:
        return mention(self.readings, name)


def cite(readings: Readings, *sentences: int) -> tuple[Citation, ...]:
    """Return citations with their passages; of a sentence that does not exist, without."""
    found = ((number, readings.sentence(number)) for number in sentences)
    text = readings.article.text
    return tuple(
        Citation(sentence=number, passage=Passage.at(sentence.span, text) if sentence else None)
        for number, sentence in found
    )


def mention(readings: Readings, name: str) -> Mention:
    """Return a name with every place at which the article prints it."""
    text = readings.article.text
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    spans = (Span(at, at + len(name)) for at in starts)
    return Mention(text=name, passages=tuple(Passage.at(span, text) for span in spans))
