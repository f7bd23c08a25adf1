"""Checks of the names inside statements: does the article have them.

Whether it says this of them is asked in ``cited`` and ``uncited``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.names.article_names import ArticleNames
from nutgraf.grounding.checks.names.cited import CitedName
from nutgraf.grounding.checks.names.uncited import UncitedName
from nutgraf.grounding.checks.places import passages_at, words_said
from nutgraf.grounding.name_variants import folded_words
from nutgraf.language.figures import FigureKind
from nutgraf.language.names import Name
from nutgraf.language.names.tokens import is_common
from nutgraf.language.predicates.tagger import is_known_word
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.schema.fields import Passage
    from nutgraf.schema.result import FindingKind, Severity


# "HEARTBROKEN by the news, he left", "UNBEKNOWNST to her": a capital does not make a name of what
# takes one of these right behind it.
_COMPLEMENT: Final = re.compile(r" (?:by|to) ")
_IN: Final = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|across|of|for|through|over|into) $", re.IGNORECASE
)
_BETWEEN_NAMES: Final = frozenset({"aka"})


def check_names(subject: Subject) -> Iterator[Finding]:
    """Report names that the article does not have, and names that it has in another place."""
    article = ArticleNames(subject)
    # Capitals mark names in English; German writes all nouns with them.
    foreign = subject.readings.language != "en"
    for statement in subject.reworded:
        for name in statement.readings.names:
            if foreign and not _is_surely_a_name(name):
                continue
            finding = _Named(subject, statement, name, article).finding()
            if finding is not None:
                yield finding


def _is_surely_a_name(name: Name) -> bool:
    """Tell whether two capitals stand inside a statement, which marks names in most languages."""
    words = name.canonical.split()
    inside = name.mentions[0].start > 0
    return inside and len(words) > 1 and all(word[0].isupper() for word in words)


class _Named:
    """One name of a statement against the names of the article."""

    def __init__(
        self, subject: Subject, statement: Statement, name: Name, article: ArticleNames
    ) -> None:
        self._subject = subject
        self._statement = statement
        self._name = name
        self._article = article
        self._words = folded_words(name.canonical)

    def finding(self) -> Finding | None:
        """Return what is wrong with the name, or None."""
        mixed = self._subject.occurrences.mixed(self._name.canonical)
        places = self._subject.occurrences.of_name(self._name.canonical)
        known = self._subject.occurrences.named(self._name.canonical)
        if not places:
            known = self._by_its_seat
            if known is None:
                return self._mixed(mixed) if mixed else self._unknown()
        if known is None:
            known = Name(self._name.canonical, self._name.kind, places)
        if self._is_author or self._is_quoted_here:
            return None
        check = CitedName if self._statement.cited else UncitedName
        return check(self._subject, self._statement, self._name, known, self._article).finding()

    @property
    def _by_its_seat(self) -> Name | None:
        """The state that a seat of government stands for, or the other way round.

        What is "in Moscow" need not be anywhere else in Russia.
        """
        before = self._statement.text[: self._name.mentions[0].start]
        state = None
        if not _IN.search(before):
            state = self._subject.occurrences.states_of(self._name.canonical)
        return state or self._subject.occurrences.seat_of(self._name.canonical)

    @property
    def _is_author(self) -> bool:
        """Whether it names who wrote the article, who is "I" there."""
        authors = self._subject.readings.article.authors
        return any(not set(self._words).isdisjoint(folded_words(author)) for author in authors)

    @property
    def _is_quoted_here(self) -> bool:
        """Whether the statement gives somebody words; whose they are is for another check."""
        speakers = (quotation.speaker_span for quotation in self._statement.readings.quotations)
        return any(
            span.overlaps(mention) for span in speakers if span for mention in self._name.mentions
        )

    def _mixed(self, people: Sequence[Name]) -> Finding:
        names = " and ".join(repr(name.canonical) for name in people[:2])
        return self._made(
            "unknown_name",
            "error",
            f"the name {self._name.canonical!r} is mixed from those of {names}",
            passages_at(self._subject.readings, (name.mentions[0] for name in people)),
        )

    def _unknown(self) -> Finding | None:
        title = self._article.title
        if any(word in title for word in self._words) or not self._is_a_name:
            return None
        words = [word for word in self._words if word not in _BETWEEN_NAMES]
        telling = [word for word in words if not is_common(word)] or words
        if not telling or any(self._occurs(word) for word in telling):
            return self._other_given_name()
        message = f"the name {self._name.canonical!r} does not occur in the article"
        meant = [self._subject.occurrences.spelt_like(word) for word in telling]
        if all(meant):
            spelling = " ".join(filter(None, meant))
            message = f"{message}, which may spell it {spelling!r}"
        return self._made("unknown_name", "note" if all(meant) else "error", message, ())

    @property
    def _is_a_name(self) -> bool:
        """Whether a name that the article lacks is certainly one, and no other word or amount.

        A role that goes before somebody's full name is no part of it ("Columnist Ada Brandt").
        """
        span, text = self._name.mentions[0], self._statement.text
        if len(self._words) == 1 and self._begins_a_sentence and is_known_word(self._words[0]):
            return False  # "Sewage leaked", of which the article has other words
        if len(self._words) == 1 and _COMPLEMENT.match(text, span.end):
            return self._name.kind != "other"
        if self._subject.occurrences.named(" ".join(self._words[-2:])) and len(self._words) > 2:  # noqa: PLR2004
            return False
        money = (f for f in self._statement.readings.figures if f.kind is FigureKind.MONEY)
        return not any(figure.span.overlaps(span) for figure in money)

    @property
    def _begins_a_sentence(self) -> bool:
        start = self._name.mentions[0].start
        return any(sentence.span.start == start for sentence in self._statement.readings.sentences)

    def _occurs(self, word: str) -> bool:
        """Tell whether the article has a word; of a people or a kind, be it in the singular."""
        has_word = self._subject.occurrences.has_word
        if has_word(word):
            return True
        return self._name.kind != "person" and word.endswith("s") and has_word(word[:-1])

    def _other_given_name(self) -> Finding | None:
        """Report somebody with another given name than all of that surname in the article."""
        if self._name.kind != "person" or len(self._words) < 2:  # noqa: PLR2004 - given, surname
            return None
        given, surname = self._words[0], self._words[-1]
        if is_common(given) or self._subject.occurrences.has_word(given):
            return None
        if self._begins_a_sentence and given.endswith("ing"):
            return None  # "Instructing Cassal to turn, ..."
        people = [
            name
            for name in self._subject.readings.names
            if name.kind == "person"
            and len(words := folded_words(name.canonical)) > 1
            and words[-1] == surname
        ]
        if not people:
            return None
        names = " and ".join(repr(name.canonical) for name in people[:2])
        return self._made(
            "unknown_name",
            "error",
            f"the name {self._name.canonical!r} does not occur in the article; it has {names}",
            passages_at(self._subject.readings, (name.mentions[0] for name in people)),
        )

    def _made(
        self, kind: FindingKind, severity: Severity, message: str, passages: tuple[Passage, ...]
    ) -> Finding:
        return Finding(
            path=self._statement.path,
            kind=kind,
            severity=severity,
            message=message,
            said=words_said(self._statement, self._name.mentions[0]),
            passages=passages,
        )
