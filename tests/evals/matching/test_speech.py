"""Quoted words are a labelled quotation by their place, or by the same words elsewhere."""

from __future__ import annotations

from nutgraf.article import Span
from nutgraf.evals.matching.speech import quotation_likeness

TEXT = "“We will not gamble, and I mean it,” she said. “We will not gamble,” she said again."


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


LABEL = span("We will not gamble, and I mean it,")


def test_the_same_words_are_wholly_alike() -> None:
    assert quotation_likeness(LABEL, LABEL, TEXT) == 1


def test_a_part_of_it_is_alike_by_its_length() -> None:
    part = span("and I mean it")
    assert quotation_likeness(LABEL, part, TEXT) == 13 / 34


def test_words_that_run_out_of_it_by_more_than_a_little_are_not() -> None:
    outside = span("I mean it,” she said. “We will")
    assert quotation_likeness(LABEL, outside, TEXT) == 0
    assert quotation_likeness(LABEL, span("she said"), TEXT) == 0


def test_the_same_words_at_another_place_are() -> None:
    assert quotation_likeness(LABEL, span("We will not gamble,", 1), TEXT) == 19 / 34


def test_words_that_the_article_lacks_are_none() -> None:
    assert quotation_likeness(LABEL, None, TEXT) == 0
