"""Date expressions that stand alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import resolve_date

THURSDAY = date(2025, 10, 16)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("Thursday", "2025-10-16"),
        ("on Friday", "2025-10-17"),
        ("Sunday", "2025-10-12"),
        ("Friday evening local time", "2025-10-17"),
        ("early afternoon Thursday", "2025-10-16"),
        ("last Tuesday", "2025-10-14"),
        ("last Thursday", "2025-10-09"),
        ("next Friday", "2025-10-24"),
        ("this Friday", "2025-10-17"),
        ("this coming Monday", "2025-10-20"),
        ("Tuesday of last week", "2025-10-07"),
        ("the week of 20 October", "2025-W43"),
        ("the weekend of October 18", "2025-10-18/2025-10-19"),
        ("next week", "2025-W43"),
        ("earlier this week", "2025-W42"),
        ("this weekend", "2025-10-18/2025-10-19"),
        ("last weekend", "2025-10-11/2025-10-12"),
        ("next month", "2025-11"),
        ("last August", "2025-08"),
        ("last November", "2024-11"),
        ("next March", "2026-03"),
        ("this May", "2025-05"),
        ("last summer", "2025-06-01/2025-08-31"),
        ("this autumn", "2025-09-01/2025-11-30"),
        ("this winter", "2025-12-01/2026-02-28"),
        ("next spring", "2026-03-01/2026-05-31"),
        ("last Christmas Day", "2024-12-25"),
        ("New Year\u2019s Eve", "2025-12-31"),
        ("Q3", "2025-07/2025-09"),
        ("H1 2025", "2025-01/2025-06"),
        ("the second half of 2024", "2024-07/2024-12"),
        ("the third quarter of this year", "2025-07/2025-09"),
        ("the third half of 2024", None),
        ("early next year", "2026"),
        ("mid-October", "2025-10"),
        ("the end of next month", "2025-11-30"),
        ("the start of 2024", "2024-01-01"),
        ("year-end", "2025-12-31"),
        ("the night of October 3", "2025-10-03"),
        ("this morning", "2025-10-16"),
        ("last night", "2025-10-15"),
        ("the day after tomorrow", "2025-10-18"),
        ("three weeks ago", "2025-W39"),
        ("a fortnight ago", "2025-W40"),
        ("in two weeks\u2019 time", "2025-W44"),
        ("a few days ago", "../2025-10-16"),
        ("the next few days", "2025-10-16/.."),
        ("the past two weeks", "2025-10-02/2025-10-16"),
        ("the last two fortnights", "2025-09-18/2025-10-16"),
        ("the next three months", "2025-10/2026-01"),
        ("the past century", "1900-01-01/1999-12-31"),
        ("5,000 years ago", "-2975"),
        ("twenty years from now", "2045"),
        ("99999 centuries ago", None),
        ("December 30 to January 2", "2025-12-30/2026-01-02"),
        ("December 30 - January 2", "2025-12-30/2026-01-02"),
        ("early 404 BC", "-0403"),
        ("on the 14th", "2025-10-14"),
        ("Oct. 30 - Nov. 2", "2025-10-30/2025-11-02"),
        ("November 2024-February 2025", "2024-11/2025-02"),
        ("December 30 - January 2, 2020", "2019-12-30/2020-01-02"),
        ("November to February 2025", "2024-11/2025-02"),
        ("the \u201990s", "1990-01-01/1999-12-31"),
        ("the \u201910s", "2010-01-01/2019-12-31"),
        ("the nineties", "1990-01-01/1999-12-31"),
        ("mid-1980s", "1983-01-01/1986-12-31"),
        ("the early 2000s", "2000-01-01/2004-12-31"),
        ("the twentieth century", "1900-01-01/1999-12-31"),
        ("the 7th century BC", "-0699/-0600"),
        ("the 1st century", "0001-01-01/0099-12-31"),
        ("AD 842", "0842"),
        ("1892-94", "1892/1894"),
        ("1999", "1999"),
        ("August", "2025-08"),
        ("12 May last year", "2024-05-12"),
        ("2025-W42 or so", "2025-W42"),
        ("2025-W60 or so", None),
        ("2009-10-12T09:30:00Z, local", "2009-10-12"),
        ("the following day", None),
        ("that Monday", None),
        ("that weekend", None),
        ("that autumn", None),
        ("12 May of the same year", None),
        ("February 30", None),
        ("soon", None),
        ("", None),
    ],
)  # fmt: skip
def test_expressions_resolve_against_the_publication_day(
    expression: str, value: str | None
) -> None:
    assert resolve_date(expression, published=THURSDAY) == value


@pytest.mark.parametrize(
    ("expression", "future", "value"),
    [
        ("Friday", True, "2025-10-17"),
        ("Friday", False, "2025-10-10"),
        ("Wednesday", True, "2025-10-22"),
        ("this weekend", False, "2025-10-11/2025-10-12"),
        ("the 14th", None, None),
        ("on the 14th", True, "2025-11-14"),
        ("on the 20th", False, "2025-09-20"),
        ("this spring", False, "2025-03-01/2025-05-31"),
        ("from Monday to Wednesday", False, "2025-10-13/2025-10-15"),
        ("from Friday to Monday", False, "2025-10-10/2025-10-13"),
        ("from Monday to Friday", True, "2025-10-20/2025-10-24"),
        ("from Wednesday to Thursday", True, "2025-10-22/2025-10-23"),
        ("from Friday to Wednesday", False, "2025-10-10/2025-10-15"),
        ("from Monday to Sunday", False, "2025-10-06/2025-10-12"),
    ],
)
def test_the_tense_decides_between_last_and_next(
    expression: str, future: bool | None, value: str | None
) -> None:
    assert resolve_date(expression, published=THURSDAY, future=future) == value


@pytest.mark.parametrize("value", ["2025-10-16", "2025-10", "2025", "2025-W43", "2019/.."])
def test_valid_iso_passes_through(value: str) -> None:
    assert resolve_date(value, published=None) == value


def test_an_interval_is_made_of_its_two_ends() -> None:
    assert resolve_date("between 1914 and 1918", published=None) == "1914/1918"
    assert resolve_date("from 1918 to 1914", published=None) is None


def test_the_same_day_named_twice_is_one_day() -> None:
    assert resolve_date("Sunday (October 12)", published=THURSDAY) == "2025-10-12"


def test_the_finest_of_periods_within_one_another_is_meant() -> None:
    assert resolve_date("Sunday, in October, 2025", published=THURSDAY) == "2025-10-12"
    assert resolve_date("since 2019, in 2024", published=None) == "2024"


def test_several_dates_are_no_date() -> None:
    assert resolve_date("October 2025 and later May 2024", published=None) is None
    assert resolve_date("404 BC, 1999", published=None) is None
    assert resolve_date("404 BC, 300 BC", published=None) is None


def test_an_expression_refers_back_within_itself() -> None:
    assert resolve_date("3 May 2022 or the following Monday", published=None) is None
    assert resolve_date("12 May 2003, the following weekend", published=None) is None


@pytest.mark.parametrize(
    "expression",
    ["Friday", "last Friday", "next week", "this weekend", "last May", "last summer", "on the 14th",
     "the past decade", "two days ago", "today", "the \u201990s", "the end of the year", "May",
     "year end", "May 3", "autumn", "Q3", "Christmas Day", "3 May last year", "May-June last year"],
)  # fmt: skip
def test_nothing_counts_from_an_unknown_day(expression: str) -> None:
    assert resolve_date(expression, published=None) is None


@given(st.text(max_size=60), st.none() | st.dates(), st.sampled_from([None, True, False]))
def test_any_words_resolve_to_a_value_or_to_none(
    expression: str, published: date | None, future: bool | None
) -> None:
    value = resolve_date(expression, published=published, future=future)
    assert value is None or value
