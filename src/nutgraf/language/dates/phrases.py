"""Date phrases of a text: which words form one, by the longest match, and what each means.

Remembering what was mentioned, and joining phrases, is the work of ``expressions``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates.frames import FRAMES, Frame
from nutgraf.language.dates.rules import rules_by_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.language.dates.grammar import Rule
    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_HEAD: Final = re.compile(r"(?:the\s{1,3})?(?:['\u2019](?=\d))?([^\W\d_]+|\d+)", re.IGNORECASE)
# "By the end of early 2019" is as deep as frames go.
_DEPTH: Final = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that form a date expression; ``frames`` from the outermost to the innermost."""

    span: Span
    rule: Rule
    found: re.Match[str]
    frames: tuple[Frame, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the words are printed in full."""
        return self.rule.is_exact(self.found)

    @property
    def is_past(self) -> bool:
        """Whether the words themselves speak of the past."""
        return any(frame.past for frame in self.frames)

    def read(self, ref: Reference) -> Period | None:
        """Return the period that the phrase means; None where it cannot be known."""
        period = self.rule.read(self.found, ref)
        for frame in reversed(self.frames):
            period = frame.apply(period) if period else None
        return period


def find_phrases(text: str, *, standalone: bool = False) -> Iterator[Phrase]:
    """Yield the phrases in reading order; none overlaps another.

    Args:
        text: The text.
        standalone: Whether the text is known to be a date expression, so that a bare number or
            "March" needs no support from the words around it.
    """
    position = 0
    for word in _WORD.finditer(text):
        if word.start() < position:
            continue
        phrase = phrase_at(text, word.start(), standalone=standalone)
        if phrase:
            position = phrase.span.end
            yield phrase


def phrase_at(text: str, start: int, *, standalone: bool = False, depth: int = 0) -> Phrase | None:
    """Return the longest phrase that begins at the offset, or None.

    Args:
        text: The text.
        start: Where the phrase must begin.
        standalone: As in ``find_phrases``.
        depth: How many frames stand around it already.
    """
    head = _head(text, start)
    best = _framed(text, start, head, standalone=standalone, depth=depth)
    for rule in rules_by_head().get(head, ()):
        if rule.framed and not depth:
            continue
        found = rule.match(text, start)
        if not found or (best and found.end() <= best.span.end):
            continue
        if standalone or rule.support is None or rule.support(text, found):
            best = Phrase(Span(start, found.end()), rule, found)
    return best


def _head(text: str, start: int) -> str:
    """Return the word that tells which rules may match: the first one that is not "the"."""
    word = _HEAD.match(text, start)
    if not word:
        return ""
    return "#" if word[1][0].isdecimal() else word[1].lower()


def _framed(text: str, start: int, head: str, *, standalone: bool, depth: int) -> Phrase | None:
    best: Phrase | None = None
    for frame in _frames_by_head().get(head, ()) if depth < _DEPTH else ():
        opening = frame.pattern.match(text, start)
        inner = opening and phrase_at(text, opening.end(), standalone=standalone, depth=depth + 1)
        if inner and (best is None or inner.span.end > best.span.end):
            span = Span(start, inner.span.end)
            best = Phrase(span, inner.rule, inner.found, (frame, *inner.frames))
    return best


@cache
def _frames_by_head() -> dict[str, tuple[Frame, ...]]:
    heads = {head for frame in FRAMES for head in frame.heads}
    return {head: tuple(frame for frame in FRAMES if head in frame.heads) for head in heads}
