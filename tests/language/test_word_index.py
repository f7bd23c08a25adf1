from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.language.readings import Readings
from nutgraf.language.word_index import WordIndex

TEXT = (
    "The shipyard wants 1.5 million euros. The yard's owner, Marta Lindqvist, would not say why. "
    "Lindqvist bought the yard in spring. Rain fell. It rained and rained on the harbour."
)


def index_of(text: str, language: str | None = None) -> WordIndex:
    return Readings(Article(text=text, language=language)).words


def test_the_forms_of_a_word_are_one_and_case_does_not_matter() -> None:
    words = index_of(TEXT)
    assert words.terms("Prosecuted PROSECUTION") == {"prosec"}
    assert words.terms("the yard's") == words.terms("Yard\u2019s") == {"yard"}


@pytest.mark.parametrize("said", ["1,500,000", "1.5 million", "a million and a half", "1.5m"])
def test_a_figure_is_one_word_however_it_is_printed(said: str) -> None:
    words = index_of(TEXT)
    assert "1500000" in words.terms(f"It costs {said} euros")
    assert list(words.holders("1500000")) == [1]


def test_zero_and_the_ends_of_a_score_are_told() -> None:
    words = index_of(TEXT)
    assert "0" in words.terms("0 boats")
    assert "9-6" in words.terms("They voted 9-6 against it")
    assert "9" not in words.terms("They voted 9-6 against it")


def test_who_is_named_by_surname_is_named_in_full() -> None:
    words = index_of(TEXT)
    assert sorted(words.holders("marta")) == sorted(words.holders("lindqv")) == [2, 3]


def test_function_words_are_those_of_the_language() -> None:
    assert index_of(TEXT).terms("the boat and its crew didn't leave") == {"boat", "crew", "leave"}
    assert index_of(TEXT, "de").terms("das Boot und der Kai") == {"boot", "kai"}
    assert index_of(TEXT, "en-GB").terms("the boat") == {"boat"}
    assert index_of(TEXT, "xx").terms("the boat") == {"the", "boat"}


def test_pairs_stand_for_the_words_of_scripts_without_spaces() -> None:
    words = index_of("\u6e2f\u53e3\u5173\u95ed\u3002\u8239\u5728\u6d77\u4e0a\u3002", "zh")
    assert words.terms("\u6e2f\u53e3\u5173") == {"\u6e2f\u53e3", "\u53e3\u5173"}
    assert list(words.holders("\u5173\u95ed")) == [1]
    assert words.terms("\u6e2f") == {"\u6e2f"}


def test_the_rarer_a_word_the_more_it_weighs() -> None:
    words = index_of(TEXT)
    assert words.weight("xyzzy") > words.weight("shipya") > words.weight("yard") > 0


def test_a_word_said_again_and_a_short_sentence_count_for_more() -> None:
    words = index_of(TEXT)
    scores = words.scores({"rained"})
    assert list(scores) == [5]
    rain = words.scores(words.terms("rain fell"))
    assert max(rain, key=rain.__getitem__) == 4
    assert words.scores({"xyzzy"}) == {}


def test_another_stemmer_may_be_given() -> None:
    readings = Readings(Article(text=TEXT))
    words = WordIndex(TEXT, "en", readings.sentences, (), (), stem=lambda word: word[:1])
    assert words.terms("harbour") == {"h"}
    assert list(words.holders("h")) == [5]


@given(st.text(max_size=200))
def test_any_text_is_indexed_and_every_word_of_a_sentence_is_found_in_it(text: str) -> None:
    if not text.strip():
        return
    readings = Readings(Article(text=text))
    for sentence in readings.sentences:
        for term in readings.words.terms(sentence.span.of(readings.article.text)):
            assert readings.words.weight(term) > 0
