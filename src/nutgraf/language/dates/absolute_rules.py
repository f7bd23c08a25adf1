"""The table of rules for expressions that name their place in the calendar.

The notation is that of ``grammar``; the other rules are in ``relative_rules``.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.dates import absolute, support
from nutgraf.language.dates.grammar import Rule
from nutgraf.language.dates.heads import (
    DIGITS,
    MONTH,
    NTH,
    WD,
    WHICH,
    first_words,
    last_words,
    words,
)
from nutgraf.language.dates.holidays import HOLIDAYS
from nutgraf.language.dates.named_periods import NAMED_PERIODS
from nutgraf.language.dates.words import SEASONS, TENS

ABSOLUTE: Final = (
    Rule(
        DIGITS,
        r"(?P<y>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)"
        r"(?:t\d\d:\d\d[\d:.]*(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])",
        absolute.read_iso_day,
        absolute=True,
    ),
    Rule(
        DIGITS,
        r"(?P<y>\d{4})-w(?P<ww>\d\d)\b",
        absolute.read_iso_week,
        absolute=True,
        holds=(words("w"),),
    ),
    Rule(
        DIGITS,
        r"(?P<one>\d{1,2})(?P<sep>[/.-])(?P<two>\d{1,2})(?P=sep)<year>",
        absolute.read_numeric,
        absolute=True,
    ),
    Rule(
        WD | MONTH,
        r"(?:<wd>,? )?<month> (?:the )?<day>(?:<yr>)?",
        absolute.read_day,
        absolute=True,
        support=support.is_capitalised,
        holds=(MONTH, DIGITS),
    ),
    Rule(
        WD | DIGITS,
        r"(?:<wd>,? )?(?:the )?<day>(?: day)?(?: of)? <month>(?:<yr>)?",
        absolute.read_day,
        absolute=True,
        support=support.is_capitalised,
        holds=(MONTH,),
    ),
    Rule(
        NTH | WD,
        r"(?:<wd>,? )?the <nth> of <month>(?:<yr>)?",
        absolute.read_nth_of_month,
        absolute=True,
        support=support.is_capitalised,
        holds=(MONTH, words("of")),
    ),
    Rule(
        MONTH,
        r"<month> <day>(?:<to>| and )<day:2>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
        holds=(DIGITS,),
    ),
    Rule(
        DIGITS,
        r"(?:the )?<day>(?:<to>| and )<day:2>(?: of)? <month>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
        holds=(MONTH,),
    ),
    Rule(
        MONTH,
        r"<month> <day>(?:<dash><month:2> <day:2>(?:<yr>)?)",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
        holds=(DIGITS,),
    ),
    Rule(
        DIGITS,
        r"<day> <month><dash><day:2> <month:2>(?:<yr>)?",
        absolute.read_days,
        absolute=True,
        support=support.is_capitalised,
        holds=(MONTH,),
    ),
    Rule(
        MONTH,
        r"<month><dash><month:2>(?:<yr>)?",
        absolute.read_months,
        absolute=True,
        support=support.is_capitalised,
    ),
    Rule(
        MONTH,
        r"<month>(?:<to>| and )<month:2><yr>",
        absolute.read_months,
        absolute=True,
        support=support.is_capitalised,
        holds=(DIGITS | words("year"),),
    ),
    Rule(MONTH, r"<month>(?:<yr>)?", absolute.read_month, absolute=True, support=support.is_month),
    Rule(
        first_words(SEASONS),
        r"<season>(?:<yr>)?",
        absolute.read_season,
        absolute=True,
        support=support.is_season,
    ),
    Rule(
        WHICH | first_words(HOLIDAYS),
        r"(?:<which> )?<holiday>(?:<yr>)?",
        absolute.read_holiday,
        absolute=True,
        support=support.is_holiday,
        holds=(first_words(HOLIDAYS), last_words(HOLIDAYS)),
    ),
    Rule(
        DIGITS | first_words(NAMED_PERIODS),
        r"(?:the )?<named>(?![\w/])",
        absolute.read_named_period,
        absolute=True,
        support=support.is_named_period,
    ),
    Rule(
        DIGITS | words("q h"),
        r"(?P<share>q[1-4]|h[12]|[1-4]q|[12]h)\b"
        r"(?: (?:fy|fiscal )(?P<fy_year>[12]\d{3})\b|<yr>)?",
        absolute.read_part_of_year,
        absolute=True,
        support=support.is_part_of_year,
        holds=(words("q h"),),
    ),
    Rule(
        words("first second third fourth"),
        r"(?:the )?(?P<share>(?:first|second|third|fourth)(?: |-)(?:quarter|half))<yr>",
        absolute.read_part_of_year,
        absolute=True,
        holds=(words("quarter half"), DIGITS | words("year")),
    ),
    Rule(
        words("first second third fourth"),
        r"(?:the )?(?P<share>(?:first|second|third|fourth)(?: |-)quarter)\b(?:<yr>)?(?! of\b)",
        absolute.read_part_of_year,
        absolute=True,
        support=support.is_financial,
        holds=(words("quarter"),),
    ),
    Rule(
        words("first second third fourth"),
        r"(?:the )?(?P<share>(?:first|second|third|fourth)(?: |-)quarter) of"
        r" (?:fiscal(?: year)? |fy ?)(?P<fy>[12]\d{3})\b",
        absolute.read_part_of_year,
        holds=(words("quarter"), words("fiscal fy")),
    ),
    Rule(
        words("fiscal financial fy"),
        r"(?:(?:fiscal|financial)(?: year)? |fy ?)(?P<fy>[12]\d{3})\b",
        absolute.read_fiscal_year,
        holds=(DIGITS,),
    ),
    Rule(DIGITS, r"<year>", absolute.read_year, absolute=True, support=support.is_bare_year),
    Rule(
        DIGITS,
        r"(?P<from_year>[12]\d{3})(?:<dash>(?P<to_year>[12]\d{3}|\d\d)|/(?P<season_year>\d\d))"
        r"(?!\d)",
        absolute.read_years,
        absolute=True,
        support=support.is_row_of_years,
    ),
    Rule(
        words("ad"),
        r"(?-i:(?P<era>AD)) ?(?P<count>\d{1,4})\b",
        absolute.read_era,
        absolute=True,
        holds=(DIGITS,),
    ),
    Rule(
        DIGITS,
        r"(?P<count>\d{1,3}(?:,\d{3})|\d{1,5}) ?<era>(?!\w)",
        absolute.read_era,
        absolute=True,
        holds=(words("a ad b bc bce ce"),),
    ),
    Rule(
        DIGITS,
        r"(?:the )?(?P<decade>[12]\d\d0)['\u2019]?s\b",
        absolute.read_decade,
        absolute=True,
        holds=(words("s"),),
    ),
    Rule(
        DIGITS,
        r"(?<=['\u2019])(?P<yy>\d\d)(?![\w'\u2019])",
        absolute.read_short_year,
        support=support.is_short_year,
    ),
    Rule(
        DIGITS,
        r"(?<=['\u2019])(?P<tens>[1-9]0)s\b",
        absolute.read_recent_decade,
        holds=(words("s"),),
    ),
    Rule(
        DIGITS | first_words(TENS),
        r"the (?:['\u2019](?P<tens>[1-9]0)s|<tens:2>)\b",
        absolute.read_recent_decade,
    ),
    Rule(
        NTH,
        r"(?:the )?<nth>(?:(?:<to>| and )(?:the )?<nth:2>)?(?: |-)(?:century|centuries)\b"
        r"(?: <era>(?!\w))?",
        absolute.read_century,
        absolute=True,
        support=support.is_century,
        holds=(words("century centuries"),),
    ),
)
