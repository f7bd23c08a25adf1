"""The day that a "today" or "tomorrow" inside a quotation counts from: that of its saying.

Writers set the days of reported speech right for the reader, but leave quoted words as they were
said. Who says them, and where a quotation exactly ends, is read in ``nutgraf.language.quotations``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.patterns import Lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.dates.phrases import Phrase

# How far from its quotation a day of saying is looked for, in code points.
_REACH: Final = 160
_MARKS: Final = Lazy(r"[\"“”]|\n[^\S\n]*\n")
_SPEAKING: Final = (
    r"\b(?:said|says|told|added|wrote|tweeted|posted|announced|declared|warned|asked|replied"
    r"|explained|insisted|stated|commented|argued|testified|remarked|vowed|promised)\b"
)
_BEFORE: Final = Lazy(rf"{_SPEAKING}[^.!?\"“”]*$")
_BETWEEN: Final = Lazy(r"(?:(?![.!?]\s|\n\n)[^\"“”;])*$")
_AFTER: Final = Lazy(rf"[\"”]?[^.!?;\"“”]*{_SPEAKING}[^.!?;,\"“”]*$")
_ENDS: Final = Lazy(r"[.!?]\s|\n\n")
_AFTER_EVENT: Final = Lazy(
    r"\b(?:after|following)\s(?:the|his|her|their|its|this|that)\s\w+", re.IGNORECASE
)


class Quoted:
    """The stretches of a text that stand between double quotation marks.

    A straight mark opens what it does not close; a quotation ends with its paragraph at the latest.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in _stretches(text):
            self._starts.append(start)
            self._ends.append(end)

    def around(self, offset: int) -> tuple[int, int] | None:
        """Return the quotation that holds the offset, or None."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._ends[place]:
            return None
        return self._starts[place], self._ends[place]

    def day_of_saying(self, quotation: tuple[int, int], phrases: Sequence[Phrase]) -> int | None:
        """Return the index of the phrase that dates a quotation, or None.

        That is a date beside a verb of saying, in the same sentence before the quotation, or
        right after it.
        """
        start, end = quotation
        before = bisect_left(phrases, start, key=lambda phrase: phrase.span.start) - 1
        if before >= 0 and self._dates_before(phrases[before], start):
            return before
        after = bisect_left(phrases, end, key=lambda phrase: phrase.span.start)
        return after if after < len(phrases) and self._dates_after(phrases[after], end) else None

    def follows_an_event(self, quotation: tuple[int, int]) -> bool:
        """Tell whether a quotation was said "after the match" or the like."""
        start, _ = quotation
        before = self._text[max(0, start - _REACH) : start]
        ends = [end.end() for end in _ENDS.finditer(before)]
        return _AFTER_EVENT.search(before, ends[-1] if ends else 0) is not None

    def _dates_before(self, phrase: Phrase, start: int) -> bool:
        first, last = phrase.span.start, phrase.span.end
        if start - last > _REACH:
            return False
        between = self._text[last : start - 1]
        if not _BETWEEN.match(between):
            return False
        near = self._text[max(0, first - _REACH) : first]
        return bool(_BEFORE.search(near) or _BEFORE.search(between))

    def _dates_after(self, phrase: Phrase, end: int) -> bool:
        first = phrase.span.start
        if first - end > _REACH:
            return False
        between = self._text[end:first]
        return "\n\n" not in between and bool(_AFTER.match(between))


def _stretches(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        if opened is None:
            if mark[0] in '"“':
                opened = mark.end()
            continue
        if mark[0] != "“":
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found
