"""Checks of names that the article has, but of which it says something else.

A statement that cites sentences is compared with these; one that cites nothing, with all of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.article_names import may_be_alike
from nutgraf.grounding.checks.places import passages_at, sentence_number, words_said
from nutgraf.grounding.name_variants import are_forms_of_one, folded_words
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.checks.article_names import ArticleNames
    from nutgraf.grounding.checks.slots import Slot
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names import Name
    from nutgraf.language.names.name import NameKind
    from nutgraf.language.sentences import Sentence

_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|us|me|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
_CONTEXT_BEFORE: Final = 3
"""A name this many sentences before what is cited may be meant there by a pronoun or a title."""
_PRONOUNS_REACH: Final = 8
_CONTEXT_BEHIND: Final = 1
# How much better another name has to fit a slot than what is said near the one that is said. Where
# the name is not in what is cited, little more is wanted. Measured on true and false statements.
_CLEARLY_BETTER: Final = 0.35
_BETTER: Final = 0.05
# A long text has some place with much the same words for nearly everybody.
_CLEARLY_BETTER_IN_A_LONG_TEXT: Final = 0.6
# All that the article says of a rarely named one is known, so that less will do.
_BETTER_THAN_A_RARE_ONE: Final = 0.25
# What of a slot is said near a rarely named one where the article says something else of it, by
# kind. A place or a body may be named for what is said of what lies in it or belongs to it.
_SAID_OF_A_RARE_ONE: Final[dict[NameKind, float]] = {"person": 0.1, "other": 0.05}
_SAID_NEAR: Final = 0.2  # what of a slot is said near somebody whom a pronoun may stand for
_SLOT_WORDS: Final = 3  # fewer of them are easily said in other words
_SAYS_NOTHING: Final = 0.3


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
            return (
                self._of_another(known)
                or self._instead_of_the_main_one(known)
                or self._of_none_of_its_sentences(known)
            )
        if any(span.overlaps(place) for span in self._cited for place in known.mentions):
            return None
        return self._of_another(known) or self._uncited(known)

    def _of_another(self, known: Name) -> Finding | None:
        """Report a name in whose slot the article, or what is cited of it, has another one."""
        if known.kind == "other":
            return None
        if self._cited:
            # Whoever is only named later is not meant by a pronoun in what is cited.
            own = tuple(place for place in known.mentions if place.end <= self._cited[-1].end)
            return self._in_its_slot(known, own, may_be_alike, _BETTER)
        own, is_long = self._article.places_of(known), self._subject.is_long
        margin = _CLEARLY_BETTER_IN_A_LONG_TEXT if is_long else _CLEARLY_BETTER
        found = self._in_its_slot(known, own, may_be_alike, margin)
        if found is None and self._name.kind == known.kind and self._article.is_rare(known):
            return self._in_its_slot(known, own, _are_of_one_kind, _BETTER_THAN_A_RARE_ONE)
        return found

    def _in_its_slot(
        self,
        known: Name,
        own: Iterable[Span],
        are_alike: Callable[[Name, Name], bool],
        margin: float,
    ) -> Finding | None:
        """Report another name that fits better by a margin than what is said near its own places.

        Only names that are alike are looked at, and of those of the cited sentences, if any are.
        """
        others = (
            (place, other)
            for other in self._unsaid(self._subject.readings.names, known)
            if are_alike(other, known)
            for place in other.mentions
            if not self._cited or any(span.overlaps(place) for span in self._cited)
        )
        found = self._article.slots.instead(self._slot, others, own, margin=margin)
        if found is None:
            return None
        place, other = found
        number = sentence_number(self._subject.readings, place)
        message = (
            f"sentence {number} says this of {other.canonical!r}, not of {self._name.canonical!r}"
        )
        return self._made(message, [place])

    def _of_none_of_its_sentences(self, known: Name) -> Finding | None:
        """Report a rarely named one of whom the article says nothing like this where it does."""
        if known.kind not in _SAID_OF_A_RARE_ONE or not self._article.is_rare(known):
            return None
        is_long = self._subject.is_long
        if len(self._slot.words) < _SLOT_WORDS or (is_long and known.kind != "person"):
            return None
        most = 0.0 if is_long else _SAID_OF_A_RARE_ONE[known.kind]
        places = self._article.places_of(known)
        if self._article.slots.share_near(self._slot, places) > most:
            return None
        numbers = ", ".join(str(number) for number in sorted(self._article.sentences_of(places)))
        message = f"nothing like this is said of {self._name.canonical!r} in sentence {numbers}"
        return self._made(f"{message}, and no other names it", places)

    @cached_property
    def _slot(self) -> Slot:
        return self._article.slots.around(
            self._statement.text, self._name.mentions[0], besides=self._companions
        )

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
        if self._may_be_meant_from_afar(known, cited):
            return None
        if self._is_meant_in(self._statement.cited, known) or self._speaks_there(known):
            return None
        rivals = self._rivals(known, cited)
        if self._article.is_main(known) and (self._has_a_pronoun or not rivals):
            return None
        instead = f"; they have {rivals[0].canonical!r}" if rivals else ""
        message = f"{self._name.canonical!r} is not in or near the cited sentences{instead}"
        return self._made(message, self._cited)

    def _may_be_meant_from_afar(self, known: Name, cited: set[int]) -> bool:
        """Tell whether a pronoun or a role in what is cited may stand for who is named beside it.

        It does not where somebody else is named in between, and little of the statement is said
        near whoever is named: a pronoun looks back to the nearest.
        """
        before = _PRONOUNS_REACH if self._has_a_pronoun else _CONTEXT_BEFORE
        near = {number + step for number in cited for step in range(-before, _CONTEXT_BEHIND + 1)}
        named = near & self._article.sentences_of(known.mentions)
        if not named:
            return False
        next_door = {number + step for number in cited for step in (-1, 1)}
        if self._article.is_main(known) or not named.isdisjoint(next_door):
            return True
        if self._article.slots.share_near(self._slot, known.mentions) > _SAID_NEAR:
            return True
        return any(
            not self._rivals(known, range(place + 1, number + 1))
            for number in cited
            for place in named
            if place < number <= place + before
        )

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


def _are_of_one_kind(one: Name, other: Name) -> bool:
    return one.kind == other.kind and may_be_alike(one, other)


def _has_a_form_of(words: tuple[str, ...], said: set[str]) -> bool:
    """Tell whether a name has one of some words, or is one spelt letter by letter ("L C D")."""
    if not said.isdisjoint(words) or "".join(words) in said:
        return True
    return any(are_forms_of_one(word, one) for word in words for one in said)
