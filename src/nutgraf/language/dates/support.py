"""Whether words that could be a date are used as one, told by what stands around them.

A number that may be a year is judged in ``years``; months, seasons and holidays are judged here,
weekdays and what counts from the day in ``day_support``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.article import Span
from nutgraf.language.dates.patterns import Lazy, near
from nutgraf.language.dates.tense import sentence_around
from nutgraf.language.dates.words import (
    AMBIGUOUS_MONTHS,
    COUNTED,
    FINANCE,
    FUNCTION_WORDS,
    MONTH_LEADS,
    NAMED_AFTER_PEOPLE,
    PERIOD_LEADS,
)
from nutgraf.language.dates.years import is_year

_REACH: Final = 30
_LONGEST_ABBREVIATION: Final = len("Sept")
_LAST_YEAR: Final = 2100
_CENTURY: Final = 100
_SECOND_OF_RANGE: Final = Lazy(
    r"\b(?:from|between)\s[\w.]{3,9}\s(?:to|and|until)\s$", re.IGNORECASE
)
_NAME: Final = Lazy(r"\s[A-Z][a-z]")
_WORD: Final = Lazy(r"\s(\w+)")
_WORDS: Final = Lazy(r"[\w-]+")
# "The March protests", but not "the March for Life" and not "a march".
_DETERMINED: Final = Lazy(r"(?:\b(?:the|a|an|its|his|her|their|our)|['\u2019]s)\s$", re.IGNORECASE)
_LOWER_NOUN: Final = Lazy(r"\s([a-z]{3,})\b")
_SAID: Final = Lazy(r"\s(?:said|says|told|was|is|has|had|resigned|argued|added)\b")
_NUMBER_BEFORE: Final = Lazy(r"[\w.,:/$€£#+\u2013-]$|[$€£#]\s$")
_NUMBER_AFTER: Final = Lazy(r"[-\u2013]?\w|[.,:/\u2013-]\d|%")
_OPEN_BRACKET: Final = Lazy(r"\(\s?$|\bc\.\s$")
_SHORT_YEAR_BEFORE: Final = Lazy(
    r"\b(?:in|of|since|from|until|till|by|before|after|the|early|late|spring|summer|autumn|fall"
    r"|winter)\s['\u2019]$",
    re.IGNORECASE,
)
_CLOSING_MARK: Final = Lazy(r"['\u2019](?!\w)")
_COMPLETE: Final = Lazy(r"\s*(?:[.,;:!?()\[\]”\"\u2014\u2013-]|$)|['\u2019]s\b")
_HOLIDAY_NAMES: Final = Lazy(
    r"\s(?:Agreement|Accord|Accords|Island|Islands|Rising|Massacre|weekend)\b"
)
_EVERY: Final = Lazy(r"\b(?:every|each|most|any|orthodox|coptic)\s$", re.IGNORECASE)
_HOLIDAY_LEADS: Final = (
    "at", "before", "by", "after", "since", "until", "till", "over", "on", "during", "around",
    "between", "of", "for", "from", "to", "and",
)  # fmt: skip
# Holidays whose name alone is also a time of year, a good or a mood.
_BARE_HOLIDAYS: Final = frozenset({"christmas", "easter", "thanksgiving", "halloween", "epiphany"})
_WAR_LEADS: Final = (
    "in", "during", "of", "since", "before", "after", "until", "till", "throughout", "from", "to",
    "through", "between", "by",
)  # fmt: skip
_FIGURES_LEADS: Final = (*_WAR_LEADS, "on", "post", "pre", "the")


def is_capitalised(text: str, found: re.Match[str]) -> bool:
    """Tell "May 5" from "may 5": months that are also words count with a capital only."""
    del text
    word = found["month"]
    return not (word[0].islower() and word.rstrip(".").lower() in AMBIGUOUS_MONTHS)


def is_month(text: str, found: re.Match[str]) -> bool:
    """Tell a month that stands without year or day from a name, a verb or a modal."""
    word = found["month"]
    if word[0].islower() or found["year"] or found["rel"] or found["yy"]:
        return is_capitalised(text, found) and not word[0].islower()
    before, after = around(text, found)
    name = word.rstrip(".").lower()
    abbreviated = len(name) <= _LONGEST_ABBREVIATION and name not in {"may", "june", "july"}
    if name not in AMBIGUOUS_MONTHS and not abbreviated:
        return not _EVERY.search(before)
    led = _leads(MONTH_LEADS).search(before) or _SECOND_OF_RANGE.search(before)
    if abbreviated:
        return bool(led) and word.endswith(".")
    named = _NAME.match(after) or _SAID.match(after)
    return bool(led and not named) or _dates_a_noun(before, after)


def _dates_a_noun(before: str, after: str) -> bool:
    """Tell "the March protests" from "the March for Life" and "the May government"."""
    noun = _LOWER_NOUN.match(after)
    if noun is None or not _DETERMINED.search(before):
        return False
    return noun[1] not in FUNCTION_WORDS | NAMED_AFTER_PEOPLE


def is_season(text: str, found: re.Match[str]) -> bool:
    """Tell "in the summer" from "summer jobs" and from "the fall of Rome"."""
    if found["year"] or found["rel"] or found["yy"]:
        return True
    before, after = around(text, found)
    following = _WORD.match(after)
    complete = following is None or following[1].lower() in FUNCTION_WORDS - {"of"}
    return complete and _leads(PERIOD_LEADS).search(before) is not None


def is_holiday(text: str, found: re.Match[str]) -> bool:
    """Tell a holiday from what is named or sold after it: "the Good Friday Agreement"."""
    before, after = around(text, found)
    if _HOLIDAY_NAMES.match(after) or _EVERY.search(before):
        return False
    told = found["year"] or found["rel"] or found["yy"] or found["which"]
    name = found["holiday"]
    if name.islower() and not name.startswith("fourth"):
        return False
    if told or name.lower() not in _BARE_HOLIDAYS:
        return True
    return _leads(_HOLIDAY_LEADS).search(before) is not None and _is_complete(after)


def is_named_period(text: str, found: re.Match[str]) -> bool:
    """Tell "during World War II" from "a World War II bomb"."""
    before, after = around(text, found)
    if found["named"][0].isdigit():
        leads = _leads(_FIGURES_LEADS).search(f"{before} " if found[0][0] in "tT" else before)
        return found[0][0] in "tT" or leads is not None
    return _leads(_WAR_LEADS).search(before) is not None and _is_complete(after)


def is_part_of_year(text: str, found: re.Match[str]) -> bool:
    """Tell "Q3" of a firm's year from the third question, and "2H" from two hours."""
    if not any(sign.isupper() for sign in found["share"]):
        return False
    if found["year"] or found["rel"] or found["yy"] or found["fy_year"]:
        return True
    return not found["share"][0].isdigit() and is_financial(text, found)


