"""The words around a value, and where the article has them: around it, or around another value.

"Shares rose 11.4 percent on Monday" has a slot between "shares rose" and "on Monday". Where these
words stand around another figure, and nowhere near the one that is said, that one is of something
else. Grammar is not read: nearer words weigh more, and so do words that few sentences have.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from nutgraf.article import Span
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.language.readings import Readings

OtherT = TypeVar("OtherT")

_WORDS: Final = 6
"""Content words on either side that make a slot; more are those of other values."""
_REACH: Final = 150  # code points in which they stand
_FADING: Final = 0.7  # what a word weighs against the one that stands a word nearer
_WINDOW: Final = 10  # content words on either side of a place that may fill a slot
_OTHER_SIDE: Final = 0.6  # what a word counts that stands behind a value and not before it
_FEWEST_WORDS: Final = 2  # one word in common is chance
_NEXT_DOOR: Final = 0.8  # what the sentences beside that of a value count
_SENTENCES_BEHIND: Final = 2

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_END: Final = re.compile(r"[;.!?](?=\s)|\n")
_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
_LEFT_OUT: Final = FUNCTION_WORDS["en"] | {"say", "says", "said"}


class Slot:
    """The words around a value in a statement, as far as the article has them.

    Attributes:
        words: What each weighs, and whether it stands behind the value.
    """

    def __init__(self, words: dict[str, tuple[float, bool]]) -> None:
        self.words = words
        self._total = sum(weight for weight, _ in words.values())

    def share(self, there: Iterable[str]) -> float:
        """Return how much of it some words are, from 0 to 1."""
        return self._of(self.words[word][0] for word in set(there) & self.words.keys())

    def fit(self, before: frozenset[str], behind: frozenset[str], *, either: bool) -> float:
        """Return how well words before and behind another value fit, from 0 to 1.

        Args:
            before: The words before it.
            behind: Those behind it.
            either: Whether it makes no difference on which side a word stands.
        """
        weights = [
            weight if either or word in (behind if is_behind else before) else weight * _OTHER_SIDE
            for word, (weight, is_behind) in self.words.items()
            if word in before or word in behind
        ]
        return self._of(weights) if len(weights) >= _FEWEST_WORDS else 0.0

    def _of(self, weights: Iterable[float]) -> float:
        return sum(sorted(weights)) / self._total if self._total else 0.0


class Slots:
    """Finds what stands in one article where a value stands in a statement."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._text = readings.article.text
        self._near: dict[Span, tuple[frozenset[str], frozenset[str]]] = {}
        self._in: dict[int, frozenset[str]] = {}

    def around(self, text: str, span: Span, *, besides: Iterable[Span] = ()) -> Slot:
        """Return the slot that a stretch of a text stands in; it reaches to the sentence's ends.

        Args:
            text: The text.
            span: The stretch.
            besides: Stretches whose words are no part of the slot.
        """
        before, behind = _sides(text, span)
        own = {word for one in (span, *besides) for _, word in _words(text, one)}
        words: dict[str, tuple[float, bool]] = {}
        for is_behind, side in ((False, before), (True, behind)):
            for steps, word in enumerate(side[:_WORDS]):
                weight = _FADING**steps * self._weight(word)
                if word not in own and weight > words.get(word, (0.0, False))[0]:
                    words[word] = (weight, is_behind)
        return Slot(words)

    def instead(
        self,
        slot: Slot,
        others: Iterable[tuple[Span, OtherT]],
        own: Iterable[Span],
        *,
        margin: float,
        either: bool = False,
    ) -> tuple[Span, OtherT] | None:
        """Return what the article has in a slot, and where, if that is not what is said.

        Args:
            slot: Where the value stands in a statement.
            others: The places of other values of its kind.
            own: The places of the value itself.
            margin: How much better another has to fit than what is said near the value.
            either: Whether it makes no difference on which side of a value a word stands.
        """
        fits = ((self.fit(slot, place, either=either), place, other) for place, other in others)
        best = max(fits, key=lambda fit: (fit[0], -fit[1].start), default=None)
        if best is None or best[0] - self.share_near(slot, own) < margin:
            return None
        return best[1:]

    def fit(self, slot: Slot, place: Span, *, either: bool) -> float:
        """Return how well a place of the article fits a slot, by the words right around it."""
        return slot.fit(*self._around_place(place), either=either)

    def words_around(self, place: Span) -> frozenset[str]:
        """Return the words right around a place of the article."""
        before, behind = self._around_place(place)
        return before | behind

    def share_near(self, slot: Slot, places: Iterable[Span]) -> float:
        """Return the most of a slot that is said near one of these places of the article.

        Near is in the same sentence, or in the next one if a pronoun there may stand for the value;
        what other sentences beside it say counts somewhat less.
        """
        numbers = {self.number(place) for place in places}
        return max((self._share_near(slot, number) for number in numbers), default=0.0)

    def _share_near(self, slot: Slot, number: int) -> float:
        here, behind = self.words_of(number), self.words_of(number + 1)
        after = self._readings.sentence(number + 1)
        refers = after is not None and _PRONOUN.search(after.span.of(self._text)) is not None
        further = behind | self.words_of(number + _SENTENCES_BEHIND)
        return max(
            slot.share(here | behind if refers else here),
            _NEXT_DOOR * slot.share(here | further),
            _NEXT_DOOR * slot.share(self.words_of(number - 1) | here | behind),
        )

    def words_of(self, number: int) -> frozenset[str]:
        """Return the words of a sentence, none where there is no such sentence."""
        if number not in self._in:
            sentence = self._readings.sentence(number)
            found = self._between(sentence.span) if sentence else []
            self._in[number] = frozenset(found)
        return self._in[number]

    def _around_place(self, place: Span) -> tuple[frozenset[str], frozenset[str]]:
        if place not in self._near:
            sentence = self._readings.sentences[self.number(place) - 1].span
            before = self._between(Span(min(sentence.start, place.start), place.start))
            behind = self._between(Span(place.end, max(sentence.end, place.end)))
            self._near[place] = frozenset(before[-_WINDOW:]), frozenset(behind[:_WINDOW])
        return self._near[place]

    def _between(self, span: Span) -> list[str]:
        first, last = (bisect_left(self._starts, end) for end in (span.start, span.end))
        return [word for _, word in self._all[first:last]]

    def number(self, place: Span) -> int:
        """Return the number of the sentence that a place of the article is in."""
        return max(1, bisect_right(self._sentence_starts, place.start))

    def _weight(self, word: str) -> float:
        """Return how rare a word is among the sentences, 0 where the article does not have it."""
        number, holders = len(self._readings.sentences), self._holders[word]
        return math.log(1 + (number - holders + 0.5) / (holders + 0.5)) if holders else 0.0

    @cached_property
    def _all(self) -> list[tuple[int, str]]:
        return list(_words(self._text, Span(0, len(self._text))))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._all]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._readings.sentences]

    @cached_property
    def _holders(self) -> Counter[str]:
        """How many sentences have each word."""
        pairs = {(self.number(Span(start, start)), word) for start, word in self._all}
        return Counter(word for _, word in pairs)


def _sides(text: str, span: Span) -> tuple[list[str], list[str]]:
    """Return the content words before a stretch, from there backwards, and those behind it."""
    ends = [found.end() for found in _END.finditer(text, 0, span.start)]
    stop = _END.search(text, span.end)
    first = max(span.start - _REACH, 0, *ends[-1:])
    last = min(span.end + _REACH, stop.start() if stop else len(text))
    before = [word for _, word in _words(text, Span(first, span.start))]
    return before[::-1], [word for _, word in _words(text, Span(span.end, last))]


def _words(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the content words of a stretch, their forms made one, with where they begin."""
    for match in _WORD.finditer(text, span.start, span.end):
        word = match[0].casefold().replace("\u2019", "'").removesuffix("'s")
        if word not in _LEFT_OUT:
            yield match.start(), stem(word) if word.isalpha() else word
