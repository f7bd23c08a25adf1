"""Holidays and the days that they fall on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import Certainty, find_dates
from nutgraf.language.dates.holidays import HOLIDAYS, easter, holiday_in

THURSDAY = date(2025, 10, 16)


@pytest.mark.parametrize(
    "day", ["1954-04-18", "1981-04-19", "2008-03-23", "2011-04-24", "2038-04-25", "2285-03-22"]
)
def test_easter_falls_on_the_days_that_the_calendars_give(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_in_march_or_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas eve", 2024, "2024-12-24"),
        ("thanksgiving", 2022, "2022-11-24"),
        ("black friday", 2024, "2024-11-29"),
        ("cyber monday", 2024, "2024-12-02"),
        ("memorial day", 2021, "2021-05-31"),
        ("memorial day", 2022, "2022-05-30"),
        ("memorial day", 2026, "2026-05-25"),
        ("labor day", 2021, "2021-09-06"),
        ("ash wednesday", 2024, "2024-02-14"),
        ("pentecost monday", 2025, "2025-06-09"),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, year: int, day: str) -> None:
    assert holiday_in(name, year) == date.fromisoformat(day)


@given(st.sampled_from(sorted(HOLIDAYS)), st.integers(-5, 10_000))
def test_every_holiday_has_a_day_in_every_year_of_the_calendar(name: str, year: int) -> None:
    assert (holiday_in(name, year) is not None) == (1 <= year <= 9999)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained at Christmas.", [("2024-12-25", Certainty.LIKELY)]),
        ("It rained last Easter.", [("2025-04-20", Certainty.LIKELY)]),
        ("They will fly on Boxing Day.", [("2025-12-26", Certainty.RESOLVED)]),
        ("They flew on Good Friday 2019.", [("2019-04-19", Certainty.EXACT)]),
        ("They flew on Boxing Day last year.", [("2024-12-26", Certainty.RESOLVED)]),
        ("They met on the fourth of July.", [("2025-07-04", Certainty.RESOLVED)]),
        ("A Christmas tree and Easter eggs.", []),
        ("The Good Friday Agreement holds.", []),
        ("It rains every Boxing Day.", []),
        ("An easter wind blew at easter.", []),
    ],
)
def test_holidays_are_found_where_they_are_times(
    text: str, found: list[tuple[str, Certainty]]
) -> None:
    dates = find_dates(text, published=THURSDAY)
    assert [(one.value, one.certainty) for one in dates] == found


def test_a_holiday_of_an_unknown_year_stays_unresolved() -> None:
    assert [one.value for one in find_dates("Boxing Day last year was wet.")] == [None]
