"""All that can be read in one article without a model, each reading made when first asked for.

The readings themselves live in the modules beside this one.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.language.dates import DateExpression, find_dates
from nutgraf.language.figures import Figure, find_figures
from nutgraf.language.folding import Folded
from nutgraf.language.names import Name, find_names
from nutgraf.language.predicates import Predicate, find_predicates
from nutgraf.language.quotations import Quotation, find_quotations
from nutgraf.language.sentences import Sentence, split_sentences
from nutgraf.language.tongues import language_of
from nutgraf.language.word_index import WordIndex

if TYPE_CHECKING:
    from nutgraf.article import Article, Span


class Readings:
    """The sentences, names, quotations, dates and figures of one article.

    Attributes:
        article: The article that is read; all spans index its text.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._predicates: dict[int, tuple[Predicate, ...]] = {}

    @cached_property
    def language(self) -> str:
        """The ISO 639-1 code of its language: the one given, else told by its function words.

        Where neither tells, it is taken for English.
        """
        given = (self.article.language or "").replace("_", "-").partition("-")[0].lower()
        return given or language_of(self.article.text) or "en"

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The numbered sentences, in reading order."""
        return split_sentences(self.article.text, self.article.language)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The named entities, each with all its mentions."""
        return find_names(self.article.text, self.sentences)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks, with its speaker where one is named."""
        return find_quotations(self.article.text, self.sentences, self.names)

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """The expressions of calendar time, resolved against the publication date."""
        article = self.article
        language = article.language or self.language
        return find_dates(article.text, published=article.published, language=language)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The amounts, with their units."""
        return find_figures(self.article.text, self.language)

    @cached_property
    def words(self) -> WordIndex:
        """The words by their rarity, and which sentences hold them."""
        return WordIndex(self.article.text, self.language, self.sentences, self.names, self.figures)

    @cached_property
    def folded(self) -> Folded:
        """The text folded for searching, with a map back."""
        return Folded(self.article.text)

    @cached_property
    def folded_without_case(self) -> Folded:
        """The same, with capitals and small letters taken for one."""
        return Folded(self.article.text, ignore_case=True)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def predicates_in(self, sentence: Sentence) -> tuple[Predicate, ...]:
        """Return the predicates of one sentence; it is tagged when first asked for.

        Only English is read: an article in another language has none.
        """
        if (found := self._predicates.get(sentence.number)) is None:
            found = ()
            if self.language == "en":
                found = find_predicates(self.article.text, sentence.span, self.quotations)
            self._predicates[sentence.number] = found
        return found

    def sentence(self, number: int) -> Sentence | None:
        """Return the sentence of this number, or None where the article has none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share at least one code point with a span."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))
