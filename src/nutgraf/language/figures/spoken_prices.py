"""Prices as they are spoken, without "and" or cents: "twelve fifty euros" is 12.50.

All other amounts of money are read in ``amounts``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from nutgraf.article import Span
from nutgraf.language.figures.currencies import read_currency_behind
from nutgraf.language.figures.figure import Figure, FigureKind
from nutgraf.language.figures.number_words import DIGITS, TEENS, TENS
from nutgraf.language.figures.numerals import GAP

_CENT: Final = Decimal("0.01")
_VALUES: Final = {**DIGITS, **TEENS, **TENS}
_OF_CASH: Final = re.compile(rf"{GAP}(?:bill|note|coin)s?\b")  # "fifty twenty dollar bills"


@cache
def _price() -> re.Pattern[str]:
    """Return the pattern of two numbers in words, ten or more: "two fifty" may be 250."""
    tens, ones = "|".join(TENS), "|".join(DIGITS)
    number = rf"(?:{'|'.join(TEENS)}|(?:{tens})(?:-(?:{ones}))?)"
    return re.compile(rf"(?P<whole>{number}){GAP}(?P<cents>{number})(?!\w|-)", re.IGNORECASE)


def read_spoken_price(text: str, pos: int) -> Figure | None:
    """Return the price that begins at ``pos``, or None."""
    match = _price().match(text, pos)
    currency = read_currency_behind(text, match.end()) if match else None
    if match is None or currency is None:
        return None
    code, end = currency
    if _OF_CASH.match(text, end):
        return None
    value = _number(match["whole"]) + _number(match["cents"]) * _CENT
    return Figure(Span(pos, end), value, code, FigureKind.MONEY)


def _number(words: str) -> Decimal:
    return Decimal(sum(_VALUES[word] for word in words.casefold().split("-")))
