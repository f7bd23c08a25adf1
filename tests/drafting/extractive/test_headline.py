"""The article's own headline, or its lead cut short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafting.extractive.stories import lines_of

from nutgraf.drafting.extractive.headline import printed_headline, shortened
from nutgraf.drafting.extractive.terms import count_words

LEAD = "The council of Hollen closed the old harbour after the storm."


def test_the_title_of_the_article_comes_first() -> None:
    assert (
        printed_headline(" Harbour\n closed ", lines_of(f"Old heading\n\n{LEAD}"))
        == "Harbour closed"
    )


def test_the_first_heading_stands_in_for_a_title() -> None:
    assert printed_headline(None, lines_of(f"Harbour closed\n\n{LEAD}")) == "Harbour closed"


def test_dates_and_bylines_are_no_headline() -> None:
    text = f"Monday, March 11, 2024\n\nBy Mara Quist\n\n* * *\n\nHarbour closed\n\n{LEAD}"
    assert printed_headline("", lines_of(text)) == "Harbour closed"


def test_a_heading_inside_the_story_is_no_headline() -> None:
    assert printed_headline(None, lines_of(f"{LEAD}\n\nThe bridge\n\n{LEAD} Again.")) is None


def test_an_article_of_furniture_has_no_headline() -> None:
    assert printed_headline(None, lines_of("By Mara Quist")) is None


def test_a_short_sentence_is_a_headline_as_it_is() -> None:
    assert shortened(LEAD) == LEAD[:-1]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        (
            "The council of Hollen closed the old harbour, which had served it for a century.",
            "The council of Hollen closed the old harbour…",
        ),
        (
            "The council of Hollen closed the old harbour because no ship had called for a decade.",
            "The council of Hollen closed the old harbour…",
        ),
        (
            "The council of the island of Hollen intends to close down the harbour of the town.",
            "The council of the island of Hollen intends to close down…",
        ),
        (
            'The council of Hollen calls the harbour it closed "a danger to all" on the island.',
            "The council of Hollen calls the harbour it closed…",
        ),
        (
            '"Nobody has any use for the harbour of the town of Hollen any more," Falk said.',
            "Nobody has any use for the harbour of the town of Hollen…",
        ),
    ],
)
def test_a_long_sentence_ends_with_a_clause_and_no_half_quotation(
    sentence: str, headline: str
) -> None:
    assert shortened(sentence) == headline


def test_a_name_is_not_cut() -> None:
    sentence = "The council of the island of Hollen has at last elected Ines Maria Falk."
    assert shortened(sentence, ["Ines Maria Falk"]).endswith("Hollen has at last elected…")
    assert shortened(sentence, ["Somebody Else"]).endswith("elected Ines…")


def test_a_script_without_spaces_is_cut_by_characters() -> None:
    assert len(shortened("市长星期五在北京开会并且说会议很重要" * 4)) <= 41


@given(st.text())
def test_no_text_makes_it_raise_or_run_on(text: str) -> None:
    spaced = " ".join(text.split())
    assert count_words(shortened(spaced)) <= max(12, count_words("字" * 40))
