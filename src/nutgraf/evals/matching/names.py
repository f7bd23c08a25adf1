"""Whether a name that a summary uses is that of somebody or something labelled.

Case, accents, possessives and "the" make no difference. From like to less like:

    1     the labelled name
    0.9   a labelled alias
    0.8   what every reader knows it by ("Russian" for "Russia"), or its acronym
    0.7   a labelled name of several words with more around it ("Mayor Elsa Varga")
    0.6   a labelled name of one word, or a surname, at the end of a longer one ("Minister Hoek")
    0.5   the last or first words of the labelled name ("Varga", "the Straits Commission")
    0     all else

The last three are guesses that the article's other names may make better: pairing takes the whole.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.name_variants import folded_words, initials, other_names

if TYPE_CHECKING:
    from collections.abc import Sequence

Name = tuple[str, ...]
_NAME, _ALIAS, _KNOWN, _INSIDE, _LAST, _PART = 1.0, 0.9, 0.8, 0.7, 0.6, 0.5
_SEVERAL: Final = 2
_SHORTEST_PART: Final = 3  # letters; "de" or "Al" alone names nobody


def name_likeness(given: str, name: str, aliases: Sequence[str] = ()) -> float:
    """Return how well a given name fits a labelled one, from 0 to 1."""
    return _likeness(given, name, tuple(aliases))


@lru_cache(maxsize=16384)
def _likeness(given: str, name: str, aliases: tuple[str, ...]) -> float:
    words, full = folded_words(given), folded_words(name)
    if not words or not full:
        return 0.0
    forms = [full, *(form for form in map(folded_words, aliases) if form)]
    if words == full:
        return _NAME
    if words in forms:
        return _ALIAS
    if any(words in other_names(form) for form in (name, *aliases)) or _is_acronym(words, full):
        return _KNOWN
    return max((_around(words, form) for form in forms), default=0.0) or _part(words, full)


def _is_acronym(one: Name, other: Name) -> bool:
    return "".join(one) in initials(other) or "".join(other) in initials(one)


def _around(words: Name, form: Name) -> float:
    """Weigh a given name that ends in the labelled one, or holds one of several words."""
    size = len(form)
    if size >= _SEVERAL and any(
        words[at : at + size] == form for at in range(len(words) - size + 1)
    ):
        return _INSIDE
    return _LAST if words[-size:] == form else 0.0


def _part(words: Name, full: Name) -> float:
    size = len(words)
    if size >= len(full) or max(map(len, words)) < _SHORTEST_PART:
        return 0.0
    return _PART if words in (full[-size:], full[:size]) else 0.0


def speaker_likeness(given: str, speaker: str, aliases: Sequence[str] = ()) -> float:
    """Return how well who is said to speak fits the labelled speaker, from 0 to 1.

    As for names; a speaker who is described ("a spokesman for the ministry") is met by a
    description that shares half of the fewer words of the two, the endings of words left out.
    """
    likeness = name_likeness(given, speaker, aliases)
    if likeness or speaker[:1].isupper():
        return likeness
    ours, theirs = _described(given), _described(speaker)
    shared = len(ours & theirs)
    return _PART if shared and 2 * shared >= min(len(ours), len(theirs)) else 0.0


def _described(words: str) -> frozenset[str]:
    return frozenset(word[:6] for word in folded_words(words) if len(word) > _SHORTEST_PART)
