from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from nutgraf.evals.statistics import sign_flips
from nutgraf.evals.statistics.sign_flips import Side, fewest_cases, sign_flip_p, smallest_p

# Darwin's cross- and self-fertilised maize, in eighths of an inch; Fisher, The Design of
# Experiments, 1935, section 21: 863 of 32,768 signings have a sum of 314 or more.
MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
SHARES = st.sampled_from([-1.0, -0.5, -1 / 3, -0.1, 0.0, 0.1, 0.2, 0.3, 1 / 3, 0.5, 1.0])


def brute_force(differences: list[float], side: Side) -> float:
    seen = sum(differences)
    sums = [
        sum(sign * value for sign, value in zip(signs, differences, strict=True))
        for signs in itertools.product((-1, 1), repeat=len(differences))
    ]
    extreme = {
        "less": [one <= seen + 1e-9 for one in sums],
        "greater": [one >= seen - 1e-9 for one in sums],
        "two-sided": [abs(one) >= abs(seen) - 1e-9 for one in sums],
    }
    return sum(extreme[side]) / len(sums)


def test_fishers_example_comes_out_as_he_counted_it() -> None:
    assert sign_flip_p(MAIZE, side="greater") == 863 / 32_768
    assert sign_flip_p(MAIZE) == 2 * 863 / 32_768


@given(st.lists(SHARES, max_size=9), st.sampled_from(["two-sided", "less", "greater"]))
def test_counting_in_halves_gives_what_counting_all_gives(
    differences: list[float], side: Side
) -> None:
    assert sign_flip_p(differences, side=side) == pytest.approx(brute_force(differences, side))


@given(st.lists(SHARES, min_size=1, max_size=24))
def test_the_two_sides_are_mirrors(differences: list[float]) -> None:
    turned = [-one for one in differences]
    assert sign_flip_p(differences, side="less") == sign_flip_p(turned, side="greater")
    assert sign_flip_p(differences) == sign_flip_p(turned)


@given(st.lists(SHARES, max_size=20), st.integers(0, 4))
def test_cases_that_did_not_move_change_nothing(differences: list[float], still: int) -> None:
    assert sign_flip_p([*differences, *[0.0] * still]) == sign_flip_p(differences)


def test_where_nothing_moved_nothing_is_shown() -> None:
    assert sign_flip_p([]) == sign_flip_p([0.0] * 24, side="less") == 1.0


def test_drawn_signings_come_close_to_counted_ones() -> None:
    differences = [0.25] * 27 + [-0.25] * 13
    exact = 2 * float(binom.sf(26, 40, 0.5))
    assert sign_flip_p(differences, seed=1) == pytest.approx(exact, abs=0.006)
    assert sign_flip_p(differences, seed=1) == sign_flip_p(differences, seed=1)


def test_drawn_p_values_are_never_zero() -> None:
    assert sign_flip_p([0.1] * 60, side="greater") == 1 / (sign_flips.FLIPS + 1)


def test_drawing_in_batches_draws_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    differences = np.random.default_rng(2).normal(0.1, 0.5, 50).tolist()
    at_once = sign_flip_p(differences)
    monkeypatch.setattr(sign_flips, "_DRAWN_AT_ONCE", 4000)
    assert sign_flip_p(differences) == pytest.approx(at_once, abs=0.02)


def test_without_a_change_p_values_are_as_small_as_alpha_no_more_often_than_alpha() -> None:
    rng = np.random.default_rng(11)
    shares = rng.binomial(3, 0.8, size=(2, 1500, 14)) / 3
    p_values = [sign_flip_p(row.tolist(), side="less") for row in shares[0] - shares[1]]
    assert 0.02 < np.mean([p <= 0.05 for p in p_values]) <= 0.06


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_difference_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        sign_flip_p([0.1, value])


def test_the_fewest_cases_are_those_of_which_all_must_move_alike() -> None:
    assert (smallest_p(4, side="less"), smallest_p(5)) == (1 / 16, 1 / 16)
    assert smallest_p(0) == 1.0
    assert (fewest_cases(0.05, side="less"), fewest_cases(0.05), fewest_cases(1.0)) == (5, 6, 0)
    assert sign_flip_p([-0.1] * 5, side="less") == smallest_p(5, side="less")
