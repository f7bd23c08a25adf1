"""What happened told as planned, what is planned or possible told as done."""

from __future__ import annotations

import pytest
from tests.evals.perturbations.stories import told, told_of

from nutgraf.evals.perturbations.happening import (
    happened_for_planned,
    happened_for_possible,
    planned_for_happened,
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The council voted.", "The council will vote."),
        ("The bridge was closed on Monday.", "The bridge will be closed on Monday."),
        ("The bridge has been closed.", "The bridge will be closed."),
        ("The town has built a pier.", "The town will build a pier."),
    ],
)
def test_what_happened_is_told_as_planned(true: str, false: str) -> None:
    assert planned_for_happened(told(true), 0) == false


@pytest.mark.parametrize(
    "text",
    [
        "Nothing.",
        "Neither Ekman nor Olsen has voted.",
        "The council voted yesterday.",
        "The council voted in 2019.",
        "The council voted, and it was late.",
        "The council wanted peace.",
        "Ekman announced a plan.",
        "Prices almost doubled.",
        "The bridge was",
        "She was born in Arden.",
        "The bridge was old.",
        "The bridge will be shut.",
        "The town has believed it.",
        "The town has piers.",
        "The town has the.",
    ],
)
def test_what_does_not_become_a_plan(text: str) -> None:
    assert planned_for_happened(told(text), 0) is None


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The council will meet.", "The council met."),
        ("The council is to meet.", "The council met."),
        ("The council is due to vote.", "The council voted."),
        ("The council plans to vote.", "The council voted."),
        ("The bridge will be shut.", "The bridge was shut."),
        ("The bridges will be shut.", "The bridges were shut."),
        ("A race of 12 boats is to be held.", "A race of 12 boats was held."),
        ("The seats of the council are to be counted.", "The seats of the council were counted."),
        ("The money will also buy boats.", "The money bought boats."),
        ("The council will have voted.", "The council voted."),
    ],
)
def test_what_is_planned_is_told_as_done(true: str, false: str) -> None:
    assert happened_for_planned(told(true, 1), 0) == false


def test_what_may_be_is_told_as_done() -> None:
    assert happened_for_possible(told("The harbour may flood.", 8), 0) == "The harbour flooded."
    assert happened_for_possible(told("It would cost $2 million.", 2), 0) == "It cost $2 million."
    statement = told_of("The boat may have sunk.", "The boat may have sunk.")
    assert happened_for_possible(statement, 0) == "The boat sank."


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet tomorrow.",
        "The council will meet in 2027.",
        "Ekman denies that the council will meet.",
        "A plan to sell boats failed.",
        "She said “we will vote”.",
        "It will be fine.",
        "It will have to.",
        "They will want peace.",
        "They will gonely.",
        "It met.",
    ],
)
def test_what_is_not_told_as_done(text: str) -> None:
    assert happened_for_planned(told(text, 1), 0) is None


def test_what_the_article_says_was_done_is_not_false() -> None:
    statement = told_of("It voted, and will vote again.", "It will vote.")
    assert happened_for_planned(statement, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "The search will resume provided that the wind drops.",
        "The storm will weaken once it is over land.",
        "The boats will cost less.",
        "They say that the boats of the yard will cost less.",
    ],
)
def test_what_would_be_no_english_or_still_true_is_not_told_as_done(text: str) -> None:
    assert happened_for_planned(told(text, 1), 0) is None


def test_a_singular_shows_that_a_verb_without_a_past_form_is_past() -> None:
    statement = told("Parking in the car parks will cost $3.", 1)
    assert happened_for_planned(statement, 0) == "Parking in the car parks cost $3."


def test_what_a_condition_without_if_makes_unreal_is_left() -> None:
    text = "Had it been there, the tug would need six hours."
    assert happened_for_possible(told(text, 1), 0) is None


def test_a_past_behind_until_does_not_become_a_plan() -> None:
    assert planned_for_happened(told("The tug waited until the ship was fast."), 0) is None
