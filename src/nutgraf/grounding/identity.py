"""Which article a summary is about: what is kept of it, and whether another is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.schema.result import ArticleRecord

if TYPE_CHECKING:
    from nutgraf.language.readings import Readings

_TOLD_APART = {
    "characters": "the text's length",
    "title": "the title",
    "published": "the day of publication",
    "authors": "the authors",
    "language": "the language",
}


def article_record(readings: Readings) -> ArticleRecord:
    """Return what is kept of the article."""
    article = readings.article
    return ArticleRecord(
        title=article.title,
        published=article.published,
        authors=article.authors,
        source=article.source,
        language=article.language,
        characters=len(article.text),
        sentences=len(readings.sentences),
        digest=article.digest,
    )


def differences(one: ArticleRecord, other: ArticleRecord) -> tuple[str, ...]:
    """Return what tells two articles apart, in words; empty where they are the same.

    Where an article was read from does not count, and its words are not told.
    """
    if one.digest == other.digest:
        return ()
    found = (
        words for name, words in _TOLD_APART.items() if getattr(one, name) != getattr(other, name)
    )
    return tuple(found) or ("the words of the text",)
