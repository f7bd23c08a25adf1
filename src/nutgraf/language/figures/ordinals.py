"""Ordinals: "the third round", "93rd".

Fractions such as "two thirds" are shares, days of the month are dates.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from nutgraf.article import Span
from nutgraf.language.figures.figure import Figure, FigureKind
from nutgraf.language.figures.nouns import is_stop_word
from nutgraf.language.figures.number_words import TENS
from nutgraf.language.figures.numerals import GAP

_SMALL: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9,
}  # fmt: skip
_LARGE: Final = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

ORDINAL_WORDS: Final = (*_SMALL, *_LARGE)

_PRINTED = re.compile(r"(?P<value>\d{1,3}(?:,\d{3}|\d{0,3}))(?P<suffix>st|nd|rd|th)(?!\w)")
# A word that opens a noun phrase, or a verb of ranking: what follows is an ordinal and no adverb.
_OPENS = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|my|your|this|that|every|each|came|finished|finish"
    rf"|placed|ranked|in|for|and|or)|['\u2019]s?){GAP}$",
    re.IGNORECASE,
)
_NOT_AN_ORDINAL = re.compile(rf"\b(?:at|per|split){GAP}$", re.IGNORECASE)
_NO_RANK_BEHIND = re.compile(
    rf"{GAP}(?:of{GAP}all|centur(?:y|ies)|thoughts?|hand|battalion|brigade|regiment|division|infantry"
    r"|army|congress|amendment|street|avenue)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:{GAP}|-)(?P<word>[^\W\d_]+)")
_LOOKBACK: Final = 16


@cache
def _words() -> re.Pattern[str]:
    tens, small, large = "|".join(TENS), "|".join(_SMALL), "|".join(_LARGE)
    return re.compile(
        rf"(?:(?P<tens>{tens})-(?P<small>{small})|(?P<word>{small}|{large}))(?!\w)", re.IGNORECASE
    )


def read_ordinal(text: str, pos: int) -> Figure | None:
    """Return the ordinal that begins at ``pos``, or None."""
    match = _PRINTED.match(text, pos)
    if match is not None and match["suffix"] != _suffix(match["value"]):
        return None  # "13st" is a weight
    if match is None:
        match = _words().match(text, pos)
        if match is None or not _ranks(text, match):
            return None
        value = _value(match)
    else:
        value = Decimal(match["value"].replace(",", ""))
    if _NO_RANK_BEHIND.match(text, match.end()):
        return None
    return Figure(Span(pos, match.end()), value, None, FigureKind.ORDINAL)


def _suffix(digits: str) -> str:
    """Return what makes an ordinal of a number: "st" for 21, "th" for 11."""
    if digits[-2:-1] == "1":
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")


def _value(match: re.Match[str]) -> Decimal:
    if match["tens"]:
        return Decimal(TENS[match["tens"].lower()] + _SMALL[match["small"].lower()])
    word = match["word"].lower()
    return Decimal(_SMALL.get(word) or _LARGE[word])


def _ranks(text: str, match: re.Match[str]) -> bool:
    """Tell whether an ordinal in words ranks: not "First Lady", "at first", "a second"."""
    before = text[max(0, match.start() - _LOOKBACK) : match.start()]
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    if _NOT_AN_ORDINAL.search(before) or (match.group()[0].isupper() and not word.islower()):
        return False
    noun_follows = bool(word) and not is_stop_word(word)
    if match.group().lower() == "second":
        return noun_follows or before.lower().endswith(("the ", "came ", "finished "))
    opened = _OPENS.search(before) is not None
    return opened or (noun_follows and match.group().lower() != "first")
