"""Says what happens, where, and who takes part, in the sentence's own words.

When it happens, and whether it has, is not read here.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.event_words import (
    ADDED_CLAUSES,
    BACKGROUND_NOUNS,
    FIRST_PERSON,
    LOCATIVES,
)
from nutgraf.drafting.extractive.terms import collapse, count_words, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.drafting.extractive.lines import Line, Naming

_MOST_PARTICIPANTS: Final = 4
# Longer sentences lose an added clause at their end, unless hardly anything is left.
_LONG_WORDS: Final = 20
_FEWEST_WORDS: Final = 8
_ADDED: Final = re.compile(rf",\s(?:{'|'.join(ADDED_CLAUSES)})\s")
_LOCATIVE: Final = re.compile(
    rf"(\w+)?\s*\b(?:{'|'.join(LOCATIVES)})\s(?:the\s)?(?:\w+\s)?$", re.IGNORECASE
)
_IN_APPOSITION: Final = re.compile(r"(?:location|venue|place|town|city|village),\s$")
_MEDIUM: Final = re.compile(r"\b(?:on|via)\s(?:the\s)?$", re.IGNORECASE)
_WINDOW_CHARS: Final = 60
_QUOTES: Final = re.compile('["“”]')


def told_in(line: Line, text: str, needed: Iterable[Span]) -> str:
    """Return the sentence, without an added clause at the end of a long one.

    Claims keep the words that say whose they are; without them they would be facts.

    Args:
        line: The sentence.
        text: The article's text.
        needed: What must not be cut off: the event's time and place.
    """
    if line.words <= _LONG_WORDS:
        return line.text
    sentence = line.span.of(text)
    least = max((span.end - line.span.start for span in needed), default=0)
    for cut in (match.start() for match in _ADDED.finditer(sentence, least)):
        clause = collapse(sentence[:cut])
        if count_words(clause) >= _FEWEST_WORDS and len(_QUOTES.findall(clause)) % 2 == 0:
            return clause + "."
    return line.text


def place_in(line: Line, text: str) -> Naming | None:
    """Return the first place at which a sentence says that something is."""
    return next((naming for naming in line.names if _is_where(naming, line, text)), None)


def _is_where(naming: Naming, line: Line, text: str) -> bool:
    if naming.name.kind != "place":
        return False
    first = max(line.span.start, naming.span.start - _WINDOW_CHARS)
    before = text[first : naming.span.start]
    if _IN_APPOSITION.search(before):
        return True
    found = _LOCATIVE.search(before)
    is_possessor = text[naming.span.end : naming.span.end + 2] in {"'s", "’s"}
    return (
        found is not None
        and not is_possessor
        and (found[1] or "").casefold() not in BACKGROUND_NOUNS
    )


def participants_in(line: Line, text: str, speakers: Iterable[str]) -> tuple[str, ...]:
    """Return who takes part, in reading order and at most four: people, bodies, who says "I".

    Args:
        line: The sentence.
        text: The article's text.
        speakers: Whose own words stand in the sentence.
    """
    acting = [n.name.canonical for n in line.names if _is_acting(n, text)]
    if not FIRST_PERSON.isdisjoint(plain_words(line.text)):
        acting.extend(speakers)
    return tuple(dict.fromkeys(acting))[:_MOST_PARTICIPANTS]


def _is_acting(naming: Naming, text: str) -> bool:
    """Tell whether a name is somebody who may take part, and not where something was published."""
    if naming.name.kind == "person":
        return True
    before = text[max(0, naming.span.start - _WINDOW_CHARS) : naming.span.start]
    return naming.name.kind == "organization" and not _MEDIUM.search(before)
