"""Whether a weekday, a day's number or a distance is used as a date, told by the words around.

Months, seasons, holidays and years are judged in ``support`` and ``years``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates.numerals import ordinal
from nutgraf.language.dates.patterns import Lazy, near
from nutgraf.language.dates.support import around
from nutgraf.language.dates.tense import sentence_around, speaks_of_future
from nutgraf.language.dates.words import (
    AFTER_WEEKDAY,
    ANY_WEEKDAY,
    BEFORE_WEEKDAY,
    EVERY_WEEKDAY,
    FUNCTION_WORDS,
    NOWADAYS_BEFORE,
    NOWADAYS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST_DAY: Final = 31
# How far the verb of a clause is looked for, in code points.
_CLAUSE: Final = 80


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


_FEASTS: Final = Lazy(rf"\b(?:{_any(BEFORE_WEEKDAY)})\s$", re.IGNORECASE)
_TITLES: Final = Lazy(
    rf"\s(?:{_any(AFTER_WEEKDAY)}|the\s13th|mornings|afternoons|evenings|nights)\b"
)
_EVERY: Final = Lazy(
    rf"\b(?:{_any(EVERY_WEEKDAY)})\s(?:(?:first|second|third|fourth|last|other)\s)?$", re.IGNORECASE
)
_INDEFINITE: Final = Lazy(rf"\b(?:{_any(ANY_WEEKDAY)})\s$", re.IGNORECASE)
_WORD: Final = Lazy(r"\s(\w+)")
_OF: Final = Lazy(r"\sof\b")
_POINTING: Final = Lazy(
    r"(?:^|[.!?\n][\"”\u2019)]?\s*|[,;]\s|\b(?:on|by|in|of|until|till|before|after|during|late|early"
    r"|from|since|and|for|over)\s)$",
    re.IGNORECASE,
)
_NOUN: Final = Lazy(r"[-\u2013]|\s[^\W\d_]")
_PREPOSITION: Final = Lazy(r"\s(?:and|at|but|in|to|with|for|from|when|as|after|by|until)\b")
_GOLF: Final = Lazy(r"\b(?:bogey|birdie|eagle|par|hole|fairway|green|putt)\w*\b", re.IGNORECASE)
# "There is no tomorrow"; "Worlds of Tomorrow", "USA Today".
_NOTION: Final = Lazy(r"\b(?:an?|no|any|better|every)\s$", re.IGNORECASE)
_IN_A_NAME: Final = Lazy(r"\b(?:[a-z]+|USA|Physics|Psychology|Russia|India|History)\s$")
_NOWADAYS_BEFORE: Final = Lazy(rf"\b(?:{_any(NOWADAYS_BEFORE)})\s$", re.IGNORECASE)
_NOWADAYS_OF: Final = Lazy(rf"['\u2019]s\s(?:\w+\s)?(?:{_any(NOWADAYS_OF)})\b", re.IGNORECASE)
# "Today, such lamps are the cheapest" tells of a time without a date.
_NOWADAYS_IS: Final = Lazy(
    r",?\s[^.,;:!?]{2,40}\s(?:is|are)\s(?:the|an?|one|more|less|fewer|known|home|among|considered"
    r"|widely|used|often|many|mostly)\b"
)
# What is counted within a time, or takes it, does not happen at its end.
_WITHIN: Final = Lazy(
    r"\b(?:first|second|third|\w{2,}th|\w{3,}est|most|least|only|twice|times?|record|can|could|may"
    r"|might|would|able|takes?|taken|double|least)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def is_weekday(text: str, found: re.Match[str]) -> bool:
    """Tell a plain weekday from "Good Friday", "The Sunday Times", "every Friday", "one Friday"."""
    before, after = around(text, found)
    if _FEASTS.search(before) or _TITLES.match(after) or _EVERY.search(before):
        return False
    if not _INDEFINITE.search(before):
        return True
    # "A Friday statement" is one of a known Friday.
    following = _WORD.match(after)
    return following is not None and following[1].lower() not in FUNCTION_WORDS


def is_weekday_with_day(text: str, found: re.Match[str]) -> bool:
    """Tell "Tuesday 14th" from "Friday the 13th" and "Tuesday 5th Avenue"."""
    _, after = around(text, found)
    if found[0].lower().endswith("the 13th") or not 1 <= ordinal(found["nth"]) <= _LAST_DAY:
        return False
    return not _NOUN.match(after) or bool(_PREPOSITION.match(after))


def is_day_of_month(text: str, found: re.Match[str]) -> bool:
    """Tell "on the 14th." from "on the 14th floor" and from the 14th green."""
    _, after = around(text, found)
    if not found["nth"][0].isdigit() or not 1 <= ordinal(found["nth"]) <= _LAST_DAY:
        return False
    if _NOUN.match(after) and not _PREPOSITION.match(after):
        return False
    return not any(_GOLF.search(part) for part in sentence_around(text, Span(*found.span())))


def is_a_day(text: str, found: re.Match[str]) -> bool:
    """Tell today from "nowadays" ("today's youth", "as it is today"), a name or a notion."""
    before, after = around(text, found)
    if _NOTION.search(before) or (found[0][0].isupper() and _IN_A_NAME.search(before)):
        return False
    if found["deictic"].lower() != "today":
        return True
    nowadays = _NOWADAYS_BEFORE.search(before) or _NOWADAYS_OF.match(after)
    return not (nowadays or _NOWADAYS_IS.match(near(text, *found.span(), _CLAUSE)[1]))


def is_ahead(text: str, found: re.Match[str]) -> bool:
    """Tell "will open in two weeks" from "the third robbery in two weeks"."""
    span = Span(*found.span())
    before, _ = sentence_around(text, span)
    return not _WITHIN.search(before) and speaks_of_future(text, span) is True


def stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell "the last two days" from "the last two days of the fair", which counts from its end."""
    return not _OF.match(around(text, found)[1])


def points_back(text: str, found: re.Match[str]) -> bool:
    """Tell "on that Monday" from "she said that Monday would do"."""
    return found["step2"] is None or _POINTING.search(around(text, found)[0]) is not None
