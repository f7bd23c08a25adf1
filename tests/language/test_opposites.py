"""Verbs that say the same, and verbs that say the opposite."""

from __future__ import annotations

import pytest

from nutgraf.language.opposites import denying_states, opposites, verb_class


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("begin", None), ("start", None)),
        (("turn", "down"), ("reject", None)),
        (("put", "off"), ("postpone", None)),
    ],
)
def test_verbs_of_one_row_are_one_class(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert verb_class(*one) == verb_class(*other)


@pytest.mark.parametrize("verb", [("turn", None), ("paint", None), ("turn", "up")])
def test_any_other_verb_is_a_class_of_its_own(verb: tuple[str, str | None]) -> None:
    assert verb_class(*verb) == " ".join(part for part in verb if part)
    assert opposites(*verb) == frozenset()


def test_opposites_hold_both_ways_and_for_all_verbs_of_a_class() -> None:
    assert verb_class("turn", "down") in opposites("approve", None)
    assert verb_class("accept", None) in opposites("refuse", None)
    assert opposites("win", None) == {"lose"}
    assert opposites("lose", None) == {"win", "gain"}


def test_states_deny_all_verbs_of_a_class() -> None:
    assert denying_states("find", None) == {"missing"}
    assert "unhurt" in denying_states("wound", None)
    assert denying_states("paint", None) == frozenset()
