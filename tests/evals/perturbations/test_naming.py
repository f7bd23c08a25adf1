"""Other names, from outside the article and from another sentence; who did it to whom."""

from __future__ import annotations

import pytest
from tests.evals.perturbations.stories import ARTICLE, CAST, told, told_of

from nutgraf.evals.perturbations.cast import Named
from nutgraf.evals.perturbations.naming import (
    name_from_elsewhere,
    name_from_outside,
    others_of_kind,
    swapped_subject,
)
from nutgraf.evals.perturbations.words import OUTSIDERS


def test_a_name_from_outside_is_not_in_the_article() -> None:
    false = name_from_outside(told("Clara Voss met nobody.", 11), 0)
    assert false is not None
    name = false.removesuffix(" met nobody.")
    assert name in OUTSIDERS["person"]
    assert name not in ARTICLE.text


def test_a_surname_is_put_for_a_surname() -> None:
    false = name_from_outside(told("Ruth Ekman left, and Ekman\u2019s dog stayed.", 2), 0)
    assert false is not None
    full = next(name for name in OUTSIDERS["person"] if false.startswith(name))
    assert false == f"{full} left, and {full.split()[-1]}\u2019s dog stayed."


@pytest.mark.parametrize("text", ["The Arden was closed.", "The Tarn Bridge was closed.", "No."])
def test_a_name_without_a_fitting_stranger_is_kept(text: str) -> None:
    assert name_from_outside(told(text, 1), 0) is None


def test_a_name_after_an_article_gets_one_that_takes_it() -> None:
    for seed in range(40):
        false = name_from_outside(told("The Ilm Chamber met.", 11), seed)
        assert false is not None
        assert len(false.split()) == 4


def test_where_every_invented_name_is_taken_there_is_none() -> None:
    article = f"Ida Berg met {', '.join(OUTSIDERS['person'])}."
    statement = told_of(article, "Ida Berg left.", Named(("Ida Berg",), "person"))
    assert name_from_outside(statement, 0) is None


def test_an_invented_name_that_the_article_has_is_not_taken() -> None:
    article = f"Ida Berg met {', '.join(OUTSIDERS['person'][:-1])}."
    false = name_from_outside(told_of(article, "Ida Berg left.", Named(("Ida Berg",), "person")), 0)
    assert false == f"{OUTSIDERS['person'][-1]} left."


def test_a_name_from_elsewhere_is_of_the_same_kind() -> None:
    assert name_from_elsewhere(told("Lodestar offered no discount.", 5), 0) == (
        "Waterline offered no discount."
    )


def test_a_name_of_the_same_sentence_may_have_done_it_too() -> None:
    statement = told("Lodestar was accused.", 10)
    assert [named.forms[0] for named in others_of_kind(statement, CAST[3])] == ["Ilm Chamber"]
    assert name_from_elsewhere(statement, 0) is None  # it takes an article, Lodestar does not


def test_a_place_that_is_named_beside_another_may_hold_it() -> None:
    statement = told("Boats run from Port Sel.", 6)
    assert "Bay of Ilm" not in [named.forms[0] for named in others_of_kind(statement, CAST[7])]
    beside = told_of("It is in Lyon, France. France won. Spain lost.", "It is in Lyon.")
    lyon, france, spain = (Named((name,), "place") for name in ("Lyon", "France", "Spain"))
    statement = told_of(
        "A fair is held. It is in Lyon, France. Spain lost.", "It is in Lyon.", lyon, france, spain
    )
    assert beside.named == ()
    assert others_of_kind(statement, lyon) == [spain]
    assert others_of_kind(statement, france) == [spain]


def test_who_did_it_and_to_whom_are_changed_over() -> None:
    assert swapped_subject(told("Lodestar sued Waterline for libel.", 10), 0) == (
        "Waterline sued Lodestar for libel."
    )
    assert swapped_subject(told("Piet Olsen was accused by Lodestar.", 10), 0) == (
        "Lodestar was accused by Piet Olsen."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lodestar met Waterline.",  # they met each other
        "Lodestar and Waterline came.",
        "Lodestar sued Arden.",  # a place acts otherwise
        "Lodestar sued Waterline's owner.",
        "Lodestar fully sued Waterline.",
        "Lodestar, a Waterline.",
        "Lodestar of the Waterline.",
        "He said “Lodestar sued Waterline”.",
        "Everyone knows Lodestar sued Waterline.",
        "Ekman sued Ekman.",
        "Lodestar sued and then after a long while of the year Waterline.",
    ],
)
def test_names_that_are_not_doer_and_done_to_are_kept(text: str) -> None:
    assert swapped_subject(told(text, 10), 0) is None
