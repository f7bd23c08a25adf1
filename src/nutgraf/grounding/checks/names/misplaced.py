"""A name of a statement and whom it names in the article: who else the article says it of.

Which sentences have to say it is the business of ``cited`` and ``uncited``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.names.article_names import may_be_alike
from nutgraf.grounding.checks.places import passages_at, sentence_number, words_said
from nutgraf.grounding.name_variants import are_forms_of_one, folded_words
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nutgraf.article import Span
    from nutgraf.grounding.checks.names.article_names import ArticleNames
    from nutgraf.grounding.checks.slots import Slot
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names import Name


class Misplaced:
    """One name of a statement, and what the article says of whom it names."""

    def __init__(
        self,
        subject: Subject,
        statement: Statement,
        name: Name,
        known: Name,
        article: ArticleNames,
    ) -> None:
        """Keep what is compared.

        Args:
            subject: The summary and the article.
            statement: The statement.
            name: The name as the statement has it.
            known: Whom it names in the article.
            article: The names of the article.
        """
        self._subject = subject
        self._statement = statement
        self._name = name
        self._article = article
        self._known = known

    def _in_its_slot(
        self,
        own: Iterable[Span],
        *,
        margin: float,
        are_alike: Callable[[Name, Name], bool] = may_be_alike,
        within: Callable[[Span], bool] | None = None,
    ) -> Finding | None:
        """Report another name that fits better by a margin than what is said near its own places.

        Args:
            own: Where the article has the name.
            margin: How much better another one has to fit, from 0 to 1.
            are_alike: Tells who may be taken for whom it names.
            within: Tells which places of others are looked at; all without it.
        """
        others = (
            (place, other)
            for other in self._unsaid(self._subject.readings.names)
            if are_alike(other, self._known)
            for place in other.mentions
            if within is None or within(place)
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

    @cached_property
    def _slot(self) -> Slot:
        """The words around the name in the statement."""
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

    def _rivals(self, sentences: Iterable[int]) -> list[Name]:
        """Return the names of the same kind in these sentences that the statement does not have."""
        there = [name for number in sentences for name in self._article.by_sentence.get(number, [])]
        return [name for name in self._unsaid(there) if name.kind == self._known.kind]

    def _unsaid(self, names: Iterable[Name]) -> list[Name]:
        """Return those of some names of which the statement has no word."""
        said = {w for name in self._statement.readings.names for w in folded_words(name.canonical)}
        return [
            name
            for name in names
            if name is not self._known and not _has_a_form_of(folded_words(name.canonical), said)
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
