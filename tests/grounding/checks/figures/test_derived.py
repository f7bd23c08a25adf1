from __future__ import annotations

import pytest
from tests.support.claims import story

from nutgraf.grounding.checks.figures.counted import CountedFigures
from nutgraf.grounding.checks.figures.derived import is_derivable, listed


def derivable(statement: str, sentence: str) -> bool:
    [said, *_] = CountedFigures(story(statement)).all
    return is_derivable(said, [CountedFigures(story(sentence)).all])


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("fifteen councillors voted", "They voted 9-6 for it."),
        ("by a margin of 3 votes", "They voted 9-6 for it."),
        ("it fell by 14 points", "It fell from 52 points to 38 points."),
        ("90 men", "There were 40 men and 50 men."),
        ("60 men", "There were 10 men, then 20 men and 30 men."),
        ("50% of the bridges", "Of 28 bridges 14 bridges are shut."),
        ("down by 30%", "Sales fell from 100 lamps to 70 lamps."),
        ("up by 40%", "Sales rose from 50 lamps to 70 lamps."),
    ],
)
def test_sums_differences_and_shares_of_one_sentence_are_derivable(
    statement: str, sentence: str
) -> None:
    assert derivable(statement, sentence)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("90 men", "There were 40 men and 50 horses."),
        ("7 km", "It is 3 km away and costs $4."),
        ("90%", "It rose by 3% and 4%."),
        ("5 men", "The 3rd of 2 attempts worked."),
        ("30%", "Of 0 bridges 14 bridges are shut."),
    ],
)
def test_what_does_not_go_together_is_not_added(statement: str, sentence: str) -> None:
    assert not derivable(statement, sentence)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Guests came from Arden, Bellhaven and Corve.", {3}),
        ("Salt, oil, wine, and bread were sold.", {4}),
        ("Nobody came.", set()),
    ],
)
def test_the_items_of_a_list_are_counted(sentence: str, counts: set[int]) -> None:
    assert listed(sentence) == counts
