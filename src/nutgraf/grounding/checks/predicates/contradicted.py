"""Whether the article denies what a statement affirms in other words than the statement's verb.

As a noun or an adjective under a negation ("there is no certainty that ..." of what "is certain"),
or by saying of what was to be exchanged that the exchange took place.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.counterparts import LIGHT_VERBS, done_to, verb_said
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.language.negation_cues import denials
from nutgraf.language.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.sentences import Sentence

# What these say of an event is said of it by its own verb ("the exchange took place").
_COMING_ABOUT: Final = frozenset({"happen", "hold", "go ahead", "carry out", "come about"})
_SAYING: Final = frozenset({"say", "tell"})
_BE: Final = frozenset({"be", "become", "remain"})
_LEAVES_OPEN: Final = re.compile(r"\?|\b(?:if|unless|whether|until)\b", re.IGNORECASE)
_CLOSE: Final = 6  # words that a negator surely reaches over
_SHORTEST: Final = 4
"""Letters that a noun and its verb, or its adjective, have to share ("agree", "agreement")."""


def denied_as_noun(
    predicate: Predicate, statement: Statement, sentences: Iterable[Sentence], subject: Subject
) -> tuple[Sentence, ...]:
    """Return the sentences that deny what a predicate affirms, as an adjective or a noun.

    Args:
        predicate: One of the statement's that affirms something.
        statement: The statement.
        sentences: Where it is looked for.
        subject: The summary and the article.

    Returns:
        All of them that have the word beside one of its parties; none where one of them has it
        under no negation, or under two.
    """
    what = _what(predicate, statement.text)
    parties = frozenset(map(stem, _parties(predicate, statement.text))) - what
    if not what or not parties:
        return ()
    text = subject.readings.article.text
    told = [one for one in sentences if _tells(one.span.of(text), what, parties)]
    denied = all(_denies(one.span.of(text), what) for one in told)
    return tuple(told) if denied else ()


def given_up(
    predicate: Predicate, statement: Statement, sentences: Iterable[Sentence], subject: Subject
) -> tuple[Sentence, ...]:
    """Return the sentences by which what is said to have taken place was not done, by its own verb.

    None where one of them has it as done. The arguments are those of ``denied_as_noun``.
    """
    event = predicate.subject
    if event is None or verb_said(predicate, statement.text) not in _COMING_ABOUT:
        return ()
    if predicate.lemma == "hold" and not predicate.passive:
        return ()
    names = {stem(head.of(statement.text).split()[-1]) for head in event.heads}
    told = [
        (one, same)
        for one in sentences
        for same in subject.readings.predicates_in(one)
        if stem(same.lemma) in names
    ]
    denied = all(same.negated or same.status is Status.DENIED for _, same in told)
    return tuple(one for one, _ in told) if denied else ()


def _what(predicate: Predicate, text: str) -> frozenset[str]:
    """Return the stem of what is said: of the verb, or of what a form of "be" says."""
    if predicate.lemma in _BE:
        words = predicate.complement.of(text).split() if predicate.complement else []
        return frozenset(stem(word) for word in words[-1:] if len(word) >= _SHORTEST)
    can = predicate.span.of(text).casefold().startswith(("can ", "could "))
    if predicate.lemma in LIGHT_VERBS or (predicate.lemma in _SAYING and not can):
        return frozenset()
    return frozenset({stem(predicate.lemma)})


def _parties(predicate: Predicate, text: str) -> Iterator[str]:
    parts = (predicate.subject, done_to(predicate))
    for part in parts:
        for head in part.heads if part else ():
            yield from (word for word in head.of(text).casefold().split() if _is_told(word))


def _is_told(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in FUNCTION_WORDS["en"]


def _tells(sentence: str, what: frozenset[str], parties: frozenset[str]) -> bool:
    stems = frozenset(_stems(sentence.split()))
    return _has(stems, what) and not stems.isdisjoint(parties)


def _denies(sentence: str, what: frozenset[str]) -> bool:
    """Tell whether each time that a sentence has a word, one negator reaches over it.

    "Why don't we switch rooms?" and "if there is no agreement" deny nothing.
    """
    if _LEAVES_OPEN.search(sentence):
        return False
    times = sum(_has((one,), what) for one in _stems(sentence.split()))
    reached = sum(d.is_proper and _has(_close(d.words), what) for d in denials(sentence))
    return reached == times == 1


def _close(words: Sequence[str]) -> Iterator[str]:
    """Yield the stems of what a negator certainly reaches.

    "Could not pass up the chance to introduce her": she was introduced.
    """
    return _stems([*takewhile(lambda word: word != "to", words[:_CLOSE])])


def _stems(words: Sequence[str]) -> Iterator[str]:
    return (stem(word.strip(".,;:?!'\"\u2019\u201c\u201d()")) for word in words)


def _has(stems: Iterable[str], what: frozenset[str]) -> bool:
    return any(_is_akin(one, other) for one in stems for other in what)


def _is_akin(one: str, other: str) -> bool:
    """Tell whether one word is the beginning of the other, if it is not too short."""
    shorter, longer = sorted((one, other), key=len)
    if one == other:
        return True
    return len(shorter) >= _SHORTEST and longer.startswith(shorter)
