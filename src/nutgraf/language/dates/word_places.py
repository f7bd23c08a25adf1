"""The words of a text and where they stand, to tell which rules can match at each of them.

Which words a rule opens with and holds is told by the rules; matching is the work of ``phrases``.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from nutgraf.language.dates.patterns import Lazy

_WORD: Final = Lazy(r"[^\W\d_]+|\d+")
# No rule holds a word further from its start than this: "the twenty-first to the twenty-second
# century". A longer reach finds nothing more, but has more rules compiled and tried.
_FARTHEST: Final = 8
_DIGITS: Final = "#"


class WordPlaces:
    """The words of a text in lower case, digits as ``#``, with the offset of each."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.words: list[str] = []
        for found in _WORD.finditer(text):
            word = found[0]
            self.starts.append(found.start())
            self.words.append(_DIGITS if word[0].isdecimal() else word.lower())

    def at(self, offset: int) -> int:
        """Return the index of the first word that begins at the offset or after it."""
        return bisect_left(self.starts, offset)

    def head(self, index: int) -> str:
        """Return the word that tells which rules may match, which is not "the"; "" at the end."""
        words = self.words[index : index + 2]
        return next((word for word in words if word != "the"), "")

    def ahead(self, index: int) -> frozenset[str]:
        """Return the words from this one on, as far as a rule reaches."""
        return frozenset(self.words[index : index + _FARTHEST])
