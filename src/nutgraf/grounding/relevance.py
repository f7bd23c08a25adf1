"""Which sentences of an article say most of a text, by words of which the rare ones weigh more.

Only words are weighed: a paraphrase in other words is not recognised. The words and their weights
are those of ``nutgraf.language.word_index``; ``evals/measurements/relevance.py`` measures what the
thresholds here and in ``support`` do.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_CLOSEST = 3
# Less of a text than this, said by the three best sentences together, is chance.
_SAID_AT_ALL = 0.15
_MOST_CARRIERS = 5  # a summary in a sentence is made of many of the article's
_CANDIDATES = 12
_ADDS_SOMETHING = 0.08  # of a text; less is a word that stands in many places


class Relevance:
    """Weighs texts against the sentences of one article; the index is that of its readings."""

    def __init__(self, readings: Readings) -> None:
        self._sentences = readings.sentences
        self._words = readings.words

    def terms(self, text: str) -> frozenset[str]:
        """Return the words of a text that count."""
        return self._words.terms(text)

    def best(self, text: str, limit: int = _CLOSEST) -> tuple[Sentence, ...]:
        """Return the sentences that say most of a text, the best first; none if they share none."""
        scores = self._words.scores(self.terms(text))
        numbers = heapq.nlargest(limit, scores, key=lambda number: (scores[number], -number))
        return tuple(self._sentences[number - 1] for number in numbers)

    def share(self, text: str, sentences: Iterable[Sentence]) -> float:
        """Return how much of a text these sentences say together, by weight, from 0 to 1."""
        terms = self.terms(text)
        total = self._weight(terms)
        return self._weight(self._held(terms, sentences)) / total if total else 0.0

    def is_said(self, text: str) -> bool:
        """Tell whether the article says enough of a text for it to be about the same thing."""
        return self.share(text, self.best(text)) >= _SAID_AT_ALL

    def carriers(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences that say a text together, the best first; none where it is not said.

        After the best one comes whichever says most of what is still missing, as long as that is
        something.
        """
        if not self.is_said(text):
            return ()
        missing = self.terms(text)
        total = self._weight(missing)
        candidates = list(self.best(text, _CANDIDATES))
        chosen = candidates[:1]
        missing -= self._held(missing, chosen)
        while len(chosen) < _MOST_CARRIERS:
            gains = [self._weight(self._held(missing, [one])) / total for one in candidates]
            most = max(range(len(gains)), key=gains.__getitem__)
            if gains[most] < _ADDS_SOMETHING:
                break
            chosen.append(candidates[most])
            missing -= self._held(missing, [candidates[most]])
        return tuple(chosen)

    def _held(self, terms: frozenset[str], sentences: Iterable[Sentence]) -> frozenset[str]:
        """Return which of some words at least one of these sentences has."""
        numbers = {sentence.number for sentence in sentences}
        held = (term for term in terms if not numbers.isdisjoint(self._words.holders(term)))
        return frozenset(held)

    def _weight(self, terms: Iterable[str]) -> float:
        # Sorted, as the last bit of a sum depends on its order, and a set's on the run.
        return sum(self._words.weight(term) for term in sorted(terms))
