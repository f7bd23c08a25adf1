"""Date phrases of a text: which words form one, by the longest match, and what each means.

Remembering what was mentioned, and joining phrases, is the work of ``expressions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates.patterns import Lazy
from nutgraf.language.dates.word_places import WordPlaces

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from nutgraf.language.dates.frames import Frame
    from nutgraf.language.dates.grammar import Rule
    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

_POSSESSIVE: Final = Lazy(r"['\u2019]s?\b")
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
    finder = _Finder(text, standalone=standalone)
    openings = _openings()
    end = 0
    for start, word in zip(finder.places.starts, finder.places.words, strict=True):
        phrase = finder.longest_at(start) if word in openings and start >= end else None
        if phrase:
            end = phrase.span.end
            yield phrase


class _Finder:
    """Finds the phrases of one text."""

    def __init__(self, text: str, *, standalone: bool) -> None:
        self.places = WordPlaces(text)
        self._text = text
        self._standalone = standalone

    def longest_at(self, start: int, depth: int = 0) -> Phrase | None:
        """Return the longest phrase that begins at the offset, so many frames around it."""
        index = self.places.at(start)
        head, ahead = self.places.head(index), self.places.ahead(index)
        best: Phrase | None = None
        for rule in _rules_by_head().get(head, ()):
            if (rule.framed and not depth) or not rule.may_match(ahead):
                continue
            found = rule.match(self._text, start)
            if not found or (best and found.end() <= best.span.end):
                continue
            if self._standalone or rule.support is None or rule.support(self._text, found):
                best = Phrase(Span(start, found.end()), rule, found)
        frames = () if depth == _DEPTH else _frames_by_head().get(head, ())
        for frame in frames:
            framed = self._framed(start, frame, depth) if frame.may_match(ahead) else None
            if framed and (best is None or framed.span.end > best.span.end):
                best = framed
        return best

    def _framed(self, start: int, frame: Frame, depth: int) -> Phrase | None:
        text = self._text
        opening = frame.pattern.match(text, start)
        inner = self.longest_at(opening.end(), depth + 1) if opening else None
        if not opening or not inner:
            return None
        if frame.of_time and _POSSESSIVE.match(text, inner.span.end):
            return None
        framings = (Framing(frame, opening), *inner.framings)
        return Phrase(Span(start, inner.span.end), inner.rule, inner.found, framings)


def running_unit(words: str) -> Iterator[Phrase]:
    """Yield the phrase "the day", "the year" if the words, known to be a date, open with one."""
    from nutgraf.language.dates.relative_rules import RUNNING_UNIT  # noqa: PLC0415 - as for rules

    found = RUNNING_UNIT.match(words, 0)
    if found:
        yield Phrase(Span(*found.span()), RUNNING_UNIT, found)


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
