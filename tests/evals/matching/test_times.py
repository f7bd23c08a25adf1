"""A date is right, right but not as precise, or wrong."""

from __future__ import annotations

import pytest

from nutgraf.evals.matching.times import agreement


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("2026-03-12", "2026-03-12"),
        ("2026-03", "2026-03-01/2026-03-31"),
        ("2026-W11", "2026-03-09/2026-03-15"),
        ("2019/..", "2019/.."),
        (None, None),
        ("soon", "soon"),
    ],
)
def test_the_same_time_is_right_however_it_is_written(
    expected: str | None, given: str | None
) -> None:
    assert agreement(expected, given) == 1


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("2026-03-12", "2026-03"),
        ("2026-03-12", "2026"),
        ("2026-03-14/2026-03-15", "2026-W11"),
        ("2026-04-20", "../2026-04-20"),
        ("2026-04-20", "2026-04-20/.."),
        ("2026-02-11/2026-02-12", "2026-02-11"),
        ("2026-02-11/2026-02-12", "2026-02-12"),
    ],
)
def test_what_is_right_but_not_as_precise_counts_half(expected: str, given: str) -> None:
    assert agreement(expected, given) == 0.5


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("2026-03-12", "2026-03-13"),
        ("2026-03-12", None),
        (None, "2026-03-12"),
        ("2026-03-12", "2020/2029"),
        ("2026-03", "2026-03-12"),
        ("2026-03", "2026-03-01"),
        ("2026-W11", "2026-03-11"),
        ("../2026-04-20", "2026-03-01"),
        ("2026-04-20", "../2026-05-01"),
        ("2026-03-12", "soon"),
        ("2019/..", "2019"),
    ],
)
def test_everything_else_is_wrong(expected: str | None, given: str | None) -> None:
    assert agreement(expected, given) == 0
