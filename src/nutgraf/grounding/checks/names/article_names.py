"""The names of one article: by sentence, which it is about, which are rare, which are alike."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.names.holders import Holders
from nutgraf.grounding.checks.names.joined import Neighbours
from nutgraf.grounding.checks.slots import Slots
from nutgraf.grounding.name_variants import folded_words
from nutgraf.language.names import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Subject
    from nutgraf.language.names import Name

_LEAD_SENTENCES: Final = 3
# Whom the title names, with this share of all mentions and so many times those of another, is whom
# the article is about.
_MAIN_SHARE: Final = 0.1
_MAIN_TIMES: Final = 3
# Sentences that name somebody who is named rarely; in a story more is left to pronouns.
_RARE: Final = 2
_RARE_IN_A_LONG_TEXT: Final = 1
_I: Final = re.compile(r"\bI\b(?![.-])")
_NARRATES: Final = 0.1  # "I" by the sentence


class ArticleNames:
    """The names of an article by sentence, its main ones, and the words around them."""

    def __init__(self, subject: Subject) -> None:
        self._readings = subject.readings
        self._occurrences = subject.occurrences
        self._rare = _RARE_IN_A_LONG_TEXT if subject.is_long else _RARE
        self.slots = Slots(subject.readings)
        self._places: dict[Name, tuple[Span, ...]] = {}

    @cached_property
    def by_sentence(self) -> dict[int, list[Name]]:
        """The names that each sentence has, by its number."""
        found: defaultdict[int, list[Name]] = defaultdict(list)
        for name in self._readings.names:
            for number in sorted(self.sentences_of(name.mentions)):
                found[number].append(name)
        return dict(found)

    def sentences_of(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the sentences of some places."""
        return {s.number for span in spans for s in self._readings.sentences_at(span)}

    @cached_property
    def neighbours(self) -> Neighbours:
        """What stands right beside each name."""
        return Neighbours(self._readings.article.text, self._readings.names)

    @cached_property
    def holders(self) -> Holders:
        """Who has which title and which age."""
        return Holders(self._readings, self.by_sentence)

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the article's title."""
        return frozenset(folded_words(self._readings.article.title or ""))

    def is_titled(self, name: Name) -> bool:
        """Tell whether the title has a word of a name."""
        return not self.title.isdisjoint(folded_words(name.canonical))

    def is_main(self, name: Name) -> bool:
        """Tell whether the article is about somebody, who then need not be named everywhere."""
        if self.is_titled(name):
            return True
        return min(self.sentences_of(name.mentions[:1]), default=0) <= _LEAD_SENTENCES

    def is_rare(self, name: Name) -> bool:
        """Tell whether so few sentences name somebody that all that is said of them is known.

        It is not of those whom the whole article is about, which may leave their names out, nor of
        countries and cities that everybody knows, in which whatever is told may have happened, nor
        of people where somebody tells of himself: he may be named once and be "I" ever after.
        """
        if self.is_main(name) or name.canonical in gazetteer.PLACES:
            return False
        if name.kind == "person" and self.has_a_narrator:
            return False
        return len(self.sentences_of(self.places_of(name))) <= self._rare

    def places_of(self, name: Name) -> tuple[Span, ...]:
        """Return where somebody is named, or may be: where the last word of the name stands."""
        if name not in self._places:
            last = folded_words(name.canonical)[-1:]
            found = [place for word in last for place in self._occurrences.of_words(word)]
            ends = {place.end for place in name.mentions}
            others = (place for place in found if place.end not in ends)
            self._places[name] = tuple(sorted((*name.mentions, *others)))
        return self._places[name]

    @cached_property
    def has_a_narrator(self) -> bool:
        """Whether many sentences have "I" outside quotations."""
        text, end, told = self._readings.article.text, 0, 0
        for quotation in self._readings.quotations:
            told += len(_I.findall(text, end, max(end, quotation.span.start)))
            end = max(end, quotation.span.end)
        told += len(_I.findall(text, end))
        return told >= _NARRATES * len(self._readings.sentences)

    def main_instead_of(self, name: Name) -> Name | None:
        """Return whom the title names and the article names far more often than another."""
        least = max(_MAIN_SHARE * self._mentions, _MAIN_TIMES * len(name.mentions))
        main = next((one for one in self._titled if one is not name), None)
        return main if main is not None and len(main.mentions) >= least else None

    @cached_property
    def _titled(self) -> list[Name]:
        """The names of which the title has a word, those with the most mentions first."""
        of_title = (name for name in self._readings.names if self.is_titled(name))
        return sorted(of_title, key=lambda name: -len(name.mentions))

    @cached_property
    def _mentions(self) -> int:
        return sum(len(name.mentions) for name in self._readings.names)


def may_be_alike(one: Name, other: Name) -> bool:
    """Tell whether one of two may be named by mistake for the other."""
    kinds = {one.kind, other.kind}
    if kinds == {"place"}:
        # One may simply lie in the other, as a bridge does in a country.
        return (one.canonical in gazetteer.PLACES) == (other.canonical in gazetteer.PLACES)
    if len(kinds) == 1 or "other" in kinds or kinds == {"organization", "place"}:
        return True
    # Of a single word it is often unclear whether it names somebody or a company.
    people = [name for name in (one, other) if name.kind == "person"]
    return "place" not in kinds and " " not in people[0].canonical
