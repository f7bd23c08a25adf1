from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from nutgraf.evals.statistics.prevalence import (
    Judge,
    Share,
    corrected_mean,
    corrected_share,
    wilson,
)


def judge(sensitivity: tuple[int, int], specificity: tuple[int, int]) -> Judge:
    return Judge(
        sensitivity=Share(part=sensitivity[0], whole=sensitivity[1]),
        specificity=Share(part=specificity[0], whole=specificity[1]),
    )


# Newcombe, Two-Sided Confidence Intervals for the Single Proportion, Statistics in Medicine 17,
# 1998, table I, method 3.
@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_wilsons_interval_is_that_of_newcombes_table(
    part: int, whole: int, low: float, high: float
) -> None:
    found = wilson(Share(part=part, whole=whole))
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)


def test_of_nothing_there_is_no_share() -> None:
    assert wilson(Share(part=0, whole=0)).value is None


def test_a_part_is_not_more_than_its_whole() -> None:
    with pytest.raises(ValidationError, match="3 cannot be a part of 2"):
        Share(part=3, whole=2)


def test_a_rate_is_corrected_as_rogan_and_gladen_do() -> None:
    found = corrected_share(Share(part=20, whole=100), judge((80, 100), (90, 100)))
    assert found is not None
    assert found.value == pytest.approx((0.2 + 0.9 - 1) / (0.8 + 0.9 - 1))


@pytest.mark.parametrize(
    "useless", [judge((50, 100), (50, 100)), judge((2, 9), (7, 9)), judge((0, 0), (9, 9))]
)
def test_a_judge_that_guesses_or_was_not_tried_corrects_nothing(useless: Judge) -> None:
    assert corrected_share(Share(part=5, whole=9), useless) is None
    assert corrected_mean([0.5, 0.7], useless) is None


def test_of_nothing_nothing_is_corrected() -> None:
    good = judge((90, 100), (90, 100))
    assert corrected_share(Share(part=0, whole=0), good) is None
    assert corrected_mean([], good) is None


def test_where_the_labels_are_too_few_to_tell_a_judge_from_a_guesser_anything_is_possible() -> None:
    found = corrected_share(Share(part=9, whole=10), judge((1, 1), (1, 6)))
    assert found is not None
    assert (found.low, found.high) == (0.0, 1.0)


@given(st.integers(0, 40), st.integers(25, 40), st.integers(25, 40))
def test_a_corrected_share_lies_between_0_and_1(part: int, right: int, refused: int) -> None:
    found = corrected_share(Share(part=part, whole=40), judge((right, 40), (refused, 40)))
    assert found is not None
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.high <= 1
    assert 0 <= found.value <= 1


def test_a_judge_tried_on_less_leaves_the_share_less_certain() -> None:
    widths = []
    for tried in (20, 200, 200_000):
        right = tried * 4 // 5
        shares = [0.5, 0.6, 0.7, 0.8, 0.55, 0.65] * 4
        one = corrected_share(Share(part=130, whole=200), judge((right, tried), (right, tried)))
        other = corrected_mean(shares, judge((right, tried), (right, tried)))
        for found in (one, other):
            assert found is not None
            assert found.low is not None
            assert found.high is not None
            widths.append(found.high - found.low)
    assert widths[0::2] == sorted(widths[0::2], reverse=True)
    assert widths[1::2] == sorted(widths[1::2], reverse=True)


def test_corrected_intervals_hold_the_true_share_about_as_often_as_they_say() -> None:
    rng = np.random.default_rng(7)
    prevalence, sensitivity, specificity = 0.85, 0.8, 0.7
    share_held = mean_held = 0
    for seed in range(250):
        tried = judge(
            (int(rng.binomial(80, sensitivity)), 80), (int(rng.binomial(60, specificity)), 60)
        )
        reported = prevalence * sensitivity + (1 - prevalence) * (1 - specificity)
        share = corrected_share(Share(part=int(rng.binomial(200, reported)), whole=200), tried)
        ease = rng.beta(4 * prevalence, 4 * (1 - prevalence), 24)
        called = rng.binomial(8, ease * sensitivity + (1 - ease) * (1 - specificity)) / 8
        mean = corrected_mean(called.tolist(), tried, resamples=300, seed=seed)
        assert share is not None
        assert mean is not None
        assert share.low is not None
        assert share.high is not None
        assert mean.low is not None
        assert mean.high is not None
        share_held += share.low <= prevalence <= share.high
        mean_held += mean.low <= prevalence <= mean.high
    assert 0.92 <= share_held / 250 <= 1
    assert 0.92 <= mean_held / 250 <= 1


def test_a_judge_that_may_be_guessing_leaves_the_mean_open() -> None:
    found = corrected_mean([0.4, 0.5, 0.6, 0.7, 0.5, 0.6], judge((3, 5), (3, 5)), items=30)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert (found.low, found.high, found.items) == (0.0, 1.0, 30)


def test_of_one_article_there_is_a_mean_and_no_interval() -> None:
    found = corrected_mean([0.8], judge((9, 10), (9, 10)))
    assert found is not None
    assert found.value == pytest.approx(0.875)
    assert found.low is None
