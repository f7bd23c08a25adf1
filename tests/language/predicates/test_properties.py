"""What holds for the predicates of any text, and how an article's readings hold them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article import Article, Span
from nutgraf.language.predicates import find_predicates
from nutgraf.language.readings import Readings

# ruff: noqa: SIM905 - a list of words is read, and changed, as lines of words
_WORDS = (
    "the bank said that it had not paid , who which if whether to meet and or of by was being will "
    "may not never no one reportedly accused of taking ; : \u201c \u201d ' Arden Monday after than "
    "as according out off - ( ) ? . more likely plan deny denied he they it without hardly"
).split()
_SENTENCES = st.lists(st.sampled_from(_WORDS), max_size=18).map(" ".join)


def _check(text: str, sentence: Span) -> None:
    for one in find_predicates(text, sentence):
        assert sentence.contains(one.span)
        assert one.span.contains(one.verb)
        assert one.verb.of(text)
        for who in (one.subject, one.object, one.agent):
            if who is not None:
                assert who.heads
                assert sentence.contains(who.span)
                assert all(who.span.contains(head) for head in who.heads)


@given(st.text(min_size=1, max_size=60))
@settings(deadline=None)
def test_any_text_gives_spans_inside_the_sentence(text: str) -> None:
    _check(text, Span(0, len(text)))


@given(_SENTENCES)
@settings(deadline=None, max_examples=200)
def test_any_row_of_words_gives_spans_inside_the_sentence(words: str) -> None:
    text = f"Before. {words}. After."
    _check(text, Span(8, len(text) - 7))


def test_a_sentence_is_read_once() -> None:
    readings = Readings(Article(text="The bank paid the fine.", language="en-GB"))
    (sentence,) = readings.sentences
    first = readings.predicates_in(sentence)
    assert [one.lemma for one in first] == ["pay"]
    assert readings.predicates_in(sentence) is first


def test_an_article_in_another_language_has_no_predicates() -> None:
    readings = Readings(Article(text="The bank paid the fine.", language="de"))
    assert [readings.predicates_in(one) for one in readings.sentences] == [()]
