"""Checks of names in statements that cite sentences: do these, or their neighbours, have them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.names.another_holder import HeldByAnother
from nutgraf.grounding.name_variants import folded_words
from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.article import Span
    from nutgraf.language.sentences import Sentence
    from nutgraf.schema.result import Finding

_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|us|me|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
_CONTEXT_BEFORE: Final = 3
"""A name this many sentences before what is cited may be meant there by a pronoun or a title."""
_PRONOUNS_REACH: Final = 8
_CONTEXT_BEHIND: Final = 1
# How much better than what is said near a name that is not in what is cited another one in it has
# to fit. Measured on true and false statements.
_BETTER: Final = 0.05
_SAID_NEAR: Final = 0.2  # what of a slot is said near somebody whom a pronoun may stand for


class CitedName(HeldByAnother):
    """A name that what is cited, or its neighbours, should have."""

    def finding(self) -> Finding | None:
        """Return what is wrong with the place of the name, or None."""
        held = self._of_another_holder()
        if held or any(self._is_cited(place) for place in self._known.mentions):
            return held
        return self._of_another() or self._uncited()

    def _of_another(self) -> Finding | None:
        """Report a name in whose slot what is cited has another one."""
        if self._known.kind == "other":
            return None
        # Whoever is only named later is not meant by a pronoun in what is cited.
        end = self._cited[-1].end
        own = tuple(place for place in self._known.mentions if place.end <= end)
        return self._in_its_slot(own, margin=_BETTER, within=self._is_cited)

    @cached_property
    def _cited(self) -> list[Span]:
        return [sentence.span for sentence in self._statement.cited]

    def _is_cited(self, place: Span) -> bool:
        return any(span.overlaps(place) for span in self._cited)

    def _uncited(self) -> Finding | None:
        """Report a name that stands nowhere near what is cited, which is about somebody else."""
        cited = {sentence.number for sentence in self._statement.cited}
        if self._may_be_meant_from_afar(cited):
            return None
        if self._is_meant_in(self._statement.cited) or self._speaks_there():
            return None
        rivals = self._rivals(cited)
        if self._article.is_main(self._known) and (self._has_a_pronoun or not rivals):
            return None
        instead = f"; they have {rivals[0].canonical!r}" if rivals else ""
        message = f"{self._name.canonical!r} is not in or near the cited sentences{instead}"
        return self._made(message, self._cited)

    def _may_be_meant_from_afar(self, cited: set[int]) -> bool:
        """Tell whether a pronoun or a role in what is cited may stand for who is named beside it.

        It does not where somebody else is named in between, and little of the statement is said
        near whoever is named: a pronoun looks back to the nearest.
        """
        before = _PRONOUNS_REACH if self._has_a_pronoun else _CONTEXT_BEFORE
        near = {number + step for number in cited for step in range(-before, _CONTEXT_BEHIND + 1)}
        named = near & self._article.sentences_of(self._known.mentions)
        if not named:
            return False
        next_door = {number + step for number in cited for step in (-1, 1)}
        if self._article.is_main(self._known) or not named.isdisjoint(next_door):
            return True
        if self._article.slots.share_near(self._slot, self._known.mentions) > _SAID_NEAR:
            return True
        return any(
            not self._rivals(range(place + 1, number + 1))
            for number in cited
            for place in named
            if place < number <= place + before
        )

    def _is_meant_in(self, sentences: Sequence[Sentence]) -> bool:
        """Tell whether sentences have a word of the name: "the trust" is "Estuary Trust"."""
        text = self._subject.readings.article.text
        there = {w for sentence in sentences for w in folded_words(sentence.span.of(text))}
        own = {
            *folded_words(self._name.canonical),
            *folded_words(self._known.canonical),
        } - FUNCTION_WORDS["en"]
        return not own.isdisjoint(there)

    def _speaks_there(self) -> bool:
        """Tell whether the article gives somebody words in what is cited, named there or not."""
        speakers = (
            quotation.speaker
            for quotation in self._subject.readings.quotations
            if quotation.speaker and any(span.overlaps(quotation.span) for span in self._cited)
        )
        return any(self._subject.occurrences.named(speaker) is self._known for speaker in speakers)

    @property
    def _has_a_pronoun(self) -> bool:
        """Whether what is cited has a pronoun that may stand for the name."""
        text = self._subject.readings.article.text
        return any(_PRONOUN.search(s.span.of(text)) for s in self._statement.cited)
