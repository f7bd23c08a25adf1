"""Sentences: where they end, what they are, and that none is lost."""

# ruff: noqa: RUF001 - typographic marks are what these tests are about

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.sentence_lines import BLANKS
from nutgraf.language.sentences import Sentence, SentenceKind, split_sentences

CASES = Path(__file__).parents[2] / "evals" / "measurements" / "sentence_cases.json"


def words(text: str, language: str | None = None) -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(text, language)]


def kinds(text: str) -> list[str]:
    return [sentence.kind.value for sentence in split_sentences(text)]


def test_numbers_count_from_one_and_paragraphs_from_zero() -> None:
    assert split_sentences("Rain fell. Roads closed.\n\nTrains ran.") == (
        Sentence(1, Span(0, 10), SentenceKind.SENTENCE, 0),
        Sentence(2, Span(11, 24), SentenceKind.SENTENCE, 0),
        Sentence(3, Span(26, 37), SentenceKind.SENTENCE, 1),
    )


def test_a_text_without_words_has_no_sentences() -> None:
    assert split_sentences("") == ()
    assert split_sentences(" \r\n\t\u00a0\u200b\n") == ()


# The museum in a place whose abbreviation closes the sentence, before an ordinary noun.
KNOWN_TO_FAIL = {"The museum is in Washington, D.C. Entry is free."}


@pytest.mark.parametrize("row", json.loads(CASES.read_text(encoding="utf-8")))
def test_labelled_cases_are_split_as_labelled(row: dict[str, str]) -> None:
    pieces = [piece.strip() for piece in row["text"].split("‖")]
    text = row["text"].replace("‖", "")
    if text in KNOWN_TO_FAIL:
        pytest.xfail("only the world tells that the sentence ends")
    assert words(text, row.get("language")) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "He met Dr. Ames (b. March 1951) in Kent.",
        "Col. Jan “J.D.” Brandt commands it.",
        "A cab costs c. KR20 to the centre.",
        "See the U.S. A. Miller edition for more.",
        "The 5 p.m. Monday talks were called off.",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert words(text) == [text]


def test_the_pronoun_is_no_initial() -> None:
    assert words("She is older than I. Nobody knew.") == ["She is older than I.", "Nobody knew."]
    assert words("He met Irene I. Nolan.") == ["He met Irene I. Nolan."]


def test_footnote_marks_belong_to_the_sentence_before_them() -> None:
    assert words("It fell in 1805. [17] [18] She left.[2] He stayed.") == [
        "It fell in 1805. [17] [18]",
        "She left.[2]",
        "He stayed.",
    ]


def test_stops_that_open_a_text_belong_to_its_first_sentence() -> None:
    assert words("... Then it rained. We left.") == ["... Then it rained.", "We left."]


def test_marks_of_direction_cling_to_the_stop() -> None:
    assert words("It ended.\u200e Then it began.") == ["It ended.\u200e", "Then it began."]


def test_a_year_before_a_month_name_is_no_ordinal() -> None:
    assert words("It was 2019. Mai was warm.") == ["It was 2019.", "Mai was warm."]


def test_an_ordinal_ends_a_sentence_before_a_word_that_opens_one() -> None:
    assert words("Er kam am 3. Danach ging er.", "de")[0] == "Er kam am 3. Danach ging er."
    assert words("Er kam am 3. Die Reise war lang.", "de") == [
        "Er kam am 3.",
        "Die Reise war lang.",
    ]


def test_straight_quotes_close_after_a_wide_stop_only_where_one_is_open() -> None:
    assert words('他说："走吧。"我走了。"好。') == ['他说："走吧。"', "我走了。", '"好。']


def test_a_heading_needs_something_under_it() -> None:
    assert kinds("Flood warning\n\nThe river rose.") == ["heading", "sentence"]
    assert kinds("Flood warning") == ["sentence"]
    assert kinds("# Flood warning") == ["heading"]


@pytest.mark.parametrize(
    "line",
    ["The mayor wants:", "and then it stopped", "It rained all day.", "word " * 30],
)
def test_what_does_not_look_like_a_heading_is_a_sentence(line: str) -> None:
    assert kinds(f"{line}\n\nThe river rose.")[0] == "sentence"


