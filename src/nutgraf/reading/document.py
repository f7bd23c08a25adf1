"""What a reader of one format hands over: the text of an article and what the file says about it.

Turning bytes or markup into these is the business of each format's own module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from nutgraf.article import Article
from nutgraf.errors import ConfigError
from nutgraf.reading.languages import language_code

_SURROGATE = re.compile("[\ud800-\udfff]")


class Known(TypedDict, total=False):
    """What a caller knows about an article; it wins over what the file says.

    Keys left out, or None, leave the file's own word.
    """

    title: str | None
    published: date | None
    authors: tuple[str, ...]
    source: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article besides its text.

    Attributes:
        title: The headline on one line, or None.
        published: The day of publication as printed, or None.
        authors: The authors, in the order given.
        source: Where the article says that it comes from, or None.
        language: A two-letter ISO 639-1 code, or None.
    """

    title: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", _one_line(self.title))
        object.__setattr__(self, "source", _one_line(self.source))
        authors = tuple(name for name in map(_one_line, self.authors) if name)
        object.__setattr__(self, "authors", tuple(dict.fromkeys(authors)))
        if isinstance(self.published, datetime):
            object.__setattr__(self, "published", self.published.date())

    @classmethod
    def from_caller(cls, known: Known) -> Metadata:
        """Build what the caller stated.

        Raises:
            ConfigError: The language is not one that can be named.
        """
        stated = cls(**known)
        if stated.language is None:
            return stated
        code = language_code(stated.language)
        if code is None:
            raise ConfigError(
                f"language: {stated.language!r} is not known; give an ISO 639-1 code such as 'en'"
            )
        return cls(language=code).over(stated)

    def over(self, other: Metadata) -> Metadata:
        """Return this, with the other's word wherever this has none."""
        return Metadata(
            title=self.title or other.title,
            published=self.published or other.published,
            authors=self.authors or other.authors,
            source=self.source or other.source,
            language=self.language or other.language,
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A text as its format's reader kept it, and its metadata."""

    text: str
    metadata: Metadata

    def article(self, stated: Metadata, source: str | None) -> Article:
        """Make the article: the caller's word first, then the file's, then where it was read.

        Raises:
            ArticleError: The text is blank.
        """
        known = stated.over(self.metadata).over(Metadata(source=source))
        return Article(
            text=self.text,
            title=known.title,
            published=known.published,
            authors=known.authors,
            source=known.source,
            language=known.language,
        )


def _one_line(value: str | None) -> str | None:
    """Fold white space, and replace lone surrogates, which no file and no digest can hold."""
    if value is None:
        return None
    return " ".join(_SURROGATE.sub("\ufffd", value).split()) or None