def is_financial(text: str, found: re.Match[str]) -> bool:
    """Tell the quarter of a year from that of a game, by the words of money in its sentence."""
    before, after = sentence_around(text, Span(*found.span()))
    said = (word[0].lower() for part in (before, after) for word in _WORDS.finditer(part))
    return any(word in FINANCE for word in said)


def is_century(text: str, found: re.Match[str]) -> bool:
    """Tell "the fourth century" from the end of "the thirty-fourth century"."""
    return not text.endswith("-", 0, found.start())


def is_bare_year(text: str, found: re.Match[str]) -> bool:
    """Tell a year from any other four-digit number."""
    return is_year(text, found.start("year"), found.end("year"))


def is_short_year(text: str, found: re.Match[str]) -> bool:
    """Tell "in '98" from a quotation that opens with a number."""
    before, after = around(text, found)
    return bool(_SHORT_YEAR_BEFORE.search(before)) and not _CLOSING_MARK.search(after)


def is_row_of_years(text: str, found: re.Match[str]) -> bool:
    """Tell "1999-2003", "1892-94" and "2019/20" from a telephone number, a score or an amount."""
    before, after = around(text, found)
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after):
        return False
    following = _WORD.match(after)
    if following and following[1].lower() in COUNTED:
        return False
    first = int(found["from_year"])
    if found["season_year"]:
        return int(found["season_year"]) == (first + 1) % _CENTURY and first < _LAST_YEAR
    last = int(found["to_year"])
    if last < _CENTURY:
        tight = found.end("from_year") + 1 == found.start("to_year")
        told = tight or _OPEN_BRACKET.search(before) is not None
        return told and last > first % _CENTURY and first < _LAST_YEAR
    return first < last <= _LAST_YEAR


def around(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the few words before a match and after it, within its paragraph."""
    return near(text, *found.span(), _REACH)


def _is_complete(after: str) -> bool:
    """Tell whether no noun follows that the words before would only describe."""
    following = _WORD.match(after)
    return bool(_COMPLETE.match(after)) or (
        following is not None and following[1].lower() in FUNCTION_WORDS
    )


@cache
def _leads(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})[\s-](?:the\s)?$", re.IGNORECASE)
