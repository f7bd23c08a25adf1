"""Two amounts joined: ranges ("10 to 15 km", "between 5 and 7 percent") and changes ("from .. to").

One amount is read by ``amounts``; scores go before, in ``scores``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures.amounts import Amount, read_amount
from nutgraf.language.figures.exclusions import looks_like_a_year
from nutgraf.language.figures.figure import FigureKind
from nutgraf.language.figures.numerals import GAP

if TYPE_CHECKING:
    from decimal import Decimal

_JOIN = re.compile(
    rf"(?:{GAP}(?:(?P<to>to|or)|(?P<and>and)){GAP}|-(?P<hyphened>to|or)-|[^\S\n]?[-\u2013][^\S\n]?)",
    re.IGNORECASE,
)
# "From 9.6 million in 2021 to 5.1 million": the year begins no range.
_DATING: Final = re.compile(rf"\b(?:in|since|during|until|by|of){GAP}$", re.IGNORECASE)
_LOOSE: Final = r"(?:about|around|roughly|some|an estimated|approximately)"
_BETWEEN = re.compile(rf"\bbetween{GAP}(?:{_LOOSE}{GAP})?$", re.IGNORECASE)
_RANGING = re.compile(rf"\brang(?:e|es|ed|ing){GAP}from{GAP}$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom{GAP}(?:{_LOOSE}{GAP})?$", re.IGNORECASE)
_LOOKBACK: Final = 28


@dataclass(frozen=True, slots=True)
class Reach:
    """An amount that may reach up to a higher one, which then belongs to its stretch of text."""

    amount: Amount
    high: Decimal | None = None


def read_reaches(text: str, pos: int) -> tuple[Reach, ...]:
    """Return what is read at ``pos``: nothing, an amount, a range, or the two ends of a change."""
    first = read_amount(text, pos)
    if first is None:
        return ()
    join = _JOIN.match(text, first.end)
    second = _read_second(text, first, join) if join else None
    if join is None or second is None:
        return (Reach(first),)
    first, second = _share_unit(_share_scale(first, second), second)
    before = text[max(0, pos - _LOOKBACK) : pos]
    if join["to"] and _FROM.search(before) and not _RANGING.search(before):
        return (Reach(first), Reach(second))
    if first.value >= second.value:
        return (Reach(first),)
    return (Reach(replace(first, end=second.end), second.value),)


def _read_second(text: str, first: Amount, join: re.Match[str]) -> Amount | None:
    """Return the amount that the join binds to the first, or None where it does not."""
    before = text[max(0, first.start - _LOOKBACK) : first.start]
    if join["and"] and not _BETWEEN.search(before):
        return None
    if _DATING.search(before) and looks_like_a_year(text, first.start, first.end):
        return None
    second = read_amount(text, join.end(), money=first.kind is FigureKind.MONEY)
    if second is None or not _are_alike(first, second) or _are_years(text, first, second):
        return None
    return second


def _are_alike(first: Amount, second: Amount) -> bool:
    return first.unit is None or second.unit is None or first.unit == second.unit


def _are_years(text: str, first: Amount, second: Amount) -> bool:
    return all(
        amount.unit is None and looks_like_a_year(text, amount.start, amount.end)
        for amount in (first, second)
    )


def _share_scale(first: Amount, second: Amount) -> Amount:
    """Give "5 to 7 million" its scale at the lower end; "500 to 1 million" keeps what it says."""
    numeral = second.numeral
    if first.numeral.scaled or not numeral.scaled or first.numeral.mantissa >= numeral.mantissa:
        return first
    return replace(first, value=first.value * numeral.value / numeral.mantissa)


def _share_unit(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    if first.unit is None:
        return replace(first, unit=second.unit, kind=second.kind), second
    return first, replace(second, unit=first.unit, kind=first.kind)
