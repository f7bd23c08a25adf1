"""Reads the phrases of a text in their order, each against what was mentioned before it.

What one phrase means is the readers' work; which words form one is told by ``phrases``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.certainty import Certainty
from nutgraf.language.dates.numerals import month_number
from nutgraf.language.dates.patterns import Lazy
from nutgraf.language.dates.quoted import Quoted
from nutgraf.language.dates.tense import is_one_sentence, speaks_of_future

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.phrases import Phrase
    from nutgraf.language.dates.reference import Reference

_RANGE_JOINT: Final = Lazy(
    r"(?:\s*(?:[-\u2013\u2014]|to|and|until|till|through)|,\s(?:to|until|till|through))"
    r"\s*(?:the\s+)?$",
    re.IGNORECASE,
)
# How long after an event people are still asked about it.
_FRESH: Final = timedelta(days=7)
_LONGEST_JOINT: Final = 16


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means in its place, and how sure that is."""

    period: Period | None
    certainty: Certainty


def is_joined(between: str) -> bool:
    """Tell whether the words between two dates make them the ends of one interval."""
    return "\n\n" not in between and _RANGE_JOINT.match(between) is not None


class Walk:
    """One reading of a text's phrases, from the first to the last."""

    def __init__(self, text: str, phrases: Sequence[Phrase], ref: Reference) -> None:
        self.ref = ref
        self._text = text
        self._phrases = phrases
        self._dated_end = 0
        self._mention_end = 0
        self._paragraph = 0
        self._dated_year: int | None = None

    @cached_property
    def _quoted(self) -> Quoted:
        return Quoted(self._text)

    def read(self, index: int) -> Reading:
        """Read the phrase of this index; to be called for each in turn."""
        phrase, ref = self._phrases[index], self.ref
        self._look_around(index)
        period = self._period(index)
        if period is None:
            return Reading(None, Certainty.UNRESOLVED)
        ref.mention(period)
        self._mention_end = phrase.span.end
        if phrase.is_exact and "month" in phrase.found.groupdict():
            self._dated_end, self._dated_year = self._mention_end, ref.year
        if ref.guessed:
            return Reading(period, Certainty.LIKELY)
        return Reading(period, Certainty.EXACT if phrase.is_exact else Certainty.RESOLVED)

    def _look_around(self, index: int) -> None:
        """Set what the reference knows of the phrase's own place."""
        phrase, text, ref = self._phrases[index], self._text, self.ref
        start = phrase.span.start
        # Reading the tense is dear, and what is printed in full needs none.
        if not phrase.is_exact:
            ref.future = False if phrase.is_past else speaks_of_future(text, phrase.span)
        dated = is_one_sentence(text, self._dated_end, start)
        ref.sentence_year = self._dated_year if dated else None
        following = self._phrases[index + 1] if index + 1 < len(self._phrases) else None
        if following is not None and not phrase.is_exact:
            ref.sentence_year = self._year_ahead(phrase, following) or ref.sentence_year
        self._paragraph = max(self._paragraph, text.rfind("\n\n", self._paragraph, start))
        ref.paragraph_year = ref.year if self._mention_end > self._paragraph else None

    def _year_ahead(self, phrase: Phrase, following: Phrase) -> int | None:
        """Return the year that "1 May to June 4, 2018" prints with its second date only."""
        end, start = phrase.span.end, following.span.start
        if start - end > _LONGEST_JOINT or not is_joined(self._text[end:start]):
            return None
        here, there = phrase.found.groupdict(), following.found.groupdict()
        if not (here.get("month") and there.get("month") and there.get("year")):
            return None
        year = int(there["year"])
        return year - (month_number(here["month"]) > month_number(there["month"]))

    def _period(self, index: int) -> Period | None:
        phrase, ref = self._phrases[index], self.ref
        said = self._day_of_saying(index) if self._is_spoken(phrase) else None
        if said is None:
            return phrase.read(ref)
        told = replace(ref, published=said)
        period = phrase.read(told)
        ref.guessed = True
        return period

    def _is_spoken(self, phrase: Phrase) -> bool:
        groups = phrase.found.groupdict()
        return bool(groups.get("deictic") or groups.get("part")) and not groups.get("weekday")

    def _day_of_saying(self, index: int) -> date | None:
        """Return the day that a quoted "tomorrow" counts from, if it is not that of publication."""
        phrase, ref = self._phrases[index], self.ref
        quotation = self._quoted.around(phrase.span.start) if ref.published else None
        if ref.published is None or quotation is None:
            return None
        said = self._quoted.day_of_saying(quotation, self._phrases)
        if said is not None:
            period = self._phrases[said].read(replace(ref, future=False))
            return period.last if period and period.is_day else None
        if ref.day is None or not self._quoted.follows_an_event(quotation):
            return None
        return ref.day if timedelta(0) <= ref.published - ref.day <= _FRESH else None
