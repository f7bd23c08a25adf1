"""The statements of a summary, each with the sentences that it cites.

A statement is any text in the model's own words. It is carried by the evidence that stands beside
it in the same part of the schema; text with no evidence beside it is carried by the article as a
whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from nutgraf.article import Article, on_one_line
from nutgraf.grounding.occurrences import Occurrences
from nutgraf.grounding.relevance import Relevance
from nutgraf.language.clauses import reporters_words
from nutgraf.language.readings import Readings
from nutgraf.language.tongues import foreign_language
from nutgraf.schema.fields import Citation
from nutgraf.schema.tree import Leaf, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pydantic import BaseModel

    from nutgraf.language.sentences import Sentence

T = TypeVar("T")

_LONG = 150
"""Sentences, some 3,000 words: about as much as one event or one meeting fills in the news."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Text in the model's own words.

    Attributes:
        path: Where it stands in the summary.
        text: What it says.
        cited: The sentences that are to carry it; none where there is no evidence beside it, or
            where that cites nothing, which is a fault of its own: then the whole article does.
        support: The sentences to compare it with: those cited, else those that say most of it.
        readings: What can be read in the statement itself, its dates against the same day of
            publication; spans index ``text``.
    """

    path: str
    text: str
    cited: tuple[Sentence, ...]
    support: tuple[Sentence, ...]
    readings: Readings


class Subject:
    """A summary that is to be checked, with the article that it is about.

    Attributes:
        leaves: Everything that the summary says, field by field.
        statements: What it says in its own words.
        reworded: Those of them that are not simply a sentence that carries them, word for word: a
            copy cannot say anything else than the article. Nor are they in another language, which
            is a fault of its own: their words cannot be compared.
        readings: The article.
        occurrences: Where names and words stand in the article.
        relevance: Which of its sentences say most of a text.
        examples: What the model was told besides the article, examples above all; empty where
            there was no model or it is not known.
    """

    def __init__(self, summary: BaseModel, readings: Readings, examples: str = "") -> None:
        self.examples = examples
        self.leaves = tuple(leaves(summary))
        self.readings = readings
        self.occurrences = Occurrences(readings)
        self.relevance = Relevance(readings)
        # A blank says nothing, and is no text that could be read.
        said = (leaf for leaf in self.leaves if leaf.is_prose and str(leaf.value).strip())
        self.statements = tuple(self._statement(leaf) for leaf in said)
        self.reworded = tuple(
            one for one in self.statements if not (self._is_a_copy(one) or self._is_foreign(one))
        )
        self._remembered: dict[Hashable, object] = {}

    @property
    def is_long(self) -> bool:
        """Whether the article tells of so much that a few sentences stand for little of it.

        In a story or the minutes of a meeting the same verb is used of many things, and what one
        passage does not deny another may.
        """
        return len(self.readings.sentences) > _LONG

    def remembered(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what was read under a key before, else read it now: checks share their work.

        Args:
            key: What it is, always of one type.
            read: Reads it.
        """
        if key not in self._remembered:
            self._remembered[key] = read()
        return cast("T", self._remembered[key])

    def _is_a_copy(self, statement: Statement) -> bool:
        text = self.readings.article.text
        said = _plain(statement.text)
        # Where nothing is cited, what carries a copy is the sentence that has all of its words.
        return any(_plain(sentence.span.of(text)) == said for sentence in statement.support)

    def _is_foreign(self, statement: Statement) -> bool:
        return foreign_language(reporters_words(statement.text), self.readings.language) is not None

    def _statement(self, leaf: Leaf) -> Statement:
        article, text = self.readings.article, str(leaf.value)
        cited = cited_sentences(leaf.owner, self.readings)
        language = article.language or self.readings.language
        own = Article(text=text, published=article.published, language=language)
        support = cited or self.relevance.carriers(text) or self.relevance.best(text)
        return Statement(leaf.path, text, cited, support, Readings(own))


def _plain(text: str) -> str:
    return on_one_line(text).strip(" .")


def evidence_fields(owner: BaseModel) -> tuple[str, ...]:
    """Return the names of a part's fields that hold evidence, by their type; they may be empty."""
    fields = type(owner).model_fields.items()
    return tuple(name for name, field in fields if _holds_citations(field.annotation))


def _holds_citations(annotation: object) -> bool:
    if annotation is Citation:
        return True
    return any(_holds_citations(inner) for inner in get_args(annotation))


def cited_sentences(owner: BaseModel, readings: Readings) -> tuple[Sentence, ...]:
    """Return the sentences that a part cites, without those that do not exist."""
    citations = (c for name in evidence_fields(owner) for c in getattr(owner, name))
    found = (readings.sentence(citation.sentence) for citation in citations)
    return tuple(sentence for sentence in found if sentence is not None)
