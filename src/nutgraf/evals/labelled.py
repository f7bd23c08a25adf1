"""From a labelled article to a case: what the labels quote becomes spans and sentence numbers.

Cases of corpora that others have labelled are made elsewhere.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from nutgraf.evals.case import (
    Case,
    Expected,
    ExpectedEntity,
    ExpectedEvent,
    ExpectedFact,
    ExpectedFigure,
    ExpectedQuestion,
    ExpectedQuote,
    ExpectedTrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.evals.case import Sentences
    from nutgraf.evals.fixtures import Fixture
    from nutgraf.evals.labels import LabelledQuotation, Quoted


def case_of(fixture: Fixture) -> Case:
    """Return the case that a labelled article makes.

    Its tags are ``desk``, ``form`` and ``language``. Its digest changes with the article, its
    metadata and every label, but not with the layout of the file that they stand in.

    Raises:
        FixtureError: The labels quote what the article lacks.
    """
    labels = fixture.labels
    return Case(
        id=fixture.id,
        readings=fixture.readings,
        expected=_expected(fixture),
        tags={"desk": labels.desk, "form": labels.form, "language": labels.language},
        digest=_digest(fixture),
    )


def _digest(fixture: Fixture) -> str:
    parts = (fixture.readings.article.digest, fixture.labels.model_dump_json())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _expected(fixture: Fixture) -> Expected:
    labels = fixture.labels
    return Expected(
        gists=labels.gists,
        facts=_facts(fixture),
        events=_events(fixture),
        entities=tuple(
            ExpectedEntity(entity.name, entity.aliases, entity.kind, entity.salience)
            for entity in labels.entities
        ),
        quotes=tuple(_quote(fixture, quotation) for quotation in labels.quotations),
        figures=tuple(
            ExpectedFigure(fixture.span(figure.text), figure.value, figure.unit, figure.of)
            for figure in labels.figures
        ),
        questions=tuple(
            ExpectedQuestion(question.question, _sentences(fixture, question.evidence))
            for question in labels.open_questions
        ),
        traps=tuple(
            ExpectedTrap(trap.statement, trap.fault, _sentences(fixture, trap.evidence), trap.of)
            for trap in labels.traps
        ),
    )


def _facts(fixture: Fixture) -> tuple[ExpectedFact, ...]:
    return tuple(
        ExpectedFact(
            id=fact.id,
            must=fact.importance == "must",
            statement=fact.statement,
            sentences=_sentences(fixture, fact.evidence),
            needs=tuple(tuple(need.split("|")) for need in fact.needs),
        )
        for fact in fixture.labels.key_facts
    )


def _events(fixture: Fixture) -> tuple[ExpectedEvent, ...]:
    return tuple(
        ExpectedEvent(
            what=event.what,
            date=event.date,
            status=event.status,
            who=event.who,
            where=event.where,
            sentences=_sentences(fixture, event.evidence),
        )
        for event in fixture.labels.events
    )


def _quote(fixture: Fixture, quotation: LabelledQuotation) -> ExpectedQuote:
    names = ((entity.name, *entity.aliases) for entity in fixture.labels.entities)
    aliases = (name[1:] for name in names if name[0] == quotation.speaker)
    return ExpectedQuote(fixture.span(quotation.words), quotation.speaker, next(aliases, ()))


def _sentences(fixture: Fixture, evidence: Iterable[Quoted]) -> Sentences:
    return frozenset(fixture.sentences(evidence))
