from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evals.statistics import intervals
from nutgraf.evals.statistics.intervals import Estimate, expanded_tail, mean_with_interval

SHARES = st.lists(st.floats(0, 1), min_size=2, max_size=30)


def test_of_no_article_there_is_no_mean() -> None:
    assert mean_with_interval([], items=3) == Estimate(value=None, cases=0, items=3)


def test_of_one_article_there_is_no_interval() -> None:
    assert mean_with_interval([0.7]) == Estimate(value=0.7, cases=1)


def test_articles_that_are_all_the_same_have_no_interval_rather_than_one_without_width() -> None:
    assert mean_with_interval([1.0] * 24, items=60) == Estimate(value=1.0, cases=24, items=60)


@given(SHARES, st.integers(0, 5))
def test_the_interval_holds_the_mean_and_is_the_same_each_time(
    values: list[float], seed: int
) -> None:
    estimate = mean_with_interval(values, resamples=400, seed=seed)
    assert estimate == mean_with_interval(values, resamples=400, seed=seed)
    assert estimate.value == pytest.approx(np.mean(values))
    if estimate.low is not None and estimate.high is not None:
        assert 0 <= estimate.low <= estimate.high <= 1


@given(SHARES, st.floats(-5, 5))
def test_an_interval_moves_with_its_values(values: list[float], by: float) -> None:
    here = mean_with_interval(values, resamples=200)
    there = mean_with_interval([value + by for value in values], resamples=200)
    if here.low is not None and there.low is not None:
        assert there.low == pytest.approx(here.low + by, abs=1e-9)


def test_a_higher_level_is_a_wider_interval() -> None:
    values = [0.1, 0.4, 0.5, 0.9, 1.0, 0.3]
    narrow, wide = (mean_with_interval(values, level=level) for level in (0.8, 0.99))
    assert narrow.low is not None
    assert narrow.high is not None
    assert wide.low is not None
    assert wide.high is not None
    assert wide.low < narrow.low < narrow.high < wide.high


def test_the_tail_makes_the_normal_distribution_reach_as_far_as_students() -> None:
    # Hesterberg 2015, table 4: for n = 5, 10, 20 and 95 %, 0.0010, 0.0086 and 0.0159 a side.
    assert [expanded_tail(0.95, n) for n in (5, 10, 20)] == pytest.approx(
        [0.0010, 0.0086, 0.0159], abs=0.0002
    )
    assert expanded_tail(0.95, 100_000) == pytest.approx(0.025, abs=1e-5)


def test_intervals_of_few_skewed_shares_hold_the_true_mean_about_as_often_as_they_say() -> None:
    rng = np.random.default_rng(5)
    held = 0
    for seed in range(400):
        found = mean_with_interval(rng.beta(8, 1, 12).tolist(), resamples=400, seed=seed)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 8 / 9 <= found.high
    assert 0.90 <= held / 400 <= 0.975


def test_many_articles_are_drawn_in_batches_to_the_same_effect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    values = [math.sin(number) for number in range(40)]
    at_once = mean_with_interval(values, resamples=100)
    monkeypatch.setattr(intervals, "_DRAWN_AT_ONCE", 100)
    assert mean_with_interval(values, resamples=100) == at_once


@pytest.mark.parametrize(
    ("values", "level", "resamples", "said"),
    [
        ([0.5, math.nan], 0.95, 10, "finite"),
        ([0.5, 0.6], 1.0, 10, "between 0 and 1"),
        ([0.5, 0.6], 0.95, 0, "at least one resample"),
    ],
)
def test_what_has_no_mean_is_refused(
    values: list[float], level: float, resamples: int, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        mean_with_interval(values, level=level, resamples=resamples)
