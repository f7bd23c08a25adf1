"""The arithmetic of periods, and their ISO 8601 form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import periods
from nutgraf.language.dates.periods import Period, Unit


def _value(period: Period | None) -> str | None:
    return period.value if period else None


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", 1, "2025-10-17"),
        ("week", 1, "2025-W43"),
        ("month", 3, "2026-01"),
        ("month", -10, "2024-12"),
        ("quarter", -1, "2025-07/2025-09"),
        ("quarter", 1, "2026-01/2026-03"),
        ("year", -2025, "0000"),
        ("year", -2533, "-0508"),
        ("decade", -1, "2010-01-01/2019-12-31"),
        ("century", -1, "1900-01-01/1999-12-31"),
    ],
)
def test_a_step_leads_to_the_period_that_far_away(unit: Unit, count: int, value: str) -> None:
    assert _value(periods.step(date(2025, 10, 16), unit, count)) == value


@given(
    st.dates(),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]),
    st.integers(-(10**6), 10**6),
)
def test_no_step_leaves_the_calendar_with_an_exception(day: date, unit: Unit, count: int) -> None:
    period = periods.step(day, unit, count)
    assert period is None or period.value


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_week_and_its_weekend_hold_seven_days_and_two(day: date) -> None:
    week, weekend = periods.a_week(day), periods.a_weekend(day)
    assert week is not None
    assert weekend is not None
    assert week.first is not None
    assert week.last is not None
    assert weekend.first is not None
    assert (week.last - week.first).days == 6
    assert week.first <= day <= week.last
    assert (weekend.first.weekday(), weekend.last) == (5, week.last)


def test_the_last_days_of_the_calendar_have_no_whole_week() -> None:
    assert periods.a_week(date.max) is None
    assert periods.a_weekend(date.max) is None
    assert periods.a_week(None) is None


def test_the_last_month_of_the_calendar_ends_with_it() -> None:
    december = periods.a_month(9999, 12)
    assert december is not None
    assert december.last == date.max
    assert periods.a_month(9999, 13) is None


def test_days_that_do_not_exist_are_none() -> None:
    assert periods.day_of(2023, 2, 29) is None
    assert periods.day_of(0, 1, 1) is None
    assert periods.shift_days(date.max, 1) is None
    assert periods.week_of(2025, 53) is None


def test_an_interval_that_ends_before_it_begins_is_none() -> None:
    early, late = periods.a_year(1999), periods.a_year(2003)
    assert periods.between(late, early) is None
    assert periods.days(date(2025, 1, 2), date(2025, 1, 1)) is None
    assert periods.between(early, None) is None


def test_intervals_open_on_either_side() -> None:
    year = periods.a_year(2019)
    assert _value(periods.since(year)) == "2019/.."
    assert _value(periods.until(year)) == "../2019"
    assert periods.since(None) is None
    assert periods.until(None) is None


def test_years_outside_the_calendar_still_make_an_interval() -> None:
    assert _value(periods.years(-699, -600)) == "-0699/-0600"
    assert periods.years(9000, 12000) is None


@pytest.mark.parametrize(
    "value",
    ["2025", "2025-10", "2025-10-16", "2025-W43", "2025-10-16T10:30", "2019/..", "../2019-05",
     "2025-10-18/2025-10-19", "0000"],
)  # fmt: skip
def test_valid_iso_is_known(value: str) -> None:
    assert periods.is_iso(value)


@pytest.mark.parametrize(
    "value",
    ["", "25", "2025-13", "2025-02-30", "2025-W54", "../..", "2025/2026/2027", "Friday", "2025/"],
)
def test_invalid_iso_is_known(value: str) -> None:
    assert not periods.is_iso(value)
