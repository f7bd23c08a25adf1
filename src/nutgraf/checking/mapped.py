"""Text that was taken out of another, with the way back to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from nutgraf.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text, and where each of its characters stands in its source.

    Attributes:
        text: The text.
        starts: For each character where it begins in the source, in code points.
        ends: For each character where it ends there; an escape is longer than what it stands for.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def whole(cls, text: str) -> Mapped:
        """Return a source as a text of its own."""
        return cls(text, range(len(text)), range(1, len(text) + 1))

    @property
    def span(self) -> Span:
        """Where the text stands in its source; it must not be empty."""
        return self.source_of(Span(0, len(self.text)))

    def source_of(self, span: Span) -> Span:
        """Return where a stretch of the text that is not empty stands in the source."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def cut(self, start: int, end: int) -> Mapped:
        """Return the part between two offsets, with the blanks at its ends left off."""
        part = self.text[start:end]
        first = start + len(part) - len(part.lstrip())
        last = max(first, start + len(part.rstrip()))
        return Mapped(self.text[first:last], self.starts[first:last], self.ends[first:last])

    def without(self, spans: Iterable[Span]) -> Mapped:
        """Return the text with some stretches taken out; they are in order and do not overlap."""
        kept: list[Span] = []
        at = 0
        for span in spans:
            kept.append(Span(at, span.start))
            at = span.end
        if not kept:
            return self
        kept.append(Span(at, len(self.text)))
        return joined(Mapped(k.of(self.text), *self._offsets(k)) for k in kept)

    def _offsets(self, span: Span) -> tuple[Sequence[int], Sequence[int]]:
        return self.starts[span.start : span.end], self.ends[span.start : span.end]


def joined(parts: Iterable[Mapped]) -> Mapped:
    """Return parts of one source as one text."""
    parts = tuple(parts)
    return Mapped(
        "".join(part.text for part in parts),
        tuple(chain.from_iterable(part.starts for part in parts)),
        tuple(chain.from_iterable(part.ends for part in parts)),
    )
