"""What the first lines of a plain text say about it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.reading.document import Metadata
from nutgraf.reading.headers import read_header

DAY = date(2025, 10, 16)
BODY = "The harbour bridge reopened on Tuesday, the port authority said.\n\nIt had been closed.\n"


def test_labelled_lines_are_taken_off() -> None:
    header = (
        "\nTitle: Harbour bridge reopens\nDate: Oct. 16, 2025\nAuthors: Jane Doe and John Smith\n"
        "Language: English\nSource: https://news.example/a\n\n"
    )
    document = read_header(header + BODY)
    assert document.text == BODY
    assert document.metadata == Metadata(
        title="Harbour bridge reopens",
        published=DAY,
        authors=("Jane Doe", "John Smith"),
        language="en",
        source="https://news.example/a",
    )


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("by: Jane Doe; John Smith", ("Jane Doe", "John Smith")),
        ("By Jane Doe; John Smith", ("Jane Doe", "John Smith")),
        ("By: Doe, Jane; Smith, John", ("Doe, Jane", "Smith, John")),
        ("Author: Jane Doe | John Smith", ("Jane Doe", "John Smith")),
        ("Authors: Jane Doe, Ann Lee and John Smith", ("Jane Doe", "Ann Lee", "John Smith")),
        ("By: Doe, Jane", ("Doe, Jane",)),
    ],
)
def test_a_line_names_each_of_several_authors(line: str, authors: tuple[str, ...]) -> None:
    document = read_header(f"{line}\n\n{BODY}")
    assert (document.text, document.metadata.authors) == (BODY, authors)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_known_and_kept(end: str) -> None:
    text = f"Headline: A bridge{end}By Jane Doe{end}{end}One line.{end}{end}Another.{end}"
    document = read_header(text)
    assert document.text == f"One line.{end}{end}Another.{end}"
    assert document.metadata == Metadata(title="A bridge", authors=("Jane Doe",))


@pytest.mark.parametrize(
    "front",
    [" date 2025-10-16 ", "date 2025-10-16 ", "Date: 2025-10-16 ", "\n\n date 2025-10-16\n\n"],
)
def test_a_date_in_front_of_the_text_is_taken_off(front: str) -> None:
    document = read_header(front + BODY)
    assert (document.text, document.metadata.published) == (BODY, DAY)


def test_a_date_in_front_may_follow_other_header_lines() -> None:
    document = read_header(f"Title: A bridge\ndate 2025-10-16 {BODY}")
    assert document.text == BODY
    assert document.metadata == Metadata(title="A bridge", published=DAY)


def test_a_date_in_front_that_is_no_day_is_taken_off_and_not_used() -> None:
    document = read_header(f"date 2025-13-45 {BODY}")
    assert (document.text, document.metadata.published) == (BODY, None)


@pytest.mark.parametrize(
    "text",
    [
        "By Friday, the bridge had been closed for eleven days.\n\nMore.",
        "Date palms line the road to the bridge.\n\nMore.",
        "date 2025-10-16 was when the bridge reopened.",
        "Title fights are rare in Eastport.",
        "Source: people who saw the bridge sway and did not want to be named said so.\nMore.",
        "Language: the last frontier of the machines.\nMore.",
        "Author: the woman who wrote about the bridge has died.\nMore.",
        "Section: World\nThe bridge reopened.",
        "Note: the bridge reopened.",
        "Date: 10/11/2025\nThe bridge reopened.",
        "Title:\nThe bridge reopened.",
    ],
)
def test_what_only_looks_like_a_header_stays_in_the_text(text: str) -> None:
    document = read_header(text)
    assert document.text == text
    assert document.metadata == Metadata()


def test_the_first_line_that_cannot_be_read_begins_the_body() -> None:
    document = read_header("Title: A bridge\nDate: 10/11/2025\nBy Jane Doe\n\nIt reopened.")
    assert document.text == "Date: 10/11/2025\nBy Jane Doe\n\nIt reopened."
    assert document.metadata.title == "A bridge"
    assert document.metadata.published is None


def test_a_label_that_cannot_be_read_is_no_headline() -> None:
    assert read_header("Date: 10/11/2025\n\nIt reopened.").metadata == Metadata()


def test_a_headline_a_byline_and_a_date_below_it_are_read_and_stay() -> None:
    text = (
        f"Harbour bridge reopens after storm\n\nBy Jane Doe\nPublished on 16 October 2025\n\n{BODY}"
    )
    document = read_header(text)
    assert document.text == text
    assert document.metadata == Metadata(
        title="Harbour bridge reopens after storm", authors=("Jane Doe",), published=DAY
    )


def test_a_date_alone_on_the_first_line_is_read_and_stays() -> None:
    text = f"October 16, 2025\n\n{BODY}"
    document = read_header(text)
    assert (document.text, document.metadata) == (text, Metadata(published=DAY))


def test_a_stated_title_goes_before_a_headline() -> None:
    text = "Title: Stated\n\nA printed headline\n\nThe bridge reopened."
    document = read_header(text)
    assert document.text == "A printed headline\n\nThe bridge reopened."
    assert document.metadata.title == "Stated"


@pytest.mark.parametrize(
    "first",
    [
        "The bridge reopened on Tuesday.",
        "“The bridge is open.”",
        "Is the bridge open?",
        "There were three rules:",
        "A storm, a bridge,",
        "Obituary",
        "https://news.example/a b",
        "word " * 31,
        "word " * 100,
    ],
)
def test_a_first_line_that_is_no_headline(first: str) -> None:
    assert read_header(f"{first}\n\nThe bridge reopened.").metadata.title is None


@pytest.mark.parametrize(
    "text", ["A short line\nThe bridge reopened.", "A short line", "A line\n\n  \n"]
)
def test_a_line_without_a_blank_line_and_a_body_after_it_is_no_headline(text: str) -> None:
    assert read_header(text).metadata.title is None


@pytest.mark.parametrize(
    "dateline",
    [
        "BUDAPEST, Oct. 16, 2025 (Agency) —",
        "BUDAPEST, Oct. 16, 2025 —",
        "BUDAPEST, Hungary, October 16, 2025 /Example Wire/ --",
        "NEW YORK, 16 October 2025 -",
        "WASHINGTON, D.C., Oct. 16, 2025 (EXAMPLE WIRE) –",  # noqa: RUF001 - an en dash
    ],
)
def test_a_dateline_gives_the_date_and_stays(dateline: str) -> None:
    text = f"{dateline} The bridge reopened."
    document = read_header(text)
    assert (document.text, document.metadata) == (text, Metadata(published=DAY))


def test_a_dateline_below_a_headline_is_read() -> None:
    document = read_header("Bridge reopens\n\nEASTPORT, Oct. 16, 2025 (Agency) — It reopened.")
    assert document.metadata == Metadata(title="Bridge reopens", published=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "BUDAPEST (Agency) — The bridge reopened.",
        "BUDAPEST, Oct. 16 (Agency) — The bridge reopened.",
        "In Budapest, Oct. 16, 2025 — a day of rain — the bridge reopened.",
        "NASA said on Oct. 16, 2025, that it would wait.",
    ],
)
def test_what_is_no_dateline_with_a_year_gives_no_date(text: str) -> None:
    assert read_header(text).metadata.published is None


def test_a_text_that_is_all_header_leaves_nothing() -> None:
    document = read_header("Title: A bridge\n")
    assert (document.text, document.metadata.title) == ("", "A bridge")


def test_printed_lines_without_end_are_not_read_without_end() -> None:
    text = "October 16, 2025\n" * 30 + "By Jane Doe\n"
    document = read_header(text)
    assert (document.text, document.metadata) == (text, Metadata(published=DAY))


def test_header_lines_without_end_are_not_read_without_end() -> None:
    text = "Title: A bridge\n" * 30
    assert read_header(text).text == "Title: A bridge\n" * 18


@settings(max_examples=40)
@given(st.text())
def test_the_body_is_the_end_of_the_text_and_nothing_raises(text: str) -> None:
    assert text.endswith(read_header(text).text)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Title: A",
                "By Jane Doe",
                "Date: 2025-10-16",
                "date 2025-10-16 ",
                "\n",
                "\r",
                " ",
                "A b",
            ]
        ),
        max_size=12,
    )
)
def test_any_mixture_of_header_lines_leaves_an_exact_end(parts: list[str]) -> None:
    text = "".join(parts)
    assert text.endswith(read_header(text).text)


def test_a_byline_below_a_labelled_date_is_a_header_line_too() -> None:
    document = read_header("Title: A\nDate: 2026-03-12\nBy Jane Doe\n\nIt rained.")
    assert document.text == "It rained."
    assert document.metadata.authors == ("Jane Doe",)
