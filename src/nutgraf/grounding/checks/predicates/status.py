"""The check of status: what is told as done and is only planned or possible, and the reverse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.counterparts import Counterparts
from nutgraf.grounding.checks.predicates.tenses import is_present
from nutgraf.language.negation_cues import clause_around
from nutgraf.language.predicates import Clause
from nutgraf.language.sentences import SentenceKind
from nutgraf.language.status import Status
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.checks.predicates.counterparts import Counterpart
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

# "Would" is left out of both: it is "will" told in the past as often as a condition.
_SURE: Final = re.compile(r"\b(?:will|shall|is to|are to|going to)\b|'ll\b")
_UNSURE: Final = re.compile(r"\b(?:may|might|could|can)\b")
# What may stand beside something that is to come, whatever the tense of its verb.
_OPEN: Final = re.compile(
    r"\b(?:is|are|am|has|have|will|would|shall|may|might|could|can|should|must|plan\w*|next|until"
    r"|tomorrow|future|due|ahead|soon|expect\w*|intend\w*|deadline|by the end|propos\w*|if)\b"
    r"|['\u2019](?:re|ll|ve) ",
    re.IGNORECASE,
)
_UNCLEAR: Final = frozenset({"be", "have", "do", "say", "tell"})
_CARRIED: Final = 0.35
"""Share of a statement's words that the sentences it cites must have to be about the same."""
_HAVING_TO: Final = frozenset({"has", "have", "had", "having"})
_AHEAD: Final = frozenset({Status.PLANNED, Status.POSSIBLE})


def check_status(subject: Subject) -> Iterator[Finding]:
    """Report what is told as done and is ahead in the article, or the other way round."""
    for statement in subject.reworded:
        counterparts = Counterparts.of_statement(statement, subject)
        for predicate in counterparts.predicates():
            if not _has_clear_status(predicate):
                continue
            same = counterparts.of(predicate)
            cited = [c for c in same if c.sentence in statement.cited]
            told = [c for c in same if _is_of_the_same(c, statement, subject)]
            if told and all(
                _is_otherwise(predicate, c, statement, subject) for c in (*told, *cited)
            ):
                yield _otherwise(predicate, told, statement, subject)
            elif not cited and _is_ahead_of_the_past(predicate, statement, subject):
                yield _ahead(predicate, statement, subject)


def _is_of_the_same(told: Counterpart, statement: Statement, subject: Subject) -> bool:
    """Tell whether a counterpart is about the same; in a cited sentence nobody may be other.

    In a long text the same verb tells of many things, some of them done and some to come.
    """
    if subject.is_long and not statement.cited:
        return told.has_both_the_same
    if told.is_certainly_the_same:
        return True
    return told.sentence in statement.cited and told.is_about_the_same


def _is_ahead_of_the_past(predicate: Predicate, statement: Statement, subject: Subject) -> bool:
    """Tell whether something is told as to come of which the cited sentences only tell the past."""
    text = subject.readings.article.text
    ours = predicate.span.of(statement.text).casefold()
    main = predicate.clause is Clause.MAIN and predicate.attribution is None
    if not main or predicate.status is not Status.PLANNED or not _SURE.search(ours):
        return False
    share = subject.relevance.share(statement.text, statement.cited)
    if not statement.cited or share < _CARRIED:
        return False
    clause = clause_around(statement.text, predicate.span.start, predicate.span.end)
    shares = [subject.relevance.share(clause, [one]) for one in statement.cited]
    near = [c for c, part in zip(statement.cited, shares, strict=True) if part >= max(shares) / 2]
    return all(_is_past(sentence, subject.readings, text) for sentence in near)


def _is_past(sentence: Sentence, readings: Readings, text: str) -> bool:
    """Tell whether a sentence has nothing of the present or of what is to come."""
    told = readings.predicates_in(sentence)
    if not told or _OPEN.search(sentence.span.of(text)):
        return False
    return not any(
        p.status in _AHEAD or (p.finite and is_present(p, p.span.of(text).casefold(), text))
        for p in told
    )


