"""The table of rules: every form of date expression, and the reader that gives its meaning.

The notation is that of ``grammar``. Where several rules match at one place the longest match wins;
of equal ones, the rule further up.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import absolute, relative, support
from nutgraf.language.dates.grammar import Rule
from nutgraf.language.dates.words import (
    DEICTIC_DAYS,
    HOLIDAYS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS,
    VAGUE_NUMBERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _first(*tables: Iterable[str]) -> frozenset[str]:
    """Return the first word of each phrase, passing over "the"."""
    phrases = (phrase.removeprefix("the ") for table in tables for phrase in table)
    return frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in phrases)


_DIGITS: Final = frozenset({"#"})
_MONTH: Final = _words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december"
)
_WEEKDAY: Final = _words("monday tuesday wednesday thursday friday saturday sunday")
_WD: Final = _WEEKDAY | _words("mon tue tues wed thu thur thurs fri sat sun")
_WHICH: Final = _words("last previous this current next coming upcoming past")
_BACK: Final = _words("following next previous preceding same that")
_UNITS: Final = _words("day night morning evening week fortnight month quarter year decade century")
_NUMBER: Final = _DIGITS | _first(NUMBERS, VAGUE_NUMBERS)
_NTH: Final = _DIGITS | _first(ORDINALS)


ABSOLUTE: Final = (
    Rule(
        _DIGITS,
        r"(?P<y>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)"
        r"(?:t\d\d:\d\d[\d:.]*(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])",
        absolute.read_iso_day,
        absolute=True,
    ),
    Rule(_DIGITS, r"(?P<y>\d{4})-w(?P<ww>\d\d)\b", absolute.read_iso_week, absolute=True),
    Rule(
        _DIGITS,
        r"(?P<one>\d{1,2})(?P<sep>[/.-])(?P<two>\d{1,2})(?P=sep)<year>",
        absolute.read_numeric,
        absolute=True,
    ),
    Rule(
        _WD | _MONTH,
        r"(?:<wd>,? )?<month> (?:the )?<day>(?:<yr>)?",
        absolute.read_day,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _WD | _DIGITS,
        r"(?:<wd>,? )?(?:the )?<day>(?: day)?(?: of)? <month>(?:<yr>)?",
        absolute.read_day,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _MONTH,
        r"<month> <day><to><day:2>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _DIGITS,
        r"(?:the )?<day>(?:<to>| and )<day:2>(?: of)? <month>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _MONTH,
        r"<month> <day>(?:<dash><month:2> <day:2>(?:<yr>)?)",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _DIGITS,
        r"<day> <month><dash><day:2> <month:2>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _MONTH,
        r"<month><dash><month:2>(?:<yr>)?",
        absolute.read_months,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        _MONTH,
        r"<month>(?:<to>| and )<month:2><yr>",
        absolute.read_months,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(_MONTH, r"<month>(?:<yr>)?", absolute.read_month, absolute=True, support=support.is_month),
    Rule(
        _first(SEASONS),
        r"<season>(?:<yr>)?",
        absolute.read_season,
        absolute=True,
        support=support.is_season,
    ),
    Rule(
        _WHICH | _first(HOLIDAYS),
        r"(?:<which> )?<holiday>(?:<yr>)?",
        absolute.read_holiday,
        absolute=True,
    ),
    Rule(
        _words("q h"),
        r"(?P<share>q[1-4]|h[12])\b(?:<yr>)?",
        absolute.read_part_of_year,
        absolute=True,
    ),
    Rule(
        _words("first second third fourth"),
        r"(?:the )?(?P<share>(?:first|second|third|fourth) (?:quarter|half))<yr>",
        absolute.read_part_of_year,
        absolute=True,
    ),
    Rule(_DIGITS, r"<year>", absolute.read_year, absolute=True, support=support.is_bare_year),
    Rule(
        _DIGITS,
        r"(?P<from_year>[12]\d{3})<dash>(?P<to_year>[12]\d{3}|\d\d)(?!\d)",
        absolute.read_years,
        absolute=True,
        support=support.is_row_of_years,
    ),
    Rule(
        _words("ad"), r"(?-i:(?P<era>AD)) ?(?P<count>\d{1,4})\b", absolute.read_era, absolute=True
    ),
    Rule(
        _DIGITS,
        r"(?P<count>\d{1,3}(?:,\d{3})|\d{1,5}) ?<era>(?!\w)",
        absolute.read_era,
        absolute=True,
    ),
    Rule(
        _DIGITS,
        r"(?:the )?(?P<decade>[12]\d\d0)['\u2019]?s\b",
        absolute.read_decade,
        absolute=True,
    ),
    Rule(_DIGITS, r"(?<=['\u2019])(?P<tens>[1-9]0)s\b", absolute.read_recent_decade),
    Rule(
        _DIGITS | _first(TENS),
        r"the (?:['\u2019](?P<tens>[1-9]0)s|<tens:2>)\b",
        absolute.read_recent_decade,
    ),
    Rule(
        _NTH,
        r"(?:the )?<nth>(?:(?:<to>| and )(?:the )?<nth:2>)?(?: |-)centur(?:y|ies)\b"
        r"(?: <era>(?!\w))?",
        absolute.read_century,
        absolute=True,
    ),
)

RELATIVE: Final = (
    Rule(_first(DEICTIC_DAYS), r"<deictic>(?: <part>)?", relative.read_deictic),
    Rule(_words("this last"), r"(?P<which>this|last) <part>", relative.read_part_of_day),
    Rule(
        _WHICH | _WEEKDAY,
        r"(?:the (?=coming|upcoming|past))?(?:<which> )?<weekday>(?: <part>)?"
        r"(?:,?(?: of)? (?P<of_week>last|this|next) week\b)?",
        relative.read_weekday,
        support=support.is_weekday,
    ),
    Rule(
        _BACK,
        r"(?:the (?P<step>following|next|same)|(?P<step2>that)) <weekday>(?: <part>)?",
        relative.read_weekday_after,
        support=support.points_back,
    ),
    Rule(
        _words("on"),
        r"on the <nth>(?![-\w])",
        relative.read_day_of_month,
        support=support.is_day_of_month,
    ),
    Rule(_WHICH, r"(?:the (?=current))?<which> <unit>", relative.read_unit),
    # A common slip for "this year's".
    Rule(_words("this"), r"(?P<which>this) (?P<unit>years)\b", relative.read_unit),
    Rule(_UNITS, r"the <unit>", relative.read_bare_unit, framed=True),
    Rule(
        _words("year month"),
        r"(?P<unit>year|month)(?:['\u2019]s)?(?: |-)end\b",
        relative.read_year_end,
    ),
    Rule(_WHICH | _words("weekend"), r"(?:<which>|the) weekend\b(?!-)", relative.read_weekend),
    Rule(_WHICH, r"<which> <month>", relative.read_named_month, support=support.is_capitalised),
    Rule(_WHICH, r"<which> <season>", relative.read_named_season),
    Rule(
        _WHICH | _words("these"),
        r"(?:(?:the|these) )?(?P<dir>past|last|next|coming) (?:<number>|<vague>) <units>",
        relative.read_stretch,
        support=support.stands_alone,
    ),
    Rule(
        _WHICH,
        r"the (?P<dir>past|last|next|coming) (?!day|night)<units>",
        relative.read_stretch,
        support=support.stands_alone,
    ),
    Rule(
        _NUMBER,
        r"(?:<number>|<vague>)(?: |-)<units> (?P<way>ago|from now|from today|hence)\b",
        relative.read_distance,
    ),
    Rule(
        _words("in"),
        r"in (?:<number>|<vague>) <units>['\u2019]? (?P<way>time)\b",
        relative.read_distance,
    ),
    Rule(
        _NUMBER,
        r"(?:<number>|<vague>) <units> (?P<way>later|earlier|previously|afterwards)<stop>",
        relative.read_distance,
    ),
    Rule(
        _NUMBER,
        r"(?:<number>|<vague>) <units> (?P<way>before|after)<end>",
        relative.read_distance,
    ),
    Rule(
        _BACK,
        r"(?:the (?P<step>following|next|previous|preceding|same)|(?P<step2>that)(?: same| very)?)"
        r" (?P<unit>day|morning|afternoon|evening|night)\b(?!-)",
        relative.read_anaphor,
    ),
    Rule(
        _BACK,
        r"(?:the (?P<step>following|previous|preceding|same)|(?P<step2>that)(?: same| very)?)"
        r" (?P<unit>week|month|year|decade)\b(?!-)",
        relative.read_anaphor,
    ),
    Rule(
        _UNITS,
        r"the (?P<unit>day|night|evening|morning|week|month|year)"
        r" (?P<step>before|after|earlier|later)<end>",
        relative.read_anaphor,
    ),
    Rule(
        _BACK,
        r"(?:the (?P<step>following|same)|(?P<step2>that)) weekend\b(?!-)",
        relative.read_anaphoric_weekend,
        support=support.points_back,
    ),
    Rule(
        _BACK,
        r"(?:the (?P<step>following|same|previous)|(?P<step2>that)) <season>",
        relative.read_anaphoric_season,
        support=support.points_back,
    ),
)

RULES: Final = ABSOLUTE + RELATIVE


@cache
def rules_by_head() -> dict[str, tuple[Rule, ...]]:
    """Return the rules that can open with each word; ``#`` stands for any digits."""
    table: dict[str, list[Rule]] = {}
    for rule in RULES:
        for head in rule.heads:
            table.setdefault(head, []).append(rule)
    return {head: tuple(rules) for head, rules in table.items()}
