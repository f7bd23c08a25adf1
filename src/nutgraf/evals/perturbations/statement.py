"""A true statement about an article: what a perturbation starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.article import Article, Span
from nutgraf.evals.perturbations.cast import named_in, read_cast
from nutgraf.grounding.relevance import Relevance
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.evals.perturbations.cast import Named, Place
    from nutgraf.language.sentences import Sentence

QUOTED: Final = re.compile(r"[\"\u201c](?P<words>[^\"\u201c\u201d]{2,})[\"\u201d]")
"""Words between double quotation marks, curly or straight."""


@dataclass(frozen=True, slots=True)
class TrueStatement:
    """One or two sentences that an article carries.

    Attributes:
        text: What is stated.
        readings: What can be read in the statement, its dates against the article's day.
        article: The article.
        support: The sentences of the article that carry it: as labelled, else those that say most
            of it.
        cited: Whether the support was labelled.
        cast: Who and what the article names.
        named: Which of them the statement names, and where.
    """

    text: str
    readings: Readings
    article: Readings
    support: tuple[Sentence, ...]
    cited: bool
    cast: tuple[Named, ...]
    named: tuple[Place, ...]

    @property
    def support_text(self) -> str:
        """The sentences that carry it, a line each."""
        text = self.article.article.text
        return "\n".join(sentence.span.of(text) for sentence in self.support)

    def is_supported(self, span: Span) -> bool:
        """Tell whether a place of the article is in a sentence that carries the statement."""
        return any(sentence.span.overlaps(span) for sentence in self.support)

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a place of the statement lies between its quotation marks."""
        return any(Span(*found.span()).overlaps(span) for found in QUOTED.finditer(self.text))

    def with_text(self, text: str) -> Readings:
        """Return readings of other words in this statement's place."""
        return _readings_of(text, self.article)


class Story:
    """An article of which true statements are known.

    Attributes:
        article: The article.
        cast: Who and what it names, as labelled, else as nutgraf reads it.
    """

    def __init__(self, article: Readings, cast: Sequence[Named] | None = None) -> None:
        self.article = article
        self.cast = tuple(cast) if cast is not None else read_cast(article)
        self._relevance = Relevance(article)

    def statement(self, text: str, cited: Iterable[int] = ()) -> TrueStatement:
        """Return a true statement.

        Args:
            text: What is stated.
            cited: The numbers of the sentences that carry it; without any they are looked for.
        """
        found = (self.article.sentence(number) for number in cited)
        labelled = tuple(sentence for sentence in found if sentence is not None)
        return TrueStatement(
            text,
            _readings_of(text, self.article),
            self.article,
            labelled or self._relevance.best(text),
            bool(labelled),
            self.cast,
            named_in(text, self.cast),
        )


def replaced(text: str, span: Span, words: str) -> str:
    """Return the text with other words in place of a stretch of it."""
    return text[: span.start] + words + text[span.end :]


def _readings_of(text: str, article: Readings) -> Readings:
    """Return the readings of a text that is told on the day of an article, in its language."""
    of = article.article
    return Readings(Article(text=text, published=of.published, language=of.language))
