"""The table of rules for expressions that count from publication or refer to an earlier mention.

The notation is that of ``grammar``; the other rules are in ``absolute_rules``.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.dates import day_support, distances, relative, support, weekdays
from nutgraf.language.dates.grammar import Rule
from nutgraf.language.dates.heads import (
    ANY_UNIT,
    BACK,
    DIGITS,
    MONTH,
    NTH,
    NUMBER,
    PART,
    SEASON,
    UNITS,
    WEEKDAY,
    WHICH,
    first_words,
    words,
)
from nutgraf.language.dates.words import DEICTIC_DAYS

RELATIVE: Final = (
    Rule(
        first_words(DEICTIC_DAYS),
        r"<deictic>(?: <part>)?",
        relative.read_deictic,
        support=day_support.is_a_day,
    ),
    Rule(
        words("time this"),
        r"(?:the )?(?:time of (?:writing|publication|going to press)|this writing)\b",
        relative.read_writing,
        holds=(words("writing publication press"),),
    ),
    Rule(
        words("this last"), r"(?P<which>this|last) <part>", relative.read_part_of_day, holds=(PART,)
    ),
    Rule(
        WHICH | WEEKDAY,
        r"(?:the (?=coming|upcoming|past))?(?:<which> )?<weekday>(?: <part>)?"
        r"(?:,?(?: of)? (?P<of_week>last|this|next) week\b)?",
        weekdays.read_weekday,
        support=day_support.is_weekday,
        holds=(WEEKDAY,),
    ),
    Rule(
        BACK,
        r"(?:the (?P<step>following|next|same|previous|preceding)|(?P<step2>that)) <weekday>"
        r"(?: <part>)?",
        weekdays.read_weekday_after,
        support=day_support.points_back,
        holds=(WEEKDAY,),
    ),
    Rule(
        WEEKDAY,
        r"the <weekday> (?P<step>before|after)<end>",
        weekdays.read_weekday_after,
        holds=(words("before after"),),
    ),
    Rule(
        WEEKDAY,
        r"the <weekday> (?P<beyond>before last|after next)\b",
        weekdays.read_weekday_beyond,
        holds=(words("last next"),),
    ),
    Rule(
        WEEKDAY,
        r"<weekday>,? (?:the )?(?P<nth>\d{1,2}(?:st|nd|rd|th))(?! of\b)(?![-\w])",
        weekdays.read_weekday_with_day,
        support=day_support.is_weekday_with_day,
        holds=(DIGITS,),
    ),
    Rule(
        DIGITS,
        r"the (?P<nth>\d{1,2}(?:st|nd|rd|th)) of (?:(?P<of_month>this|last|next)|the)"
        r" month\b",
        weekdays.read_day_of_known_month,
        holds=(words("of"), words("month")),
    ),
    Rule(
        NUMBER,
        r"<number> weeks? (?P<way>from|ago)(?: on)? <weekday>",
        weekdays.read_weeks_from_weekday,
        holds=(words("week weeks"), words("from ago"), WEEKDAY),
    ),
    Rule(
        NUMBER,
        r"<number> <units> ago (?P<exact>today|this week|this month|to the day)\b",
        distances.read_anniversary,
        holds=(ANY_UNIT, words("ago"), words("today this day")),
    ),
    Rule(
        words("on"),
        r"on the <nth>(?![-\w])",
        weekdays.read_day_of_month,
        support=day_support.is_day_of_month,
        holds=(NTH,),
    ),
    Rule(WHICH, r"(?:the (?=current))?<which> <unit>", relative.read_unit, holds=(UNITS,)),
    # A common slip for "this year's".
    Rule(
        words("this"),
        r"(?P<which>this) (?P<unit>years)\b",
        relative.read_unit,
        holds=(words("years"),),
    ),
    Rule(UNITS, r"the <unit>", relative.read_bare_unit, framed=True),
    Rule(
        words("year month"),
        r"(?P<unit>year|month)(?:['\u2019]s)?(?: |-)end\b",
        relative.read_year_end,
        holds=(words("end"),),
    ),
    Rule(
        UNITS | words("weekend"),
        r"the (?P<unit>week|weekend|month|year|night) (?P<beyond>before last|after next)\b",
        relative.read_unit_beyond,
        holds=(words("before after"), words("last next")),
    ),
    Rule(
        WHICH | words("weekend"),
        r"(?:<which>|the) weekend\b(?!-)",
        relative.read_weekend,
        holds=(words("weekend"),),
    ),
    Rule(
        WHICH,
        r"<which> <month>",
        relative.read_named_month,
        support=support.is_capitalised,
        holds=(MONTH,),
    ),
    Rule(WHICH, r"<which> <season>", relative.read_named_season, holds=(SEASON,)),
    Rule(
        WHICH | words("these"),
        r"(?:(?:the|these) )?(?P<dir>past|last|next|coming) (?:<number>|<vague>) <units>",
        distances.read_stretch,
        support=day_support.stands_alone,
        holds=(words("past last next coming"), ANY_UNIT),
    ),
    Rule(
        WHICH,
        r"the (?P<dir>past|last|next|coming) (?!day|night)<units>",
        distances.read_stretch,
        support=day_support.stands_alone,
        holds=(ANY_UNIT,),
    ),
    Rule(
        NUMBER,
        r"(?:<number>|<vague>)(?: |-)<units> (?P<way>ago|from now|from today|hence)\b",
        distances.read_distance,
        holds=(ANY_UNIT, words("ago now today hence")),
    ),
    Rule(
        words("in"),
        r"in (?:<number>|<vague>) <units>['\u2019]? (?P<way>time)\b",
        distances.read_distance,
        holds=(ANY_UNIT, words("time")),
    ),
    Rule(
        words("in"),
        r"in <number> <units>(?P<way>)<stop>",
        distances.read_distance,
        support=day_support.is_ahead,
        holds=(ANY_UNIT,),
    ),
    Rule(
        NUMBER,
        r"(?:<number>|<vague>) <units> (?P<way>later|earlier|previously|afterwards)\b(?!-| than\b)",
        distances.read_distance,
        holds=(ANY_UNIT, words("later earlier previously afterwards")),
    ),
    Rule(
        NUMBER,
        r"(?:<number>|<vague>) <units> (?P<way>before|after)<end>",
        distances.read_distance,
        holds=(ANY_UNIT, words("before after")),
    ),
    Rule(
        BACK,
        r"(?:the (?P<step>following|next|previous|preceding|same)|(?P<step2>that)(?: same| very)?)"
        r" (?P<unit>day|morning|afternoon|evening|night)\b(?!-)",
        relative.read_anaphor,
        holds=(words("day morning afternoon evening night"),),
    ),
    Rule(
        BACK,
        r"(?:the (?P<step>following|previous|preceding|same)|(?P<step2>that)(?: same| very)?)"
        r" (?P<unit>week|month|year|decade)\b(?!-)",
        relative.read_anaphor,
        holds=(words("week month year decade"),),
    ),
    Rule(
        UNITS,
        r"the (?P<unit>day|night|evening|morning|week|month|year)"
        r" (?P<step>before|after|earlier|later)<end>",
        relative.read_anaphor,
        holds=(words("before after earlier later"),),
    ),
    Rule(
        BACK,
        r"(?:the (?P<step>following|same)|(?P<step2>that)) weekend\b(?!-)",
        relative.read_anaphoric_weekend,
        support=day_support.points_back,
        holds=(words("weekend"),),
    ),
    Rule(
        BACK,
        r"(?:the (?P<step>following|same|previous)|(?P<step2>that)) <season>",
        relative.read_anaphoric_season,
        support=day_support.points_back,
        holds=(SEASON,),
    ),
)

# A unit that is known to be a date is the one spoken of: "the last match of the day".
RUNNING_UNIT: Final = Rule(
    UNITS, r"the (?P<unit>day|night|week|month|year)\b", relative.read_running_unit
)
