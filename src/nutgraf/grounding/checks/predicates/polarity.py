"""The check of polarity: what is denied in the article and not in a statement, or the reverse.

A statement's predicates are compared with those of the article that have the same verb, or one of
the opposite meaning, and are about the same. Where the article says both, nothing is reported. What
is denied with a verb that the article does not have is the business of ``denials``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.affirmed import (
    affirms,
    is_called_off,
    is_comparable,
    is_plain,
    is_restricted,
    mood,
    was_only_planned,
)
from nutgraf.grounding.checks.predicates.contradicted import denied_as_noun, given_up
from nutgraf.grounding.checks.predicates.counterparts import LIGHT_VERBS, Counterparts, done_to
from nutgraf.grounding.checks.predicates.denials import is_unheard_of
from nutgraf.grounding.checks.predicates.likeness import Likeness
from nutgraf.grounding.claim_words import DISTANCING
from nutgraf.language.opposites import verb_class
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.checks.predicates.counterparts import Counterpart
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

_CLOSING: Final = " \"'\u2019\u201d)"
_SAYING: Final = frozenset({"say", "tell", "add", "ask", "write"})


def check_polarity(subject: Subject) -> Iterator[Finding]:
    """Report statements that the article negates, and negations that it does not have."""
    for statement in subject.reworded:
        polarity = _Polarity(statement, subject)
        for predicate in polarity.compared():
            finding = polarity.check(predicate)
            if finding is not None:
                yield finding


class _Polarity:
    """Compares the predicates of one statement with the article."""

    def __init__(self, statement: Statement, subject: Subject) -> None:
        self._statement = statement
        self._subject = subject
        self._text = subject.readings.article.text
        self._counterparts = Counterparts.of_statement(statement, subject)

    def compared(self) -> Iterator[Predicate]:
        """Yield the predicates of which the polarity is clear.

        What is said to be denied or called off is a matter of who says so, not of polarity, and
        what the statement says of two things in two ways is too easily mixed up.
        """
        predicates = self._counterparts.predicates()
        ways = [{self._what(p) for p in predicates if p.negated is n} for n in (True, False)]
        both_ways = ways[0] & ways[1]
        for predicate in predicates:
            if not is_called_off(predicate) and self._what(predicate) not in both_ways:
                yield predicate

    def _what(self, predicate: Predicate) -> tuple[str, str]:
        part = done_to(predicate)
        words = part.heads[0].of(self._statement.text).casefold() if part else ""
        return verb_class(predicate.lemma, predicate.particle), words

    def check(self, predicate: Predicate) -> Finding | None:
        """Return a finding if the article says the opposite of a predicate, or nothing like it."""
        same = self._counterparts.of(predicate)
        told = self._nearest([c for c in same if is_comparable(predicate, c)])
        if any(affirms(c.predicate) is affirms(predicate) for c in told):
            return None
        if told:
            plain = [c for c in told if self._is_of_this(c) and self._is_plain_there(c.predicate)]
            is_plain = plain and self._is_plain_here(predicate)
            return self._opposite(predicate, plain) if is_plain else None
        denied = (
            self._denied_only(predicate, same)
            or self._by_opposites(predicate, same)
            or self._fallen_through(predicate, same)
        )
        if denied:
            return self._opposite(predicate, denied)
        if sentences := self._in_other_words(predicate):
            return self._contradicted(predicate, sentences)
        return self._invented(predicate) if self._is_invented(predicate, same) else None

    def _is_of_this(self, told: Counterpart) -> bool:
        """Tell whether a counterpart is the event meant; in a long text much is done to the same.

        There, and where something is said, both who does it and to whom have to be the same.
        """
        if self._statement.cited:
            return True
        # Everybody says much: not having said one thing is not denied by saying another.
        is_one_of_many = self._subject.is_long or told.predicate.lemma in _SAYING
        return told.has_both_the_same if is_one_of_many else True

    def _is_invented(self, predicate: Predicate, same: Sequence[Counterpart]) -> bool:
        near = [c for c in same if c.is_near or self._is_meant(c)]
        if not predicate.negated or not all(affirms(c.predicate) for c in near):
            return False
        if self._is_said_by_opposite(predicate) or self._is_claimed_only(same):
            return False
        if given_up(predicate, self._statement, self._searched, self._subject):
            return False
        return is_unheard_of(predicate, self._statement, self._subject)

    def _is_meant(self, told: Counterpart) -> bool:
        """Tell whether a counterpart further off may be meant by a statement that cites nothing."""
        if self._statement.cited:
            return False
        return Likeness.SAME in {told.doer, told.done_to} or (
            told.sentence in self._statement.support
        )

    def _is_claimed_only(self, same: Sequence[Counterpart]) -> bool:
        """Tell whether the article has it as a claim: that it is not so is the other side's."""
        claims = (c.predicate.attribution for c in same)
        return not self._statement.cited and any(c and c.lemma in DISTANCING for c in claims)

    def _is_asked(self, told: Counterpart) -> bool:
        """Tell whether a counterpart stands in a question ("Why don't we switch rooms?")."""
        return told.sentence.span.of(self._text).rstrip(_CLOSING).endswith("?")

    def _nearest(self, told: Sequence[Counterpart]) -> Sequence[Counterpart]:
        """Return what the cited sentences say, or else all: elsewhere it may be told otherwise."""
        cited = [c for c in told if c.sentence in self._statement.cited]
        return cited or told

    def _denied_only(
        self, predicate: Predicate, same: Sequence[Counterpart]
    ) -> Sequence[Counterpart]:
        """Return where the sentences that carry a statement deny what it affirms.

        Whoever does it to whom may be put in other words there, as long as they only deny it.
        """
        near = [c for c in same if c.is_near]
        if not all(self._is_of_this(c) and not self._is_asked(c) for c in near):
            return ()
        others = {c.doer for c in near} | {c.done_to for c in near}
        if predicate.negated or Likeness.OTHER in others or predicate.lemma in _SAYING:
            return ()
        if predicate.lemma in LIGHT_VERBS or not self._is_told_plainly(predicate):
            return ()
        if sum(p.lemma == predicate.lemma for p in self._counterparts.predicates()) > 1:
            return ()
        denied = all(c.predicate.negated and self._is_plain_there(c.predicate) for c in near)
        return near if denied and not any(c.predicate.conditional for c in near) else ()

    def _fallen_through(
        self, predicate: Predicate, same: Sequence[Counterpart]
    ) -> Sequence[Counterpart]:
        """Return where the article gives up what a statement tells as to come on the same day.

        "Was to have begun on July 1": on another day it may still begin.
        """
        if predicate.negated or not self._is_told_plainly(predicate):
            return ()
        alike = [c for c in same if c.is_certainly_the_same]
        if not all(was_only_planned(c.predicate) for c in alike):
            return ()
        own = self._statement.readings.dates
        days = {date.span.of(self._statement.text).casefold() for date in own}
        return [c for c in alike if not days.isdisjoint(self._days_in(c.sentence.span))]

    def _days_in(self, span: Span) -> Iterator[str]:
        """Yield the times in a sentence as they are told: the tense may put them in other years."""
        dates = self._subject.readings.dates
        return (d.span.of(self._text).casefold() for d in dates if span.overlaps(d.span))

    def _by_opposites(
        self, predicate: Predicate, same: Sequence[Counterpart]
    ) -> Sequence[Counterpart]:
        """Return where the carrying sentences say the opposite of a predicate with another verb."""
        if predicate.negated or not self._is_told_plainly(predicate):
            return ()
        cited = self._statement.cited
        agreeing = [c for c in same if not cited or c.sentence in cited]
        if any(not {Likeness.OTHER, Likeness.UNLIKE} & {c.doer, c.done_to} for c in agreeing):
            return ()
        told = self._counterparts.opposite_to(predicate)
        return [
            c
            for c in told
            if c.is_near
            and self._is_of_this(c)
            and (c.is_certainly_the_same or (c.sentence in cited and c.is_about_the_same))
            and not c.predicate.negated
            and mood(c.predicate) == mood(predicate)
            and self._is_plain_there(c.predicate)
        ]

    def _in_other_words(self, predicate: Predicate) -> Sequence[Sentence]:
        """Return where the article denies with another word what a predicate affirms."""
        if predicate.negated or not self._is_told_plainly(predicate):
            return ()
        statement, subject, where = self._statement, self._subject, self._searched
        # What governs another says little by itself: there are plans, and no plans, of much.
        governing = {p.governor for p in self._counterparts.predicates()}
        if predicate.verb in governing or (subject.is_long and not statement.cited):
            return ()
        given = given_up(predicate, statement, where, subject)
        return given or denied_as_noun(predicate, statement, where, subject)

    @property
    def _searched(self) -> Sequence[Sentence]:
        """The sentences that carry the statement, or else say most of it."""
        return self._statement.cited or self._counterparts.sentences

    def _is_said_by_opposite(self, predicate: Predicate) -> bool:
        """Tell whether a verb of the opposite meaning says what is negated ("turned it down")."""
        told = self._counterparts.opposite_to(predicate)
        return any(c.is_certainly_the_same and affirms(c.predicate) for c in told)

    def _is_told_plainly(self, predicate: Predicate) -> bool:
        """Tell whether a predicate is told as a matter of fact, with a verb that has a tense."""
        told = predicate.finite and not predicate.conditional and not predicate.question
        return told and self._is_plain_here(predicate)

    def _is_plain_here(self, predicate: Predicate) -> bool:
        """Tell whether its polarity is plain; what "only" does, the cited sentences do as well."""
        text = self._statement.text
        if not self._statement.cited and is_restricted(predicate, text):
            return False
        return is_plain(predicate, text)

    def _is_plain_there(self, predicate: Predicate) -> bool:
        return is_plain(predicate, self._text)

    def _opposite(self, predicate: Predicate, told: Sequence[Counterpart]) -> Finding:
        words = " ".join(told[0].predicate.span.of(self._text).split())
        says = "says that it is so" if affirms(predicate) else "says that it is not so"
        message = f"{says}; sentence {told[0].sentence.number} has {words!r}"
        return Finding(
            path=self._statement.path,
            kind="status" if all(was_only_planned(c.predicate) for c in told) else "negation",
            severity="error",
            message=message,
            said=Passage.at(predicate.span, self._statement.text),
            passages=tuple(Passage.at(c.predicate.span, self._text) for c in told),
        )

    def _contradicted(self, predicate: Predicate, sentences: Sequence[Sentence]) -> Finding:
        return Finding(
            path=self._statement.path,
            kind="negation",
            severity="warning",
            message=f"says that it is so; sentence {sentences[0].number} denies it",
            said=Passage.at(predicate.span, self._statement.text),
            passages=tuple(Passage.at(sentence.span, self._text) for sentence in sentences),
        )

    def _invented(self, predicate: Predicate) -> Finding:
        return Finding(
            path=self._statement.path,
            kind="negation",
            severity="warning",
            message="says that it is not so; no sentence that says the rest of it denies anything",
            said=Passage.at(predicate.span, self._statement.text),
        )
