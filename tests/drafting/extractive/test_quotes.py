"""Quotations by known speakers, varied and whole."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, lines_of, readings_of

from nutgraf.article import Span
from nutgraf.drafting.extractive.quotes import choose_quotes
from nutgraf.language.quotations import Quotation
from nutgraf.schema.news import Quote


def _quotes(text: str) -> list[Quote]:
    return choose_quotes(readings_of(text), lines_of(text))


def test_quotes_have_their_speakers_full_names_and_keep_reading_order() -> None:
    assert [(q.speaker.text, q.words.text.split()[0]) for q in _quotes(FERRY)] == [
        ("Ines Falk", "We"),
        ("Jonas Brandt", "Nobody"),
        ("Jonas Brandt", "The"),
    ]


def test_the_words_stand_in_the_article_without_the_comma_before_the_attribution() -> None:
    words = [q.words.text for q in _quotes(FERRY)]
    assert all(word in FERRY for word in words)
    assert words[1] == "Nobody asked the people who live here what they need"


def test_fragments_and_words_of_nobody_are_left_out() -> None:
    text = (
        'Falk called the ferry "a burden" on Monday.\n\nThe sign read "no landing here after dark".'
    )
    assert [q.speaker.text for q in _quotes(text) if q.words.text == "a burden"] == []


def test_very_short_and_very_long_quotations_are_left_out() -> None:
    long = "We have to close the ferry because " * 12
    text = f'"It is over," Ines Falk said.\n\n"{long}it is dear," Ines Falk said.'
    assert _quotes(text) == []


def test_at_most_five_are_chosen_and_other_voices_come_before_more_of_one() -> None:
    things = ["bridge", "school", "museum", "library", "market", "theatre"]
    many = "\n\n".join(
        f'"We will never give up the {thing} of this island to anybody," Ines Falk said.'
        for thing in things
    )
    other = '"Nobody needs a second museum on this side of the water," Jonas Brandt said.'
    quotes = _quotes(f"{many}\n\n{other}")
    assert len(quotes) <= 5
    assert "Jonas Brandt" in {q.speaker.text for q in quotes}


def test_what_was_quoted_before_is_not_quoted_again() -> None:
    said = '"We will never give up the bridge of this island," Ines Falk said.'
    assert len(_quotes(f"{said}\n\nLater she left.\n\n{said}")) == 1


def test_a_quotation_inside_a_chosen_one_is_not_chosen() -> None:
    text = "Falk said: We will keep the bridge open for all islanders this winter."
    readings = readings_of(text)
    outer, inner = Span(11, len(text)), Span(14, len(text) - 12)
    speaker = Span(0, 4)
    readings.quotations = tuple(
        Quotation(span, "Ines Falk", speaker, direct=True) for span in (outer, inner)
    )
    (quote,) = choose_quotes(readings, lines_of(text))
    assert quote.words.text.startswith("We will keep the bridge open")


def test_a_speaker_without_a_name_is_called_as_the_article_does() -> None:
    text = '"The bridge will be closed for repairs all week," a spokeswoman for the port said.'
    assert [q.speaker.text for q in _quotes(text)] in (
        [["a spokeswoman for the port"], ["spokeswoman for the port"]]
    )
