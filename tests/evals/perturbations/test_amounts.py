"""Other numbers, other units, numbers changed over."""

from __future__ import annotations

import re

import pytest
from tests.evals.perturbations.stories import STORY, told, told_of

from nutgraf.evals.perturbations.amounts import (
    another_number,
    another_unit,
    number_from_elsewhere,
    swapped_figures,
)
from nutgraf.language.figures import find_figures, same_amount

COST = told("Repairs would cost $2.5 million.", 2)


@pytest.mark.parametrize("seed", range(8))
def test_another_number_is_nowhere_in_the_article(seed: int) -> None:
    false = another_number(COST, seed)
    assert false is not None
    [figure] = find_figures(false)
    assert figure.unit == "USD"
    assert not any(same_amount(figure, other) for other in STORY.article.figures)


def test_the_form_of_a_number_is_kept() -> None:
    article = "A fair drew 12,400 people, or 40 per cent, in twelve days at 3.5 a head."
    digits = another_number(told_of(article, "It drew 12,400 people."), 0)
    assert digits is not None
    assert re.fullmatch(r"It drew \d+,\d{3} people\.", digits)
    words = another_number(told_of(article, "Twelve days passed."), 0)
    assert words is not None
    assert words.split()[0].istitle()
    assert words.endswith(" days passed.")


@pytest.mark.parametrize("seed", range(8))
def test_a_share_stays_below_a_hundred(seed: int) -> None:
    false = another_number(told_of("Some 80 per cent came.", "80 per cent came."), seed)
    assert false is not None
    assert find_figures(false)[0].value < 100


@pytest.mark.parametrize(
    "text",
    [
        "One man came first.",  # "two man" would be no English
        "She said “14 cracks”.",
        "It was made in 1407.",
        "It rose by two hundred and five million.",
        "Dozens came.",
    ],
)
def test_numbers_that_cannot_be_changed_alone_are_kept(text: str) -> None:
    statement = told(text, 1)
    assert another_number(statement, 0) is None
    assert number_from_elsewhere(statement, 0) is None


def test_where_every_other_value_is_taken_there_is_none() -> None:
    article = "There were 20 here, 40, 30, 60, 10, 26, 14 and 50 there."
    assert another_number(told_of(article, "There were 20 here."), 0) is None


def test_where_every_other_word_is_taken_there_is_none() -> None:
    article = "There were three boats, five cars, six men, seven dogs and eight cats."
    assert another_number(told_of(article, "There were three boats."), 0) is None


def test_a_number_from_elsewhere_is_one_of_the_same_kind() -> None:
    assert number_from_elsewhere(COST, 0) == "Repairs would cost $1.2 million."
    closed = told("It took six weeks.", 2)
    assert number_from_elsewhere(closed, 0) == "It took eight weeks."


def test_a_number_that_is_right_in_another_sentence_is_not_put_in() -> None:
    statement = told_of("It cost about 40 euros. Later 42 euros were paid.", "It cost 42 euros.")
    assert number_from_elsewhere(statement, 0) is None


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("It took six weeks.", ("It took six months.", "It took six days.")),
        ("It cost $2.5 million.", ("It cost €2.5 million.", "It cost £2.5 million.")),
        ("A 14-year-old came in six hours.", ("six minutes.", "six days.")),
        ("It cost 3 million marks.", ("It cost 3 billion marks.",)),
    ],
)
def test_another_unit_of_the_same_kind(true: str, false: tuple[str, ...]) -> None:
    made = another_unit(told(true, 2), 0)
    assert made is not None
    assert made.endswith(false)


@pytest.mark.parametrize("text", ["It made 300 megawatt-hours.", "It took “six weeks”.", "Nobody."])
def test_units_that_have_no_counterpart(text: str) -> None:
    assert another_unit(told(text, 2), 0) is None


def test_a_unit_that_would_be_right_is_not_put_in() -> None:
    statement = told_of("It took six days, or six weeks, or six months.", "It took six weeks.")
    assert another_unit(statement, 0) is None


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Sales rose from 12 to 18.", "Sales rose from 18 to 12."),
        ("Sales rose from 12 million a year earlier to 18 million.", "18 million a year earlier"),
        ("It sold 18 boats, up from 12.", "It sold 12 boats, up from 18."),
        ("It passed by 21 votes to 20.", "It passed by 20 votes to 21."),
    ],
)
def test_amounts_that_are_compared_are_changed_over(true: str, false: str) -> None:
    made = swapped_figures(told(true, 1), 0)
    assert made is not None
    assert false in made


@pytest.mark.parametrize("text", ["12 boats to 18 crews.", "From 12 to 12.", "Up “from 1 to 2”."])
def test_amounts_that_are_not_compared_are_kept(text: str) -> None:
    assert swapped_figures(told(text, 1), 0) is None
