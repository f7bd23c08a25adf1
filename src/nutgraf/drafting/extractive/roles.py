"""Reads what somebody is from the words beside the name: a title before, an apposition behind it.

What stands elsewhere in the article about a name is not read.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.role_words import (
    ARTICLES,
    CALLINGS,
    CLAUSE_WORDS,
    OFFICE_ADJECTIVES,
)
from nutgraf.drafting.extractive.terms import collapse
from nutgraf.language.names.cue_words import OFFICES_OF, TITLE_MODIFIERS, TITLES

if TYPE_CHECKING:
    from nutgraf.article import Span
    from nutgraf.language.names import Name

_HEADS: Final = TITLES | CALLINGS
_OPENINGS: Final = tuple(f"{article} " for article in ARTICLES)
_MENTIONS_READ: Final = 20
_WINDOW_CHARS: Final = 120
_MOST_WORDS: Final = 12
_HEAD_WITHIN_WORDS: Final = 5
_APPOSITION: Final = re.compile(
    r"[^\S\n]?,\s(?:(?:aged\s)?\d{1,3},\s)?([^,;:.()\"“”\n]{3,90})(?=[,.;—–]|\s-\s)"
)
_STATE: Final = re.compile(r"(?:[A-Z]\.?){2,3}")


def role_of(name: Name, text: str) -> str:
    """Return what a name is in the article's own words; empty where no such words stand by it."""
    mentions = name.mentions[:_MENTIONS_READ]
    found = [role for mention in mentions if (role := _apposition(mention, name, text))]
    if name.kind == "person":
        found += [role for mention in mentions if (role := _title(mention, text))]
    return max(found, key=len, default="")


def _title(mention: Span, text: str) -> str | None:
    """Return the office before a name: "Secretary of State", "special envoy"."""
    before = text[max(0, mention.start - _WINDOW_CHARS) : mention.start]
    if not before[-1:].isspace():
        return None
    office: list[str] = []
    for word in reversed(before.rsplit("\n\n", 1)[-1].split()):
        if not _is_of_an_office(word, office):
            break
        office.insert(0, word)
    while office and not _opens_an_office(office[0]):
        office.pop(0)
    return " ".join(office) if any(word.casefold() in TITLES for word in office) else None


def _is_of_an_office(word: str, behind: list[str]) -> bool:
    low = word.casefold()
    if low == "of":
        return bool(behind) and behind[0].casefold() in OFFICES_OF
    if low in TITLES or low in TITLE_MODIFIERS or low in OFFICE_ADJECTIVES:
        return True
    if low in OFFICES_OF:
        return word[0].isupper()
    if behind and _STATE.fullmatch(word):
        return True
    is_a_nationality = word.isalpha() and word.istitle() and low.endswith(("an", "ish", "ese", "i"))
    return bool(behind) and is_a_nationality


def _opens_an_office(word: str) -> bool:
    return word.casefold() not in OFFICES_OF and word != "of"


def _apposition(mention: Span, name: Name, text: str) -> str | None:
    """Return the phrase between commas behind a name: ", the owner of the mill,"."""
    found = _APPOSITION.match(text, mention.end, mention.end + _WINDOW_CHARS)
    if found is None:
        return None
    phrase = collapse(found[1])
    words = phrase.split()
    if len(words) > _MOST_WORDS or not CLAUSE_WORDS.isdisjoint(w.casefold() for w in words):
        return None
    return phrase if _is_a_role(phrase, words, name) else None


def _is_a_role(phrase: str, words: list[str], name: Name) -> bool:
    """Tell whether a phrase in apposition says what somebody is, and is no next item of a list."""
    if name.kind != "person":
        return words[0] in {"a", "an"}
    lows = [word.casefold() for word in words[:_HEAD_WITHIN_WORDS]]
    if lows[0] in _HEADS:
        return len(words) > 1 and not words[1][0].isupper()
    return phrase.startswith(_OPENINGS) and not _HEADS.isdisjoint(lows)
