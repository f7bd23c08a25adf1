"""A text as numbered sentences, headings and list items, each with its exact place.

The rules are in ``sentence_lines`` (lines to paragraphs) and ``sentence_boundaries`` (paragraphs to
sentences); nothing here knows a word of any language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.sentence_boundaries import sentence_ends
from nutgraf.language.sentence_lines import BLANKS, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.language.sentence_lines import Paragraph

# A list item up to this long is one sentence; a longer one is prose with a number before it.
_LONGEST_ITEM_CHARS = 300
# What runs on longer without a stop (an unpunctuated transcript) is cut, so that it can be cited.
_LONGEST_SENTENCE_CHARS = 3_000


class SentenceKind(StrEnum):
    """What a sentence is in the layout of the text."""

    SENTENCE = "sentence"
    HEADING = "heading"
    ITEM = "item"


_KINDS = {
    "prose": SentenceKind.SENTENCE,
    "heading": SentenceKind.HEADING,
    "item": SentenceKind.ITEM,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or list item.

    Attributes:
        number: Its number in the text, from 1.
        span: Its place, without the white space around it.
        kind: What it is in the layout.
        paragraph: The number of its paragraph, from 0; a heading and an item are one each.
    """

    number: int
    span: Span
    kind: SentenceKind
    paragraph: int


def split_sentences(text: str, language: str | None = None) -> tuple[Sentence, ...]:
    """Split a text into sentences, in reading order and without loss.

    Every character that is not blank is in exactly one sentence; blank are white space and U+200B,
    U+2060 and U+FEFF. A sentence never crosses a paragraph. Time is linear in the text's length.

    Args:
        text: Any text, as read.
        language: An ISO 639-1 code, or None where it is not known: then as in English.
    """
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs(text)):
        kind = _KINDS[paragraph.kind]
        for span in _spans(text, paragraph, language):
            sentences.append(Sentence(len(sentences) + 1, span, kind, index))
    return tuple(sentences)


def _spans(text: str, paragraph: Paragraph, language: str | None) -> Iterator[Span]:
    start = paragraph.start
    if not _is_one(paragraph):
        for end in sentence_ends(text, paragraph.start, paragraph.end, language):
            yield from _pieces(text, start, end)
            start = end
    yield from _pieces(text, start, paragraph.end)


def _is_one(paragraph: Paragraph) -> bool:
    if paragraph.kind == "item":
        return paragraph.end - paragraph.start <= _LONGEST_ITEM_CHARS
    return paragraph.kind == "heading"


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without the blanks around it, cut at blanks where it is too long."""
    while end - start > _LONGEST_SENTENCE_CHARS:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE_CHARS)
        cut = cut if cut != -1 else start + _LONGEST_SENTENCE_CHARS
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.lstrip(BLANKS)
    if stripped:
        first = end - len(stripped)
        yield Span(first, first + len(stripped.rstrip(BLANKS)))
