"""A verb that the tagger takes for a noun or an adjective, in a clause that has no other."""

from __future__ import annotations

import pytest
from tests.support.predicates import heads, read, read_all, source


@pytest.mark.parametrize(
    ("text", "verb", "subject", "second"),
    [
        ("Banks fine clients.", "fine", "Banks", "clients"),
        ("The banks fine clients who pay late.", "fine", "banks", "clients"),
        ("The banks fine clients who pay late.", "pay", "clients", None),
        ("Farmers block road", "block", "Farmers", "road"),
        ("As the rain fell, tides matter.", "matter", "tides", None),
        ("The WHO says cases rose.", "rose", "cases", None),
        ("The WHO says the drug works.", "works", "drug", None),
        ("It was argued that tides matter.", "matter", "tides", None),
        ("Lee argued that the boat works, and Ray left.", "works", "boat", None),
        ("The clerk says it ends in May.", "ends", "it", None),
        ("The port will close even if it rains.", "close", "port", None),
    ],
)
def test_a_clause_gets_its_verb(text: str, verb: str, subject: str, second: str | None) -> None:
    one = read(text, verb)
    assert (heads(one.subject, text), heads(one.object, text)) == (subject, second)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The clerk said a few words.", ["said"]),
        ("The firm announced pay cuts.", ["announced"]),
        ('"No," say port backs.', ["say"]),
        ("The new traffic lights.", []),
        ("The banks are fine.", ["are"]),
    ],
)
def test_no_verb_is_made_where_none_is_wanted(text: str, verbs: list[str]) -> None:
    assert [one.verb.of(text) for one in read_all(text)] == verbs


def test_what_is_said_to_have_risen_is_a_claim() -> None:
    text = "The WHO says cases rose."
    assert source(read(text, "rose"), text) == "The WHO"
