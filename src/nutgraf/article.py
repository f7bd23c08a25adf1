"""The article as it was read, and the spans that point into it.

Reading files is the business of ``nutgraf.reading``; nothing here touches a disk.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError

if TYPE_CHECKING:
    from datetime import date

# Separators, control and direction characters. Joiners stay: Persian, Hindi and emoji need them.
_UNPRINTABLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of ``Article.text``, in code points from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what the span says in the text that it points into."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article: its text exactly as read, and what is known about it.

    Nothing in ``text`` is normalised, so offsets into it stay true. The one exception, here and in
    the metadata, is a lone surrogate, which no file can hold: it becomes U+FFFD, one for one.

    Attributes:
        text: The body; header lines that were recognised as metadata are not part of it.
        title: The headline, or None.
        published: The day of publication; never guessed from the clock.
        authors: The authors, in the order given.
        source: Where it was read from (a file name, ``-`` or an address), or None.
        language: An ISO 639-1 code such as ``en``, or None where nobody said.

    Raises:
        ArticleError: The text is blank.
    """

    text: str
    title: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            name = self.source or "the article"
            raise ArticleError(f"{name}: there is no text in it; give an article with a body")
        for name in ("text", "title", "source"):
            if (value := getattr(self, name)) is not None:
                object.__setattr__(self, name, _SURROGATE.sub("\ufffd", value))
        authors = tuple(_SURROGATE.sub("\ufffd", author) for author in self.authors)
        object.__setattr__(self, "authors", authors)

    @property
    def digest(self) -> str:
        """The SHA-256 of all that a summary can depend on, in hexadecimal."""
        published = self.published.isoformat() if self.published else ""
        parts = (self.text, self.title or "", published, *self.authors, self.language or "")
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def on_one_line(text: str) -> str:
    """Return text that is safe to show, be it to a model or in a terminal.

    White space, control and direction characters are folded to blanks: none of them can begin a
    line, move a cursor or turn the order of what is shown.
    """
    return _UNPRINTABLE.sub(" ", text).strip()