def test_an_underlined_title_and_its_line_are_one_heading() -> None:
    text = "Flood warning\n-------------\nThe river rose."
    assert words(text) == ["Flood warning\n-------------", "The river rose."]
    assert kinds(text) == ["heading", "sentence"]


def test_a_line_of_marks_stands_alone() -> None:
    text = "The river rose.\n* * *\nThe river fell."
    assert words(text) == ["The river rose.", "* * *", "The river fell."]
    assert kinds(text) == ["sentence", "heading", "sentence"]


def test_list_items_are_one_sentence_each_unless_long() -> None:
    assert kinds("- First. Done.\n- Second") == ["item", "item"]
    long_item = "1. " + "The court heard the case. " * 20
    assert kinds(long_item) == ["item"] * 20


def test_rows_of_a_table_are_items() -> None:
    assert kinds("| town | rain |\n| Ely | 4 mm |") == ["item", "item"]


def test_a_dash_within_wrapped_prose_is_no_list() -> None:
    text = "The dispute over the bridge and its toll\n- an old one - ended on Friday with a deal."
    assert words(text) == [text]


def test_a_line_break_that_the_page_did_not_force_ends_a_paragraph() -> None:
    text = (
        "The council met.\n" + "It spoke at length about the bridge, the toll and the ferry. " * 4
    )
    assert [sentence.paragraph for sentence in split_sentences(text)] == [0, 1, 1, 1, 1]


def test_long_lines_are_paragraphs_each() -> None:
    line = "The council met and " + "spoke about the bridge and " * 10 + "went home"
    assert [s.paragraph for s in split_sentences(f"{line}\n{line.upper()}")] == [0, 1]


def test_lines_with_labels_are_kept_apart() -> None:
    assert words("Date: Friday\nPlace: Ely") == ["Date: Friday", "Place: Ely"]


def test_a_paragraph_separator_ends_a_paragraph() -> None:
    assert words("It rained\u2029and it snowed") == ["It rained", "and it snowed"]


def test_what_never_stops_is_cut_at_blanks() -> None:
    text = "so we went on and on " * 400
    pieces = words(text)
    assert len(pieces) == 3
    assert all(piece in text and len(piece) <= 3_000 for piece in pieces)
    assert [len(piece) for piece in words("a" * 7_000)] == [3_000, 3_000, 1_000]
    assert words(f"so{' ' * 7_000}on") == ["so", "on"]


@pytest.mark.parametrize(
    "unit",
    ["word ", ".", ". ", "a\n", '"? ', "走了。", " ", ".a", "A. ", "- ", "\n", "(", "[1] "],
)
def test_time_is_linear_on_one_huge_line(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    started = time.perf_counter()
    split_sentences(text)
    assert time.perf_counter() - started < 2  # a quadratic scan takes minutes


PIECES = st.sampled_from(
    [
        *"aB5 \n\t.!?…:,;'\"“”‘’«»()[]{}*_#-–—|=@/。？！」؟।中文ß\u00a0\u200b\u2029\r😀\u0301",
        "Mr.",
        "U.S.",
        " The ",
        "p.m.",
        "No. 5",
        ". . .",
        "\n\n",
        "\r\n",
        "\n- ",
        "1. ",
        "---",
        " said ",
        "Ann asked",
        "e.g.",
        "[1]",
        "(b.",
        "iPhone",
        "I",
        "3. Mai",
    ],
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(), st.sampled_from([None, "de", "zh"]))
def test_every_character_is_in_exactly_one_trimmed_sentence_in_order(
    text: str, language: str | None
) -> None:
    sentences = split_sentences(text, language)
    covered = [index for s in sentences for index in range(s.span.start, s.span.end)]
    solid = {index for index, character in enumerate(text) if character not in BLANKS}
    assert solid <= set(covered)
    assert len(covered) == len(set(covered))
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))
    assert all(first.span.end <= second.span.start for first, second in pairwise(sentences))
    assert all(0 <= b.paragraph - a.paragraph <= 1 for a, b in pairwise(sentences))
    assert all(s.span.of(text) == s.span.of(text).strip(BLANKS) != "" for s in sentences)


def test_blanks_are_all_that_python_calls_white_space() -> None:
    assert {chr(code) for code in range(0x10000) if chr(code).isspace()} <= set(BLANKS)
