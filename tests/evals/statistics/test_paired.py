from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.evals.statistics.paired import Move, Unpaired, pair, smallest_difference
from nutgraf.evals.statistics.sign_flips import sign_flip_p

SCORES = st.dictionaries(
    st.sampled_from([f"case-{n}" for n in range(12)]), st.none() | st.floats(0, 1)
)


def test_cases_are_compared_with_themselves() -> None:
    before = {"ferry": 0.2, "budget": 0.9, "flood": 0.5}
    after = {"budget": 1.0, "flood": 0.5, "ferry": 0.4}
    found = pair(before, after)
    assert found.before == pytest.approx(1.6 / 3)
    assert found.after == pytest.approx(1.9 / 3)
    assert found.difference.value == pytest.approx(0.1)
    assert found.difference.cases == 3
    assert found.p == sign_flip_p([0.2, 0.1, 0.0])
    assert found.shows is None


def test_moved_cases_come_with_the_greatest_fall_first() -> None:
    before = {"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.1 + 0.2}
    found = pair(before, {"a": 0.9, "b": 0.1, "c": 0.4, "d": 0.3})
    assert [move.case for move in found.moved] == ["b", "c", "a"]
    assert found.moved[0] == Move(case="b", before=0.5, after=0.1)


def test_cases_of_one_run_only_are_named_with_the_reason() -> None:
    found = pair(
        {"a": 0.5, "b": 0.5, "c": None, "d": None}, {"a": 0.5, "b": None, "e": 1.0, "d": 1.0}
    )
    assert found.unpaired == (
        Unpaired(case="b", run="before", why="not applicable"),
        Unpaired(case="d", run="after", why="not applicable"),
        Unpaired(case="e", run="after", why="missing"),
    )
    assert found.difference.cases == 1


def test_runs_without_a_common_case_have_no_difference() -> None:
    found = pair({"a": 0.5}, {"b": 0.5})
    assert (found.before, found.after, found.p, found.difference.value) == (None,) * 4
    assert [one.why for one in found.unpaired] == ["missing", "missing"]


@settings(max_examples=40)
@given(SCORES, SCORES)
def test_no_case_with_a_score_gets_lost(
    before: dict[str, float | None], after: dict[str, float | None]
) -> None:
    found = pair(before, after)
    scored = {case for scores in (before, after) for case, one in scores.items() if one is not None}
    assert found.difference.cases + len(found.unpaired) == len(scored)


@settings(max_examples=40)
@given(SCORES, SCORES)
def test_the_other_way_round_everything_has_the_other_sign(
    before: dict[str, float | None], after: dict[str, float | None]
) -> None:
    one, other = pair(before, after), pair(after, before)
    assert one.p == other.p
    assert {m.case: m.by for m in one.moved} == {m.case: -m.by for m in other.moved}


def test_the_smallest_difference_is_found_about_four_times_in_five() -> None:
    rng = np.random.default_rng(4)
    cases, spread = 24, 0.2
    like = rng.normal(0, 1, cases)
    like = (like - like.mean()) / like.std(ddof=1) * spread
    smallest = smallest_difference(like.tolist())
    assert smallest is not None
    found = [sign_flip_p(rng.normal(smallest, spread, cases).tolist()) <= 0.05 for _ in range(400)]
    assert 0.74 <= np.mean(found) <= 0.86


def test_with_more_metrics_or_both_sides_only_greater_differences_are_shown() -> None:
    differences = [0.1, -0.2, 0.3, 0.0, 0.1, -0.1, 0.2, 0.4]
    one_sided, plain, many = (
        smallest_difference(differences, side="less"),
        smallest_difference(differences),
        smallest_difference(differences, alpha=0.05 / 5),
    )
    assert one_sided is not None
    assert plain is not None
    assert many is not None
    assert one_sided < plain < many


@pytest.mark.parametrize("differences", [[], [0.1], [0.1, 0.2, 0.1, 0.0, 0.3], [0.0] * 24])
def test_of_too_few_cases_or_without_spread_no_difference_can_be_told(
    differences: list[float],
) -> None:
    assert smallest_difference(differences) is None


def test_a_single_case_has_no_spread_whatever_the_level() -> None:
    assert smallest_difference([0.1], alpha=1.0) is None
