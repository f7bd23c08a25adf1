"""What the article says with the same verb: predicates that a statement's can be compared with.

Two predicates are counterparts if they have the same verb, or one that says the same, and nobody
in them is known to be somebody else. A paraphrase with a verb of another meaning has no
counterpart, and nothing is said of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.likeness import Likeness, Likenesses
from nutgraf.language.opposites import denying_states, opposites, verb_class
from nutgraf.language.predicates import Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

_SEARCHED = 8
"""Sentences beside the cited ones in which a counterpart is looked for: those that say most of the
statement. More of them would bring in other events with the same verb."""
_SAYS_MUCH = 0.5
"""Share of a statement's words from which on a sentence is about the same."""

# Verbs that say too little by themselves for two of them to be about one thing.
LIGHT_VERBS: Final = frozenset({"be", "have", "do", "get", "go", "make", "take", "come", "become"})
_BEING: Final = frozenset({"be", "remain", "stay", "go", "lie", "stand"})
# What does these is what they are done to, where nobody else is said to do them: the causative
# alternation as in Levin, English Verb Classes and Alternations (1993), 1.1.2.1.
_ALTERNATING: Final = frozenset(
    """
    open reopen close shut begin start end stop resume continue finish increase decrease grow change
    move turn break burn sink melt freeze expand shrink widen narrow improve worsen double halve
    """.split()  # noqa: SIM905 - a table of words is read as lines of words
)
# "The company", "the two sides": a noun alone, which a name before it may have introduced.
_DEFINITE: Final = re.compile(r"[Tt]he [a-z]+(?: [a-z]+)?")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A predicate of the article with the same verb as one of a statement.

    Attributes:
        predicate: It; spans index the article.
        sentence: Where it stands.
        doer: Whether the same does it, passive voice seen through.
        done_to: Whether it is done to the same, or the same is said of the doer.
        is_near: Whether its sentence is cited for the statement, or says much of it.
    """

    predicate: Predicate
    sentence: Sentence
    doer: Likeness
    done_to: Likeness
    is_near: bool

    @property
    def is_certainly_the_same(self) -> bool:
        """Whether somebody in it is the same, and nobody is known to be somebody else."""
        both = {self.doer, self.done_to}
        return Likeness.SAME in both and Likeness.OTHER not in both

    @property
    def has_both_the_same(self) -> bool:
        """Whether both who does it and to whom it is done are the same."""
        return self.doer is self.done_to is Likeness.SAME

    @property
    def is_about_the_same(self) -> bool:
        """Whether nobody in it is known to be somebody else, and something says it is the same."""
        both = {self.doer, self.done_to}
        if Likeness.OTHER in both:
            return False
        return Likeness.SAME in both or (self.is_near and Likeness.UNLIKE not in both)


class Counterparts:
    """Finds counterparts for the predicates of one statement."""

    def __init__(self, statement: Statement, subject: Subject) -> None:
        self._statement = statement
        self._subject = subject
        best = subject.relevance.best(statement.text, _SEARCHED)
        self._sentences = {s.number: s for s in (*statement.support, *best)}
        cited = {sentence.number for sentence in statement.cited}
        self._near = cited | {
            s.number for s in best if subject.relevance.share(statement.text, [s]) >= _SAYS_MUCH
        }
        self.likeness = Likenesses(statement, subject)
        self._found: dict[Predicate, tuple[Counterpart, ...]] = {}

    @classmethod
    def of_statement(cls, statement: Statement, subject: Subject) -> Counterparts:
        """Return those of a statement, which several checks look at."""
        return subject.remembered((cls, statement.path), lambda: cls(statement, subject))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in which counterparts are looked for."""
        return tuple(self._sentences.values())

    def predicates(self) -> tuple[Predicate, ...]:
        """Return the statement's predicates in its own words; those quoted are checked as such."""
        readings = self._statement.readings
        found = (p for sentence in readings.sentences for p in readings.predicates_in(sentence))
        return tuple(p for p in found if not (p.attribution and p.attribution.quoted))

    def of(self, predicate: Predicate) -> tuple[Counterpart, ...]:
        """Return what the article says with the same verb, whoever does it to whom.

        "Be" and "have" say too little alone: the same must be said or had.
        """
        if predicate not in self._found:
            self._found[predicate] = self._find(predicate)
        return self._found[predicate]

    def _find(self, predicate: Predicate) -> tuple[Counterpart, ...]:
        same = verb_said(predicate, self._statement.text)
        found = self._with_verbs(predicate, frozenset({same}))
        light = same in LIGHT_VERBS
        return tuple(c for c in found if not light or c.done_to is Likeness.SAME)

    def opposite_to(self, predicate: Predicate) -> tuple[Counterpart, ...]:
        """Return what the article says with a verb of the opposite meaning."""
        verbs = opposites(predicate.lemma, predicate.particle)
        found = self._with_verbs(predicate, verbs) if verbs else ()
        return (*found, *self._with_states(predicate))

    def _with_states(self, predicate: Predicate) -> Iterator[Counterpart]:
        """Yield where to whom it is done is said to be what shows that it was not."""
        states = denying_states(predicate.lemma, predicate.particle)
        text = self._subject.readings.article.text
        for sentence in self._sentences.values() if states else ():
            for told in self._subject.readings.predicates_in(sentence):
                part = told.complement
                if told.lemma in _BEING and part and part.of(text).casefold() in states:
                    whom = done_to(predicate) or _itself(predicate)
                    same = self.likeness.of(whom, told.subject)
                    is_near = sentence.number in self._near
                    yield Counterpart(told, sentence, Likeness.UNKNOWN, same, is_near)

    def _with_verbs(self, predicate: Predicate, verbs: frozenset[str]) -> Iterator[Counterpart]:
        text = self._subject.readings.article.text
        for sentence in self._sentences.values():
            for told in self._subject.readings.predicates_in(sentence):
                if verb_said(told, text) in verbs:
                    yield self._compared(predicate, told, sentence)

    def _compared(self, said: Predicate, told: Predicate, sentence: Sentence) -> Counterpart:
        near = sentence.number in self._near
        who = self.likeness.of(doer(said), doer(told))
        whom = self.likeness.of(done_to(said), done_to(told))
        if whom is Likeness.UNKNOWN and self._comes_about(said, told):
            who, whom = Likeness.UNKNOWN, Likeness.SAME
        if near and who is Likeness.UNLIKE and self._may_be_named(said, told):
            who = Likeness.UNKNOWN
        return Counterpart(told, sentence, who, whom, near)

    def _comes_about(self, said: Predicate, told: Predicate) -> bool:
        """Tell whether one tells of somebody doing it and the other only that it comes about.

        "The council is to shut the branches", "the branches are to close".
        """
        if said.lemma not in _ALTERNATING:
            return False
        ours, theirs = done_to(said), done_to(told)
        ours = _itself(said) if ours is None else ours
        theirs = _itself(told) if theirs is None else theirs
        return self.likeness.of(ours, theirs) is Likeness.SAME

    def _may_be_named(self, said: Predicate, told: Predicate) -> bool:
        """Tell whether "the company" of the article may be whom a statement names."""
        theirs = doer(told)
        words = theirs.span.of(self._subject.readings.article.text) if theirs else ""
        return self.likeness.is_named(doer(said)) and _DEFINITE.fullmatch(words) is not None


def _itself(predicate: Predicate) -> Participant | None:
    """Return of what a verb in the active voice without an object says that it comes about."""
    return None if predicate.passive else predicate.subject


def verb_said(predicate: Predicate, text: str) -> str:
    """Return what stands for all verbs that say the same; what "takes place" happens."""
    part = predicate.object
    if predicate.lemma == "take" and part and part.span.of(text).casefold() == "place":
        return verb_class("take place", None)
    return verb_class(predicate.lemma, predicate.particle)


def doer(predicate: Predicate) -> Participant | None:
    """Return who does it, whatever the voice."""
    return predicate.agent if predicate.passive else predicate.subject


def done_to(predicate: Predicate) -> Participant | None:
    """Return to whom it is done, whatever the voice, or what is said of the doer."""
    if predicate.passive:
        return predicate.subject
    if predicate.object is None and predicate.complement is not None:
        return Participant(predicate.complement, (predicate.complement,))
    return predicate.object
