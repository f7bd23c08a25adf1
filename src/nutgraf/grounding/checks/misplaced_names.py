"""Checks of names that the article has, but of which it says something else.

A statement that cites sentences is compared with these; one that cites nothing, with all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.places import passages_at, sentence_number, words_said
from nutgraf.grounding.checks.slots import Slots
from nutgraf.grounding.name_variants import are_forms_of_one, folded_words
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.language.names import gazetteer
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names import Name
    from nutgraf.language.sentences import Sentence

_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|us|me|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
_CONTEXT_BEFORE: Final = 3
"""A name this many sentences before what is cited may be meant there by a pronoun or a title."""
_PRONOUNS_REACH: Final = 8
_CONTEXT_BEHIND: Final = 1
_LEAD_SENTENCES: Final = 3
# How much better another name has to fit a slot than what is said near the one that is said. Where
# the name is not in what is cited, little more is wanted. Measured on true and false statements.
_CLEARLY_BETTER: Final = 0.35
_BETTER: Final = 0.05
# A long text has some place with much the same words for nearly everybody.
_CLEARLY_BETTER_IN_A_LONG_TEXT: Final = 0.6
# Whom the title names, with this share of all mentions and so many times those of another, is whom
# the article is about.
_MAIN_SHARE: Final = 0.1
_MAIN_TIMES: Final = 3
_SAYS_NOTHING: Final = 0.3


class ArticleNames:
    """The names of an article by sentence, its main ones, and the words around them."""

    def __init__(self, subject: Subject) -> None:
        self._readings = subject.readings
        self.slots = Slots(subject.readings)

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
    def title(self) -> frozenset[str]:
        """The words of the article's title."""
        return frozenset(folded_words(self._readings.article.title or ""))

    def is_main(self, name: Name) -> bool:
        """Tell whether the article is about somebody, who then need not be named everywhere."""
        if self.title & set(folded_words(name.canonical)):
            return True
        return min(self.sentences_of(name.mentions[:1]), default=0) <= _LEAD_SENTENCES

    def main_instead_of(self, name: Name) -> Name | None:
        """Return whom the title names and the article names far more often than another."""
        least = max(_MAIN_SHARE * self._mentions, _MAIN_TIMES * len(name.mentions))
        of_title = (
            one
            for one in self._readings.names
            if self.title & set(folded_words(one.canonical)) and _may_be_alike(one, name)
        )
        main = max(of_title, key=lambda one: len(one.mentions), default=None)
        return main if main is not None and len(main.mentions) >= least else None

    @cached_property
    def _mentions(self) -> int:
        return sum(len(name.mentions) for name in self._readings.names)