def _has_clear_status(predicate: Predicate) -> bool:
    """Tell whether a predicate says plainly whether it took place; "be" and "have" rarely do.

    After "until" and "when" the present tense stands for what is to come.
    """
    hypothetical = predicate.question or predicate.conditional or predicate.negated
    told = predicate.finite and predicate.clause is not Clause.ADVERBIAL
    return told and not hypothetical and predicate.lemma not in _UNCLEAR


def _is_otherwise(
    said: Predicate, counterpart: Counterpart, statement: Statement, subject: Subject
) -> bool:
    told = counterpart.predicate
    asked = counterpart.sentence.span.of(subject.readings.article.text).rstrip().endswith("?")
    if told.negated or told.question or asked or counterpart.sentence.kind is SentenceKind.HEADING:
        return False
    ours = said.span.of(statement.text).casefold()
    theirs = told.span.of(subject.readings.article.text).casefold()
    if said.status in {Status.HAPPENED, Status.ONGOING}:
        ahead = _is_ahead(counterpart) and told.span != told.verb
        return ahead and not is_present(said, ours, statement.text)
    if told.status in {Status.HAPPENED, Status.ONGOING}:
        finite = (
            told.finite
            or _is_told_of(counterpart, statement)
            or (said.status is Status.PLANNED and _was_managed(counterpart, subject))
        )
        text = subject.readings.article.text
        done = finite and not is_present(told, theirs, text) and not told.conditional
        if theirs.startswith("be "):
            return False  # the subjunctive: "ordered that the port BE CLOSED"
        return said.status in _AHEAD and said.span != said.verb and done
    return bool(_SURE.search(ours)) and bool(_UNSURE.search(theirs))


def _is_ahead(counterpart: Counterpart) -> bool:
    """Tell whether what the article tells is still to come; what somebody hopes for may be.

    Where somebody merely can or wants to do something, all the rest has to be the same.
    """
    told = counterpart.predicate
    if told.status is Status.POSSIBLE:
        hoped = told.clause is Clause.INFINITIVE and counterpart.has_both_the_same
        return told.finite or hoped
    return told.status is Status.PLANNED and told.clause is not Clause.PURPOSE


def _is_told_of(counterpart: Counterpart, statement: Statement) -> bool:
    """Tell whether a cited sentence has it as a participle ("men arrested on Sunday")."""
    cited = counterpart.sentence in statement.cited
    return cited and counterpart.predicate.clause is Clause.RELATIVE


def _was_managed(counterpart: Counterpart, subject: Subject) -> bool:
    """Tell whether an infinitive took place with what governs it ("managed TO REACH the crew").

    What somebody "has to" do is not done.
    """
    told = counterpart.predicate
    if told.clause is not Clause.INFINITIVE or told.governor is None:
        return False
    governor = told.governor.of(subject.readings.article.text).casefold()
    return governor not in _HAVING_TO and counterpart.is_certainly_the_same


def _ahead(predicate: Predicate, statement: Statement, subject: Subject) -> Finding:
    text = subject.readings.article.text
    return Finding(
        path=statement.path,
        kind="status",
        severity="warning",
        message="tells it as planned; the cited sentences only tell of what happened",
        said=Passage.at(predicate.span, statement.text),
        passages=tuple(Passage.at(sentence.span, text) for sentence in statement.cited),
    )


def _otherwise(
    predicate: Predicate, told: Sequence[Counterpart], statement: Statement, subject: Subject
) -> Finding:
    text = subject.readings.article.text
    words = " ".join(told[0].predicate.span.of(text).split())
    return Finding(
        path=statement.path,
        kind="status",
        severity="warning",
        message=f"tells it as {predicate.status.value}; in sentence {told[0].sentence.number} "
        f"it is {told[0].predicate.status.value}: {words!r}",
        said=Passage.at(predicate.span, statement.text),
        passages=tuple(Passage.at(c.predicate.span, text) for c in told),
    )
