"""Currencies: their signs, codes and names, and reading one before or behind a numeral.

A bare "$" and "dollars" are read as US dollars, "¥" as yen and "pounds" as sterling unless words
beside it say otherwise; units of measure are the business of ``measures``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.language.figures.numerals import GAP

# ISO 4217 codes. A letter before "$" says whose dollars they are.
SIGNS: Final = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "Can$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₦": "NGN",
    "₱": "PHP", "฿": "THB", "₫": "VND", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip

CODES: Final = (
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "SEK",
    "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "RUB", "UAH", "TRY", "ILS", "AED", "SAR", "QAR",
    "EGP", "ZAR", "NGN", "KES", "BRL", "MXN", "ARS", "CLP", "COP", "KRW", "TWD", "THB", "IDR",
    "MYR", "PHP", "VND", "PKR", "BDT", "RMB",
)  # fmt: skip

# Names behind a numeral. Those that several countries share keep the noun as their unit.
NAMES: Final = {
    "US dollar": "USD", "U.S. dollar": "USD", "American dollar": "USD",
    "Australian dollar": "AUD", "Canadian dollar": "CAD", "New Zealand dollar": "NZD",
    "Hong Kong dollar": "HKD", "Singapore dollar": "SGD", "dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP", "pounds sterling": "GBP", "British pound": "GBP",
    "Egyptian pound": "EGP", "pound": "GBP", "Swiss franc": "CHF", "franc": "francs",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "Pakistani rupee": "PKR",
    "rupiah": "IDR", "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "hryvnias": "UAH",
    "lira": "TRY", "shekel": "ILS", "dirham": "dirhams", "riyal": "riyals", "dinar": "dinars",
    "Swedish krona": "SEK", "Swedish kronor": "SEK", "Norwegian kroner": "NOK",
    "Danish kroner": "DKK", "kronor": "kronor", "kroner": "kroner", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "rand": "ZAR", "naira": "NGN",
    "real": "BRL", "reais": "BRL", "Mexican peso": "MXN", "peso": "pesos", "baht": "THB",
    "ringgit": "MYR", "taka": "BDT", "shilling": "shillings", "cent": "cents", "pence": "pence",
    "bitcoin": "BTC",
}  # fmt: skip
_NOT_ALONE: Final = {"real"}  # "two real problems"; as money only in the plural "reais"

_LONGEST_NAME: Final = 28
# "NZ $ 26"; a lone letter may be a word: "A $5 fee".
_SPACED_SIGN = re.compile(r"(?<=[A-Za-z.\\]{2})(?=\\\$)")


def currency_before() -> str:
    """Return the pattern of a sign or code, the longest first; digits must follow it."""
    signs = sorted(SIGNS, key=len, reverse=True)
    spellings = [_SPACED_SIGN.sub(lambda _: f"{GAP}?", re.escape(sign)) for sign in signs]
    return rf"(?:{'|'.join(spellings)}|(?:{'|'.join(CODES)})\b){GAP}?(?=\d)"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(currency_before())


@cache
def _behind() -> re.Pattern[str]:
    names = sorted((name for name in NAMES if name not in _NOT_ALONE), key=len, reverse=True)
    spellings = "|".join(re.escape(name).replace(r"\ ", GAP) + "s?" for name in names)
    return re.compile(
        rf"(?:(?P<pence>p(?!\.m))|(?:{GAP}|-)?(?:(?P<sign>[€£₽₴₫])|(?P<code>{'|'.join(CODES)})|(?i:(?P<name>{spellings}))))"
        r"(?!\w)"
    )


@cache
def _names() -> dict[str, str]:
    return {name.lower(): code for name, code in NAMES.items()}


def _code(printed: str) -> str:
    return "CNY" if printed == "RMB" else printed


def read_currency_before(text: str, pos: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code stands at ``pos`` before digits, and its end."""
    match = _before().match(text, pos)
    if match is None:
        return None
    printed = re.sub(r"\s+", "", match.group())
    return SIGNS.get(printed) or _code(printed), match.end()


def read_currency_behind(text: str, pos: int) -> tuple[str, int] | None:
    """Return the currency whose sign, code or name stands behind a numeral, and its end."""
    match = _behind().match(text, pos, pos + _LONGEST_NAME)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    if match["pence"]:
        return NAMES["pence"], match.end()
    if match["sign"]:
        return SIGNS[match["sign"]], match.end()
    if match["code"]:
        return _code(match["code"]), match.end()
    name = re.sub(r"\s+", " ", match["name"].lower())
    names = _names()
    return names.get(name) or names[name.removesuffix("s")], match.end()
