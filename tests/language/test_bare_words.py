"""Words found whatever case and punctuation stand between them."""

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.bare_words import BareWords, bare_word_spans, bare_words

TEXT = "“We knew,” she said, “that the short-term price – 1,900 – wasn’t right.”"  # noqa: RUF001
SPEECH = [Span(1, 9), Span(22, len(TEXT) - 1)]


def whole(text: str) -> BareWords:
    return BareWords(text, [Span(0, len(text))])


def test_case_punctuation_and_typography_do_not_count() -> None:
    assert bare_words("Short-term: wasn’t 1,900!") == ["short", "term", "wasn't", "1,900"]  # noqa: RUF001
    span = whole(TEXT).find("the Short term price, 1,900, wasn't right")
    assert span is not None
    assert span.of(TEXT) == "the short-term price – 1,900 – wasn’t right"  # noqa: RUF001


def test_the_words_of_an_interrupted_speaker_stand_together() -> None:
    span = BareWords(TEXT, SPEECH).find("We knew that the short-term price")
    assert span is not None
    assert span.of(TEXT).startswith("We knew,” she said")
    assert whole(TEXT).find("We knew that the short-term price") is None


def test_only_whole_words_are_found_and_nothing_is_nowhere() -> None:
    assert whole(TEXT).find("rice") is None
    assert whole(TEXT).find(" …") is None


@given(st.text(alphabet="ab ,-'.1Ü\n", max_size=40), st.data())
def test_every_run_of_words_is_found(text: str, data: st.DataObject) -> None:
    spans = bare_word_spans(text)
    first = data.draw(st.integers(0, len(spans)))
    last = data.draw(st.integers(first, len(spans)))
    words = text[spans[first].start : spans[last - 1].end] if first < last else ""
    span = whole(text).find(words)
    assert (span is None) == (not words)
    assert span is None or bare_words(span.of(text)) == bare_words(words)