class Misplaced:
    """One name of a statement, and what the article says of whom it names."""

    def __init__(
        self, subject: Subject, statement: Statement, name: Name, article: ArticleNames
    ) -> None:
        self._subject = subject
        self._statement = statement
        self._name = name
        self._article = article
        self._cited = [sentence.span for sentence in statement.cited]

    def finding(self, known: Name) -> Finding | None:
        """Return what is wrong with the place of a name, or None.

        Args:
            known: Whom it names in the article.
        """
        if not self._statement.cited:
            return self._of_another(known) or self._instead_of_the_main_one(known)
        if any(span.overlaps(place) for span in self._cited for place in known.mentions):
            return None
        return self._of_another(known) or self._uncited(known)

    def _of_another(self, known: Name) -> Finding | None:
        """Report a name in whose slot the article, or what is cited of it, has another one."""
        if known.kind == "other":
            return None
        own, margin = known.mentions, _CLEARLY_BETTER
        if self._subject.is_long:
            margin = _CLEARLY_BETTER_IN_A_LONG_TEXT
        if self._cited:
            # Whoever is only named later is not meant by a pronoun in what is cited.
            own = tuple(place for place in own if place.end <= self._cited[-1].end)
            margin = _BETTER
        others = (
            (place, other)
            for other in self._unsaid(self._subject.readings.names, known)
            if _may_be_alike(other, known)
            for place in other.mentions
            if not self._cited or any(span.overlaps(place) for span in self._cited)
        )
        slot = self._article.slots.around(
            self._statement.text, self._name.mentions[0], besides=self._companions
        )
        found = self._article.slots.instead(slot, others, own, margin=margin)
        if found is None:
            return None
        place, other = found
        number = sentence_number(self._subject.readings, place)
        message = (
            f"sentence {number} says this of {other.canonical!r}, not of {self._name.canonical!r}"
        )
        return self._made(message, [place])

    @property
    def _companions(self) -> list[Span]:
        """The other people of a statement that names one: who is listed beside one says little."""
        if self._name.kind != "person":
            return []
        names = self._statement.readings.names
        people = (one for one in names if one.kind == "person" and one is not self._name)
        return [place for one in people for place in one.mentions]

    def _instead_of_the_main_one(self, known: Name) -> Finding | None:
        """Report somebody of whom nothing like this is said, where the main name is missing."""
        main = self._article.main_instead_of(known)
        if main is None or self._article.is_main(known):
            return None
        text, place = self._statement.text, self._name.mentions[0]
        names = folded_words(main.canonical)
        if any(
            word in names or are_forms_of_one(word, name)
            for word in folded_words(text)
            for name in names
        ):
            return None
        if _PRONOUN.search(text[: place.start]):
            return None
        slots = self._article.slots
        if slots.share_near(slots.around(text, place), known.mentions) > _SAYS_NOTHING:
            return None
        message = (
            f"the article is about {main.canonical!r}, and says nothing like this of "
            f"{self._name.canonical!r}"
        )
        return self._made(message, known.mentions)

    def _uncited(self, known: Name) -> Finding | None:
        """Report a name that stands nowhere near what is cited, which is about somebody else."""
        cited = {sentence.number for sentence in self._statement.cited}
        before = _PRONOUNS_REACH if self._has_a_pronoun else _CONTEXT_BEFORE
        near = {number + step for number in cited for step in range(-before, _CONTEXT_BEHIND + 1)}
        if not near.isdisjoint(self._article.sentences_of(known.mentions)):
            return None
        if self._is_meant_in(self._statement.cited, known) or self._speaks_there(known):
            return None
        rivals = self._rivals(known, cited)
        if self._article.is_main(known) and (self._has_a_pronoun or not rivals):
            return None
        instead = f"; they have {rivals[0].canonical!r}" if rivals else ""
        message = f"{self._name.canonical!r} is not in or near the cited sentences{instead}"
        return self._made(message, self._cited)

    def _is_meant_in(self, sentences: Sequence[Sentence], known: Name) -> bool:
        """Tell whether sentences have a word of the name: "the trust" is "Estuary Trust"."""
        text = self._subject.readings.article.text
        there = {w for sentence in sentences for w in folded_words(sentence.span.of(text))}
        own = {
            *folded_words(self._name.canonical),
            *folded_words(known.canonical),
        } - FUNCTION_WORDS["en"]
        return not own.isdisjoint(there)

    def _speaks_there(self, known: Name) -> bool:
        """Tell whether the article gives somebody words in what is cited, named there or not."""
        speakers = (
            quotation.speaker
            for quotation in self._subject.readings.quotations
            if quotation.speaker and any(span.overlaps(quotation.span) for span in self._cited)
        )
        return any(self._subject.occurrences.named(speaker) is known for speaker in speakers)

    @property
    def _has_a_pronoun(self) -> bool:
        """Whether what is cited has a pronoun that may stand for the name."""
        text = self._subject.readings.article.text
        return any(_PRONOUN.search(s.span.of(text)) for s in self._statement.cited)

    def _rivals(self, known: Name, sentences: Iterable[int]) -> list[Name]:
        """Return the names of the same kind in these sentences that the statement does not have."""
        there = [name for number in sentences for name in self._article.by_sentence.get(number, [])]
        return [name for name in self._unsaid(there, known) if name.kind == known.kind]

    def _unsaid(self, names: Iterable[Name], known: Name) -> list[Name]:
        """Return those of some names of which the statement has no word."""
        said = {w for name in self._statement.readings.names for w in folded_words(name.canonical)}
        return [
            name
            for name in names
            if name is not known and not _has_a_form_of(folded_words(name.canonical), said)
        ]

    def _made(self, message: str, places: Iterable[Span]) -> Finding:
        return Finding(
            path=self._statement.path,
            kind="name",
            severity="warning",
            message=message,
            said=words_said(self._statement, self._name.mentions[0]),
            passages=passages_at(self._subject.readings, places),
        )


def _has_a_form_of(words: tuple[str, ...], said: set[str]) -> bool:
    """Tell whether a name has one of some words, or is one spelt letter by letter ("L C D")."""
    if not said.isdisjoint(words) or "".join(words) in said:
        return True
    return any(are_forms_of_one(word, one) for word in words for one in said)


def _may_be_alike(one: Name, other: Name) -> bool:
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
