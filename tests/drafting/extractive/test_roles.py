"""Roles from titles before names and appositions behind them."""

from __future__ import annotations

import pytest

from nutgraf.article import Span
from nutgraf.drafting.extractive.roles import role_of
from nutgraf.language.names import Name, NameKind


def _role(text: str, form: str = "Falk", kind: NameKind = "person") -> str:
    places = [i for i in range(len(text)) if text.startswith(form, i)]
    return role_of(Name(form, kind, tuple(Span(i, i + len(form)) for i in places)), text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Transport Minister Falk left.", "Transport Minister"),
        ("He met Secretary of State Falk there.", "Secretary of State"),
        ("He sent his special envoy Falk there.", "special envoy"),
        ("He met Norwegian President Falk there.", "Norwegian President"),
        ("He met US President Falk there.", "US President"),
        ("He met former Prime Minister Falk there.", "former Prime Minister"),
        ("Falk, the mayor of Hollen, left.", "the mayor of Hollen"),
        ("Falk, 42, a baker from Hollen, left.", "a baker from Hollen"),
        ("Falk, director of the port, left.", "director of the port"),
        ("Minister Falk left. Falk, the owner of the old mill, came.", "the owner of the old mill"),
    ],
)
def test_a_role_stands_beside_the_name(text: str, role: str) -> None:
    assert _role(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Falk left.",
        "They met Falk, the bridge and the sea, and went.",
        "For Falk, the mayor said, it was over.",
        "They met Falk, Mayor Brandt, and others.",
        "They met Falk, mayor Brandt and others, and left.",
        "of State Falk left.",
        "They sang of Falk.",
        "“Falk left.”",
        "Falk, the owner of a very old and very large mill on the far side of the long bay, left.",
    ],
)
def test_words_that_only_look_like_a_role_are_none(text: str) -> None:
    assert _role(text) == ""


def test_a_body_has_a_role_only_with_an_indefinite_article() -> None:
    assert _role("Nord, a charity for sailors, left.", "Nord", "organization") == (
        "a charity for sailors"
    )
    assert _role("Nord, the charity and others, left.", "Nord", "organization") == ""
