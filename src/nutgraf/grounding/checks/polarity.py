"""Checks of polarity and status: what is denied, and what is only planned or possible.

A statement's predicates are compared with those of the article that have the same verb and are about
the same. Where the article says both, at two places, nothing is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.counterparts import Counterparts
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.negation_cues import negated_words
from nutgraf.language.status import Status
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.checks.counterparts import Counterpart
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.schema.result import FindingKind

_CARRIED: Final = 0.5
"""Share of a statement's words that its sentences must have for their silence to mean something."""

_REAL: Final = frozenset({Status.HAPPENED, Status.ONGOING, Status.DENIED})
_AHEAD: Final = frozenset({Status.PLANNED, Status.POSSIBLE})


def check_polarity(subject: Subject) -> Iterator[Finding]:
    """Report statements that the article negates, and negations that it does not have."""
    for statement in subject.statements:
        counterparts = Counterparts(statement, subject)
        for predicate in counterparts.predicates():
            told = [c for c in counterparts.of(predicate) if _is_comparable(predicate, c)]
            if any(_affirms(c.predicate) is _affirms(predicate) for c in told):
                continue
            if told:
                yield _opposite(predicate, told, statement, subject)
            elif not _affirms(predicate) and _is_invented(predicate, statement, subject):
                yield _invented(predicate, statement, subject)


def check_status(subject: Subject) -> Iterator[Finding]:
    """Report what is told as done and is ahead in the article, or the other way round."""
    for statement in subject.statements:
        counterparts = Counterparts(statement, subject)
        for predicate in counterparts.predicates():
            if not predicate.finite or predicate.question or predicate.conditional:
                continue
            told = [c for c in counterparts.of(predicate) if c.is_about_the_same]
            if told and all(_is_otherwise(predicate, c.predicate, statement) for c in told):
                yield _otherwise(predicate, told, statement, subject)


def _affirms(predicate: Predicate) -> bool:
    """Tell whether a predicate says that it is so: neither negated nor denied, or both."""
    return predicate.negated is (predicate.status is Status.DENIED)


def _is_comparable(said: Predicate, told: Counterpart) -> bool:
    """Tell whether two predicates speak of one thing in the same mood: both asked, or both done.

    That something did not take place says nothing against its having been planned.
    """
    other = told.predicate
    moods = [(p.question, p.conditional, p.status in _AHEAD) for p in (said, other)]
    return told.is_about_the_same and moods[0] == moods[1]


def _is_invented(predicate: Predicate, statement: Statement, subject: Subject) -> bool:
    """Tell whether nothing that the article denies is what this predicate denies."""
    best = (*statement.support, *subject.relevance.best(statement.text))
    if subject.relevance.share(statement.text, best) < _CARRIED:
        return False
    verb = stem(predicate.lemma)
    denied = {verb, *_stems_of(predicate, statement.text)}
    text = subject.readings.article.text
    for sentence in best:
        for words in negated_words(sentence.span.of(text)):
            near = {stem(word) for word in words[1:]}
            if stem(words[0]) != verb and not denied.isdisjoint(near):
                return False
    return True


def _stems_of(predicate: Predicate, text: str) -> Iterator[str]:
    parts = (predicate.subject, predicate.object, predicate.agent)
    spans = [head for part in parts if part for head in part.heads]
    if predicate.complement:
        spans.append(predicate.complement)
    for span in spans:
        yield from (stem(word) for word in span.of(text).split() if len(word) > 1)


def _is_otherwise(said: Predicate, told: Predicate, statement: Statement) -> bool:
    if _affirms(said) is not _affirms(told):
        return False  # a matter of polarity
    if said.status in _REAL:
        return told.status in _AHEAD and not _is_present(said, statement)
    if said.status is Status.PLANNED:
        return told.status in _REAL or told.status is Status.POSSIBLE
    return said.status is Status.POSSIBLE and told.status in _REAL


def _is_present(predicate: Predicate, statement: Statement) -> bool:
    """Tell whether it is in the present tense, which headlines use of the past and the future."""
    verb = predicate.verb.of(statement.text).casefold()
    return predicate.span == predicate.verb and verb.rstrip("s").startswith(predicate.lemma[:-1])


def _opposite(
    predicate: Predicate, told: Sequence[Counterpart], statement: Statement, subject: Subject
) -> Finding:
    number, words = _shown(told[0], subject)
    says = "says that it is so" if _affirms(predicate) else "says that it is not so"
    return _finding(
        "negation", f"{says}; sentence {number} has {words!r}", predicate, told, statement, subject
    )


def _otherwise(
    predicate: Predicate, told: Sequence[Counterpart], statement: Statement, subject: Subject
) -> Finding:
    number, words = _shown(told[0], subject)
    message = (
        f"tells it as {predicate.status.value}; in sentence {number} it is "
        f"{told[0].predicate.status.value}: {words!r}"
    )
    return _finding("status", message, predicate, told, statement, subject)


def _invented(predicate: Predicate, statement: Statement, subject: Subject) -> Finding:
    message = "says that it is not so; no sentence that says the rest of it denies anything"
    return _finding("negation", message, predicate, (), statement, subject)


def _shown(told: Counterpart, subject: Subject) -> tuple[int, str]:
    words = told.predicate.span.of(subject.readings.article.text)
    return told.sentence.number, " ".join(words.split())


def _finding(
    kind: FindingKind,
    message: str,
    predicate: Predicate,
    told: Sequence[Counterpart],
    statement: Statement,
    subject: Subject,
) -> Finding:
    text = subject.readings.article.text
    return Finding(
        path=statement.path,
        kind=kind,
        severity="error" if told and kind == "negation" else "warning",
        message=message,
        said=Passage.at(predicate.span, statement.text),
        passages=tuple(Passage.at(c.predicate.span, text) for c in told),
    )
