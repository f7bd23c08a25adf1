"""Where in an article the words of a quotation stand, as its speech above all.

What to say of a quotation that is found nowhere, or only nearly, is for the checks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.bare_words import BareWords
from nutgraf.language.folding import Folded
from nutgraf.language.nearest import Least

if TYPE_CHECKING:
    from nutgraf.language.quotations import Quotation
    from nutgraf.language.readings import Readings

_ALTERED: Final = Least(short=0.7, long=0.6)
"""Nearer than two sentences of one article are by chance: words that were changed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, or nearly.

    Attributes:
        span: The place in the article; where the reporter interrupts, from the first word to the
            last.
        text: What the article says there, without the reporter's interruption.
    """

    span: Span
    text: str


class Speech:
    """The quotations of one article, to be searched."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._text = readings.article.text

    def find(self, words: str) -> Place | None:
        """Return where these words stand.

        Case, punctuation, editors' brackets and ellipses are seen through, and so are the
        reporter's words that interrupt a speaker.
        """
        match = self._readings.folded_without_case.find_quotation(words)
        if match is not None and match.rule != "approximate":
            # Words that stand in several places are quoted where they stand as speech.
            spoken = None if self.quotation_at(match.span) else self._spoken_words.find(words)
            there = spoken or match.span
            return Place(there, there.of(self._text))
        span = self._words.find(words) or self._spoken_words.find(words)
        if span is not None:
            return Place(span, span.of(self._text))
        match = self._joined.folded.find_quotation(words)
        if match is not None and match.rule != "approximate":
            return self._joined.place(match.span)
        return None

    def nearest(self, words: str) -> Place | None:
        """Return where nearly these words stand, or None."""
        there = self._readings.folded_without_case.closest(words, least=_ALTERED)
        spoken = self._joined.folded.closest(words, least=_ALTERED)
        if spoken is not None and (there is None or spoken.similarity > there.similarity):
            return self._joined.place(spoken.span)
        return Place(there.span, there.span.of(self._text)) if there else None

    def quotation_at(self, span: Span) -> Quotation | None:
        """Return the quotation of the article that comes nearest to being this place.

        Of quotations inside one another it is the one that begins and ends most like it.
        """
        around = [q for q in self._readings.quotations if q.span.overlaps(span)]
        return max(around, key=lambda q: _likeness(q.span, span), default=None)

    @cached_property
    def _outermost(self) -> tuple[Span, ...]:
        """The quoted stretches, without those inside others."""
        found: list[Span] = []
        for quotation in self._readings.quotations:
            if not found or quotation.span.start >= found[-1].end:
                found.append(quotation.span)
        return tuple(found)

    @cached_property
    def _words(self) -> BareWords:
        return BareWords(self._text, [Span(0, len(self._text))])

    @cached_property
    def _spoken_words(self) -> BareWords:
        return BareWords(self._text, self._outermost)

    @cached_property
    def _joined(self) -> _Joined:
        return _Joined(self._text, self._outermost)


def _likeness(one: Span, other: Span) -> float:
    """Return the share of two overlapping stretches that they have in common, up to 1."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


class _Joined:
    """Stretches of a text, one after the other, as a text of its own."""

    def __init__(self, text: str, stretches: tuple[Span, ...]) -> None:
        self._stretches = stretches
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for stretch in stretches:
            self._starts.append(at)
            pieces.append(f"{stretch.of(text)} ")
            at += len(pieces[-1])
        self.folded = Folded("".join(pieces), ignore_case=True)

    def place(self, span: Span) -> Place:
        """Return the place in the original text."""
        return Place(
            Span(self._back(span.start), self._back(span.end - 1) + 1), span.of(self.folded.text)
        )

    def _back(self, position: int) -> int:
        piece = bisect_right(self._starts, position) - 1
        return self._stretches[piece].start + position - self._starts[piece]
