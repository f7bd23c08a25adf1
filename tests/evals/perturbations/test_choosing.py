"""Choices depend on the seed and on nothing else."""

from __future__ import annotations

import pytest

from nutgraf.evals.perturbations.choosing import choose, in_turn

OPTIONS = ("a", "b", "c", "d", "e")


def test_the_choice_is_the_same_on_every_machine() -> None:
    assert [choose(OPTIONS, seed, "words") for seed in range(4)] == ["a", "b", "e", "a"]


def test_every_option_comes_in_turn_once() -> None:
    assert sorted(in_turn(OPTIONS, 3, "words")) == list(OPTIONS)
    assert in_turn(OPTIONS, 3, "words")[0] == choose(OPTIONS, 3, "words")


def test_nothing_to_choose_from() -> None:
    assert in_turn((), 0) == []
    with pytest.raises(IndexError, match="nothing to choose"):
        choose((), 0)
