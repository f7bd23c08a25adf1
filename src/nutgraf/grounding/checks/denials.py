"""Whether the article denies anything like what a statement denies.

A negation of the article covers one of a statement if it reaches over what is denied: the verb, to
whom it is done, or enough of the words of its clause.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.counterparts import LIGHT_VERBS, done_to
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.negation_cues import clause_around, denials, is_negator_in
from nutgraf.language.opposites import verb_class
from nutgraf.language.predicates import Clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.negation_cues import Denial
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

_CARRIED: Final = 0.5
_CARRIED_BY_CITED: Final = 0.25
"""Share of a statement's words that its sentences must have for their silence to mean something."""

_CARRIED_BY_A_FEW: Final = 0.2
"""The same of three sentences, where the whole article is searched for what it denies."""

_SEARCHED: Final = 5  # sentences that say most of a clause that cites nothing
_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})
_UNCERTAIN: Final = frozenset({Clause.CONDITION, Clause.GERUND})
_ENOUGH_IN_COMMON: Final = 3
_MOST_TOLD: Final = 4  # words behind "was not" that are taken for what is denied
_SHORT_WORD: Final = 3
"""Words that short are mostly function words."""

_DEALT_WITH: Final = 0.2
"""Share of a statement's words that three sentences of an article have if it deals with that."""
_THE_TEXT: Final = re.compile(
    r"(?:this (?:\w+ ){0,2}?(?:article|guide|excerpt|passage|text|paper|study|essay|story|interview"
    r"|column|section|chapter|page|conversation|report|document)"
    r"|the (?:article|text|passage|excerpt))\b",
    re.IGNORECASE,
)
_MENTIONING: Final = frozenset("mention say state name specify reveal disclose tell".split())
_EITHER: Final = re.compile(r"\s+either\s+(?:no|not)\b", re.IGNORECASE)
_LEFT_OPEN: Final = re.compile(r"\s+(?:how|why|when|where|who|what|which|whether|if|any|enough)\b")

# What these deny is said by what they are about, and the article may deny that in any words.
_TAKING_PLACE: Final = frozenset(
    {"happen", "carry out", "come about", "materialise", "materialize"}
)
# A "not" before these affirms; only a "not" before the same verb says so too.
# Any of these, denied, says that another of them is not so either.
_EVIDENCE: Final = frozenset(
    "prove proof show mean demonstrate establish evidence suggest indicate".split()
)
_DENYING: Final = frozenset({"deny", "reject", "oppose", "rule out", "exclude", "forbid"})


def is_unheard_of(predicate: Predicate, statement: Statement, subject: Subject) -> bool:
    """Tell whether the sentences that carry a statement deny nothing like a negated predicate."""
    if _is_uncertain(predicate, statement):
        return False
    if _is_of_the_text_itself(predicate, statement.text):
        if _is_left_open(predicate, statement.text):
            return False
        return _is_dealt_with(predicate, statement.text, subject)
    carrying = _carrying(predicate, statement, subject)
    if not carrying:
        return _is_denied_nowhere(predicate, statement, subject)
    text = subject.readings.article.text
    found = [denial for sentence in carrying for denial in denials(sentence.span.of(text))]
    if predicate.clause not in _STATING or _is_taking_place(predicate, statement):
        # Too much is left out and put in other words beside the point of a sentence.
        return not found
    denied = _Denied(predicate, statement.text)
    return not any(denied.is_covered(denial) for denial in found)


def _is_dealt_with(predicate: Predicate, text: str, subject: Subject) -> bool:
    """Tell whether an article has enough of a statement, or of the clause of one predicate."""
    clause = clause_around(text, predicate.span.start, predicate.span.end)
    relevance = subject.relevance
    return any(relevance.share(t, relevance.best(t)) >= _DEALT_WITH for t in (text, clause))


def _carrying(predicate: Predicate, statement: Statement, subject: Subject) -> Sequence[Sentence]:
    """Return the sentences whose silence means something; none where they say too little."""
    relevance = subject.relevance
    if subject.is_long and not statement.cited:
        return ()
    if statement.cited:
        said = relevance.share(statement.text, statement.cited)
        return statement.cited if said >= _CARRIED_BY_CITED else ()
    clause = clause_around(statement.text, predicate.span.start, predicate.span.end)
    if relevance.share(clause, relevance.best(clause)) < _CARRIED:
        return ()
    return (*statement.support, *relevance.best(clause, _SEARCHED))


def _is_denied_nowhere(predicate: Predicate, statement: Statement, subject: Subject) -> bool:
    """Tell whether an article has what a main clause denies, and denies nothing of it anywhere.

    Asked of a summary's sentence that no few sentences carry: "He was not a poet" of somebody whose
    poems the article names.
    """
    if statement.cited or subject.is_long or predicate.clause is not Clause.MAIN:
        return False
    if not is_negator_in(predicate.span.of(statement.text)):
        return False  # "has made no firm order" sums up what the article says in other words
    best = subject.relevance.best(statement.text)
    if subject.relevance.share(statement.text, best) < _CARRIED_BY_A_FEW:
        return False
    denied = _Denied(predicate, statement.text)
    return denied.is_known_to(_article_stems(subject)) and not any(
        denied.is_touched(denial) for denial in _article_denials(subject)
    )


