"""Sentences with what the readings found in them."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, lines_of


def test_every_sentence_is_a_line_of_its_number() -> None:
    lines = lines_of(FERRY)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_a_line_has_no_dateline_and_its_span_says_its_text() -> None:
    line = next(line for line in lines_of(FERRY) if line.is_prose)
    assert line.text.startswith("The ferry between Ostrand")
    assert line.span.of(FERRY) == line.text


def test_headings_bylines_credits_and_notices_are_no_prose() -> None:
    furniture = [line.text for line in lines_of(FERRY) if not line.is_prose]
    assert furniture == [
        "Ferry to Hollen island to stop running",
        "By Mara Quist",
        "Photo: Mara Quist",
        "Read more about the islands in our weekend edition.",
    ]


def test_a_paragraph_with_a_credit_is_a_caption_as_a_whole() -> None:
    lines = lines_of(
        "The ferry leaves Hollen at noon today. Image: Mara Quist.\n\nThe ferry stops in June."
    )
    assert [line.is_prose for line in lines] == [False, False, True]


def test_a_long_paragraph_with_a_credit_is_still_the_story() -> None:
    story = "The ferry left the harbour of Hollen again at noon. " * 12
    lines = lines_of(f"{story}Image: Mara Quist.")
    assert [line.is_prose for line in lines] == [True] * 12 + [False]


def test_a_date_before_the_sentence_is_not_part_of_it() -> None:
    lines = lines_of("Monday, March 11, 2024 On Friday the council of Hollen closed the harbour.")
    assert lines[0].text == "On Friday the council of Hollen closed the harbour."
    assert len(lines[0].dates) == 1


def test_a_date_that_opens_the_sentence_stays() -> None:
    text = "March 11, 2024, was the day on which the harbour closed."
    assert lines_of(text)[0].text == text


def test_names_dates_and_figures_are_sorted_by_sentence() -> None:
    audit = next(line for line in lines_of(FERRY) if "audit" in line.text)
    assert [figure.span.of(FERRY) for figure in audit.figures] == ["4,200", "3.1 million euros"]
    assert [date.span.of(FERRY) for date in audit.dates] == ["2023"]
    lead = next(line for line in lines_of(FERRY) if line.is_prose)
    assert {naming.name.canonical for naming in lead.names} == {"Ostrand", "Hollen", "Ines Falk"}


def test_speech_is_a_share_of_its_line() -> None:
    shares = {line.text[:9]: line.quoted for line in lines_of(FERRY)}
    assert shares['"The brid'] > 0.9
    assert 0.5 < shares['"We canno'] < 0.9
    assert shares["It has se"] == 0.0


def test_a_quotation_inside_another_is_counted_once() -> None:
    text = "Falk said: \"They told me 'the bridge is closed' and I went home again at once.\""
    assert all(line.quoted <= 1.0 for line in lines_of(text))
