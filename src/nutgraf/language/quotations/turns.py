"""Finds speech that an article sets off without quotation marks: turns and announced blocks.

A turn is a paragraph of an interview after its speaker's label ("Jane Doe: ..."); an announced
block is the paragraph after a line such as "The mayor's full statement:". Quotations between marks
are the business of ``marks``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.quotations.glyphs import read_marks
from nutgraf.language.quotations.words import NO_SPEAKERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.language.quotations.cast import Cast, Mention
    from nutgraf.language.quotations.clauses import Clauses
    from nutgraf.language.quotations.layout import Layout

_FEWEST_TURNS = 4  # fewer labelled paragraphs are notes and captions, not an interview


@dataclass(frozen=True, slots=True)
class Speech:
    """Words set off without marks, and whose they are."""

    span: Span
    by: Mention


@dataclass(frozen=True, slots=True)
class _Label:
    """A speaker's label at the start of a paragraph; ``words_start`` is where the speech begins."""

    span: Span
    words_start: int
    paragraph: int


def find_speech(text: str, layout: Layout, clauses: Clauses, cast: Cast) -> list[Speech]:
    """Find turns and announced blocks, in reading order.

    Args:
        text: The article's text.
        layout: Its sentences and paragraphs.
        clauses: The reporter's clauses.
        cast: Who can speak.
    """
    turns = list(_turns(text, layout, cast))
    return turns or list(_announced(text, layout, clauses))


def speaker_of(speech: Sequence[Speech], span: Span) -> Mention | None:
    """Return who speaks in the turn or block that holds a stretch, if one does."""
    at = bisect_right(speech, span.start, key=lambda one: one.span.start) - 1
    return speech[at].by if at >= 0 and speech[at].span.contains(span) else None


def _turns(text: str, layout: Layout, cast: Cast) -> Iterator[Speech]:
    labels = list(_labels(text, layout))
    said = Counter(label.span.of(text) for label in labels)
    if len(labels) < _FEWEST_TURNS or len(said) == 1 or len(said) == len(labels):
        return
    last = _Label(Span(len(text), len(text)), len(text), labels[-1].paragraph + 1)
    for label, following in pairwise([*labels, last]):
        by = cast.labelled(label.span)
        for number in range(label.paragraph, following.paragraph):
            paragraph = layout.paragraphs[number]
            start = max(paragraph.start, label.words_start)
            span = _trimmed(text, start, min(paragraph.end, following.span.start))
            if span is not None and not _is_marked(text, span):
                yield Speech(span, by)


def _labels(text: str, layout: Layout) -> Iterator[_Label]:
    for number, paragraph in enumerate(layout.paragraphs):
        found = _label().match(text, paragraph.start, paragraph.end)
        if found and found["name"].split()[0].lower() not in NO_SPEAKERS:
            yield _Label(Span(*found.span("name")), found.end(), number)


def _announced(text: str, layout: Layout, clauses: Clauses) -> Iterator[Speech]:
    for paragraph, following in pairwise(layout.paragraphs):
        last = layout.at(paragraph.end - 1)
        sentence = layout.sentence(last)
        first = layout.at(following.start)
        set_off = sentence.of(text).endswith(":") and layout.is_prose(first)
        span = _trimmed(text, following.start, following.end)
        if not set_off or span is None or _is_marked(text, span):
            continue
        by = clauses.announces(sentence)
        if by is not None:
            yield Speech(span, by)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def _is_marked(text: str, span: Span) -> bool:
    """Tell whether a stretch begins with a quotation mark, so that ``marks`` has read it."""
    return any(read_marks(text, Span(span.start, span.start + 1)))


@cache
def _label() -> re.Pattern[str]:
    """Up to four capitalised words and a colon, perhaps in Markdown's bold type."""
    word = r"[^\W\d_a-zß-ÿ][\w.'’-]{0,30}"  # noqa: RUF001 - both apostrophes
    name = rf"(?P<name>{word}(?: {word}){{0,3}})"
    return re.compile(rf"\s*(?:\*\*|__)?{name}(?:\*\*|__)?:(?:\*\*|__)?[ \t]+")
