"""Pairs are one to one, and the best of all, whatever the order."""

from __future__ import annotations

import sys
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import ConfigError
from nutgraf.evals.matching import Pair, assign

TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def paired(table: list[list[float]]) -> tuple[Pair, ...]:
    return assign(range(len(table)), range(len(table[0])), lambda row, column: table[row][column])


def test_what_is_most_alike_is_paired() -> None:
    assert paired([[0.9, 0.8], [0.8, 0.1]]) == (Pair(0, 1, 0.8), Pair(1, 0, 0.8))


def test_what_is_not_alike_at_all_is_not_paired() -> None:
    assert paired([[0.0, 0.0], [0.0, 0.4]]) == (Pair(1, 1, 0.4),)


def test_of_two_equal_assignments_the_one_with_more_pairs_is_taken() -> None:
    assert len(paired([[1.0, 0.5], [0.5, 0.0]])) == 2


@pytest.mark.parametrize(("labels", "items"), [([], [1]), ([1], []), ([], [])])
def test_nothing_is_paired_with_nothing(labels: list[int], items: list[int]) -> None:
    assert assign(labels, items, lambda *_: 1.0) == ()


@given(TABLES)
def test_no_other_assignment_is_better(table: list[list[float]]) -> None:
    pairs = paired(table)
    assert len({pair.expected for pair in pairs}) == len({pair.given for pair in pairs})
    square = max(len(table), len(table[0]))
    padded = [
        [
            table[row][column] if row < len(table) and column < len(table[0]) else 0
            for column in range(square)
        ]
        for row in range(square)
    ]
    best = max(
        sum(padded[row][column] for row, column in enumerate(order))
        for order in permutations(range(square))
    )
    assert sum(pair.similarity for pair in pairs) == pytest.approx(best)


def test_without_scipy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(ConfigError, match=r"pip install 'nutgraf\[evals\]'"):
        paired([[1.0]])
