from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import ConfigError
from nutgraf.llm.rates import Reservation, rates


def most_in_a_minute(used: Sequence[tuple[float, float]]) -> float:
    """Return the most that was used in any minute; each item is a time and an amount."""
    return max(sum(amount for at, amount in used if start <= at < start + 60) for start, _ in used)


def test_without_limits_everything_may_go_at_once() -> None:
    unlimited = rates()
    assert [unlimited.reserve(10**9, now=5.0).at for _ in range(100)] == [5.0] * 100


def test_the_first_request_goes_at_once_whatever_the_rate() -> None:
    assert rates(requests=1).reserve(0, now=100.0).at == 100.0


def test_a_tenth_of_a_minutes_worth_goes_at_once_and_the_rest_evenly() -> None:
    limited = rates(requests=60)
    times = [limited.reserve(0, now=0.0).at for _ in range(20)]
    assert times[:7] == [0.0] * 7
    assert times[7:] == [float(second) for second in range(1, 14)]


def test_over_an_hour_hardly_less_than_the_rate_is_used() -> None:
    limited, now, made = rates(requests=50, tokens=100_000), 0.0, 0
    while now <= 3600:
        now = limited.reserve(2_000, now).at
        made += 1
    assert made > 0.96 * 50 * 60


@given(
    st.integers(1, 300),
    st.lists(
        st.tuples(st.floats(0, 20), st.integers(1, 1_000), st.floats(0, 1)), min_size=1, max_size=80
    ),
)
def test_no_minute_ever_sees_more_than_the_rate(
    requests: int, asked: list[tuple[float, int, float]]
) -> None:
    limited, now = rates(requests=requests, tokens=1_000), 0.0
    made, took = [], []
    for gap_s, tokens, share in asked:
        now = limited.reserve(tokens, now + gap_s).at
        actual = int(tokens * share)
        limited.settle(Reservation(now, tokens), actual)
        made.append((now, 1.0))
        took.append((now, float(actual)))
    assert most_in_a_minute(made) <= requests
    assert most_in_a_minute(took) <= 1_000


@given(st.lists(st.integers(1, 1_000), min_size=1, max_size=40))
def test_what_is_under_way_counts_in_full_until_it_is_settled(asked: list[int]) -> None:
    limited = rates(tokens=1_000)
    used = [(limited.reserve(tokens, now=0.0).at, float(tokens)) for tokens in asked]
    assert most_in_a_minute(used) <= 1_000


@given(st.lists(st.integers(1, 1_000), min_size=1, max_size=40))
def test_what_was_never_sent_leaves_nothing_behind(asked: list[int]) -> None:
    limited = rates(requests=20, tokens=1_000)
    for tokens in asked:
        limited.withdraw(limited.reserve(tokens, now=0.0))
    assert limited.reserve(1_000, now=0.0).at == 0.0


def test_tokens_that_were_not_taken_are_there_for_the_next() -> None:
    limited = rates(tokens=6_000)
    first = limited.reserve(6_000, now=0.0)
    assert limited.reserve(600, now=1.0).at > 50
    limited = rates(tokens=6_000)
    first = limited.reserve(6_000, now=0.0)
    limited.settle(first, 300)
    assert limited.reserve(600, now=1.0).at == 1.0


def test_tokens_beyond_the_estimate_are_paid_for_afterwards() -> None:
    limited = rates(tokens=6_000)
    limited.settle(limited.reserve(100, now=0.0), 3_000)
    assert limited.reserve(100, now=0.0).at == pytest.approx(30 - 6)


def test_more_than_a_minutes_worth_goes_when_nothing_else_is_in_the_minute() -> None:
    limited = rates(tokens=1_000)
    limited.reserve(10, now=0.0)
    assert 60 < limited.reserve(5_000, now=0.0).at < 63


def test_what_is_settled_a_minute_late_counts_no_more_in_the_minute() -> None:
    limited = rates(tokens=1_000)
    first = limited.reserve(1_000, now=0.0)
    second = limited.reserve(1_000, now=100.0)
    limited.settle(first, 0)
    assert limited.reserve(1_000, now=second.at).at > second.at + 60


def test_the_longer_of_two_pauses_counts() -> None:
    limited = rates()
    assert limited.paused_s(now=0.0) == 0.0
    limited.pause(until=10.0)
    limited.pause(until=5.0)
    assert limited.paused_s(now=4.0) == 6.0
    assert limited.paused_s(now=11.0) == 0.0


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf")])
def test_a_rate_that_cannot_be_is_refused(rate: float) -> None:
    with pytest.raises(ConfigError, match="above 0"):
        rates(requests=rate)
    with pytest.raises(ConfigError, match="above 0"):
        rates(tokens=rate)
