from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.grounding.checks.times.stretches import Stretch, agrees, is_finer, overlap, stretch

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def of(value: str) -> Stretch:
    found = stretch(value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-03-05", date(2026, 3, 5), date(2026, 3, 5)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-W11", date(2026, 3, 9), date(2026, 3, 15)),
        ("2026-03/2026-04", date(2026, 3, 1), date(2026, 4, 30)),
        ("2019/..", date(2019, 1, 1), None),
        ("../2026-04-02", None, date(2026, 4, 2)),
    ],
)
def test_a_value_is_a_stretch_of_days(value: str, first: date | None, last: date | None) -> None:
    assert stretch(value) == Stretch(first, last)


@pytest.mark.parametrize("value", ["soon", "../..", "2026-13-01"])
def test_what_is_no_date_is_no_stretch(value: str) -> None:
    assert stretch(value) is None


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("2026-03", "2026-03-05"),
        ("1801/1900", "1818"),
        ("2019/..", "2019-05-02"),
        ("2019/..", "2019/.."),
        ("2026-03-01/..", "2026-03-05"),
        ("../2026-04-02", "2026-04-02"),
        ("2026-03-05", "2026-03-05/.."),
    ],
)
def test_a_coarser_word_for_a_time_agrees_with_it(said: str, printed: str) -> None:
    assert agrees(of(said), of(printed))


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("2026-03-05", "2026-03"),
        ("2026-04", "2026-03-05"),
        ("2018/..", "2019-05-02"),
        ("2026-03-06", "2026-03-05/.."),
        ("2026-03-09/..", "2026-03-05"),
    ],
)
def test_another_or_a_finer_time_does_not_agree(said: str, printed: str) -> None:
    assert not agrees(of(said), of(printed))


def test_finer_is_a_part_of_at_most_a_year() -> None:
    assert is_finer(of("2026-03-05"), of("2026-03"))
    assert not is_finer(of("1931"), of("1901/2000"))
    assert not is_finer(of("2026"), of("2026"))


def test_two_long_times_may_share_some_days() -> None:
    assert overlap(of("1880/1889"), of("1885/1894"))
    assert not overlap(of("1880/1889"), of("1890/1899"))
    assert not overlap(of("1885"), of("1880/1889"))
    assert not overlap(of("1885-01-01"), of("1880/1889"))


def test_nothing_agrees_with_a_time_that_has_no_end_at_all() -> None:
    nothing = Stretch(None, None)
    assert not agrees(of("2026"), nothing)
    assert not agrees(nothing, of("2026"))


@given(DAYS, DAYS)
def test_a_time_agrees_with_itself_and_with_every_day_in_it(one: date, other: date) -> None:
    whole = Stretch(min(one, other), max(one, other))
    assert agrees(whole, whole)
    assert agrees(whole, Stretch(one, one))
    assert whole.holds(Stretch(other, other))
