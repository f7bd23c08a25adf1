"""Aligning words with the stretch of a text that comes nearest to them, by edits of characters.

Both are folded already; ``folding`` finds the way back to the text as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Final

import edlib  # type: ignore[import-not-found] # a compiled module that ships no types

from nutgraf.language.folding_words import is_whole, widen

# edlib tells at most 256 symbols apart: the rarest of a needle that has more count as one, and so
# do all symbols that it lacks.
_MOST_SYMBOLS = 250
_RARE, _ABSENT = "\0", "\1"
# An alignment's ends may be off by a word or some, since one more or less often costs the same:
# so many code points around them are looked at.
_AROUND = 24
# What it is worth, in edits, that a stretch begins or ends with the needle's own first or last
# word; and what it costs to run over a quotation mark that the needle does not have.
_SAME_WORD = 4
_MARK_CROSSED = 4
_WORD = re.compile(r"\w+(?:['.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Least:
    """How similar a stretch has to be, from 0 to 1, by the length of what is sought.

    Attributes:
        short: For the shortest needles, which come near to much by chance.
        long: For needles of ``LONG_CHARS`` or more; between the two it sinks evenly.
    """

    short: float
    long: float

    LONG_CHARS: ClassVar = 160

    def of(self, characters: int) -> float:
        """Return the least similarity for a needle of this length."""
        share = min(1.0, characters / self.LONG_CHARS)
        return self.short + share * (self.long - self.short)


SIMILAR: Final = Least(short=0.85, long=0.7)
"""Near enough to be taken for the same words, miswritten."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """Where a text comes nearest to a needle; ``edits`` counts single characters."""

    start: int
    end: int
    edits: int


def nearest(needle: str, text: str, least: Least) -> Nearest | None:
    """Return the stretch of the text that is nearest to the needle, if it is near enough.

    The time is linear in the text. The ends fall on the ends of words, and of stretches that are
    equally near on the words with which the needle itself begins and ends.
    """
    answer = edlib.align(
        *_in_few_symbols(needle, text),
        mode="HW",
        task="locations",
        k=int(len(needle) * (1 - least.of(len(needle)))),
    )
    if answer["editDistance"] == -1:
        return None
    # Of the stretches that are equally near, the one that is most nearly as long.
    places = ((start, last + 1) for start, last in answer["locations"])
    start, end = min(places, key=lambda place: abs(place[1] - place[0] - len(needle)))
    return _with_whole_words(needle, text, *widen(text, start, end))


def _with_whole_words(needle: str, text: str, start: int, end: int) -> Nearest:
    """Move the ends of an alignment to the words at which it costs least."""
    words = _WORD.findall(needle)
    first, last = (words[0], words[-1]) if words else ("", "")

    def cost_of_start(at: int) -> int:
        return _cost(needle, text[at:end]) - _SAME_WORD * _begins(text, at, first)

    def cost_of_end(at: int) -> int:
        return _cost(needle, text[start:at]) - _SAME_WORD * _ends(text, at, last)

    # The alignment's own ends come first, so that they win where another is no better.
    starts = [w.start() for w in _words_around(text, start) if w.start() < end]
    start = min([start, *starts], key=cost_of_start)
    ends = [w.end() for w in _words_around(text, end) if w.end() > start]
    end = min([end, *ends], key=cost_of_end)
    return Nearest(start, end, _edits(needle, text[start:end]))


def _words_around(text: str, position: int) -> list[re.Match[str]]:
    """Return the whole words near a position, in order."""
    low, high = max(0, position - _AROUND), min(len(text), position + _AROUND)
    found = _WORD.finditer(text, low, high)
    return [word for word in found if is_whole(text, word.start(), word.end())]


def _begins(text: str, at: int, word: str) -> bool:
    return bool(word) and text.startswith(word, at) and is_whole(text, at, at + len(word))


def _ends(text: str, at: int, word: str) -> bool:
    return bool(word) and text.endswith(word, 0, at) and is_whole(text, at - len(word), at)


def _cost(needle: str, stretch: str) -> int:
    crossed = max(0, stretch.count('"') - needle.count('"'))
    return _edits(needle, stretch) + _MARK_CROSSED * crossed


def _edits(needle: str, stretch: str) -> int:
    distance: int = edlib.align(*_in_few_symbols(needle, stretch), mode="NW")["editDistance"]
    return distance


def _in_few_symbols(needle: str, text: str) -> tuple[str, str]:
    symbols = [symbol for symbol, _ in Counter(needle).most_common()]
    absent = re.compile(f"[^{re.escape(''.join(symbols))}]")
    text = absent.sub(_ABSENT, text)
    if len(symbols) > _MOST_SYMBOLS:
        rare = re.compile(f"[{re.escape(''.join(symbols[_MOST_SYMBOLS:]))}]")
        needle, text = rare.sub(_RARE, needle), rare.sub(_RARE, text)
    return needle, text
