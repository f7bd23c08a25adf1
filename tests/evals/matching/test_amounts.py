"""Amounts are the same by place, or by value and unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nutgraf.article import Span
from nutgraf.evals.matching.amounts import Measured, amount_likeness, is_right

HERE, THERE = Span(10, 20), Span(50, 60)


def measured(
    value: str | None, unit: str | None, of: str = "", span: Span | None = None
) -> Measured:
    return Measured(span, None if value is None else Decimal(value), unit, of)


def test_the_same_place_is_the_same_amount_even_if_misread() -> None:
    label = measured("24", "lb", span=HERE)
    assert amount_likeness(label, measured("24", "GBP", span=HERE), "en") > 0
    assert amount_likeness(label, measured("24", "GBP", span=THERE), "en") == 0
    assert amount_likeness(label, measured("24", "GBP"), "en") == 0


def test_what_it_measures_decides_between_equal_amounts() -> None:
    label = measured("20", "%", "fall in traffic")
    traffic, wages = measured("20", "%", "traffic fell"), measured("20", "%", "wages")
    assert amount_likeness(label, traffic, "en") > amount_likeness(label, wages, "en") > 0


@pytest.mark.parametrize(
    ("label", "said", "right"),
    [
        (("17", "fishermen"), ("17", None, "17"), True),
        (("17", "fishermen"), ("17", "men", "17 men, fishermen in Lugau"), True),
        (("17", "fishermen"), ("17", "sailors", "17 sailors"), False),
        (("17", None), ("17", "fishermen", ""), True),
        (("17", "fishermen"), ("18", "fishermen", ""), False),
        (("5", "USD"), ("5", "AUD", ""), True),
        (("5", "USD"), ("5", "EUR", ""), False),
        (("5", "km"), ("5", None, ""), False),
        (("5", "fish"), ("5", "km", ""), False),
        (("5", "km"), (None, "km", ""), False),
    ],
)
def test_value_and_unit_must_be_right(
    label: tuple[str, str | None], said: tuple[str | None, str | None, str], right: bool
) -> None:
    assert is_right(measured(*label), measured(*said)) is right
