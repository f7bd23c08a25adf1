"""Where the words of a quotation stand."""

# ruff: noqa: RUF001 - typographic marks and other languages are what this is about

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article, Span
from nutgraf.grounding.speech import Speech
from nutgraf.language.readings import Readings

TEXT = (
    "The old ferry is safe, the agency wrote. “We built it twice,” said Orla Keane, who runs the "
    "port. “And twice the river took it away from us, stone by stone.” The river said nothing.\n"
)


def speech(text: str = TEXT) -> Speech:
    return Speech(Readings(Article(text=text, language="en")))


def place(words: str) -> str | None:
    found = speech().find(words)
    return found.span.of(TEXT) if found else None


def test_words_are_found_inside_and_outside_quotations() -> None:
    assert place("We built it twice") == "We built it twice"
    assert place("the old FERRY is safe") == "The old ferry is safe"
    assert place("twice ... stone by stone") is not None
    assert place("we built the port") is None


def test_the_reporters_interruption_is_seen_through() -> None:
    found = speech().find("We built it twice. And twice the river took it away")
    assert found is not None
    assert found.span.of(TEXT).startswith("We built it twice,” said Orla Keane")
    assert found.span.of(TEXT).endswith("took it away")
    bracket = speech().find("We built [the bridge] twice, and twice the river took it away")
    assert bracket is not None
    assert bracket.span.of(TEXT).endswith("took it away")
    gap = speech().find("We built it … And twice the river took it away [...] stone by stone")
    assert gap is not None
    assert "Orla" in gap.span.of(TEXT)


def test_altered_words_are_found_nearby_without_the_interruption() -> None:
    near = speech().nearest("We built it twice and twice the sea took it away from us")
    assert near is not None
    assert "Orla" in near.span.of(TEXT)
    assert "Orla" not in near.text
    near = speech().nearest("the old ferry is sound, the agency wrote")
    assert near is not None
    assert near.span.of(TEXT) == near.text == "The old ferry is safe, the agency wrote"
    assert speech().nearest("nobody ever asked the harbour master for a towel") is None


def test_of_quotations_inside_one_another_the_one_that_is_most_like_it_counts() -> None:
    text = "“She told me, ‘Never sail on a Friday’, and she was right,” said Leo Anand.\n"
    asked = speech(text)
    start = text.index("Never")
    inner = asked.quotation_at(Span(start, start + len("Never sail on a Friday")))
    outer = asked.quotation_at(Span(1, text.index("right")))
    assert inner is not None
    assert outer is not None
    assert inner.span.of(text) == "Never sail on a Friday"
    assert outer.span.of(text).startswith("She told me")
    altered = asked.nearest("Never sail on a Sunday, and she was right")
    assert altered is not None
    assert altered.text == "Never sail on a Friday’, and she was right"
    assert asked.quotation_at(Span(len(text) - 6, len(text) - 2)) is None


@given(st.lists(st.sampled_from(["“We go,” ", "he said. ", "“And\n\nthen?” ", "No… ", "'x' "])))
def test_every_quotation_of_a_text_is_found_in_it(parts: list[str]) -> None:
    text = "".join(parts) + "End."
    readings = Readings(Article(text=text, language="en"))
    asked = Speech(readings)
    for quotation in readings.quotations:
        found = asked.find(quotation.span.of(text))
        assert found is not None
        assert 0 <= found.span.start < found.span.end <= len(text)
