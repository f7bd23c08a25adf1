"""Which sentences of an article say most of a text: an index of its words by rarity.

No language is assumed, and only words are weighed: a paraphrase in other words is not recognised.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_WORD = re.compile(r"\w+")
_STEM_CHARS = 6  # "prosecuted" and "prosecution" are one
_CLOSEST = 3


class Relevance:
    """The words of one article, and which of its sentences hold them."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in self._readings.sentences:
            for stem in _stems(sentence.span.of(self._readings.article.text)):
                holders[stem].append(sentence.number)
        return dict(holders)

    def best(self, text: str, limit: int = _CLOSEST) -> tuple[Sentence, ...]:
        """Return the sentences that say most of a text, the best first; none if they share none."""
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in _stems(text):
            for number in self._holders.get(stem, ()):
                shared[number] += self._weight(stem)
        numbers = heapq.nlargest(limit, shared, key=lambda number: (shared[number], -number))
        return tuple(self._readings.sentences[number - 1] for number in numbers)

    def share(self, text: str, sentences: Iterable[Sentence]) -> float:
        """Return how much of a text these sentences say together, by weight, from 0 to 1."""
        wanted = _stems(text)
        numbers = {sentence.number for sentence in sentences}
        total = sum(self._weight(stem) for stem in wanted)
        held = (s for s in wanted if not numbers.isdisjoint(self._holders.get(s, ())))
        return sum(self._weight(stem) for stem in held) / total if total else 0.0

    def _weight(self, stem: str) -> float:
        return math.log1p(len(self._readings.sentences) / (1 + len(self._holders.get(stem, ()))))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_CHARS] for word in _WORD.findall(text.casefold()))
