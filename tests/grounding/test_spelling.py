"""Whether two words are one name in two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.grounding.spelling import are_spelt_alike, is_misspelt


@pytest.mark.parametrize(
    ("word", "name"),
    [("lindqvst", "lindqvist"), ("ravenhurt", "ravenhurst"), ("ekmann", "ekman")],
)
def test_letters_left_out_added_or_changed_are_a_misspelling(word: str, name: str) -> None:
    assert is_misspelt(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("lindqvist", "lindqvist"),  # the name itself
        ("berg", "borg"),  # too short
        ("brandt", "varga"),
        ("austria", "australia"),  # a name of its own
        ("daniela", "daniel"),  # a given name of its own
        ("marked", "markel"),  # a word of the language
        ("ekman", "skman"),  # begins with another letter
    ],
)
def test_other_words_are_no_misspelling(word: str, name: str) -> None:
    assert not is_misspelt(word, name)


@given(st.text(alphabet="abcdefgh", max_size=12))
def test_a_word_is_not_spelt_like_itself(word: str) -> None:
    assert not are_spelt_alike(word, word)
