"""The words and marks of one sentence with their places and parts of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.predicates import tagger

if TYPE_CHECKING:
    from collections.abc import Iterator

ET_AL: Final = re.compile(r"et\s+al\b\.?", re.IGNORECASE)
_APOSTROPHES: Final = "['\u2019]"
_TOKEN: Final = re.compile(
    rf"{ET_AL.pattern}|(?:can)(?=not\b)|\w+?(?=n{_APOSTROPHES}t\b)|n{_APOSTROPHES}t\b"
    rf"|{_APOSTROPHES}(?:s|re|ve|ll|d|m)\b"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Prof|Rev|Inc|Corp|Ltd|Co|Jr|Sr|No)\."
    rf"|[$\u20ac\u00a3]?\w+(?:[-\u2010\u2011.,:/&]\w+|{_APOSTROPHES}(?!(?:s|re|ve|ll|d|m|t)\b)\w+)*%?"
    r"|\.{3}|--|[^\w\s]",
    re.IGNORECASE,
)
# "(2010)", "(Lee 2001, p. 4; see Ray et al., 2003a)", "[12]", "[2-9, 11]": no words of a sentence.
_CITATION: Final = re.compile(
    r"\((?:(?:see|also|and|cf|et|al|pp?|[A-Z][\w\u2019'-]*|\d+)\b|[\s.,;:&\u2013-]){0,60}"
    r"\b(?:1[6-9]|20)\d\d[a-z]?(?:[\s.,;:\u2013-]|pp?\b|\d){0,20}\)"
    r"|\[\d{1,3}(?:[\s,;\u2013-]+\d{1,3}){0,20}\]"
)
# The tagger knows straight marks only.
_STRAIGHT: Final = str.maketrans("\u2019\u2018\u201c\u201d\u201e\u00ab\u00bb", "''" + '"' * 5)


@dataclass(slots=True)
class Word:
    """A word or mark; ``start`` and ``end`` are offsets into the article's text.

    ``tag`` is a C5 tag; ``repairs`` may correct it. ``lower`` has straight apostrophes.
    """

    start: int
    end: int
    text: str
    tag: str
    lower: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the lower case: it is asked for dozens of times."""
        self.lower = self.text.lower().replace("\u2019", "'")

    @property
    def lemma(self) -> str:
        """The dictionary form, in lower case."""
        return tagger.lemma(self.text.replace("\u2019", "'"), self.tag)

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)

    @property
    def is_mark(self) -> bool:
        """Whether it is a punctuation mark rather than a word."""
        return self.tag.startswith("PU") or not any(map(str.isalnum, self.text))


def read_words(text: str, span: Span) -> list[Word]:
    """Split a stretch of text into tagged words and marks; citations are left out."""
    found = list(_outside_citations(text, span))
    forms = [match.group().translate(_STRAIGHT) for match in found]
    tags = tagger.tag(forms)
    pairs = zip(found, tags, strict=True)
    return [Word(match.start(), match.end(), match.group(), part) for match, part in pairs]


def _outside_citations(text: str, span: Span) -> Iterator[re.Match[str]]:
    start = span.start
    for citation in _CITATION.finditer(text, span.start, span.end):
        yield from _TOKEN.finditer(text, start, citation.start())
        start = citation.end()
    yield from _TOKEN.finditer(text, start, span.end)
