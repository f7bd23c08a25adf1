from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import ConfigError
from nutgraf.llm.concurrency import FIRST, Concurrency


def round_trip(concurrency: Concurrency) -> None:
    """Send as many as may be, and have them all go well."""
    sent = int(concurrency.limit)
    for _ in range(sent):
        concurrency.enter()
    for _ in range(sent):
        concurrency.went_well()
        concurrency.leave()


def test_it_starts_low_and_doubles_with_each_round_trip_up_to_the_most() -> None:
    concurrency, limits = Concurrency(50), []
    for _ in range(5):
        limits.append(concurrency.limit)
        round_trip(concurrency)
    assert limits == [FIRST, 16, 32, 50, 50]


def test_where_fewer_are_allowed_it_starts_with_those() -> None:
    assert Concurrency(3).limit == 3


def test_after_a_cut_it_grows_by_one_with_each_round_trip() -> None:
    concurrency = Concurrency(64)
    for _ in range(3):
        round_trip(concurrency)
    assert concurrency.was_too_fast(cuts_when_sent=0)
    assert concurrency.limit == 32
    for _ in range(4):
        round_trip(concurrency)
    assert concurrency.limit == pytest.approx(36, abs=0.5)


def test_many_that_were_sent_together_and_refused_together_halve_it_once() -> None:
    concurrency = Concurrency(8)
    assert [concurrency.was_too_fast(cuts_when_sent=0) for _ in range(8)] == [True] + [False] * 7
    assert concurrency.limit == 4
    assert concurrency.was_too_fast(cuts_when_sent=1)
    assert concurrency.limit == 2


def test_what_is_not_needed_is_not_raised() -> None:
    concurrency = Concurrency(64)
    for _ in range(100):
        concurrency.enter()
        concurrency.went_well()
        concurrency.leave()
    assert concurrency.limit == FIRST


def test_what_was_needed_once_is_not_raised_for_ever() -> None:
    concurrency = Concurrency(640)
    round_trip(concurrency)
    for _ in range(1_000):
        concurrency.enter()
        concurrency.went_well()
        concurrency.leave()
    assert concurrency.limit <= 4 * FIRST


@given(st.integers(1, 100), st.lists(st.booleans(), max_size=200))
def test_it_stays_within_one_and_the_most(most: int, well: list[bool]) -> None:
    concurrency = Concurrency(most)
    for one in well:
        concurrency.enter()
        if one:
            concurrency.went_well()
        else:
            concurrency.was_too_fast(concurrency.cuts)
        assert 1 <= concurrency.limit <= most


def test_none_at_all_is_refused() -> None:
    with pytest.raises(ConfigError, match="at least one"):
        Concurrency(0)