def _article_stems(subject: Subject) -> frozenset[str]:
    text = subject.readings.article.text
    return subject.remembered((_article_stems,), lambda: frozenset(_stems(text)))


def _article_denials(subject: Subject) -> tuple[Denial, ...]:
    text = subject.readings.article.text
    return subject.remembered((_article_denials,), lambda: tuple(denials(text)))


def _is_of_the_text_itself(predicate: Predicate, text: str) -> bool:
    """Tell whether a statement says what the article as a text does not do ("describe")."""
    part = predicate.subject
    found = _THE_TEXT.match(part.span.of(text)) if part else None
    return found is not None and predicate.lemma not in LIGHT_VERBS


def _is_uncertain(predicate: Predicate, statement: Statement) -> bool:
    """Tell whether a denial is no news: a condition, one of two things, or a comment.

    "There is either no loss or a gain"; "he wrote laws, although he had no power".
    """
    if predicate.clause is Clause.ADVERBIAL and not statement.cited:
        return True
    either = _EITHER.match(statement.text, predicate.span.end) is not None
    return either or predicate.clause in _UNCERTAIN


def _is_left_open(predicate: Predicate, text: str) -> bool:
    """Tell whether a text merely does not mention something, or does not say how or when."""
    asked = _LEFT_OPEN.match(text, predicate.span.end) is not None
    return asked or predicate.lemma in _MENTIONING


def _verb(predicate: Predicate) -> str:
    return verb_class(predicate.lemma, predicate.particle)


def _is_taking_place(predicate: Predicate, statement: Statement) -> bool:
    part = predicate.object
    takes = predicate.lemma == "take" and part is not None
    place = takes and part is not None and part.span.of(statement.text).casefold() == "place"
    return place or _verb(predicate) in _TAKING_PLACE


class _Denied:
    """What a negated predicate denies."""

    def __init__(self, predicate: Predicate, text: str) -> None:
        self._verb = stem(predicate.lemma)
        same = _EVIDENCE if predicate.lemma in _EVIDENCE else {predicate.lemma}
        self._verbs = frozenset(stem(verb) for verb in same)
        self._is_light = predicate.lemma in LIGHT_VERBS
        self._denies_twice = _verb(predicate) in _DENYING
        span = predicate.span
        clause = clause_around(text, span.start, span.end)
        self._clause = frozenset(_stems(clause))
        self._done_to = frozenset(_stems_of(predicate, text))
        behind = tuple(
            _stems(text[predicate.verb.end : span.end] + clause.partition(span.of(text))[2])
        )
        self._told = self._done_to or frozenset(behind[:_MOST_TOLD] if self._is_light else ())
        besides = f"{text[: span.start]} {text[span.end :]}"
        self._besides = {word.strip(".,;:?!").casefold() for word in besides.split()}

    def is_covered(self, denial: Denial) -> bool:
        """Tell whether a negation of the article reaches over what is denied here.

        The verb itself does not count as one: who did "not deny" it is not covered by who denied
        it. Nor does a word that the statement has as well, beside its own "not".
        """
        if stem(denial.cue) == self._verb:
            return False
        if not denial.is_proper and denial.cue in self._besides:
            return False
        if denial.is_open:
            return True
        reach = frozenset(_stems(" ".join(denial.words)))
        return self._is_reached(reach, denial)

    def is_known_to(self, stems: frozenset[str]) -> bool:
        """Tell whether a text has half of the words to which it is done, or that are denied."""
        return bool(self._told) and 2 * len(self._told & stems) >= len(self._told)

    def is_touched(self, denial: Denial) -> bool:
        """Tell whether a negation reaches the verb or any word of that to which it is done."""
        verbs = frozenset() if self._is_light else self._verbs
        return not (verbs | self._told).isdisjoint(_stems(" ".join(denial.words)))

    def _is_reached(self, reach: frozenset[str], denial: Denial) -> bool:
        if self._verbs & reach and not self._is_light:
            return True
        if self._denies_twice:
            return False
        if self._done_to & reach:
            return True
        return not denial.is_contrast and len(self._clause & reach) >= _ENOUGH_IN_COMMON


def _stems(words: str) -> Iterator[str]:
    return (stem(word.strip(".,;:?!'\u2019")) for word in words.split() if len(word) > _SHORT_WORD)


def _stems_of(predicate: Predicate, text: str) -> Iterator[str]:
    """Yield the stems of what it is done to, or what is said of the doer."""
    part = done_to(predicate)
    for span in part.heads if part else ():
        yield from _stems(span.of(text))
