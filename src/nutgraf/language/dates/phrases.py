"""Date phrases of a text: which words form one, by the longest match, and what each means.

Remembering what was mentioned, and joining phrases, is the work of ``expressions``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates.needed_words import WORD
from nutgraf.language.dates.patterns import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.language.dates.frames import Frame
    from nutgraf.language.dates.grammar import Rule
    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

_WORD: Final = Lazy(WORD)
_HEAD: Final = Lazy(r"(?:the\s{1,3})?(?:['\u2019](?=\d))?([^\W\d_]+|\d+)", re.IGNORECASE)
_POSSESSIVE: Final = Lazy(r"['\u2019]s?\b")
_FARTHEST: Final = 160  # code points from the start of a rule's words to the end of the last one
# "By the end of early 2019" is as deep as frames go.
_DEPTH: Final = 3


@dataclass(frozen=True, slots=True)
class Framing:
    """A frame and the words that it stands in."""

    frame: Frame
    words: re.Match[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that form a date expression; ``framings`` from the outermost to the innermost."""

    span: Span
    rule: Rule
    found: re.Match[str]
    framings: tuple[Framing, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the words are printed in full."""
        return self.rule.is_exact(self.found) and not any(
            framing.frame.guessed for framing in self.framings
        )

    @property
    def is_past(self) -> bool:
        """Whether the words themselves speak of the past."""
        return any(framing.frame.past for framing in self.framings)

    def read(self, ref: Reference) -> Period | None:
        """Return the period that the phrase means; None where it cannot be known.

        Afterwards ``ref.guessed`` tells whether the words left a choice.
        """
        ref.guessed = False
        period = self.rule.read(self.found, ref)
        for framing in reversed(self.framings):
            period = framing.frame.apply(framing.words, period) if period else None
            ref.guessed = ref.guessed or framing.frame.guessed
        return period


def find_phrases(text: str, *, standalone: bool = False) -> Iterator[Phrase]:
    """Yield the phrases in reading order; none overlaps another.

    Args:
        text: The text.
        standalone: Whether the text is known to be a date expression, so that a bare number or
            "March" needs no support from the words around it.
    """
    position = 0
    heads = _openings()
    for word in _WORD.finditer(text):
        lower = word[0].lower()
        if word.start() < position or not (lower in heads or lower[0].isdecimal()):
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
    best: Phrase | None = None
    ahead = words_ahead(text, start)
    for rule in _rules_by_head().get(head, ()):
        if (rule.framed and not depth) or not rule.may_match(ahead):
            continue
        found = rule.match(text, start)
        if not found or (best and found.end() <= best.span.end):
            continue
        if standalone or rule.support is None or rule.support(text, found):
            best = Phrase(Span(start, found.end()), rule, found)
    frames = () if depth == _DEPTH else _frames_by_head().get(head, ())
    possible = [frame for frame in frames if frame.may_match(ahead)]
    framed = _framed(text, start, possible, standalone=standalone, depth=depth)
    return framed if framed and (best is None or framed.span.end > best.span.end) else best


def words_ahead(text: str, start: int) -> frozenset[str]:
    """Return the words, in lower case, as far from an offset as a rule reaches."""
    words = _WORD.finditer(text, start, min(len(text), start + _FARTHEST))
    return frozenset(word[0].casefold() for word in words)


def running_unit(words: str) -> Iterator[Phrase]:
    """Yield the phrase "the day", "the year" if the words, known to be a date, open with one."""
    from nutgraf.language.dates.relative_rules import RUNNING_UNIT  # noqa: PLC0415 - as for rules

    found = RUNNING_UNIT.match(words, 0)
    if found:
        yield Phrase(Span(*found.span()), RUNNING_UNIT, found)


def _head(text: str, start: int) -> str:
    """Return the word that tells which rules may match: the first one that is not "the"."""
    word = _HEAD.match(text, start)
    if not word:
        return ""
    return "#" if word[1][0].isdecimal() else word[1].lower()


def _framed(
    text: str, start: int, frames: Iterable[Frame], *, standalone: bool, depth: int
) -> Phrase | None:
    best: Phrase | None = None
    for frame in frames:
        opening = frame.pattern.match(text, start)
        inner = opening and phrase_at(text, opening.end(), standalone=standalone, depth=depth + 1)
        if not opening or not inner or (best and inner.span.end <= best.span.end):
            continue
        if frame.of_time and _POSSESSIVE.match(text, inner.span.end):
            continue
        span = Span(start, inner.span.end)
        framings = (Framing(frame, opening), *inner.framings)
        best = Phrase(span, inner.rule, inner.found, framings)
    return best


@cache
def _rules_by_head() -> dict[str, tuple[Rule, ...]]:
    # Importing the tables and their readers takes half of the time that importing this package
    # would take, and most commands read no dates.
    from nutgraf.language.dates.rules import rules_by_head  # noqa: PLC0415

    return rules_by_head()


@cache
def _frames_by_head() -> dict[str, tuple[Frame, ...]]:
    from nutgraf.language.dates.frames import FRAMES  # noqa: PLC0415 - as for the rules

    heads = {head for frame in FRAMES for head in frame.heads}
    return {head: tuple(frame for frame in FRAMES if head in frame.heads) for head in heads}


@cache
def _openings() -> frozenset[str]:
    """Return the words that a phrase can begin with."""
    return frozenset({"the", *_rules_by_head(), *_frames_by_head()})
