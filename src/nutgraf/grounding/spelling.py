"""Whether two words are most likely one name that is spelt in two ways."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from typing import Final

from nutgraf.language.names import gazetteer
from nutgraf.language.names.folding import fold
from nutgraf.language.names.given_names import GIVEN_NAMES
from nutgraf.language.names.tokens import is_common

_FEWEST_CHARS: Final = 5  # shorter names differ by a letter from others
_SAME: Final = 0.8
"""Share of the letters of both that stand in the same order (Ratcliff and Metzener 1988)."""


def are_spelt_alike(one: str, other: str) -> bool:
    """Tell whether two different words have nearly the same letters in the same order.

    Args:
        one: A word, folded.
        other: Another.
    """
    if one == other or min(len(one), len(other)) < _FEWEST_CHARS:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME


def is_misspelt(word: str, name: str) -> bool:
    """Tell whether a word is a name with letters left out, added, changed or transposed.

    A word that is known itself is spelt as it is meant: "Austria" is not "Australia".

    Args:
        word: A word, folded, that may be misspelt.
        name: A word of a name, folded.
    """
    if word[:1] != name[:1] or is_common(word) or word in _known():
        return False
    return are_spelt_alike(word, name)


@cache
def _known() -> frozenset[str]:
    """Return the folded words of names that every reader knows."""
    names = (*GIVEN_NAMES, *gazetteer.KNOWN, *gazetteer.DEMONYMS)
    return frozenset(fold(word) for name in names for word in name.split())
