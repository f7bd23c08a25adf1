from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.claims import story

from nutgraf.article import Span
from nutgraf.grounding.checks.slots import Slots

STORY = (
    "Shares in the bank rose 11 percent on Monday.\n\n"
    "The bank employs 19 people in Arden.\n\n"
    "They moved house twice.\n\n"
    "Rain fell.\n\n"
    "A dinner for 23 guests was held in the harbour.\n"
)


def _place(words: str, text: str = STORY) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _instead(statement: str, said: str, printed: str, margin: float = 0.3) -> str | None:
    slots = Slots(story(STORY))
    others = [(_place(one), one) for one in ("11", "19", "23") if one != printed]
    slot = slots.around(statement, _place(said, statement))
    found = slots.instead(slot, others, [_place(printed)], margin=margin)
    return found[1] if found else None


def test_a_slot_has_the_words_that_the_article_has_nearer_ones_weighing_more() -> None:
    statement = "Bank shares rose 11 percent on Monday; the harbour was quiet."
    slot = Slots(story(STORY)).around(statement, _place("11", statement))
    sides = {word: is_behind for word, (_, is_behind) in slot.words.items()}
    assert (sides["bank"], sides["ris"], sides["monday"]) == (False, False, True)
    assert "harbou" not in slot.words
    weights = {word: weight for word, (weight, _) in slot.words.items()}
    assert weights["ris"] > weights["bank"]


def test_another_value_in_the_slot_is_found_where_the_said_one_is_elsewhere() -> None:
    assert _instead("Shares in the bank rose 23 percent on Monday.", "23", "23") == "11"
    assert _instead("Shares in the bank rose 11 percent on Monday.", "11", "11") is None


def test_one_word_in_common_is_chance() -> None:
    assert _instead("Anglers watched 23 shares.", "23", "23") is None


def test_what_the_next_sentence_says_with_a_pronoun_is_said_of_the_value() -> None:
    statement = "The 19 moved house twice."
    slots = Slots(story(STORY))
    slot = slots.around(statement, _place("19", statement))
    assert slots.share_near(slot, [_place("19")]) == pytest.approx(1.0)
    assert slots.share_near(slot, [_place("23")]) == 0.0
    assert slots.share_near(slot, []) == 0.0


def test_words_of_none_of_the_article_make_an_empty_slot() -> None:
    slots = Slots(story(STORY))
    slot = slots.around("Zebras 5 quagga", Span(7, 8))
    assert slot.words == {}
    assert slot.share({"zebra"}) == 0.0
    assert slots.instead(slot, [], [], margin=0.1) is None


def test_words_on_the_other_side_count_less_unless_it_makes_no_difference() -> None:
    slots = Slots(story(STORY))
    statement = "On Monday 23 rose."
    slot = slots.around(statement, _place("23", statement))
    others = [(_place("11"), "11")]
    assert slots.instead(slot, others, [], margin=0.9, either=True) == (_place("11"), "11")
    assert slots.instead(slot, others, [], margin=0.9) is None


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 20))
def test_shares_lie_between_none_and_all(text: str, start: int, size: int) -> None:
    slots = Slots(story(STORY))
    span = Span(min(start, len(text)), min(start + size, len(text)))
    slot = slots.around(text, span)
    assert 0.0 <= slots.share_near(slot, [_place("11"), _place("23")]) <= 1.0 + 1e-9
