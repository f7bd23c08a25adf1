"""Numbers that are no figures: dates, clock times, years, labels, identifiers, list numbers.

What is a figure is decided in ``finding``; nothing here reads an amount.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.language.figures.numerals import GAP

MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_TH: Final = r"(?:st|nd|rd|th)?"
_DAY_JOIN: Final = rf"(?:[^\S\n]?[-\u2013][^\S\n]?|{GAP}(?:to|and|or|until){GAP})"

# Words whose number is a name, not an amount: "Article 5", "phase two", "World War Two".
_LABELS: Final = (
    "act|appendix|article|bill|boeing|box|category|chapter|channel|class|clause|covid|day|directive"
    "|episode|exhibit|figure|fig|flight|floor|form|formula|gate|grade|group|highway|interstate|item"
    "|lane|law|level|lot|model|number|page|pages|paragraph|part|phase|platform|proposition|psalm"
    "|question|resolution|room|route|row|rule|season|section|stage|step|suite|table|terminal|tier"
    "|title|type|unit|verse|version|volume|war|ward|zone"
)
_STREETS: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Place|Court|Way)\b"
)
_WEEKDAYS: Final = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
})  # fmt: skip
_POSSESSIVES: Final = ("'s", "\u2019s")
_SENTENCE_ENDS: Final = frozenset('.!?:\n"”“')
_FOUR_DIGITS: Final = re.compile(r"[0-9]{4}")
_YEARS: Final = range(1500, 2100)
_LOOKBACK: Final = 24


@cache
def _ahead() -> re.Pattern[str]:
    """Return the pattern of what begins with a digit and is no figure."""
    return re.compile(
        rf"""
        \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}(?!\d)                    # 2025-10-16, 16.10.2025
      | (?!\d{{1,3}}(?:\.\d{{3}})+(?!\d))\d+\.\d+\.\d+(?:\.\d+)*       # versions, addresses
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:{GAP}?[ap]\.?m\b\.?)?         # 17:30, 5:30 p.m.
      | \d{{1,2}}(?:\.\d{{2}})?{GAP}?[ap]\.?m\b\.?                     # 5pm, 5.30 p.m.
      | \d{{1,2}}{GAP}?o['\u2019]clock                                      # 5 o'clock
      | \d{{3,4}}{GAP}(?:GMT|UTC|BST|CET|EST)\b                        # 1730 GMT
      | \d{{1,5}}{GAP}(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)                # 776 BC
      | \d{{1,4}}['\u2019]?s\b                                              # 1990s, 747s
      | \d+(?:[-\u2013]\d+){{2,}}  # telephone numbers, books
      | \d{{3}}\)?{GAP}?\d{{3,4}}-\d{{4}}                              # (202) 555-0100
      | \d{{1,4}}/\d{{1,4}}(?:/\d+)?                                   # 24/7, 9/11
      | (?:1[5-9]|20)\d\d[^\S\n]?[-\u2013/][^\S\n]?\d{{2,4}}(?![\w,])       # 2010-11
      | \d{{1,2}}{_TH}{_DAY_JOIN}\d{{1,2}}{_TH}(?:{GAP}of)?{GAP}{MONTH} # 16-18 October
      | \d{{1,2}}{_TH}(?:{GAP}of)?{GAP}{MONTH}(?:,?{GAP}\d{{4}}\b)?    # 16th of October 2025
      | \d{{1,5}}{GAP}(?:[A-Z]\w{{0,20}}{GAP}){{1,3}}{_STREETS}        # 10 Downing Street
      | \d{{1,3}}°[^\S\n]?\d{{1,2}}(?:\.\d+)?['\u2032\u2019]           # 59°10'25"
        (?:\d{{1,2}}(?:\.\d+)?["\u2033”])?
      | \d{{1,3}}\.\d{{1,12}}°[^\S\n]?[NSEW]\b                        # 59.17°N
      | -?\d{{1,3}}\.\d{{3,12}};[^\S\n]?-?\d{{1,3}}\.\d{{3,12}}           # 59.1736; 18.1679
      | \d[\w.]{{0,30}}@                                               # addresses of mail
        """,
        re.VERBOSE,
    )


@cache
def _days_after_a_month() -> re.Pattern[str]:
    return re.compile(
        rf"\d{{1,2}}{_TH}(?:{_DAY_JOIN}(?:{MONTH}{GAP})?\d{{1,2}}{_TH})?(?!\w|[.,]\d)"
        rf"(?:,?{GAP}\d{{4}}\b)?|\d{{4}}(?!\w|[.,]\d)"
    )


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b{MONTH}\.?{GAP}(?:the{GAP})?$")


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?i:{_LABELS})\.?|[Nn]os?\.|Nos?){GAP}?$")


_SPOKEN_TIME: Final = re.compile(
    rf"[a-z]{{3,6}}(?:-[a-z]{{3,6}})?{GAP}(?:o['\u2019]clock|[ap]\.?m\b)",
    re.IGNORECASE,
)
_CAPITALISED_BEFORE: Final = re.compile(
    rf"(?:^|(?P<mark>.)\s|\s)(?P<word>[A-Z][\w\u2019'-]*){GAP}$", re.DOTALL
)
_LIST_NUMBER: Final = re.compile(r"\d{1,3}[.)](?=\s)")
_ALONE_IN_BRACKETS: Final = re.compile(r"\d{1,4}[)\]]")
_DIGITS: Final = re.compile(r"[\d.,]+")


def skip_non_figure(text: str, pos: int) -> int | None:
    """Return where the number that begins at ``pos`` ends if it is no figure, else None.

    Bare years and numbers behind a capitalised word need their right-hand context as well: see
    ``looks_like_a_year`` and ``stands_in_a_name``.
    """
    before = text[max(0, pos - _LOOKBACK) : pos]
    if text[pos : pos + 1].isdecimal():
        return _skip_digits(text, pos, before)
    if _label_before().search(before):
        return pos + 1
    match = _SPOKEN_TIME.match(text, pos)
    return match.end() if match else None


def _skip_digits(text: str, pos: int, before: str) -> int | None:
    if _is_glued(before) or _label_before().search(before):
        return _past_digits(text, pos)
    if _month_before().search(before) and (match := _days_after_a_month().match(text, pos)):
        return match.end()
    if (match := _LIST_NUMBER.match(text, pos)) and _opens_an_item(match, before):
        return match.end()
    match = _ahead().match(text, pos)
    if match is None and before[-1:] in {"(", "["}:
        match = _ALONE_IN_BRACKETS.match(text, pos)
    return match.end() if match else None


def _opens_an_item(match: re.Match[str], before: str) -> bool:
    """Tell whether "1." opens a line, or "1)" stands anywhere without its opening bracket."""
    return before[-1:] in {"", "\n"} or (match.group()[-1] == ")" and "(" not in before)


def _past_digits(text: str, pos: int) -> int:
    match = _DIGITS.match(text, pos)
    return match.end() if match else pos + 1


def _is_glued(before: str) -> bool:
    """Tell whether the digits go on from what stands before them: "F-16", "#10", "/2025", "'24"."""
    last, previous = before[-1:], before[-2:-1]
    if last in {"-", "\u2013"}:
        return previous.isalnum()
    return last in {"#", "/", "_", "@", "\u2019", "'", "+", "=", "&", "."} or (
        last in {",", ":"} and previous.isdecimal()
    )


def looks_like_a_year(text: str, start: int, end: int) -> bool:
    """Tell whether four bare digits would be a year in running text: 1500 to 2099."""
    printed = text[start:end]
    return _FOUR_DIGITS.fullmatch(printed) is not None and int(printed) in _YEARS


def stands_in_a_name(text: str, start: int) -> bool:
    """Tell whether a capitalised word stands right before ``start``, within a sentence."""
    match = _CAPITALISED_BEFORE.search(text[max(0, start - _LOOKBACK) : start])
    if match is None or match["word"] in _WEEKDAYS or match["word"].endswith(_POSSESSIVES):
        return False
    return match["mark"] is not None and match["mark"] not in _SENTENCE_ENDS


def follows_in_a_sentence(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` stands inside a sentence and not at its beginning."""
    before = text[max(0, start - 2) : start].rstrip(" \u00a0")
    return bool(before) and before[-1] not in _SENTENCE_ENDS
