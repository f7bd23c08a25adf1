"""Where an article's sentences and paragraphs lie, looked up by offset.

Splitting a text into sentences is the business of ``nutgraf.language.sentences``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.sentences import Sentence


class Layout:
    """The sentences and paragraphs of one text; a text without sentences counts as one."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Index the sentences, which are in reading order."""
        self._spans = [sentence.span for sentence in sentences] or [Span(0, len(text))]
        self._paragraph = [sentence.paragraph for sentence in sentences] or [0]
        self._prose = [sentence.kind == "sentence" for sentence in sentences] or [True]
        self.starts = [span.start for span in self._spans]
        self.ends = [span.end for span in self._spans]
        changes = [n for n in range(1, len(self._spans)) if not self.same_paragraph(n - 1, n)]
        bounds = [0, *(self.starts[n] for n in changes), len(text)]
        self.paragraphs = [Span(start, end) for start, end in pairwise(bounds)]
        self._paragraph_starts = bounds[:-1]

    def at(self, offset: int) -> int:
        """Return the number, from 0, of the sentence that an offset is in or comes after."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 0, of the paragraph that an offset is in or comes after."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence(self, number: int) -> Span:
        """Return where a sentence lies."""
        return self._spans[number]

    def sentence_after(self, number: int) -> Span | None:
        """Return the next sentence of the same paragraph, if there is one."""
        return self._spans[number + 1] if self.same_paragraph(number, number + 1) else None

    def after(self, offset: int) -> int | None:
        """Return where the first sentence behind an offset starts, None behind the last."""
        number = bisect_left(self.starts, offset)
        return self.starts[number] if number < len(self.starts) else None

    def is_prose(self, number: int) -> bool:
        """Tell whether a sentence is one of running text, not a heading or a list item."""
        return self._prose[number]

    def same_paragraph(self, number: int, other: int) -> bool:
        """Tell whether both sentences exist and share a paragraph."""
        within = number >= 0 and other < len(self._paragraph)
        return within and self._paragraph[number] == self._paragraph[other]
