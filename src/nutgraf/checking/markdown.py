"""Markdown as running text: blocks told apart, marks taken off, every place kept.

A reading of what summaries are written in (CommonMark, with the tables and task lists of GitHub's
dialect), not a renderer: what it does not know stays in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.checking.mapped import Mapped, joined
from nutgraf.checking.statements import Written, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS: Final = re.compile(
    r"^(?:#{1,6} \S|> \S|```)|\*\*\S[^*\n]*\*\*|\]\([^\s()]+\)", re.MULTILINE
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3}|~{3})")
_PREFIX = re.compile(r"(?:[ \t]|>)*")
# How a line begins or what it is, and the kind of block that it makes: the first that fits.
_KINDS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\Z"), "blank"),
    (re.compile(r"(?:=+|-+)[ \t]*\Z"), "underline"),
    (re.compile(r"(?:[-_*][ \t]*){3,}\Z"), "rule"),
    (re.compile(r"#{1,6}(?:[ \t]+|\Z)"), "heading"),
    (re.compile(r"\|"), "table"),
    (re.compile(r"\[[^\]]+\]:\s"), "link target"),
    (re.compile(r"(?:\*\*|__)[^*_]{1,80}(?:\*\*:?|__:?|:\*\*|:__)[ \t]*\Z"), "heading"),
    (re.compile(r"(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"), "item"),
)

# What is taken off inside a line; of a mark's groups one, if any, holds the words that stay.
_INLINE: Final[tuple[re.Pattern[str], ...]] = (
    re.compile(
        r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()\s]|[ \t]|\([^()]*\))*\)|\[[^\]]*\])"
        r"|<((?:https?:|mailto:)[^<>\s]+)>"
        r"|<!--(?:[^-]|-(?!->)){0,1000}-->|</?[A-Za-z][^<>]*>"
        r"|(?<!`)`{1,2}([^`]+)`{1,2}(?!`)"
    ),
    re.compile(r"(?<![\\*])\*{3}(?=[^\s*])([^*]+)(?<=\S)\*{3}"),
    re.compile(r"(?<![\\*])\*{2}(?=\S)((?:[^*]|\*(?!\*))+)(?<=\S)\*{2}"),
    re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+)(?<=\S)\*"),
    re.compile(r"(?<![\w\\_])_{1,3}(?=[^\s_])([^_]+)(?<=\S)_{1,3}(?!\w)"),
    re.compile(r"~~(?=\S)([^~]+)~~"),
    re.compile(r"\\([!-/:-@\[-`{-~])"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words without what makes it a heading or an item, and what it is."""

    words: Span
    kind: str


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text has marks that nobody writes in plain text."""
    return _MARKS.search(text) is not None


def read_markdown(source: str) -> Iterator[Written]:
    """Yield the statements of a Markdown text, and what is none with the reason."""
    whole = Mapped.whole(source)
    for kind, lines in _blocks(source):
        first, last = lines[0].words.start, lines[-1].words.end
        if kind in {"paragraph", "item"}:
            text = joined(_parts(whole, lines))
            yield from statements_of(_plain(text), has_headings=kind == "paragraph")
        elif (words := _plain(whole.cut(first, last))).text:
            yield Written(words, skipped=kind)


def _parts(whole: Mapped, lines: list[_Line]) -> Iterator[Mapped]:
    """Yield the lines of a block with the breaks between them as blanks: it is one paragraph."""
    for index, line in enumerate(lines):
        if index:
            at = line.words.start - 1
            yield Mapped(" ", (at,), (at + 1,))
        yield whole.cut(line.words.start, line.words.end)


def _blocks(source: str) -> Iterator[tuple[str, list[_Line]]]:
    """Yield the blocks: paragraphs and items of several lines, anything else of one."""
    block: list[_Line] = []
    for line in _lines(source):
        if line.kind == "paragraph" and block:
            block.append(line)
            continue
        if line.kind == "underline" and len(block) == 1 and block[0].kind == "paragraph":
            yield "heading", block
            block = []
            continue
        if block:
            yield block[0].kind, block
        block = []
        if line.kind in {"paragraph", "item"}:
            block = [line]
        elif line.kind not in {"blank", "rule", "underline"}:
            yield line.kind, [line]
    if block:
        yield block[0].kind, block


def _lines(source: str) -> Iterator[_Line]:
    """Yield the lines behind the front matter, each as what it is."""
    front = _FRONT_MATTER.match(source)
    at = front.end() if front else 0
    fence: str | None = None
    for line in source[at:].splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence or mark:
            opened, fence = fence, _fence_behind(fence, mark)
            kind = "code" if opened and fence else "blank"
            yield _Line(Span(at, at + len(line.rstrip())), kind)
        else:
            yield _line(line.rstrip(), at)
        at += len(line)


def _fence_behind(fence: str | None, mark: re.Match[str] | None) -> str | None:
    """Return the mark of the fence that is open behind a line: only its own mark closes one."""
    if mark is None:
        return fence
    if fence is None:
        return mark[1]
    return None if mark[1] == fence else fence


def _line(line: str, at: int) -> _Line:
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    for pattern, kind in _KINDS:
        if match := pattern.match(line, start):
            # Of what only tells the kind by how it begins, the words come behind.
            begin = (
                match.end() if kind in {"heading", "item"} and match.end() < len(line) else start
            )
            return _Line(Span(at + begin, at + len(line)), kind)
    return _Line(Span(at + start, at + len(line)), "paragraph")


def _plain(text: Mapped) -> Mapped:
    """Take the marks off inside a text, and keep the words in them."""
    for pattern in _INLINE:
        text = text.without(
            mark for match in pattern.finditer(text.text) for mark in _around(match)
        )
    return text


def _around(match: re.Match[str]) -> Iterator[Span]:
    """Yield what a match has before and behind the group that stays."""
    if match.lastindex is None:
        yield Span(*match.span())
        return
    yield Span(match.start(), match.start(match.lastindex))
    yield Span(match.end(match.lastindex), match.end())
