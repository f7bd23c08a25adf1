"""Words and terms: how long a text is, and which words two texts have in common, in any script.

What a word means, or which part of speech it is, is not known here.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Cutting words to their first letters makes "elect", "elected" and "election" one term without
# knowing the language (McNamee and Mayfield 2004: as good as stemmers over eight languages). Four
# or five letters are usual; six keep more English words apart.
_TERM_CHARS: Final = 6
# Han, kana, Thai, Lao, Burmese and Khmer are written without spaces between words.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:['’\-][^\W_{_UNSPACED}]+)*")
_PIECE: Final = re.compile(r"[^\W_]+")
_UNSPACED_RUN: Final = re.compile(rf"[{_UNSPACED}]")
_UNSPACED_WORD_CHARS: Final = 2
_MARKS: Final = ".,;:!?…\"“”‘'«»„()[]"
_PAIRS: Final = (('"', '"'), ("“", "”"), ("«", "»"))


def collapse(text: str) -> str:
    """Return the text on one line, each run of white space as one space."""
    return " ".join(text.split())


def count_words(text: str) -> int:
    """Return how many words a text has; in unspaced scripts two characters count as one word."""
    return sum(_words_in(match[0]) for match in _WORD.finditer(text))


def _words_in(run: str) -> int:
    return -(-len(run) // _UNSPACED_WORD_CHARS) if _UNSPACED_RUN.match(run) else 1


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, hyphenated ones as one."""
    for match in _WORD.finditer(text.casefold()):
        yield match[0]


def plain_words(text: str) -> list[str]:
    """Return the words between blanks, in lower case, without the marks around them."""
    words = (word.strip(_MARKS) for word in text.casefold().replace("’", "'").split())
    return [word.replace("[", "").replace("]", "") for word in words if word]


def balanced(text: str) -> str:
    """Return the text with the quotation mark that it lacks at its beginning or end.

    A sentence from the middle of a quotation has only one of the pair, or none.
    """
    for opening, closing in _PAIRS:
        surplus = _surplus(text, opening, closing)
        if surplus > 0:
            text += closing
        elif surplus < 0:
            text = opening + text
    return text


def _surplus(text: str, opening: str, closing: str) -> int:
    """Return how many opening marks have no closing one; negative for the other way round."""
    if opening != closing:
        return text.count(opening) - text.count(closing)
    if text.count(opening) % 2 == 0:
        return 0
    return 1 if text.startswith(opening) or not text.endswith(opening) else -1


def terms_of(text: str) -> frozenset[str]:
    """Return the terms of a text: the folded beginnings of its words.

    Single letters are left out. A run of an unspaced script gives its pairs of characters.
    """
    found: set[str] = set()
    for match in _PIECE.finditer(text.casefold()):
        piece = match[0]
        if _UNSPACED_RUN.search(piece):
            found.update(piece[i : i + _UNSPACED_WORD_CHARS] for i in range(len(piece) - 1))
        elif len(piece) > 1:
            found.add(piece[:_TERM_CHARS])
    return frozenset(found)


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the smaller set of terms is in the larger one, from 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
