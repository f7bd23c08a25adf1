"""Checks of polarity and status: what is denied, and what is only planned or possible.

A statement's predicates are compared with those of the article that have the same verb and are
about the same. Where the article says both, at two places, nothing is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.counterparts import Counterparts, done_to
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.negation_cues import clause_around, is_negator_in, negated_words
from nutgraf.language.predicates import Clause
from nutgraf.language.sentences import SentenceKind
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
_CARRIED_BY_CITED: Final = 0.25
"""Share of a statement's words that its sentences must have for their silence to mean something."""

_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})
_ENOUGH_IN_COMMON: Final = 3
_SHORT_WORD: Final = 3
"""Words that short are mostly function words."""

# "Would" is left out of both: it is "will" told in the past as often as a condition.
_SURE: Final = re.compile(r"\b(?:will|shall|is to|are to|going to)\b|'ll\b")
_UNSURE: Final = re.compile(r"\b(?:may|might|could|can)\b")
_AHEAD: Final = frozenset({Status.PLANNED, Status.POSSIBLE})


def check_polarity(subject: Subject) -> Iterator[Finding]:
    """Report statements that the article negates, and negations that it does not have."""
    text = subject.readings.article.text
    for statement in subject.statements:
        counterparts = Counterparts.of_statement(statement, subject)
        predicates = counterparts.predicates()
        both_ways = {p.lemma for p in predicates if p.negated} & {
            p.lemma for p in predicates if not p.negated
        }
        for predicate in predicates:
            # What is said to be denied or called off is a matter of who says so, not of polarity.
            if _is_called_off(predicate) or predicate.lemma in both_ways:
                continue
            same = counterparts.of(predicate)
            told = [c for c in same if _is_comparable(predicate, c)]
            if any(_affirms(c.predicate) is _affirms(predicate) for c in told):
                continue
            if told:
                if _is_plain(predicate, statement.text) and _is_plain(told[0].predicate, text):
                    yield _opposite(predicate, told, statement, subject)
            elif predicate.negated and all(_affirms(c.predicate) for c in same):
                yield from _invented(predicate, statement, subject)


def check_status(subject: Subject) -> Iterator[Finding]:
    """Report what is told as done and is ahead in the article, or the other way round."""
    for statement in subject.statements:
        counterparts = Counterparts.of_statement(statement, subject)
        for predicate in counterparts.predicates():
            if not _has_clear_status(predicate):
                continue
            told = [c for c in counterparts.of(predicate) if c.is_certainly_the_same]
            if told and all(_is_otherwise(predicate, c, statement, subject) for c in told):
                yield _otherwise(predicate, told, statement, subject)


def _is_called_off(predicate: Predicate) -> bool:
    return predicate.status is Status.DENIED and not predicate.negated


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


def _is_plain(predicate: Predicate, text: str) -> bool:
    """Tell whether what is read of a predicate's polarity can be seen in its clause.

    What a "not" further off does to it ("does not think that he will") is not certain enough.
    """
    if not predicate.negated:
        return not is_negator_in(clause_around(text, predicate.span.start, predicate.span.end))
    parts = (predicate.subject, predicate.object)
    spans = (predicate.span, *(part.span for part in parts if part))
    return any(is_negator_in(span.of(text)) for span in spans)


def _invented(predicate: Predicate, statement: Statement, subject: Subject) -> Iterator[Finding]:
    """Report a negation where nothing that the article denies is what is denied here."""
    best = statement.support
    least = _CARRIED_BY_CITED if statement.cited else _CARRIED
    in_condition = predicate.clause is Clause.CONDITION
    if in_condition or subject.relevance.share(statement.text, best) < least:
        return
    told = [sentence.span.of(subject.readings.article.text) for sentence in best]
    if predicate.clause not in _STATING:
        # Too much is left out and put in other words beside the point of a sentence.
        denied = any(any(negated_words(sentence)) for sentence in told)
    else:
        denied = any(_denies(sentence, predicate, statement.text) for sentence in told)
    if not denied:
        message = "says that it is not so; no sentence that says the rest of it denies anything"
        yield _finding("negation", message, predicate, (), statement, subject)


def _denies(sentence: str, predicate: Predicate, statement: str) -> bool:
    """Tell whether a sentence has a negation near what a predicate denies.

    The verb itself does not count as one: who did "not deny" it is not covered by who denied it.
    """
    verb = stem(predicate.lemma)
    denied = {verb, *_stems_of(predicate, statement)}
    clause = clause_around(statement, predicate.span.start, predicate.span.end)
    whole = {stem(word) for word in clause.split() if len(word) > _SHORT_WORD}
    for cue, *words in negated_words(sentence):
        near = {stem(word) for word in words}
        if stem(cue) != verb and (denied & near or len(whole & near) >= _ENOUGH_IN_COMMON):
            return True
    return False


def _stems_of(predicate: Predicate, text: str) -> Iterator[str]:
    """Yield the stems of what it is done to, or what is said of the doer."""
    part = done_to(predicate)
    for span in part.heads if part else ():
        yield from (stem(word) for word in span.of(text).split() if len(word) > _SHORT_WORD)


def _has_clear_status(predicate: Predicate) -> bool:
    """Tell whether a predicate says plainly whether it took place; "be" and "have" rarely do."""
    hypothetical = predicate.question or predicate.conditional or predicate.negated
    return predicate.finite and not hypothetical and predicate.lemma not in {"be", "have", "do"}


def _is_otherwise(
    said: Predicate, counterpart: Counterpart, statement: Statement, subject: Subject
) -> bool:
    told = counterpart.predicate
    if told.negated or told.question or counterpart.sentence.kind is SentenceKind.HEADING:
        return False
    ours = said.span.of(statement.text).casefold()
    theirs = told.span.of(subject.readings.article.text).casefold()
    if said.status in {Status.HAPPENED, Status.ONGOING}:
        possible = told.status is Status.POSSIBLE and told.finite
        ahead = possible or (told.status is Status.PLANNED and told.clause is not Clause.PURPOSE)
        return ahead and told.span != told.verb and not _is_present(said, ours)
    if told.status in {Status.HAPPENED, Status.ONGOING}:
        done = told.finite and not _is_present(told, theirs) and not told.conditional
        return said.status in _AHEAD and said.span != said.verb and done
    return bool(_SURE.search(ours)) and bool(_UNSURE.search(theirs))


def _is_present(predicate: Predicate, words: str) -> bool:
    """Tell whether it is in the present tense, which headlines use of the past and the future."""
    forms = (predicate.lemma, predicate.lemma.removesuffix("y") + "ie")
    present = {form + ending for form in forms for ending in ("", "s", "es")}
    return predicate.span == predicate.verb and words in present


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
