from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.grounding.name_variants import (
    are_forms_of_one,
    folded_words,
    initials,
    other_names,
    seated_in,
    seats,
)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Russia", "Russian"),
        ("UK", "British"),
        ("Britain", "United Kingdom"),
        ("South Korea", "South Korean"),
        ("South Korea", "Korean"),
        ("Netherlands", "Dutch"),
        ("New Zealand", "New Zealanders"),
        ("UN", "United Nations"),
    ],
)
def test_a_country_its_adjective_and_its_aliases_are_one(name: str, other: str) -> None:
    assert folded_words(other) in other_names(name)
    assert folded_words(name) in other_names(other)


def test_other_countries_are_others() -> None:
    assert folded_words("Russian") not in other_names("Ukraine")
    assert other_names("Arden") == frozenset()


def test_words_are_folded_without_case_accents_possessives_and_the() -> None:
    assert folded_words("The U.S. Senate\u2019s Jürgen") == ("us", "senate", "jurgen")


@pytest.mark.parametrize(
    ("one", "other"), [("california", "californian"), ("buddhist", "buddhism"), ("paris", "paris")]
)
def test_words_that_differ_in_an_ending_only_are_forms_of_one(one: str, other: str) -> None:
    assert are_forms_of_one(one, other)
    assert are_forms_of_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("johnson", "johnston"), ("iran", "iraq"), ("marlow", "marlborough")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not are_forms_of_one(one, other)


def test_initials_keep_numerals_and_leave_out_small_words() -> None:
    assert "wwii" in initials(("world", "war", "ii"))
    assert initials(("bank", "of", "arden")) == {"boa", "ba"}
    assert initials(("arden",)) == frozenset()


@given(st.text(max_size=12), st.text(max_size=12))
def test_being_forms_of_one_does_not_hang_on_the_order(one: str, other: str) -> None:
    assert are_forms_of_one(one, other) == are_forms_of_one(other, one)


def test_a_state_is_called_by_its_seat_and_not_the_other_way_round() -> None:
    assert seats("the US") == ("Washington", "White House")
    assert seats("Russia") == ("Moscow", "Kremlin")
    assert seats("Washington") == seats("Lindvik") == ()
    assert seated_in("the Kremlin") == ("Russia",)
    assert seated_in("Brussels") == ("Belgium", "European Union")
