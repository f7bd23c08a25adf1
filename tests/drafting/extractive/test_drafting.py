"""The whole summary, from ordinary and from odd articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafting.extractive.stories import FERRY, readings_of, summary_of


def test_a_story_has_all_parts() -> None:
    summary = summary_of(FERRY)
    assert summary.headline == "Ferry to Hollen island to stop running"
    assert summary.gist.text.startswith("The ferry between Ostrand")
    assert [citation.sentence for citation in summary.gist.evidence] == [3]
    assert len(summary.key_points) == 3
    assert summary.events
    assert summary.quotes
    assert summary.entities
    assert summary.figures
    assert summary.open_questions


def test_key_points_come_in_reading_order_and_do_not_repeat_the_gist() -> None:
    summary = summary_of(FERRY)
    numbers = [point.evidence[0].sentence for point in summary.key_points]
    assert numbers == sorted(numbers)
    assert summary.gist.text not in [point.text for point in summary.key_points]


def test_every_citation_is_a_sentence_of_the_article() -> None:
    summary = summary_of(FERRY)
    last = len(readings_of(FERRY).sentences)
    parts = [summary.gist, *summary.key_points, *summary.open_questions]
    evidence = [
        *(part.evidence for part in parts),
        *(event.evidence for event in summary.events),
        *(figure.evidence for figure in summary.figures),
    ]
    assert all(1 <= c.sentence <= last for citations in evidence for c in citations)


def test_the_same_article_gives_the_same_summary() -> None:
    assert summary_of(FERRY) == summary_of(FERRY)


def test_the_title_of_the_article_is_its_headline() -> None:
    assert summary_of(FERRY, title="Hollen loses its ferry").headline == "Hollen loses its ferry"


def test_without_a_headline_the_gist_is_cut() -> None:
    text = (
        "The council of Hollen closed the old harbour for good, which angered all the fishermen. "
        "It had been open for a century."
    )
    assert summary_of(text).headline == "The council of Hollen closed the old harbour for good…"


@pytest.mark.parametrize(
    "text", ["Ferry", "Ferry to Hollen stops", "...", "12 34", "(((", "- a\n- b"]
)
def test_a_text_without_prose_is_its_own_gist(text: str) -> None:
    summary = summary_of(text)
    assert summary.gist.text
    assert summary.key_points == []


def test_a_text_without_sentences_cites_none() -> None:
    summary = summary_of("\u200b")
    assert summary.gist.evidence == ()


@pytest.mark.parametrize(
    "text",
    [
        "市长星期五在北京开会。他说会议很重要。会议将于下周举行。",
        "قال الرئيس إنه سيزور القاهرة يوم الجمعة. وأضاف أن الزيارة مهمة جدا للبلاد.",
        "Der Bürgermeister hat am Freitag eine Brücke eröffnet. Sie kostete 12 Millionen Euro.",
    ],
)
def test_other_languages_and_scripts_have_a_gist_that_cites_a_sentence(text: str) -> None:
    summary = summary_of(text)
    assert summary.gist.text in text
    assert len(summary.gist.evidence) == 1


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_no_text_makes_it_raise(text: str) -> None:
    assert isinstance(summary_of(text).headline, str)


_WORDS = st.sampled_from(
    [
        *"\"“”.?!,;'",
        *("Falk", "said", "on", "Monday", "that", "he", "will", "meet", "Jonas", "Brandt"),
        *("40%", "of", "200", "the", "mayor", "in", "Norway", "Oslo,", "\n\n", "Photo:"),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=80).map(" ".join).filter(str.strip))
def test_no_mixture_of_what_it_looks_for_makes_it_raise(text: str) -> None:
    summary = summary_of(text)
    assert len(summary.key_points) <= 7
    assert len(summary.events) <= 8
