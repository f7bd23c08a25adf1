"""What a negation reaches when verbs are joined, and what it does not."""

from __future__ import annotations

import pytest
from tests.support.predicates import heads, read


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        # A shared auxiliary.
        ("He did not see or hear the train.", "hear", True),
        ("He did not see nor hear the train.", "hear", True),
        ("She has not paid or apologised.", "apologised", True),
        ("The pact was not signed and sealed.", "sealed", True),
        ("The port will not buy tugs and sell barges.", "sell", True),
        # "Not X but Y".
        ("The guard was not killed but injured.", "killed", True),
        ("The guard was not killed but injured.", "injured", False),
        # A past tense of its own.
        ("The guide had not shown the map, and ordered a new one.", "shown", True),
        ("The guide had not shown the map, and ordered a new one.", "ordered", False),
        ("The guide had not seen the map but bought one.", "bought", False),
        ("She did not pay but asked for a map.", "asked", False),
        # An auxiliary or a subject of its own.
        ("She has not paid and will leave.", "leave", False),
        ("She was not told and was angry.", "was", False),
        ("She did not pay, and he left.", "left", False),
        ("He bought a barn, and did not sell it.", "bought", False),
        # "Neither", "nor".
        ("Neither Marchmont nor Sand has conceded.", "conceded", True),
        ("Neither the mayor nor the board replied.", "replied", True),
        ("The team neither won nor lost.", "won", True),
        ("The team neither won nor lost.", "lost", True),
        ("The crew had no food nor drank any water.", "drank", True),
        ("He never left, nor did he write.", "write", True),
        ("The board decided neither to stay nor to go.", "go", True),
        # "Nothing" behind a passive.
        ("The yard has been awarded nothing so far.", "awarded", True),
        ("The yard was given nothing but praise.", "given", False),
    ],
)
def test_what_is_negated(text: str, verb: str, negated: bool) -> None:
    assert read(text, verb).negated is negated


def test_a_verb_behind_nor_shares_the_subject() -> None:
    text = "The team neither won nor lost."
    assert heads(read(text, "lost").subject, text) == "team"


@pytest.mark.parametrize("which", ["on which nobody works", "which nobody repaired"])
def test_nobody_in_a_relative_clause_does_not_negate_the_verb_behind_it(which: str) -> None:
    text = f"The harbour ferry, {which}, sails to Lindvik."
    assert not read(text, "sails").negated
    assert heads(read(text, "sails").subject, text) == "ferry"
