"""A text as a row of bare words, to be searched whatever the case and punctuation between them.

Where also a word may differ, searching is the business of ``folding``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from nutgraf.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,][^\W_]+)*")


def bare_words(text: str) -> list[str]:
    """Return the words and numbers of a text, in small letters; a hyphen parts two words."""
    return [_bare(word[0]) for word in _WORD.finditer(text)]


def bare_word_spans(text: str) -> list[Span]:
    """Return where they stand."""
    return [Span(*word.span()) for word in _WORD.finditer(text)]


class BareWords:
    """The words of some stretches of a text, as if nothing stood between the stretches."""

    def __init__(self, text: str, stretches: Sequence[Span]) -> None:
        """Read the words.

        Args:
            text: The text.
            stretches: What to read of it, in order and without overlaps.
        """
        self._spans: list[Span] = []
        self._starts: list[int] = []
        row = [" "]
        at = 1
        for stretch in stretches:
            for word in _WORD.finditer(text, stretch.start, stretch.end):
                self._spans.append(Span(word.start(), word.end()))
                self._starts.append(at)
                row.append(f"{_bare(word[0])} ")
                at += len(row[-1])
        self._row = "".join(row)

    def find(self, words: str) -> Span | None:
        """Return where these words first stand one after the other, or None; in linear time."""
        wanted = " ".join(bare_words(words))
        at = self._row.find(f" {wanted} ") if wanted else -1
        if at == -1:
            return None
        first = bisect_right(self._starts, at + 1) - 1
        last = bisect_right(self._starts, at + len(wanted)) - 1
        return Span(self._spans[first].start, self._spans[last].end)


def _bare(word: str) -> str:
    return word.casefold().replace("\u2019", "'")
