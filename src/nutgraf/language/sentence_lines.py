"""The lines of a text gathered into paragraphs, headings and list items.

Where sentences end within a paragraph is the business of ``sentence_boundaries``.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from nutgraf.language.abbreviations import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# White space, and the characters of no width that stand for none.
BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)

# Wider than any page: a line this long was not broken to fit one.
_WIDEST_PAGE_CHARS = 200
# The widest that a block of wrapped lines is taken to be, whatever its longest line.
_USUAL_PAGE_CHARS = 120
_LONGEST_HEADING_CHARS = 120
# How far back a line's last word is looked for.
_LAST_WORD_CHARS = 20

# What closes or continues the line above, a dash that is no bullet among it.
_CONTINUING = frozenset(",;:!?)]}”’…-–")
# A heading closes with none of these.
_HEADING_NEVER_ENDS = frozenset(".!?…:;,。！？؟۔।-–—")

Kind = Literal["prose", "heading", "item"]
_Shape = Literal["item", "heading", "rule"] | None


class Paragraph(NamedTuple):
    """A stretch of the text that no sentence crosses.

    Attributes:
        start: Where it starts, in code points from 0; never at a blank.
        end: Where it ends, exclusive; never behind a blank.
        kind: What it is in the layout.
    """

    start: int
    end: int
    kind: Kind


class _Line(NamedTuple):
    start: int
    words: str
    shape: _Shape

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def stands_alone(self) -> bool:
        return self.shape in {"heading", "rule"}


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile(
        r"(?P<heading>\#{1,6}\s+\S)"
        r"|(?P<rule>(?:[-=_*~\#+•·—–]\s*+){3,}+\Z)"
        # a bullet, a number or a letter before words; a row of a table
        r"|(?P<item>(?:[-*+–•‣⁃◦▪●○■□➤►·∙]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]|\(?[A-Z]\))\s+\S|\|)",
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"[A-Z][\w.’' -]{0,40}:(?:\s|\Z)")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text in order; every character that is not blank is in one."""
    waiting: Paragraph | None = None
    marked = False
    for block in _blocks(text):
        for lines in _runs(block):
            if waiting is not None:
                yield waiting
            waiting = Paragraph(lines[0].start, lines[-1].end, _kind(lines))
            marked = lines[0].stands_alone
    if waiting is None:
        return
    # A heading has something under it; only a mark makes one of a text's last line.
    is_bare = waiting.kind == "heading" and not marked
    yield waiting._replace(kind="prose") if is_bare else waiting


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield the runs of lines between blank lines."""
    block: list[_Line] = []
    at = 0
    for line in text.splitlines(keepends=True):
        unindented = line.lstrip(BLANKS)
        if unindented:
            words = unindented.rstrip(BLANKS)
            block.append(_Line(at + len(line) - len(unindented), words, _shape(words)))
        if block and (not unindented or line.endswith("\u2029")):
            yield block
            block = []
        at += len(line)
    if block:
        yield block


def _shape(words: str) -> _Shape:
    match = _shapes().match(words)
    if match is None:
        return None
    if match["item"]:
        return "item"
    return "heading" if match["heading"] else "rule"


def _runs(block: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the runs of lines within a block that only the width of the page broke."""
    width = min(max(len(line.words) for line in block), _USUAL_PAGE_CHARS)
    is_list = block[0].shape == "item" or sum(line.shape == "item" for line in block) > 1
    run = [block[0]]
    for above, below in pairwise(block):
        underlined = len(run) == 1 and _underlines(above, below)
        if not underlined and _breaks(above, below, width=width, is_list=is_list):
            yield run
            run = []
        run.append(below)
    yield run


def _underlines(above: _Line, below: _Line) -> bool:
    return below.shape == "rule" and below.words[0] in "=-" and above.shape is None


def _breaks(above: _Line, below: _Line, *, width: int, is_list: bool) -> bool:
    """Tell whether the line break between two lines was meant, not forced by the page's width."""
    if above.stands_alone or below.stands_alone:
        return True
    if below.shape == "item" and (is_list or above.words.endswith(":")):
        return True
    if _goes_on(above.words, below.words):
        return False
    if len(above.words) > _WIDEST_PAGE_CHARS:
        return True
    # The next line's first word would have fitted: whoever broke here had a reason.
    first_word = below.words[:_USUAL_PAGE_CHARS].split(maxsplit=1)[0]
    if len(above.words) + 1 + len(first_word) <= width:
        return True
    return _label().match(above.words) is not None and _label().match(below.words) is not None


def _goes_on(above: str, below: str) -> bool:
    if below[0].islower() or below[0] in _CONTINUING or above.endswith(","):
        return True
    tail = above[-_LAST_WORD_CHARS:].split()
    return tail[-1].rstrip(".") in UNFINISHED


def _kind(lines: Sequence[_Line]) -> Kind:
    first = lines[0]
    if first.stands_alone or (len(lines) > 1 and _underlines(first, lines[1])):
        return "heading"
    if first.shape == "item":
        return "item"
    return "heading" if len(lines) == 1 and _looks_like_heading(first.words) else "prose"


def _looks_like_heading(words: str) -> bool:
    if len(words) > _LONGEST_HEADING_CHARS or words[0].islower():
        return False
    return words.rstrip("\"'”’»)]*_")[-1:] not in _HEADING_NEVER_ENDS
