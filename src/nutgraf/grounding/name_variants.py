"""What else a name may be called: "Russian" for "Russia", "UK" for "Britain", "UN", "WWII".

Countries, their adjectives and well-known aliases are the tables of ``language.names.gazetteer``;
variants inside one article (surname, acronym) are merged by ``language.names`` itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from nutgraf.language.names import gazetteer
from nutgraf.language.names.folding import fold
from nutgraf.language.names.seats import SEATS

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*\.?")
# Endings of adjectives and of those who come from somewhere or believe in something, after the
# list of suffixes in Quirk et al., A Comprehensive Grammar of the English Language (1985), I.34-41.
_WITH_HYPHENS: Final = """
- -n -ns -an -ans -ian -ians -ean -eans -er -ers -ese -i -is -ic -ics -ish -ism -ist -ists -ite
-ites -al -o -os -a -e -y -ia -s -es
"""
_ENDINGS: Final = frozenset(ending.removeprefix("-") for ending in _WITH_HYPHENS.split())
_SHORTEST_ROOT: Final = 5
_ROMAN: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
_FEWEST_LETTERS: Final = 2


def folded_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents, possessives and "the"."""
    words = (fold(match[0].rstrip(".")) for match in _WORD.finditer(name.replace("\u2019", "'")))
    stripped = (word.removesuffix("'s") for word in words)
    return tuple(word for word in stripped if word != "the")


def other_names(name: str) -> frozenset[tuple[str, ...]]:
    """Return the folded words of what else a name is called, known to every reader."""
    words = folded_words(name)
    return _table().get(words, frozenset()) - {words}


def seats(name: str) -> tuple[str, ...]:
    """Return from where a state is governed: "Washington" of "the US"."""
    forms = other_names(name) | {folded_words(name)}
    found = (_seats().get(form, ()) for form in sorted(forms))
    return next((places for places in found if places), ())


def seated_in(name: str) -> tuple[str, ...]:
    """Return the states that are governed from a place: "China" of "Beijing"."""
    words = folded_words(name)
    return tuple(
        state for state, places in SEATS.items() if words in {folded_words(one) for one in places}
    )


@cache
def _seats() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {folded_words(state): places for state, places in SEATS.items()}


@cache
def _table() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Map each form to all forms of the same place or body."""
    rows: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    aliases = {folded_words(form): row for row in gazetteer.ALIAS_ROWS for form in row}
    groups: list[set[str]] = [set(row) for row in gazetteer.ALIAS_ROWS]
    for country, adjectives in gazetteer.DEMONYMS_BY_COUNTRY.items():
        also = aliases.get(folded_words(country), ())
        groups.append({country, *also, *_in_full(country, adjectives)})
    for group in groups:
        forms = {folded_words(form) for form in group}
        for form in forms:
            rows[form] |= forms
    return {form: frozenset(forms) for form, forms in rows.items()}


def _in_full(country: str, adjectives: tuple[str, ...]) -> set[str]:
    """Return the adjectives of a country, with the words that go before those of the last word.

    The table has "Korean" for "South Korea" and "Rican" for "Costa Rica".
    """
    *before, last = country.split()
    if not before or not all(_are_akin(last, adjective) for adjective in adjectives[:1]):
        return set(adjectives)
    return {" ".join([*before, adjective]) for adjective in adjectives} | set(adjectives)


def _are_akin(one: str, other: str) -> bool:
    return fold(one)[:3] == fold(other)[:3]


def are_forms_of_one(word: str, other: str) -> bool:
    """Tell whether two folded words differ in an ending only: "California", "Californian"."""
    shared = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        shared += 1
    return any(
        word[size:] in _ENDINGS and other[size:] in _ENDINGS
        for size in range(shared, min(shared, _SHORTEST_ROOT) - 1, -1)
        if size >= _SHORTEST_ROOT
    )


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms of folded words, numerals in full: "wwii" of "world war ii"."""
    if len(words) < _FEWEST_LETTERS:
        return frozenset()
    full = [word if word in _ROMAN else word[0] for word in words]
    short = [part for part, word in zip(full, words, strict=True) if word not in _SMALL]
    return frozenset({"".join(full), "".join(short)})


_SMALL: Final = frozenset({"of", "for", "and", "in", "on", "de", "la", "du"})
