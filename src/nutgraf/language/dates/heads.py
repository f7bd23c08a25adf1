"""The words that rules open with and hold, by kind, so that only rules that can match are tried.

``#`` stands for any digits; a leading "the" is passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.words import NUMBERS, ORDINALS, SEASONS, VAGUE_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable


def words(spaced: str) -> frozenset[str]:
    """Return the words of a list written with blanks."""
    return frozenset(spaced.split())


def first_words(*tables: Iterable[str]) -> frozenset[str]:
    """Return the first word of each phrase, passing over "the"."""
    phrases = (phrase.removeprefix("the ") for table in tables for phrase in table)
    return frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in phrases)


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the last word of each phrase."""
    return frozenset(re.split(r"\W", phrase)[-1] for phrase in phrases)


DIGITS: Final = frozenset({"#"})
MONTH: Final = words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december"
)
SEASON: Final = frozenset(SEASONS)
WEEKDAY: Final = words("monday tuesday wednesday thursday friday saturday sunday")
WD: Final = WEEKDAY | words("mon tue tues wed thu thur thurs fri sat sun")
WHICH: Final = words("last previous this current next coming upcoming past")
BACK: Final = words("following next previous preceding same that")
PART: Final = words("morning afternoon evening night lunchtime noon")
UNITS: Final = words("day night morning evening week fortnight month quarter year decade century")
ANY_UNIT: Final = frozenset(
    {*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "weekend", "weekends"}
)
NUMBER: Final = DIGITS | first_words(NUMBERS, VAGUE_NUMBERS)
NTH: Final = DIGITS | first_words(ORDINALS)
