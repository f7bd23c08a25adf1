"""Which of an article's sentences matter for correcting a few parts of a summary."""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 1  # sentences before and after a cited one: citations miss by one more than by two
_CLOSEST = 3  # sentences that share most with a part's words
_MOST = 40  # sentences a round may send; beyond that it would be the article again


def sentences_that_matter(
    texts: Iterable[str], numbers: Iterable[int], readings: Readings
) -> tuple[Sentence, ...]:
    """Return the sentences concerned, in reading order.

    Args:
        texts: What the failing parts say; the sentences that share most of their rarer words count.
        numbers: Sentences that are cited or pointed at; their neighbours come along.
        readings: The article.
    """
    wanted = {
        near for number in numbers for near in range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)
    }
    index = _Index(readings)
    for text in texts:
        wanted.update(index.closest(text))
    existing = sorted(number for number in wanted if readings.sentence(number))
    return tuple(readings.sentences[number - 1] for number in existing[:_MOST])


class _Index:
    """Which sentences hold which words."""

    def __init__(self, readings: Readings) -> None:
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in readings.sentences:
            for word in set(_words(sentence.span.of(readings.article.text))):
                self._holders[word].append(sentence.number)
        self._sentences = len(readings.sentences)

    def closest(self, text: str) -> list[int]:
        """Return the numbers of the sentences that share most with a text, rare words first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in set(_words(text)):
            holders = self._holders.get(word, [])
            for number in holders:
                shared[number] += math.log1p(self._sentences / len(holders))
        return heapq.nlargest(_CLOSEST, shared, key=lambda number: shared[number])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
