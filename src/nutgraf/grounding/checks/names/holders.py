"""Whom one article gives a title or an age; its sentences are read when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.names.standings import standings
from nutgraf.language.predicates.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.checks.names.standings import Relation, Standing
    from nutgraf.language.names import Name
    from nutgraf.language.predicates.words import Word
    from nutgraf.language.readings import Readings


@dataclass(frozen=True, slots=True)
class Holder:
    """A name with a title or an age.

    Attributes:
        name: It.
        place: Where it stands there.
        sentence: The number of the sentence.
        standing: The title or the age.
    """

    name: Name
    place: Span
    sentence: int
    standing: Standing


class Holders:
    """Finds who has which title and which age in one article."""

    def __init__(self, readings: Readings, names: Mapping[int, Sequence[Name]]) -> None:
        """Keep what is read.

        Args:
            readings: The article.
            names: Its names by the number of the sentences that have them.
        """
        self._readings = readings
        self._names = names
        self._words: dict[int, list[Word]] = {}
        self._found: dict[int, tuple[Holder, ...]] = {}

    def like(self, standing: Standing) -> list[Holder]:
        """Return whom the article calls by the same noun, or gives the same age."""
        return self._holding(standing.word, standing.relation)

    def is_called(self, name: Name, word: str, relation: Relation) -> bool:
        """Tell whether the article gives a name a title or an age."""
        return any(holder.name is name for holder in self._holding(word, relation))

    def _holding(self, word: str, relation: Relation) -> list[Holder]:
        return [
            holder
            for number in self._having(word)
            for holder in self.in_sentence(number)
            if holder.standing.relation is relation and holder.standing.word == word
        ]

    def in_sentence(self, number: int) -> tuple[Holder, ...]:
        """Return all names of a sentence with their titles and ages, an entry for each."""
        if number not in self._found:
            self._found[number] = tuple(
                Holder(name, place, number, standing)
                for name in self._names.get(number, ())
                for place in name.mentions
                if any(s.number == number for s in self._readings.sentences_at(place))
                for standing in standings(self._words_of(number), place)
            )
        return self._found[number]

    def may_be_meant(self, word: str, numbers: Iterable[int]) -> bool:
        """Tell whether one of some sentences has a noun that is nobody's title there."""
        having = self._having(word)
        return any(self._is_loose(word, number) for number in numbers if number in having)

    def _is_loose(self, word: str, number: int) -> bool:
        held = {holder.standing.place for holder in self.in_sentence(number)}
        return any(one.lemma == word and one.span not in held for one in self._words_of(number))

    def _having(self, word: str) -> list[int]:
        """Return the numbers of the sentences that may have a word in one of its forms."""
        index = self._readings.words
        return sorted({n for term in index.terms(word) for n in index.holders(term)})

    def _words_of(self, number: int) -> list[Word]:
        if number not in self._words:
            span = self._readings.sentences[number - 1].span
            self._words[number] = read_words(self._readings.article.text, span)
        return self._words[number]
