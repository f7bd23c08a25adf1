"""Aligning words with the stretch of a text that is nearest to them."""

import time

import pytest

from nutgraf.language.nearest import SIMILAR, Least, nearest

TEXT = (
    'he wrote, "I never wanted the ferry to close, and I told the council so in March." '
    'Hale replied: "Hey, you get along really well with one ship."'
)


def stretch(needle: str, least: Least = SIMILAR) -> str | None:
    found = nearest(needle, TEXT, least)
    return TEXT[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("needle", "expected"),
    [
        # One word more, less or other at either end, where several ends cost the same.
        (
            "We never wanted the ferry to close, and I told the council so",
            "I never wanted the ferry to close, and I told the council so",
        ),
        (
            "Really I never wanted the ferry to close, and I told",
            "I never wanted the ferry to close, and I told",
        ),
        (
            "I wanted the ferry to close, and I told the council so",
            "I never wanted the ferry to close, and I told the council so",
        ),
        (
            "Hey, get along really well with one ship",
            "Hey, you get along really well with one ship",
        ),
        (
            "never wanted the ferry to close, and I told the council so in May",
            "never wanted the ferry to close, and I told the council so in March",
        ),
        (
            "never wanted the ferry to shut, and I told the council",
            "never wanted the ferry to close, and I told the council",
        ),
    ],
)
def test_the_ends_fall_on_the_words_that_belong_there(needle: str, expected: str) -> None:
    assert stretch(needle, Least(0.7, 0.6)) == expected


def test_edits_count_characters() -> None:
    found = nearest("I never wanted this ferry to close", TEXT, SIMILAR)
    assert found is not None
    assert found.edits == 2


def test_what_is_too_far_off_is_not_found() -> None:
    needle = "I would have wanted every ferry closed, as all of the council knew"
    assert stretch(needle) is None
    assert stretch(needle, Least(0.4, 0.4)) is not None


def test_the_least_similarity_sinks_with_length() -> None:
    least = Least(short=0.8, long=0.6)
    assert [least.of(0), least.of(80), least.of(160), least.of(1000)] == pytest.approx(
        [0.8, 0.7, 0.6, 0.6]
    )


def test_what_has_no_words_is_aligned_too() -> None:
    found = nearest("……… ………", "…………………", Least(0.5, 0.5))
    assert found is not None


def test_a_huge_word_beside_it_costs_little() -> None:
    text = "x" * 200_000 + " the ferry will not close today " + "y" * 200_000
    started = time.perf_counter()
    found = nearest("the ferry will now close today", text, SIMILAR)
    assert found is not None
    assert text[found.start : found.end] == "the ferry will not close today"
    assert time.perf_counter() - started < 5
