"""The words for numbers, as tables.

How they combine is the business of ``numerals``; ordinals and fractions have theirs in ``shares``
and ``ordinals``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DIGITS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS: Final = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
# Plural spellings are scales only after a numeral ("Rs 3 lakhs"); alone they are vague.
PLURAL_SCALES: Final = {f"{word}s": value for word, value in SCALES.items() if word != "dozen"}

# Abbreviated scales that mean nothing else after a numeral.
CLEAR_SUFFIXES: Final = {
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
# Behind digits in the languages that nutgraf tells apart; a German Billion is an English trillion.
FOREIGN_SCALES: Final = {
    "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billionen": 10**12,
    "milliard": 10**9, "millones": 10**6, "milhão": 10**6, "milhões": 10**6, "bilhões": 10**9,
    "milione": 10**6, "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9, "miljoen": 10**6,
    "miljard": 10**9, "miljoner": 10**6, "miljarder": 10**9, "millioner": 10**6,
    "milliarder": 10**9, "mia": 10**9, "mld": 10**9, "milyon": 10**6, "milyar": 10**9,
}  # fmt: skip
# These are also metres, kilobytes or a television series: scales only beside a currency, or
# glued to the numeral before a plural noun ("3m people").
LETTER_SUFFIXES: Final = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "T": 10**12,
}  # fmt: skip

VULGAR_FRACTIONS: Final = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip

# "hundreds": at least one of them, at most ten times as many.
VAGUE_NUMBERS: Final = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "lakhs": 10**5,
    "millions": 10**6, "crores": 10**7, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
