from __future__ import annotations

from tests.support.articles import bridge

from nutgraf.article import Article
from nutgraf.drafting.excerpts import sentences_that_matter
from nutgraf.language.readings import Readings


def numbers(texts: list[str], cited: list[int], readings: Readings | None = None) -> list[int]:
    found = sentences_that_matter(texts, cited, readings or bridge())
    return [sentence.number for sentence in found]


def test_a_cited_sentence_comes_with_its_neighbours() -> None:
    assert numbers([], [4]) == [3, 4, 5]
    assert numbers([], [1, 99, -3]) == [1, 2]


def test_sentences_that_share_rare_words_come_too() -> None:
    assert 4 in numbers(["what repairs would cost"], [])
    assert numbers(["xyzzy"], []) == []


def test_there_is_a_bound_to_what_is_sent() -> None:
    readings = Readings(Article(text=" ".join(f"Number {n} is here." for n in range(200))))
    assert numbers([], list(range(1, 201)), readings) == list(range(1, 41))
