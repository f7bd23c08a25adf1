"""What the article says with the same verb: predicates that a statement's can be compared with.

Two predicates are counterparts if they have the same verb, or one that says the same, and nobody
in them is known to be somebody else. A paraphrase with a verb of another meaning has no
counterpart, and nothing is said of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.stems import stem
from nutgraf.language.opposites import opposites, verb_class
from nutgraf.language.predicates import Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names.name import NameKind
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

_SEARCHED = 8
"""Sentences beside the cited ones in which a counterpart is looked for: those that say most of the
statement. More of them would bring in other events with the same verb."""
_SAYS_MUCH = 0.5
"""Share of a statement's words from which on a sentence is about the same."""

# Verbs that say too little by themselves for two of them to be about one thing.
LIGHT_VERBS: Final = frozenset({"be", "have", "do", "get", "go", "make", "take", "come", "become"})
# Pronouns and words that stand for somebody named elsewhere.
_STAND_INS: Final = frozenset(
    """he she it they him her them we us i you who whom which that this these those one some all
    both many others another each none nobody someone somebody anyone everyone what there his hers
    its their theirs""".split()  # noqa: SIM905 - a table of words is read as lines of words
)


class Likeness(Enum):
    """Whether two noun phrases are about the same."""

    SAME = "same"
    OTHER = "other"  # two names that belong to different entities
    UNLIKE = "unlike"  # other words, which may yet mean the same
    UNKNOWN = "unknown"  # a pronoun, or nothing there


# Of several heads ("Ada and her brother") one that may be the same is enough.
_THE_BEST_FIRST: Final = (Likeness.SAME, Likeness.UNKNOWN, Likeness.UNLIKE, Likeness.OTHER)


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
        self._found: dict[Predicate, tuple[Counterpart, ...]] = {}

    @classmethod
    def of_statement(cls, statement: Statement, subject: Subject) -> Counterparts:
        """Return those of a statement, which several checks look at."""
        return subject.remembered((cls, statement.path), lambda: cls(statement, subject))

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
        return tuple(self._with_verbs(predicate, verbs)) if verbs else ()

    def _with_verbs(self, predicate: Predicate, verbs: frozenset[str]) -> Iterator[Counterpart]:
        text = self._subject.readings.article.text
        for sentence in self._sentences.values():
            for told in self._subject.readings.predicates_in(sentence):
                if verb_said(told, text) in verbs:
                    yield self._compared(predicate, told, sentence)

    def _compared(self, said: Predicate, told: Predicate, sentence: Sentence) -> Counterpart:
        return Counterpart(
            told,
            sentence,
            self.likeness(doer(said), doer(told)),
            self.likeness(done_to(said), done_to(told)),
            sentence.number in self._near,
        )

    def likeness(self, said: Participant | None, told: Participant | None) -> Likeness:
        """Compare a noun phrase of the statement with one of the article."""
        if said is None or told is None:
            return Likeness.UNKNOWN
        likenesses = {self._of_heads(one, other) for one in said.heads for other in told.heads}
        return min(likenesses, key=_THE_BEST_FIRST.index)

    def _of_heads(self, said: Span, told: Span) -> Likeness:
        words = said.of(self._statement.text)
        printed = told.of(self._subject.readings.article.text)
        if _STAND_INS & {words.casefold(), printed.casefold()}:
            return Likeness.UNKNOWN
        if not _stems(words).isdisjoint(_stems(printed)):
            return Likeness.SAME
        mentions = self._subject.occurrences.of_name(words) if words[:1].isupper() else ()
        if any(mention.overlaps(told) for mention in mentions):
            return Likeness.SAME
        kinds = {self._kind_at(mention) for mention in mentions[:1]}
        # A country and its president are often said for one another; two people are not.
        return Likeness.OTHER if kinds & {self._kind_at(told)} - {None} else Likeness.UNLIKE

    def _kind_at(self, span: Span) -> NameKind | None:
        """Return of what kind the name is that stands at a place, None where none does."""
        index = bisect_right(self._named_starts, span.end - 1) - 1
        if index < 0:
            return None
        mention, kind = self._named[index]
        return kind if mention.overlaps(span) and kind != "other" else None

    @cached_property
    def _named(self) -> list[tuple[Span, NameKind]]:
        return self._subject.remembered(_names_in_order, lambda: _names_in_order(self._subject))

    @cached_property
    def _named_starts(self) -> list[int]:
        return [mention.start for mention, _ in self._named]


def _names_in_order(subject: Subject) -> list[tuple[Span, NameKind]]:
    """Return where the article names anybody, and of what kind they are."""
    names = subject.readings.names
    pairs = ((mention, name.kind) for name in names for mention in name.mentions)
    return sorted(pairs, key=lambda pair: pair[0].start)


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


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split() if len(word) > 1)
