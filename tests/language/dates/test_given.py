"""Expressions whose places in a text are known."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.dates import Certainty, resolve_spans

THURSDAY = date(2025, 10, 16)


def _resolved(
    text: str, *expressions: str, published: date | None = THURSDAY
) -> list[tuple[str | None, Certainty]]:
    starts = [text.index(words) for words in expressions]
    spans = [
        Span(start, start + len(words)) for start, words in zip(starts, expressions, strict=True)
    ]
    found = resolve_spans(text, spans, published=published)
    assert [one.span for one in found] == spans
    return [(one.value, one.certainty) for one in found]


def test_the_text_around_gives_tense_and_mentions() -> None:
    text = "The mill burned in March 2011. The year before, it had been sold. It reopens on Friday."
    assert _resolved(text, "The year before", "Friday") == [
        ("2010", Certainty.LIKELY),
        ("2025-10-17", Certainty.RESOLVED),
    ]


def test_the_order_of_the_spans_is_kept() -> None:
    text = "It rained on Monday and will snow tomorrow."
    assert [value for value, _ in _resolved(text, "tomorrow", "Monday")] == [
        "2025-10-17",
        "2025-10-13",
    ]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("On Monday, day three of the fair, it rained.", "day three of the fair", "2025-10-13"),
        ("On Monday (day three of the fair) it rained.", "day three of the fair", "2025-10-13"),
        ("They sang on Friday night, the closing night.", "the closing night", "2025-10-10"),
        ("On Monday, day 3 of the 2025 fair, it rained.", "day 3 of the 2025 fair", "2025-10-13"),
        ("On Monday day three began.", "day three", None),
        ("On 3 May 2020 two ships sailed. The last of the day sank.", "the day", "2020-05-03"),
        ("The best film of the year is out.", "the year", "2025"),
        ("He left in 2020 and in May 2021.", "2020 and in May 2021", None),
        ("He stayed from May to July.", "May to July", "2025-05/2025-07"),
        ("It was on February 30, 2020.", "February 30, 2020", None),
        ("He came soon.", "soon", None),
    ],
)
def test_apposition_and_units_already_spoken_of(
    text: str, expression: str, value: str | None
) -> None:
    assert [found for found, _ in _resolved(text, expression)] == [value]


def test_the_same_words_mean_the_same() -> None:
    text = "Fair, day three: rain. On Monday, day three of the fair, it rained."
    assert _resolved(text, "day three", "day three of the fair") == [
        ("2025-10-13", Certainty.LIKELY),
        ("2025-10-13", Certainty.LIKELY),
    ]


def test_the_least_certain_part_tells_the_certainty() -> None:
    assert _resolved("They met on Friday (October 17, 2025).", "Friday (October 17, 2025)") == [
        (None, Certainty.UNRESOLVED)
    ]
    assert _resolved("They met on Thursday (October 16, 2025).", "Thursday (October 16, 2025)") == [
        ("2025-10-16", Certainty.RESOLVED)
    ]


def test_other_languages_are_not_read() -> None:
    [one] = resolve_spans("3 May 2020", [Span(0, 10)], language="de")
    assert (one.value, one.certainty) == (None, Certainty.UNRESOLVED)


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_any_spans_of_any_text_are_answered(text: str, edges: list[int]) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    spans = [Span(one, two) for one, two in pairwise(cuts)]
    found = resolve_spans(text, spans, published=THURSDAY)
    assert [one.span for one in found] == spans
    assert all((one.value is None) == (one.certainty is Certainty.UNRESOLVED) for one in found)
