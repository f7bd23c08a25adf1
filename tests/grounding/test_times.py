"""What times mean where they stand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article, Span
from nutgraf.grounding.times import times_at
from nutgraf.language.readings import Readings

THURSDAY = date(2026, 3, 12)


def times(text: str, *words: str, published: date | None = THURSDAY) -> list[str | None]:
    """Return what these words of a text mean."""
    spans = [Span(text.index(one), text.index(one) + len(one)) for one in words]
    readings = Readings(Article(text=text, published=published, language="en"))
    found = times_at(spans, readings)
    return [found.get(span) for span in spans]


def test_one_date_is_as_the_article_has_it() -> None:
    text = "The fair opened in May 2019. It will close on Friday night."
    assert times(text, "on Friday", "opened in May", "It") == ["2026-03-13", "2019-05", None]


def test_several_dates_are_one_time_only_as_an_interval() -> None:
    text = "It rained from Monday to Wednesday. They met on 2 March, 5 March and 9 March."
    assert times(text, "Monday to Wednesday", "2 March, 5 March and 9 March") == [
        "2026-03-09/2026-03-11",
        None,
    ]


def test_words_that_overlap_others_are_left() -> None:
    text = "On Tuesday, day three of the fair, it rained."
    assert times(text, "day three", "three of the fair") == ["2026-03-10", None]


def test_a_date_that_counts_from_an_unknown_day_is_unknown() -> None:
    assert times("It opened on Friday.", "Friday", published=None) == [None]


@given(st.text().filter(str.strip), st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20))))
def test_any_places_can_be_asked_for(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in places]
    inside = [span for span in spans if span.end <= len(text)]
    readings = Readings(Article(text=text, published=THURSDAY, language="en"))
    assert set(times_at(inside, readings)) <= set(inside)
