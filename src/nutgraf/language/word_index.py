"""The words of a text by how rare they are in it, and which of its sentences hold them.

Rarity is the inverse document frequency of BM25, a sentence taken as a document (Robertson and
Zaragoza 2009, "The Probabilistic Relevance Framework", equations 3.1 and 3.3, with the smoothing of
Lucene that keeps it above 0). What the weights are used for is the business of
``nutgraf.grounding.relevance``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures import find_figures
from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from nutgraf.language.figures import Figure
    from nutgraf.language.names import Name
    from nutgraf.language.sentences import Sentence

# Han, kana, Thai, Lao, Burmese and Khmer are written without spaces between words.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"([{_UNSPACED}]+)|[^\W_{_UNSPACED}]+(?:['\u2019][^\W_{_UNSPACED}]+)?")
# "Prosecuted" and "prosecution" are one. Measured beside the Snowball stemmer, which finds the
# carrying sentences no better (evals/measurements/relevance.py).
_STEM_CHARS: Final = 6
# The usual constants of BM25: how soon repeats of a word stop counting, and how much length does.
_SATURATION: Final = 1.2
_LENGTH: Final = 0.75


def first_letters(word: str) -> str:
    """Return the beginning of a word, which its forms have in common: no language is assumed."""
    return word[:_STEM_CHARS]


class WordIndex:
    """The words of one text, each sentence a document.

    A word is known by its first letters, whatever its case. A figure is one word, in its normal
    form: "1.5 million" is 1,500,000. A sentence that names somebody by surname holds the whole name
    too. Function words count for nothing. Of scripts without spaces, pairs of characters are words.
    """

    def __init__(
        self,
        text: str,
        language: str,
        sentences: Sequence[Sentence],
        names: Iterable[Name],
        figures: Iterable[Figure],
        stem: Callable[[str], str] = first_letters,
    ) -> None:
        """Index a text.

        Args:
            text: The text that all spans index.
            language: Its ISO 639-1 code, which tells its function words and its numbers.
            sentences: Its sentences, numbered from 1.
            names: Who and what it names.
            figures: Its figures.
            stem: What makes the forms of a word, in lower case, one.
        """
        self._left_out = FUNCTION_WORDS.get(language, frozenset())
        self._text = text
        self._language = language
        self._sentences = sentences
        self._names = names
        self._figures = figures
        self._stem = stem
        self._weights: dict[str, float] = {}

    def terms(self, text: str) -> frozenset[str]:
        """Return the words of any text, as they are known here."""
        return frozenset(term for _, term in self._found(text, find_figures(text, self._language)))

    def weight(self, term: str) -> float:
        """Return how much a word counts: the more, the fewer sentences hold it."""
        if (weight := self._weights.get(term)) is None:
            holders, number = len(self.holders(term)), len(self._sentences)
            weight = math.log(1 + (number - holders + 0.5) / (holders + 0.5))
            self._weights[term] = weight
        return weight

    def holders(self, term: str) -> Mapping[int, int]:
        """Return how often each sentence that holds a word has it, by the sentence's number."""
        return self._holders.get(term, {})

    def scores(self, terms: Iterable[str]) -> dict[int, float]:
        """Return the BM25 score of each sentence that holds some of these words, by its number."""
        scores: defaultdict[int, float] = defaultdict(float)
        # Sorted, as the last bit of a sum depends on its order, and a set's on the run.
        for term in sorted(terms):
            weight = self.weight(term)
            for number, times in self.holders(term).items():
                length = self._lengths[number] / self._mean_length
                slowed = times + _SATURATION * (1 - _LENGTH + _LENGTH * length)
                scores[number] += weight * times * (_SATURATION + 1) / slowed
        return scores

    @cached_property
    def _holders(self) -> dict[str, dict[int, int]]:
        holders: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number, terms in self._bags.items():
            for term, times in terms.items():
                holders[term][number] = times
        return dict(holders)

    @cached_property
    def _lengths(self) -> dict[int, int]:
        return {number: terms.total() for number, terms in self._bags.items()}

    @cached_property
    def _mean_length(self) -> float:
        return sum(self._lengths.values()) / max(1, len(self._lengths))

    @cached_property
    def _bags(self) -> dict[int, Counter[str]]:
        """The words of each sentence with how often it has them, by its number."""
        bags: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for start, term in self._found(self._text, self._figures):
            bags[self._number_at(start)][term] += 1
        for name in self._names:
            words = self.terms(name.canonical)
            for number in {self._number_at(span.start) for span in name.mentions}:
                bags[number].update(words - bags[number].keys())
        return bags

    def _number_at(self, start: int) -> int:
        return bisect_right(self._starts, start)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._sentences]

    def _found(self, text: str, figures: Iterable[Figure]) -> Iterator[tuple[int, str]]:
        """Yield the words of a text with where they begin, figures among them in reading order."""
        at = 0
        for figure in figures:
            yield from self._words(text, at, figure.span.start)
            ends = (figure.value,) if figure.high is None else (figure.value, figure.high)
            yield figure.span.start, "-".join(f"{end.normalize():f}" for end in ends)
            at = figure.span.end
        yield from self._words(text, at, len(text))

    def _words(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        for match in _WORD.finditer(text, start, end):
            if match[1]:
                yield from _pairs(match[1], match.start())
                continue
            word = match[0].casefold().replace("\u2019", "'").removesuffix("'s")
            if word.partition("'")[0] not in self._left_out:
                yield match.start(), self._stem(word)


def _pairs(run: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the pairs of neighbours in a run without spaces, which stand for its words."""
    for index in range(max(1, len(run) - 1)):
        yield start + index, run[index : index + 2]
