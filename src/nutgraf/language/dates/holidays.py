"""Holidays and the day that each falls on in a year: fixed days, weekdays of a month, Easter's.

Feasts of lunar calendars other than Easter's are left out, as their day hangs on a sighting.

Sources: 5 U.S.C. 6103 for the United States' holidays; the Banking and Financial Dealings Act 1971
for Britain's; the computus of Meeus, *Astronomical Algorithms* (1991), chapter 8, for Easter.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from nutgraf.language.dates.periods import day_of, shift_days

# Month and day, wherever the holiday is kept.
FIXED: Final = {
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "cinco de mayo": (5, 5),
    "canada day": (7, 1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}

_MONDAY: Final = 0
_THURSDAY: Final = 3
_SUNDAY: Final = 6
_LAST: Final = -1
# Month, weekday, and which of the month's; then days to add.
WEEKDAYS_OF_MONTH: Final = {
    "martin luther king jr. day": (1, _MONDAY, 3, 0),
    "martin luther king day": (1, _MONDAY, 3, 0),
    "mlk day": (1, _MONDAY, 3, 0),
    "presidents day": (2, _MONDAY, 3, 0),
    "presidents' day": (2, _MONDAY, 3, 0),
    "memorial day": (5, _MONDAY, _LAST, 0),
    "father's day": (6, _SUNDAY, 3, 0),
    "labor day": (9, _MONDAY, 1, 0),
    "columbus day": (10, _MONDAY, 2, 0),
    "thanksgiving": (11, _THURSDAY, 4, 0),
    "thanksgiving day": (11, _THURSDAY, 4, 0),
    "black friday": (11, _THURSDAY, 4, 1),
    "cyber monday": (11, _THURSDAY, 4, 4),
}

# Days after Easter Sunday of the western churches.
FROM_EASTER: Final = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter day": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "pentecost monday": 50,
}

HOLIDAYS: Final = frozenset({*FIXED, *WEEKDAYS_OF_MONTH, *FROM_EASTER})
# Names that are also kept elsewhere on another day, or stand for a season of days.
LOOSE: Final = frozenset({"christmas", "easter", "thanksgiving", "thanksgiving day", "labor day"})

_WEEK: Final = 7


def holiday_in(name: str, year: int) -> date | None:
    """Return the day of the holiday in the year; None outside the calendar's years 1 to 9999.

    Args:
        name: A name of ``HOLIDAYS``, in small letters with straight apostrophes.
        year: The year.
    """
    if day_of(year, 1, 1) is None:
        return None
    if name in FIXED:
        return day_of(year, *FIXED[name])
    if name in FROM_EASTER:
        return shift_days(easter(year), FROM_EASTER[name])
    month, weekday, which, more = WEEKDAYS_OF_MONTH[name]
    return shift_days(_weekday_of_month(date(year, month, 1), weekday, which), more)


def _weekday_of_month(first: date, weekday: int, which: int) -> date:
    """Return the first (1) to fourth (4) or the last (-1) such weekday of a month."""
    day = first + timedelta(days=(weekday - first.weekday()) % _WEEK)
    if which > 0:
        return day + timedelta(days=_WEEK * (which - 1))
    fifth = day + timedelta(days=_WEEK * 4)
    return fifth if fifth.month == first.month else fifth - timedelta(days=_WEEK)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, also for years before it was in use."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap_centuries, rest = divmod(century, 4)
    moon = (century + 8) // 25
    epact = (19 * golden + century - leap_centuries - (century - moon + 1) // 3 + 15) % 30
    leap_years, spare = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leap_years - epact - spare) % _WEEK
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    return date(year, 3, 22) + timedelta(days=epact + to_sunday - 7 * late)
