"""A need is said by a stem with any ending, and by nothing that only looks like it."""

from __future__ import annotations

import pytest

from nutgraf.evals.matching.needs import unsaid


def said(need: str, statement: str, language: str = "en") -> bool:
    return not unsaid([need.split("|")], statement, language)


@pytest.mark.parametrize(
    ("need", "statement"),
    [
        ("postpone|put off", "The talks were Postponed."),
        ("postpone|put off", "The talks were put off."),
        ("17|seventeen", "They hold 17 fishermen."),
        ("1.8", "It fell by 1.8 points."),
        ("13%", "Up 13% on the year."),
        ("£1", "A fare of £1 is possible."),
        ("didn't", "The bridge didn\u2019t open."),
        ("if", "It opens if the council agrees."),
        ("say", "The police says so."),
        ("ban", "The ships are banned."),
        ("may", "It may open."),
        ("Hoek", "Hoek\u2019s words."),
    ],
)
def test_a_need_is_said(need: str, statement: str) -> None:
    assert said(need, statement)


@pytest.mark.parametrize(
    ("need", "statement"),
    [
        ("17", "They hold 170 fishermen."),
        ("17", "It began in 2017."),
        ("1.8", "It fell by 1.85 points."),
        ("1.8", "It fell by 11.8 points."),
        ("4", "It costs 4,000 crowns."),
        ("000", "It costs 4,000 crowns."),
        ("13%", "Up 113% on the year."),
        ("£1", "A fare of £15 is possible."),
        ("may", "The mayor opened it."),
        ("not", "He noted that nothing moved."),
        ("open", "It was reopened."),
        ("if", "He is different."),
    ],
)
def test_what_only_looks_like_it_does_not_say_it(need: str, statement: str) -> None:
    assert not said(need, statement)


def test_in_other_languages_short_stems_have_any_ending() -> None:
    assert said("Rad", "Der Radweg bleibt offen.", "de")
    assert not said("Rad", "The radius grows.", "en")


def test_every_need_that_lacks_is_given() -> None:
    needs = [("bridge",), ("closed", "shut"), ("14",)]
    assert unsaid(needs, "The bridge is shut.", "en") == (("14",),)
    assert unsaid(needs, "", "en") == tuple(needs)
