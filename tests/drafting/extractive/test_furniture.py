"""Datelines, bylines, credits and notices of the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.drafting.extractive.furniture import dateline_length, is_credit, is_furniture


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("OSTRAND (Nordpress) — The ferry stops.", "The ferry stops."),
        ("OSTRAND, March 3 (Nordpress) - The ferry stops.", "The ferry stops."),
        ("OSTRAND — The ferry stops.", "The ferry stops."),
        ("Ostrand, Hollen — “The ferry stops.”", "“The ferry stops.”"),
        ("(Nordpress) -- The ferry stops.", "The ferry stops."),
        ("OSTRAND (Nordpress): The ferry stops.", "The ferry stops."),
    ],
)
def test_a_dateline_is_what_stands_before_the_sentence(sentence: str, rest: str) -> None:
    assert sentence[dateline_length(sentence) :] == rest


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry stops.",
        "The ferry — The Swift — stops.",
        "Falk — The minister — left.",
        "Falk left, in a hurry — She had a train to catch.",
        "OSTRAND — a town by the sea",
    ],
)
def test_a_dash_inside_a_sentence_makes_no_dateline(sentence: str) -> None:
    assert dateline_length(sentence) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "By Mara Quist",
        "By Mara Quist and Jon Dale in Ostrand",
        "Read more about the islands here.",
        "© 2024 Nordpress",
        "Photo: Mara Quist",
        "The ferry in Hollen harbour. Image: Mara Quist.",
    ],
)
def test_bylines_notices_and_credits_are_furniture(sentence: str) -> None:
    assert is_furniture(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday, the ferry had stopped.",
        "By the end of the week the ferry had stopped",
        "By",
        "",
        "Copyright law protects the photograph.",
        "Sources at the port said the ferry will stop.",
        "The image of the ferry has suffered.",
        "Read more " + "and more " * 30,
    ],
)
def test_sentences_that_look_alike_are_not(sentence: str) -> None:
    assert not is_furniture(sentence)


@given(st.text())
def test_no_text_makes_them_raise(text: str) -> None:
    assert 0 <= dateline_length(text) <= len(text)
    assert is_credit(text) <= is_furniture(text)
