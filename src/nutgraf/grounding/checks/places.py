"""The spans of a finding: words of a statement, and places in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.schema.fields import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.readings import Readings

_SAYS_A_PART = 0.15
_MOST_PASSAGES = 5  # a reader looks at one or two


def words_said(statement: Statement, span: Span) -> Passage:
    """Return the words of a statement that a finding is about."""
    return Passage.at(span, statement.text)


def passages_at(readings: Readings, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Return places in the article, in reading order and each once; the first few."""
    text = readings.article.text
    return tuple(Passage.at(span, text) for span in sorted(set(spans))[:_MOST_PASSAGES])


def sentence_number(readings: Readings, span: Span) -> int:
    """Return the number of the sentence in which a place of the article begins."""
    return readings.sentences_at(span)[0].number


def stands_right_before(subject: Subject, statement: Statement, spans: Iterable[Span]) -> bool:
    """Tell whether something stands in the sentence to which a cited one refers back.

    It does only where what is cited says a good part of the statement.
    """
    before = {sentence.number - 1 for sentence in statement.cited}
    if not any(sentence_number(subject.readings, span) in before for span in spans):
        return False
    return subject.relevance.share(statement.text, statement.cited) >= _SAYS_A_PART
