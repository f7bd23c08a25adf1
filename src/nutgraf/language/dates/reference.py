"""What a date expression is resolved against, and the choice of the year or week it leaves out.

Reading the expressions themselves is the readers' work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.periods import day_of, shift_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.language.dates.periods import Period, Unit

_WEEK: Final = 7
# A date this near is meant even against the tense, if the tense would lead this far away: tenses
# are read from cues and are sometimes misread, while news rarely speaks of days so remote without
# their year.
_NEAR_DAYS: Final = 60
_FAR_DAYS: Final = 300


@dataclass(slots=True)
class Reference:
    """The reading position: the publication day, the tense, and what was mentioned before.

    Attributes:
        published: The publication day, or None.
        future: Whether the expression's clause speaks of the future; None if nobody knows.
        day: The last day mentioned.
        month: The first day of the last month mentioned, be it for a day of it.
        year: The last year mentioned.
        sentence_year: The last year printed with a day or month in the expression's own sentence.
        paragraph_year: The last year mentioned in the expression's own paragraph.
        month_first: Whether 10/12/2009 is 12 October; None if nobody knows.
        guessed: Whether the last reading made a choice that the words leave open: which way without
            a tense, or which earlier mention is meant.
    """

    published: date | None = None
    future: bool | None = None
    day: date | None = None
    month: date | None = None
    year: int | None = None
    sentence_year: int | None = None
    paragraph_year: int | None = None
    month_first: bool | None = None
    guessed: bool = False

    def mention(self, period: Period) -> None:
        """Remember a period for the expressions that refer back to it."""
        if period.first and period.last and period.first.year == period.last.year:
            self.year = period.first.year
            if period.first.month == period.last.month:
                self.month = period.first.replace(day=1)
        if period.is_day:
            self.day = period.last

    def anchor(self, unit: Unit) -> date | None:
        """Return a day of the last mention that is at least as fine as the unit."""
        self.guessed = True
        if unit in {"day", "week"}:
            return self.day
        if unit in {"month", "quarter"}:
            return self.month
        return date(self.year, 1, 1) if self.year else None

    def choose_year(self, month: int, day: int | None, weekday: int | None = None) -> int | None:
        """Return the year that a month, or a day of it, printed without one belongs to.

        The year printed in the same sentence; else the occurrence that agrees with the printed
        weekday, if any is given, and with the tense, and lies nearest to publication. Without a
        publication day, the last year mentioned: for a mere month in the same paragraph only,
        since months often stand for every year's. None if nothing tells.
        """
        if self.sentence_year is None and self.published is None and day is None:
            self.guessed = True
            return self.paragraph_year
        return self.choose(lambda year: day_of(year, month, day or 1), weekday)

    def choose(
        self, day_in: Callable[[int], date | None], weekday: int | None = None
    ) -> int | None:
        """Return the year of the occurrence that is meant, as ``choose_year`` does for days.

        Args:
            day_in: Gives the day of the occurrence in a year, if the year has one.
            weekday: The weekday that is printed with it, if any.
        """
        if self.sentence_year is not None:
            return self.sentence_year
        if self.published is None:
            self.guessed = True
            return self.year
        around = (self.published.year + step for step in (-1, 0, 1))
        found = [day for year in around if (day := day_in(year))]
        agreeing = [one for one in found if one.weekday() == weekday]
        # The weekday falls on the same date in one of these years at most, so nothing is guessed.
        self.guessed = not agreeing and self.future is None
        return self._nearest(agreeing or found)

    def _nearest(self, occurrences: list[date]) -> int | None:
        published = self.published
        if published is None or not occurrences:
            return None

        def distance(day: date) -> int:
            return abs((day - published).days)

        nearest = min(occurrences, key=distance)
        in_tense = [day for day in occurrences if _agrees(day, published, self.future)]
        chosen = min(in_tense, key=distance, default=nearest)
        if distance(nearest) <= _NEAR_DAYS and distance(chosen) >= _FAR_DAYS:
            self.guessed = True
            chosen = nearest
        return chosen.year

    def choose_weekday(self, weekday: int) -> date | None:
        """Return the nearest such day to publication in the direction of the tense.

        The publication day itself belongs to either direction. Where the tense is unknown it is
        the past one, as most news tells what has happened, unless that is six days gone and the
        other is tomorrow.
        """
        if self.published is None:
            return None
        back = (self.published.weekday() - weekday) % _WEEK
        ahead = (weekday - self.published.weekday()) % _WEEK
        self.guessed = self.future is None
        future = self.future if self.future is not None else ahead == 1
        return shift_days(self.published, ahead if future else -back)


def _agrees(day: date, published: date, future: bool | None) -> bool:
    if future is None:
        return True
    return day >= published if future else day <= published
