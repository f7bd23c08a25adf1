"""Shares without a per cent sign: "one in five", "two thirds", "half of the".

Percentages are amounts with a unit, and read as such.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from nutgraf.article import Span
from nutgraf.language.figures.exclusions import looks_like_a_year
from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.measures import read_measure
from nutgraf.language.figures.numerals import GAP, Numeral, normal_form, read_numeral
from nutgraf.language.figures.qualifiers import read_qualifier

_NUMERATORS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
}  # fmt: skip
_DENOMINATORS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip

_IN = re.compile(rf"{GAP}(?:in|out{GAP}of){GAP}(?:every{GAP})?|-(?:in|out-of)-")
# Behind these a number "in" another is a tally, not a share: "three in four games".
_TALLIED = re.compile(rf"{GAP}(?:games|matches|starts|attempts|innings|outings|seasons|races)\b")
_AFTER_HALF = re.compile(rf"half(?={GAP}(?:of|the|its|their|his|her|our|all|as)\b)", re.IGNORECASE)
# "By half a million" is an amount, "by half" a share.
_BARE_HALF = re.compile(rf"half(?![\w-]|{GAP}an?\b)", re.IGNORECASE)
_OTHER_HALF = re.compile(
    rf"\b(?:first|second|third|other|latter|final|top|bottom|better|a|and|one){GAP}$", re.IGNORECASE
)
# Words that make "a third" a share and not the third of a row.
_OPENS_A_SHARE = re.compile(
    rf"\b(?:by|about|around|roughly|nearly|almost|than|over|under|just|only|to){GAP}$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    rf"(?:an?{GAP})?(?P<part>half|quarter|three-quarter)-(?:percentage-)?point\b", re.IGNORECASE
)
# "A fifth below", "fell a fifth to 3".
_COMPARED = re.compile(
    rf"{GAP}(?:below|above|lower|higher|cheaper|dearer|smaller|bigger|larger)\b", re.IGNORECASE
)
_CHANGED = re.compile(
    rf"\b(?:up|down|fell|fallen|falling|rose|risen|rising|shrank|grew|dropped|jumped|climbed){GAP}$",
    re.IGNORECASE,
)
_ENDS_A_CHANGE = re.compile(
    rf"[.,;:)]|{GAP}(?:(?:to|from){GAP}[\d$€£]|(?:on|in|since|last|this|over)\b)|\Z"
)
_OF = re.compile(rf"{GAP}of\b")
_OF_A = re.compile(rf"{GAP}of{GAP}an?\b")
_LOOKBACK: Final = 16


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<over>{'|'.join(_NUMERATORS)})(?P<join>{GAP}|-)"
        rf"(?P<under>{'|'.join(_DENOMINATORS)})(?P<plural>s?)(?![\w-])",
        re.IGNORECASE,
    )


def read_share(text: str, pos: int) -> Figure | None:
    """Return the share that begins at ``pos``, in per cent, or None."""
    return (
        _read_points(text, pos)
        or _read_fraction(text, pos)
        or _read_half(text, pos)
        or _read_in(text, pos)
    )


def _read_points(text: str, pos: int) -> Figure | None:
    """Read "a quarter-point cut", "a half-percentage-point rise" in percentage points."""
    match = _POINTS.match(text, pos)
    if match is None:
        return None
    value = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(match["part"].lower())
    return Figure(
        Span(pos, match.end()), value or Decimal("0.75"), "percentage points", FigureKind.SHARE
    )


def _share(text: str, span: Span, over: Decimal, under: Decimal) -> Figure:
    value = normal_form((over * 100 / under).quantize(Decimal("0.01")))
    qualifier = read_qualifier(text, span)
    if qualifier is Qualifier.EXACT and value % 1:
        qualifier = Qualifier.ABOUT
    return Figure(span, value, "%", FigureKind.SHARE, qualifier=qualifier)


def _read_fraction(text: str, pos: int) -> Figure | None:
    match = _fraction().match(text, pos)
    if match is None:
        return None
    over = match["over"].lower()
    opened = _OPENS_A_SHARE.search(text[max(0, pos - _LOOKBACK) : pos]) is not None
    of = (_OF.match(text, match.end()) or _COMPARED.match(text, match.end())) is not None
    of = of or _is_a_change(text, pos, match.end())
    if over == "a" and not (of or opened):
        return None
    if (
        over not in {"a", "one"}
        and not match["plural"]
        and not (of or opened or match["join"] == "-")
    ):
        return None
    under = match["under"].lower()
    if under == "quarter" and (
        _OF_A.match(text, match.end()) or not _is_a_part(match, of or opened)
    ):
        return None  # "a quarter of a million" is an amount, "three quarters" are also nine months
    return _share(
        text, Span(pos, match.end()), Decimal(_NUMERATORS[over]), Decimal(_DENOMINATORS[under])
    )


def _is_a_change(text: str, start: int, end: int) -> bool:
    """Tell "sales fell a fifth to 3" from "she rose a third time"."""
    before = _CHANGED.search(text[max(0, start - _LOOKBACK) : start])
    return before is not None and _ENDS_A_CHANGE.match(text, end) is not None


def _is_a_part(match: re.Match[str], of: bool) -> bool:
    return of or match["join"] == "-"


def _read_half(text: str, pos: int) -> Figure | None:
    before = text[max(0, pos - _LOOKBACK) : pos]
    if _OTHER_HALF.search(before):
        return None
    match = _AFTER_HALF.match(text, pos)
    if match is None and _OPENS_A_SHARE.search(before):
        match = _BARE_HALF.match(text, pos)
    if match is None or _OF_A.match(text, match.end()):
        return None
    return _share(text, Span(pos, match.end()), Decimal(1), Decimal(2))


def _read_in(text: str, pos: int) -> Figure | None:
    over = read_numeral(text, pos)
    match = _IN.match(text, over.end) if over else None
    under = read_numeral(text, match.end()) if match else None
    if over is None or under is None or not _is_share(text, over, under):
        return None
    return _share(text, Span(pos, under.end), over.value, under.value)


def _is_share(text: str, over: Numeral, under: Numeral) -> bool:
    if over.incomplete or under.incomplete or over.value >= under.value:
        return False
    if looks_like_a_year(text, under.start, under.end) or text[under.end : under.end + 1].isalnum():
        return False
    return read_measure(text, under.end) is None and _TALLIED.match(text, under.end) is None
