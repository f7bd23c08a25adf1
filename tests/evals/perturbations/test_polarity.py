"""A "not" more and a "not" less, in good English."""

from __future__ import annotations

import pytest
from tests.evals.perturbations.stories import told

from nutgraf.evals.perturbations.polarity import add_negation, remove_negation


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The bridge was closed.", "The bridge was not closed."),
        ("The council will meet.", "The council will not meet."),
        ("Boats can sail.", "Boats cannot sail."),
        ("The council met.", "The council did not meet."),
        ("The agency argues a case.", "The agency does not argue a case."),
        ("The town has a pier.", "The town does not have a pier."),
        ("The towns have a pier.", "The towns do not have a pier."),
        ("The town had a pier.", "The town did not have a pier."),
        ("The town has now built a pier.", "The town has not now built a pier."),
        ("The town has quickly built a pier.", "The town has not quickly built a pier."),
        ("The town had really truly newly", "The town did not have really truly newly"),
        ("The pier had been shut.", "The pier had not been shut."),
        ("Ekman said that the pier was shut.", "Ekman said that the pier was not shut."),
    ],
)
def test_a_negation_is_added_where_the_grammar_wants_it(true: str, false: str) -> None:
    assert add_negation(told(true), 0) == false


@pytest.mark.parametrize(
    "text",
    [
        "The bridge may close.",
        "Some boats were sunk.",
        "The bridge was not closed.",
        "The bridge was only closed.",
        "The bridge was closed in no time.",
        "Prices rose by less than half.",
        "Closed.",
    ],
)
def test_what_would_not_be_false_is_not_negated(text: str) -> None:
    assert add_negation(told(text), 0) is None


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The council did not meet.", "The council met."),
        ("The council didn\u2019t meet.", "The council met."),
        ("The council does not meet.", "The council meets."),
        ("It does not have a pier.", "It has a pier."),
        ("The councils do not meet.", "The councils meet."),
        ("It failed to win.", "It won."),
        ("Boats cannot sail.", "Boats can sail."),
        ("It won't rain.", "It will rain."),
        ("It is not shut.", "It is shut."),
        ("He was unable to go.", "He was able to go."),
        ("He never went.", "He went."),
        ("It has no plans.", "It has plans."),
    ],
)
def test_a_negation_is_taken_away(true: str, false: str) -> None:
    assert remove_negation(told(true), 0) == false


@pytest.mark.parametrize(
    "text",
    [
        "It is shut.",
        "It is not here and not there.",
        "It is not shut yet.",
        "People who do not know came.",
        "It was not only shut.",
        "She said “it is not shut”.",
        "He did not gonely.",
        "It does not gonely.",
        "It failed to gonely.",
        "Nobody came.",
    ],
)
def test_a_negation_that_cannot_go_alone_stays(text: str) -> None:
    assert remove_negation(told(text), 0) is None
