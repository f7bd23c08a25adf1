"""Reading one amount: a numeral with the currency or unit of measure around it.

Ranges, and whether the amount is a figure at all, are the business of ``finding``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from nutgraf.language.figures.currencies import read_currency_before, read_currency_behind
from nutgraf.language.figures.figure import FigureKind
from nutgraf.language.figures.measures import read_measure
from nutgraf.language.figures.numerals import GAP, Numeral, read_numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral and its unit.

    Attributes:
        start: Where it begins, a currency before it included.
        end: Where it ends, its unit included.
        numeral: The numeral.
        value: Its value; negative under a minus sign.
        unit: The currency or unit of measure, or None.
        kind: ``COUNT`` where there is no unit.
    """

    start: int
    end: int
    numeral: Numeral
    value: Decimal
    unit: str | None
    kind: FigureKind


# Pounds are sterling unless the words around them weigh something.
_WEIGHS = re.compile(
    r"\b(?:weigh\w*|heav\w+|lift\w*|gain\w*|lost|lose|losing|shed)\b[^.\n]{0,24}$", re.IGNORECASE
)
_OF_GOODS = re.compile(rf"{GAP}(?:of|overweight|heavier|lighter)\b", re.IGNORECASE)
_INCHES = re.compile(
    rf"{GAP}?(?P<value>\d{{1,2}}(?:\.\d+)?)(?:{GAP}?(?:inches|inch|in)\b|[\"\u2033”])"
)
_POUNDS = re.compile(rf"{GAP}?(?P<value>\d{{1,2}}){GAP}?lbs?\b")
_POUNDS_OF_A_STONE: Final = 14
_FEET_AND_INCHES = re.compile(r"(?P<feet>\d)['\u2032\u2019](?P<inches>\d{1,2})[\"\u2033”]")
_AND_A_HALF = re.compile(rf"{GAP}and{GAP}a{GAP}half\b", re.IGNORECASE)
_ONE_UNIT = re.compile(rf"an?(?={GAP}\w{{3,12}}{GAP}and{GAP}a{GAP}half\b)", re.IGNORECASE)
_MINUS = re.compile(rf"(?:(?:^|[\s(])[-\u2212]|\bminus{GAP})$", re.IGNORECASE)
_SIGNED: Final = frozenset({FigureKind.TEMPERATURE, FigureKind.SHARE, FigureKind.MONEY})
_DEGREES: Final = "degrees"  # of a scale that is not told
_BELOW_ZERO = re.compile(
    rf"{GAP}below{GAP}zero\b(?:{GAP}(?:(?P<celsius>celsius|centigrade)|(?P<fahrenheit>fahrenheit))\b)?",
    re.IGNORECASE,
)
_LOOKBACK: Final = 48
_HALF: Final = Decimal("0.5")


def read_amount(text: str, pos: int, *, money: bool = False) -> Amount | None:
    """Return the amount that begins at ``pos``, or None.

    Args:
        text: The text.
        pos: An offset into it, in code points.
        money: Whether it continues a sum of money ("£10-15m"), so that "m" means million.
    """
    amount = _read_height(text, pos) or _read_money(text, pos) or _read_bare(text, pos, money=money)
    if amount is None or text[amount.end : amount.end + 1].isalnum():
        return None
    return _with_sign(text, amount)


def _read_height(text: str, pos: int) -> Amount | None:
    match = _FEET_AND_INCHES.match(text, pos)
    if match is None:
        return None
    value = Decimal(match["feet"]) * 12 + Decimal(match["inches"])
    numeral = Numeral(pos, match.end(), value, value, digits=True)
    return Amount(pos, match.end(), numeral, value, "in", FigureKind.DISTANCE)


def _read_money(text: str, pos: int) -> Amount | None:
    currency = read_currency_before(text, pos)
    if currency is None:
        return None
    unit, begin = currency
    numeral = read_numeral(text, begin, money=True)
    if numeral is None:
        return None
    return Amount(pos, numeral.end, numeral, numeral.value, unit, FigureKind.MONEY)


def _read_bare(text: str, pos: int, *, money: bool) -> Amount | None:
    numeral = read_numeral(text, pos, money=money) or _read_article(text, pos)
    if numeral is None:
        return None
    amount = Amount(pos, numeral.end, numeral, numeral.value, None, FigureKind.COUNT)
    unit = _read_currency(text, amount) or _read_unit(text, amount)
    if unit is None and numeral.incomplete:
        return None
    return unit or amount


def _read_article(text: str, pos: int) -> Numeral | None:
    """Read the "a" of "a year and a half" as one."""
    match = _ONE_UNIT.match(text, pos)
    if match is None:
        return None
    return Numeral(pos, match.end(), Decimal(1), Decimal(1), incomplete=True)


def _read_currency(text: str, amount: Amount) -> Amount | None:
    currency = read_currency_behind(text, amount.end)
    if currency is None:
        return None
    unit, end = currency
    if unit == "GBP" and _is_weight(text, amount.start, end):
        return replace(amount, end=end, unit="lb", kind=FigureKind.WEIGHT)
    return replace(amount, end=end, unit=unit, kind=FigureKind.MONEY)


def _is_weight(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LOOKBACK) : start]
    return _WEIGHS.search(before) is not None or _OF_GOODS.match(text, end) is not None


def _read_unit(text: str, amount: Amount) -> Amount | None:
    read = read_measure(text, amount.end)
    if read is None:
        return None
    measure, end = read
    value = amount.value
    if measure.unit == "ft" and (inches := _INCHES.match(text, end)):
        value = value * 12 + Decimal(inches["value"])
        return replace(amount, end=inches.end(), value=value, unit="in", kind=FigureKind.DISTANCE)
    if measure.unit == "st" and (pounds := _POUNDS.match(text, end)):
        value = value * _POUNDS_OF_A_STONE + Decimal(pounds["value"])
        return replace(amount, end=pounds.end(), value=value, unit="lb", kind=FigureKind.WEIGHT)
    if half := _AND_A_HALF.match(text, end):
        value, end = value + _HALF, half.end()
    return replace(amount, end=end, value=value, unit=measure.unit, kind=measure.kind)


def _with_sign(text: str, amount: Amount) -> Amount:
    if amount.kind not in _SIGNED and amount.unit != _DEGREES:
        return amount
    if below := _BELOW_ZERO.match(text, amount.end):
        return _below_zero(amount, below)
    match = _MINUS.search(text, max(0, amount.start - 8), amount.start)
    if match is None:
        return amount
    start = match.start() + (match.group()[0].isspace() or match.group()[0] == "(")
    return replace(amount, start=start, value=-amount.value)


def _below_zero(amount: Amount, behind: re.Match[str]) -> Amount:
    """Read "12 degrees below zero" and "12 degrees below zero Fahrenheit"."""
    scale = {"celsius": "°C", "fahrenheit": "°F"}.get(behind.lastgroup or "")
    below = replace(amount, end=behind.end(), value=-amount.value)
    return below if scale is None else replace(below, unit=scale, kind=FigureKind.TEMPERATURE)
