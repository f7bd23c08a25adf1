"""Whether the article denies anything like what a statement denies.

Either the sentences that carry the statement deny nothing of the kind, or those of the whole
article do not. Which negation reaches over what is the business of ``denied``.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.counterparts import LIGHT_VERBS
from nutgraf.grounding.checks.predicates.denied import Denied, content_stems, reach_of
from nutgraf.grounding.relevance import SAID_AT_ALL
from nutgraf.language.negation_cues import clause_around, denials, is_negator_in
from nutgraf.language.opposites import verb_class
from nutgraf.language.predicates import Clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

_CARRIED: Final = 0.5
_CARRIED_IN_MAIN: Final = 0.45
_CARRIED_BY_CITED: Final = 0.25
"""Share of a statement's words that its sentences must have for their silence to mean something.

What a main clause denies is its point, and is put in other words less often than the rest.
"""

_CARRIED_BY_A_FEW: Final = 0.2
"""The same of three sentences, where the whole article is searched for what it denies."""

_TOLD_CLOSELY: Final = 0.4
"""Share of a statement's words in the cited sentences above which it denies in their words too."""

_SEARCHED: Final = 5  # sentences that say most of a clause that cites nothing
_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})
_UNCERTAIN: Final = frozenset({Clause.CONDITION, Clause.GERUND})
_AS_NEAR: Final = 0.5
"""Of what the nearest sentence says of a clause; what says less is about another thing."""

_DEALT_WITH: Final = 0.2
"""Share of a statement's words that three sentences of an article have if it deals with that."""
_THE_TEXT: Final = re.compile(
    r"(?:this (?:\w+ ){0,2}?(?:article|guide|excerpt|passage|text|paper|study|essay|story|interview"
    r"|column|section|chapter|page|conversation|report|document)"
    r"|the (?:article|text|passage|excerpt))\b",
    re.IGNORECASE,
)
_MENTIONING: Final = frozenset("mention say state name specify reveal disclose tell".split())
# What a summary says that a text or a speaker deals with, in the present tense.
_TELLING: Final = frozenset(
    """
    discuss describe explain argue express explore examine present propose detail outline recount
    highlight emphasise emphasize stress recall address introduce analyse analyze investigate
    summarise summarize share talk advocate reflect criticise criticize review report interview ask
    """.split()
)
_EITHER: Final = re.compile(r"\s+either\s+(?:no|not)\b", re.IGNORECASE)
_LEFT_OPEN: Final = re.compile(r"\s+(?:how|why|when|where|who|what|which|whether|if|any|enough)\b")

# What these deny is said by what they are about, and the article may deny that in any words.
_TAKING_PLACE: Final = frozenset(
    {"happen", "carry out", "come about", "materialise", "materialize"}
)


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
    if predicate.clause not in _STATING or _is_taking_place(predicate, statement):
        # Too much is left out and put in other words beside the point of a sentence.
        return not any(True for sentence in carrying for _ in denials(sentence.span.of(text)))
    denied = Denied(predicate, statement.text)
    near = _nearest(carrying, predicate, statement, subject)
    return not _may_be_denied_in_other_words(statement, subject) and not any(
        denied.is_covered(denial) if sentence in near else denied.is_named(denial)
        for sentence in carrying
        for denial in denials(sentence.span.of(text))
    )


def _may_be_denied_in_other_words(statement: Statement, subject: Subject) -> bool:
    """Tell whether cited sentences have a negation for each of a statement far from their words.

    "The batteries have cost no lives" tells again that "nobody has died", and shares no word of it.
    """
    if not statement.cited:
        return False
    if subject.relevance.share(statement.text, statement.cited) >= _TOLD_CLOSELY:
        return False
    text = subject.readings.article.text
    printed = sum(_negators(sentence.span.of(text)) for sentence in statement.cited)
    return _negators(statement.text) <= printed


def _negators(text: str) -> int:
    """Count the negators proper, but for the "not" of "nine million, not the six of July"."""
    proper = (denial for denial in denials(text) if denial.is_proper)
    return sum(not (denial.is_contrast and denial.cue == "not") for denial in proper)


def _nearest(
    carrying: Sequence[Sentence], predicate: Predicate, statement: Statement, subject: Subject
) -> frozenset[Sentence]:
    """Return the sentences that are about the same: those that carry the statement, and the clause.

    A sentence further off denies it only if it names what is denied.
    """
    clause = clause_around(statement.text, predicate.span.start, predicate.span.end)
    shares = {one: subject.relevance.share(clause, [one]) for one in carrying}
    least = _AS_NEAR * max(shares.values())
    return frozenset((*statement.support, *(one for one in carrying if shares[one] >= least)))


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
    least = _CARRIED_IN_MAIN if predicate.clause is Clause.MAIN else _CARRIED
    if relevance.share(clause, relevance.best(clause)) < least:
        return ()
    return (*statement.support, *relevance.best(clause, _SEARCHED))


def _is_denied_nowhere(predicate: Predicate, statement: Statement, subject: Subject) -> bool:
    """Tell whether an article has what a main clause denies, and denies nothing of it anywhere.

    Asked of a summary's sentence that no few sentences carry: "He was not a poet" of somebody whose
    poems the article names.
    """
    if subject.is_long or not _is_stated(predicate):
        return False
    if not is_negator_in(predicate.span.of(statement.text)):
        return False  # "has made no firm order" sums up what the article says in other words
    best = subject.relevance.best(statement.text)
    is_telling = _is_telling(predicate, statement.text)
    least = SAID_AT_ALL if is_telling else _CARRIED_BY_A_FEW
    if subject.relevance.share(statement.text, best) < least:
        return False
    denied = Denied(predicate, statement.text)
    return (is_telling or denied.is_known_to(_article_stems(subject))) and not any(
        denied.is_touched(reach, is_telling=is_telling) for reach in _article_denials(subject)
    )


def _is_stated(predicate: Predicate) -> bool:
    """Tell whether a predicate is that of a main clause, or of what somebody is said to say."""
    if predicate.clause is Clause.COMPLEMENT:
        return predicate.attribution is not None
    return predicate.clause is Clause.MAIN


def _is_telling(predicate: Predicate, text: str) -> bool:
    """Tell whether a summary says in its own tense what somebody does not deal with."""
    words = predicate.span.of(text).casefold()
    told = predicate.lemma in _TELLING and words.startswith(("does ", "do ", "doesn", "don"))
    return told and not _is_left_open(predicate, text)


def _article_stems(subject: Subject) -> frozenset[str]:
    text = subject.readings.article.text
    return subject.remembered((_article_stems,), lambda: frozenset(content_stems(text)))


def _article_denials(subject: Subject) -> tuple[frozenset[str], ...]:
    """Return over which stems the negations of the article reach."""
    text = subject.readings.article.text
    return subject.remembered(
        (_article_denials,), lambda: tuple(reach_of(denial) for denial in denials(text))
    )


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


def _is_taking_place(predicate: Predicate, statement: Statement) -> bool:
    part = predicate.object
    takes = predicate.lemma == "take" and part is not None
    place = takes and part is not None and part.span.of(statement.text).casefold() == "place"
    return place or verb_class(predicate.lemma, predicate.particle) in _TAKING_PLACE
