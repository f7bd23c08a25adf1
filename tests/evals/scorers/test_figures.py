"""Figures are matched by place or value; value and unit must be right."""

from __future__ import annotations

from decimal import Decimal

from tests.evals.scorers.scoring import IDEAL, changed, scores, values

from nutgraf.evals.scorers.figures import SCORER
from nutgraf.schema.fields import Amount
from nutgraf.schema.news import KeyFigure

CRACKS, COST = IDEAL.figures


def test_a_misread_unit_is_named() -> None:
    amount = COST.amount.model_copy(update={"unit": "EUR"})
    wrong = COST.model_copy(update={"amount": amount})
    found = scores(SCORER, changed(figures=[CRACKS, wrong]))
    assert found["figures.recall"].value == 1
    assert found["figures.value"].value == 0.5
    assert found["figures.value"].notes == ("cost of the repairs: 2500000 EUR for 2500000 USD",)


def test_an_amount_of_something_else_is_not_labelled() -> None:
    amount = Amount(text="3 boats", value=Decimal(3), unit="boats")
    found = scores(SCORER, changed(figures=[KeyFigure(amount=amount, of="boats", evidence=())]))
    assert found["figures.precision"].notes == ("not labelled: 3 boats (boats)",)
    assert found["figures.recall"].notes[0] == "missed: 14 cracks (cracks found in the bridge)"
    assert found["figures.value"].value is None


def test_the_same_amount_at_no_known_place_is_found() -> None:
    amount = Amount(text="2,500,000 dollars", value=Decimal(2500000), unit="USD")
    found = values(SCORER, changed(figures=[KeyFigure(amount=amount, of="", evidence=())]))
    assert (found["figures.precision"], found["figures.value"]) == (1, 1)
