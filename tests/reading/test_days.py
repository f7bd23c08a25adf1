"""The calendar date that a metadata field prints."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.reading.days import parse_day

OCTOBER_16 = date(2025, 10, 16)


@pytest.mark.parametrize(
    "value",
    [
        "2025-10-16",
        "20251016",
        "2025/10/16",
        "2025.10.16",
        "2025-10-16T14:30:00Z",
        "2025-10-16T23:59:59.123456-05:00",
        "2025-10-16T00:30+0200",
        "20251016T143000Z",
        "2025-10-16 14:30:00 UTC",
        "2025-10-16 14:30",
        "16 October 2025",
        "16th October 2025",
        "16th of October 2025",
        "16 Oct 2025",
        "16-Oct-2025",
        "16. October 2025",
        "October 16, 2025",
        "October 16 2025",
        "Oct. 16, 2025",
        "OCT 16, 2025",
        "Thursday, October 16, 2025",
        "Thurs., Oct. 16th, 2025",
        "Thu, 16 Oct 2025 14:30:00 +0200",
        "Thu, 16 Oct 2025 14:30:00 +0200 (CEST)",
        "October 16, 2025 at 2:30 p.m. EDT",
        "October 16, 2025, 2 pm",
        "16 October 2025 | 14.30",
        "  16   October\n2025 ",
        "16/10/2025",
        "10/16/2025",
        "16.10.2025",
    ],
)
def test_the_forms_that_print_one_day(value: str) -> None:
    assert parse_day(value) == OCTOBER_16


@pytest.mark.parametrize(
    "value",
    [
        "10/11/2025",
        "10.11.2025",
        "2025-13-16",
        "2025-02-30",
        "31 April 2025",
        "16 Smarch 2025",
        "October 2025",
        "October 16",
        "2025",
        "16/10/25",
        "Thursday",
        "yesterday",
        "October 16, 2025 2030",
        "2025-10-16 – 2025-10-18",  # noqa: RUF001 - an en dash
        "2025-10-16x",
        "On 16 October 2025 the bridge reopened",
        "0000-10-16",
        "",
        "2025-10-16" + " " * 100,
    ],
)
def test_what_is_ambiguous_or_no_day_is_not_used(value: str) -> None:
    assert parse_day(value) is None


def test_a_day_that_reads_the_same_both_ways_is_used() -> None:
    assert parse_day("10/10/2025") == date(2025, 10, 10)


def test_the_zone_does_not_move_the_day_as_printed() -> None:
    assert parse_day("2025-03-04T23:30:00-05:00") == date(2025, 3, 4)


@settings(max_examples=40)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_its_usual_forms(day: date) -> None:
    forms = (day.isoformat(), f"{day:%d} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}")
    assert [parse_day(form) for form in forms] == [day] * 3


@settings(max_examples=40)
@given(st.text())
def test_no_string_raises(value: str) -> None:
    parse_day(value)
