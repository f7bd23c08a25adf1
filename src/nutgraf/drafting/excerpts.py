"""Which of an article's sentences matter for correcting a few parts of a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.relevance import Relevance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_NEIGHBOURS = 1  # sentences before and after a cited one: citations miss by one more than by two
_MOST = 40  # sentences a round may send; beyond that it would be the article again


def sentences_that_matter(
    texts: Iterable[str], numbers: Iterable[int], readings: Readings
) -> tuple[Sentence, ...]:
    """Return the sentences concerned, in reading order.

    Args:
        texts: What the failing parts say; the sentences that say most of it count.
        numbers: Sentences that are cited or pointed at; their neighbours come along.
        readings: The article.
    """
    wanted = {
        near for number in numbers for near in range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)
    }
    relevance = Relevance(readings)
    for text in texts:
        wanted.update(sentence.number for sentence in relevance.best(text))
    existing = sorted(number for number in wanted if readings.sentence(number))
    return tuple(readings.sentences[number - 1] for number in existing[:_MOST])
