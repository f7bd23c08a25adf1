"""A summary's running text as its statements, sentence by sentence.

Which parts of a file are running text is the business of each form's module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.sentences import SentenceKind, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.checking.mapped import Mapped

_FEWEST_WORDS_OF_A_LINE = 4  # a line without a stop that is shorter is a heading: "Key points"
_LONGEST_LEAD_IN_WORDS = 8  # "Here is a summary of the article:" says nothing of the article
_BULLET = re.compile(
    r"(?:[-*+–•‣⁃◦▪●○■□➤►·∙]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]|\(?[A-Z]\))\s+"  # noqa: RUF001
)
_LETTER = re.compile(r"[^\W_]")
_STOPPED = re.compile(r"[.!?\u2026\u3002][\"')\]\u201d\u2019\u00bb]*\Z")
_NUMBERS = r"\d{1,3}(?: ?[,;\u2013-] ?\d{1,3}){0,9}"
# Numbers by which a summary points to its sources, which are not the article's sentence numbers: in
# square brackets anywhere, in round ones only at the end of a sentence, and before its stop only
# several ("Anna Berg (42)." is an age).
_OWN_CITATION = re.compile(
    rf" ?[\[\u3010]\^?{_NUMBERS}[\]\u3011]"
    rf"| ?\(\d{{1,3}}(?: ?[,;] ?\d{{1,3}}){{1,9}}\)(?=\s{{0,3}}(?:[.!?]|\Z))"
    rf"|(?<=[.!?]) \({_NUMBERS}\)(?=\s|\Z)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a summary as it was written.

    Attributes:
        words: What it says, without markup and without its own citations.
        field: Where it stood in a JSON file, or None.
        skipped: Why it is no statement, or None where it is one.
    """

    words: Mapped
    field: str | None = None
    skipped: str | None = None


def statements_of(
    text: Mapped, field: str | None = None, *, has_headings: bool = True
) -> Iterator[Written]:
    """Yield the statements of running text, and what is none with the reason.

    Args:
        text: Sentences, paragraphs and lists.
        field: Where it stood in a JSON file.
        has_headings: Whether a short line without a stop may be a heading.
    """
    clean = text.without(Span(*match.span()) for match in _OWN_CITATION.finditer(text.text))
    for sentence in split_sentences(clean.text):
        words = clean.cut(sentence.span.start, sentence.span.end)
        if sentence.kind is SentenceKind.ITEM:
            yield from _of_item(words, field)
        else:
            yield _written(words, field, may_be_heading=has_headings)


def _of_item(item: Mapped, field: str | None) -> Iterator[Written]:
    bullet = _BULLET.match(item.text)
    words = item.cut(bullet.end(), len(item.text)) if bullet else item
    # Without its bullet it is split as prose; an item within an item is left as it is.
    for sentence in split_sentences(words.text):
        part = words.cut(sentence.span.start, sentence.span.end)
        yield _written(part, field, may_be_heading=False)


def _written(words: Mapped, field: str | None, *, may_be_heading: bool) -> Written:
    return Written(words, field, _reason_to_skip(words.text, may_be_heading=may_be_heading))


def _reason_to_skip(text: str, *, may_be_heading: bool) -> str | None:
    if not _LETTER.search(text):
        return "no words"
    count = len(text.split())
    if text.endswith(":") and count <= _LONGEST_LEAD_IN_WORDS:
        return "introduces what follows"
    is_short = count < _FEWEST_WORDS_OF_A_LINE and not _STOPPED.search(text)
    return "heading" if may_be_heading and is_short else None
