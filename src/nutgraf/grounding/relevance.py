"""Which sentences of an article say most of a text, by words of which the rare ones weigh more.

Only words are weighed: a paraphrase in other words is not recognised. The words and their weights
are those of ``nutgraf.language.word_index``; ``evals/measurements/relevance.py`` measures what the
thresholds here and in ``support`` do.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_CLOSEST = 3
SAID_AT_ALL = 0.15
"""Less of a text than this, said by the three best sentences together, is chance."""

# An article that has more of a text's words than this, wherever, may well say it in other words.
_IN_ITS_WORDS = 0.4
_MOST_CARRIERS = 5  # a summary in a sentence is made of many of the article's
_CANDIDATES = 12
_ADDS_SOMETHING = 0.08  # of a text; less is a word that stands in many places


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A text's words.

    Attributes:
        terms: The words, in the order of the alphabet: the last bit of a sum depends on its order,
            and a set's on the run.
        weight: What they weigh together.
        scores: How much each sentence of the article says of them, by its number.
    """

    terms: tuple[str, ...]
    weight: float
    scores: dict[int, float]


class Relevance:
    """Weighs texts against the sentences of one article; the index is that of its readings.

    The checks ask again and again about the same statements, so that what is read of a text is
    kept.
    """

    def __init__(self, readings: Readings) -> None:
        self._sentences = readings.sentences
        self._words = readings.words
        self._weighed: dict[str, _Weighed] = {}

    def terms(self, text: str) -> frozenset[str]:
        """Return the words of a text that count."""
        return frozenset(self._weigh(text).terms)

    def best(self, text: str, limit: int = _CLOSEST) -> tuple[Sentence, ...]:
        """Return the sentences that say most of a text, the best first; none if they share none."""
        scores = self._weigh(text).scores
        numbers = heapq.nlargest(limit, scores, key=lambda number: (scores[number], -number))
        return tuple(self._sentences[number - 1] for number in numbers)

    def share(self, text: str, sentences: Iterable[Sentence]) -> float:
        """Return how much of a text these sentences say together, by weight, from 0 to 1."""
        weighed = self._weigh(text)
        if not weighed.weight:
            return 0.0
        return self._weight(self._held(weighed.terms, sentences)) / weighed.weight

    def is_said(self, text: str) -> bool:
        """Tell whether the article says enough of a text for it to be about the same thing."""
        return self.share(text, self.best(text)) >= SAID_AT_ALL

    def is_beside_it(self, text: str, *, least: float) -> bool:
        """Tell whether a text is about something else: no sentence says it, few words are known.

        Args:
            text: What is stated.
            least: The share of it that three sentences have to say for it to be said at all.
        """
        weighed = self._weigh(text)
        known = self._weight(term for term in weighed.terms if self._words.holders(term))
        said = self.share(text, self.best(text)) >= least
        return not said and known <= _IN_ITS_WORDS * weighed.weight

    def carriers(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences that say a text together, the best first; none where it is not said.

        After the best one comes whichever says most of what is still missing, as long as that is
        something.
        """
        if not self.is_said(text):
            return ()
        weighed = self._weigh(text)
        candidates = list(self.best(text, _CANDIDATES))
        chosen = candidates[:1]
        missing = self._without(weighed.terms, chosen)
        while len(chosen) < _MOST_CARRIERS:
            gains = [self._weight(self._held(missing, [one])) for one in candidates]
            most = max(range(len(gains)), key=gains.__getitem__)
            if gains[most] / weighed.weight < _ADDS_SOMETHING:
                break
            chosen.append(candidates[most])
            missing = self._without(missing, [candidates[most]])
        return tuple(chosen)

    def _weigh(self, text: str) -> _Weighed:
        if (weighed := self._weighed.get(text)) is None:
            terms = tuple(sorted(self._words.terms(text)))
            weighed = _Weighed(terms, self._weight(terms), self._words.scores(terms))
            self._weighed[text] = weighed
        return weighed

    def _held(self, terms: Collection[str], sentences: Iterable[Sentence]) -> tuple[str, ...]:
        """Return which of some words at least one of these sentences has, in their order."""
        numbers = {sentence.number for sentence in sentences}
        holders = self._words.holders
        return tuple(term for term in terms if not holders(term).keys().isdisjoint(numbers))

    def _without(self, terms: Collection[str], sentences: Iterable[Sentence]) -> tuple[str, ...]:
        held = frozenset(self._held(terms, sentences))
        return tuple(term for term in terms if term not in held)

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(map(self._words.weight, terms))
