from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.grounding.checks.names.joined import Neighbours, joined_names
from nutgraf.language.names import Name


def names_in(text: str, *wanted: str) -> list[Name]:
    """Return names at all places where a text has them."""
    return [
        Name(
            one,
            "place",
            tuple(
                Span(start, start + len(one))
                for start in range(len(text))
                if text.startswith(one, start)
            ),
        )
        for one in wanted
    ]


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("in Port Ellen, Norrland.", ","),
        ("in Port Ellen and Norrland.", " and"),
        ("in Port Ellen, and Norrland.", ", and"),
        ("Port Ellen in Norrland", " in"),
        ("Port Ellen of Norrland", " of"),
        ("Port Ellen\u2019s Norrland", "\u2019s"),
    ],
)
def test_neighbours_are_joined_both_ways(text: str, joint: str) -> None:
    port, land = names_in(text, "Port Ellen", "Norrland")
    before, behind = joined_names(text, [land, port])
    assert (before.name, before.beside, before.is_behind) == (port, land, False)
    assert (behind.name, behind.beside, behind.is_behind) == (land, port, True)
    assert before.joint == behind.joint == joint
    found = Neighbours(text, [port, land])
    assert [one.place for one in found.of(port, joint, is_behind=True)] == [*land.mentions]
    assert found.of(port, joint, is_behind=False) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Port Ellen beat Norrland",
        "Port Ellen. Norrland",
        "Port Ellen, near Norrland",
        "Port Ellen, Port Ellen",
    ],
)
def test_what_stands_apart_or_is_the_same_is_not_joined(text: str) -> None:
    assert list(joined_names(text, names_in(text, "Port Ellen", "Norrland"))) == []


@given(st.lists(st.sampled_from(["Ab", "Cd", ", ", " and ", " x "]), max_size=12))
def test_whoever_is_joined_stands_where_it_is_said_to(parts: list[str]) -> None:
    text = "".join(parts)
    for joined in joined_names(text, names_in(text, "Ab", "Cd")):
        assert joined.place.of(text) == joined.name.canonical
        assert joined.name is not joined.beside
