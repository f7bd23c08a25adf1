"""What a negated predicate of a statement denies, and whether a negation of the article reaches it.

A negation covers it if it reaches over what is denied: the verb, to whom it is done, or enough of
the words of its clause. Function words and short words count for nothing.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
from itertools import islice
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.counterparts import LIGHT_VERBS, done_to
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.language.negation_cues import clause_around, denials, upto_clause
from nutgraf.language.opposites import verb_class
from nutgraf.language.predicates.sources import CLAIMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.language.negation_cues import Denial
    from nutgraf.language.predicates import Predicate

_ENOUGH_IN_COMMON: Final = 3  # words of the clause, where it has so many
_AS_SAID: Final = 3  # words behind "not" that are the same where the same is denied
_MOST_TOLD: Final = 4  # words behind "was not" that are taken for what is denied
_FEWEST_TOUCHED: Final = 2  # of these; one of them is chance
_SHORT_WORD: Final = 3  # letters; words that short are mostly function words
_FUNCTION_WORDS: Final = FUNCTION_WORDS["en"]
# Any of these, denied, says that another of them is not so either.
_EVIDENCE: Final = frozenset(
    "prove proof show mean demonstrate establish evidence suggest indicate".split()
)
# A "not" before these affirms; only a "not" before the same verb says so too.
_DENYING: Final = frozenset({"deny", "reject", "oppose", "rule out", "exclude", "forbid"})


class Denied:
    """What a negated predicate denies: the verb, to whom it is done, and the words behind it."""

    def __init__(self, predicate: Predicate, text: str) -> None:
        self._verb = stem(predicate.lemma)
        same = _EVIDENCE if predicate.lemma in _EVIDENCE else {predicate.lemma}
        self._verbs = frozenset(stem(verb) for verb in same)
        self._is_light = predicate.lemma in LIGHT_VERBS
        self._denies_twice = verb_class(predicate.lemma, predicate.particle) in _DENYING
        span = predicate.span
        clause = clause_around(text, span.start, span.end)
        self._clause = frozenset(content_stems(clause))
        self._said = {own.words[:_AS_SAID] for own in denials(clause)} - {()}
        self._done_to = frozenset(_stems_done_to(predicate, text))
        behind = text[predicate.verb.end : span.end] + clause.partition(span.of(text))[2]
        first, *others = behind.casefold().split() or [""]
        told = content_stems(" ".join((first, *upto_clause(others))))
        self._behind = tuple(islice(told, _MOST_TOLD))
        self._is_saying = predicate.lemma in CLAIMING
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
        if denial.is_open or denial.words[:_AS_SAID] in self._said:
            return True
        return self._is_reached(reach_of(denial), denial)

    def is_named(self, denial: Denial) -> bool:
        """Tell whether a negation reaches the verb, one of saying aside, or to whom it is done."""
        names = self._done_to if self._is_saying else self._done_to | self._own_verbs
        return stem(denial.cue) != self._verb and not names.isdisjoint(reach_of(denial))

    def is_known_to(self, stems: frozenset[str]) -> bool:
        """Tell whether a text has half of the words to which it is done, or that are denied."""
        told = self._done_to or frozenset(self._behind)
        return bool(told) and 2 * len(told & stems) >= len(told)

    def is_touched(self, reach: frozenset[str], *, is_telling: bool) -> bool:
        """Tell whether a negation reaches the verb or any word of that to which it is done.

        Args:
            reach: The stems that it reaches over.
            is_telling: Whether the verb only says that something is told, which may well be denied
                itself.
        """
        if not reach.isdisjoint(self._own_verbs | self._done_to):
            return True
        if self._done_to or is_telling:
            return False
        if self._is_light and not reach.isdisjoint(self._behind[:1]):
            return True
        return len(reach.intersection(self._behind)) >= _FEWEST_TOUCHED

    @property
    def _own_verbs(self) -> frozenset[str]:
        return frozenset() if self._is_light else self._verbs

    def _is_reached(self, reach: frozenset[str], denial: Denial) -> bool:
        if self._is_light and not reach.isdisjoint(self._behind[:1]):
            return True
        # A light verb says something by itself where nothing else is denied: "nobody goes there".
        if self._verbs & reach and not (self._is_light and self._done_to):
            return True
        if self._denies_twice:
            return False
        if self._done_to & reach:
            return True
        enough = max(_FEWEST_TOUCHED, min(_ENOUGH_IN_COMMON, len(self._clause - self._verbs)))
        return not denial.is_contrast and len(self._clause & reach) >= enough


def reach_of(denial: Denial) -> frozenset[str]:
    """Return the stems of the words that a negation reaches over."""
    return frozenset(content_stems(" ".join(denial.words)))


def content_stems(words: str) -> Iterator[str]:
    """Yield the stems of the words of a text that are neither short nor function words."""
    bare = (word.strip(".,;:?!'\u2019").casefold() for word in words.split())
    return (stem(word) for word in bare if len(word) > _SHORT_WORD and word not in _FUNCTION_WORDS)


def _stems_done_to(predicate: Predicate, text: str) -> Iterator[str]:
    """Yield the stems of what it is done to, or what is said of the doer."""
    part = done_to(predicate)
    for span in part.heads if part else ():
        yield from content_stems(span.of(text))
