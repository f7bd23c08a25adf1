"""The words and marks of a sentence, each with the part that it can play in a name.

What names they make up is decided in ``candidates``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.vocabulary import COMMON_WORDS
from nutgraf.language.names.word_sets import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Span

_SUFFIXES: Final = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "est", "ness", "ment", "ments")
_SHORTEST_STEM: Final = 3
_LAST_LATIN: Final = "\u024f"
# What may stand inside a word: straight and curly apostrophe; three kinds of hyphen.
APOSTROPHES: Final = "'\u2019"
HYPHENS: Final = "-\u2010\u2011"
_MARKS: Final = frozenset(APOSTROPHES + HYPHENS)
POSSESSIVES: Final = words("'s \u2019s 'S \u2019S")
ROMAN_NUMERALS: Final = words("II III IV VI VII VIII IX XI XII XIV XVI")
_COMMON: Final = COMMON_WORDS | cue_words.NEWS_WORDS
_FIXED_ROLES: Final = (
    dict.fromkeys(cue_words.PARTICLES, "p")
    | dict.fromkeys(POSSESSIVES, "s")
    | dict.fromkeys(cue_words.NO_ACRONYMS, "x")
    | dict.fromkeys(cue_words.TITLE_ACRONYMS, "T")
    | dict.fromkeys(ROMAN_NUMERALS, "R")
    | {"of": "o", "for": "f", "and": "a", "the": "t", "&": "&"}
)
# Where a word is in several lists, the first counts.
_WORD_ROLES: Final = (
    ("F", cue_words.FUNCTION_WORDS),
    ("M", cue_words.CALENDAR_WORDS),
    ("H", cue_words.HONORIFICS),
    ("T", cue_words.TITLES),
)
# How many words each cache keeps; a text repeats its words, and far fewer than it has.
_CACHED_WORDS: Final = 4096
# After these a word has a capital whatever it is.
_OPENERS: Final = frozenset(':•“"«¿¡*#\u2013\u2014')


class Token(NamedTuple):
    """A word or mark of the text.

    ``role`` is one letter, so that the roles of a sentence make a string that a pattern can match:
    C capitalised word, D adjective of a nationality, T title, H honorific, I initial, K compound of
    a name and something else, R Roman numeral, M calendar word, F function word in capitals, Q a
    capitalised "The", n number, p particle, o of, f for, a and, t the, s possessive, & itself,
    x anything else.
    ``opens`` marks a word whose capital may come from standing first.
    """

    start: int
    end: int
    text: str
    role: str
    opens: bool


@cache
def _token() -> re.Pattern[str]:
    abbreviations = "|".join(sorted(cue_words.ABBREVIATIONS, key=len, reverse=True))
    return re.compile(
        r"(?:[^\W\d_]\.){2,}(?![^\W\d_])"  # U.S., J.R.R.
        rf"|(?:{abbreviations})\."
        r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
        rf"|(?<=\w)[{APOSTROPHES}][sS]\b"
        rf"|[^\W\d_]\w*(?:[{HYPHENS}{APOSTROPHES}&](?![sS]\b)\w+)*"
        r"|\d[\w.,]*"
        r"|[^\w\s]"
    )


def read_tokens(text: str, span: Span) -> Iterator[Token]:
    """Split one sentence into tokens with their roles."""
    opens = True
    for match in _token().finditer(text, span.start, span.end):
        word = match.group()
        yield Token(match.start(), match.end(), word, _role(word, opens), opens)
        opens = word in _OPENERS or (opens and not word[0].isalnum())


@lru_cache(_CACHED_WORDS)
def is_common(word: str) -> bool:
    """Tell whether a word in lower case is a common English word or a regular form of one."""
    if word in _COMMON or word in cue_words.FUNCTION_WORDS:
        return True
    return any(
        _is_regular_form(word[: -len(suffix)])
        for suffix in _SUFFIXES
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM
    )


def _is_regular_form(stem: str) -> bool:
    forms = (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem)
    if any(form in _COMMON for form in forms):
        return True
    return stem[-1] == stem[-2] and stem[:-1] in _COMMON


@lru_cache(_CACHED_WORDS)
def _role(text: str, opens: bool) -> str:
    if text in _FIXED_ROLES:
        return _FIXED_ROLES[text]
    if text[0].isdigit():
        return "n"
    if not text[0].isalpha() or text.islower() or not _is_latin(text):
        return "x"
    if text.isupper() and len(text.replace(".", "")) > 1:
        return _shape_role(text)
    if text in gazetteer.DEMONYMS:
        return "D"
    return _word_role(text, opens=opens) or _shape_role(text)


def _is_latin(text: str) -> bool:
    """Tell whether a word is in a script whose capitals the rules know: Latin up to U+024F."""
    return text.isascii() or all(letter <= _LAST_LATIN or letter in _MARKS for letter in text)


def _word_role(text: str, *, opens: bool) -> str:
    """Look a capitalised word up in the lists; empty where it is in none."""
    low = text.rstrip(".").lower().replace("\u2019", "'")
    if low == "the" and not opens:
        return "Q"
    if opens and low in cue_words.FOREIGN_FUNCTION_WORDS:
        return "F"
    return next((role for role, listed in _WORD_ROLES if low in listed), "")


def _shape_role(text: str) -> str:
    """Tell "Paris", "iPhone", "al-Assad" from the initial "F." and from "London-based"."""
    if len(text.rstrip(".")) == 1:
        return "I" if text[-1] == "." else "x"
    parts = [part for part in re.split(f"[{HYPHENS}]", text) if part]
    if len(parts) == 1 or parts[0].lower() in cue_words.PARTICLES or text in gazetteer.KNOWN:
        return "C" if text[0].isupper() or len(text) > 2 else "x"  # noqa: PLR2004 - "pH" is no name
    if all(part in gazetteer.KNOWN or part in gazetteer.DEMONYMS for part in parts):
        return "K"
    return "C" if parts[0][0].isupper() and not parts[-1].islower() else "K"
