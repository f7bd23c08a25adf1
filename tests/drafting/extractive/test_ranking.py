"""Scores of lines, by position, centrality and faults."""

from __future__ import annotations

import pytest
from tests.drafting.extractive.stories import FERRY, lines_of

from nutgraf.drafting.extractive.ranking import Ranked, rank

PLAIN = "The council of Hollen closed the old harbour after the storm."


def _scores(text: str, title: str | None = None) -> list[Ranked]:
    return list(rank(lines_of(text), title))


def test_only_prose_is_ranked_in_reading_order() -> None:
    numbers = [one.line.number for one in rank(lines_of(FERRY))]
    assert numbers == [line.number for line in lines_of(FERRY) if line.is_prose]


def test_nothing_is_ranked_where_nothing_is_told() -> None:
    assert rank(lines_of("Harbour closed")) == ()


def test_a_line_that_stands_twice_is_ranked_once() -> None:
    ranked = _scores(f"{PLAIN}\n\nThe ferry left the island at noon today.\n\n{PLAIN}")
    assert [one.line.number for one in ranked] == [1, 2]


@pytest.mark.parametrize(
    "faulty",
    [
        "It was the council of Hollen that closed the old harbour quickly.",
        "However, the council of Hollen closed the old harbour in haste.",
        "Why did the council of Hollen close the old harbour in haste?",
        "I saw the council of Hollen close the old harbour in haste.",
        "The council closed the old harbour.",
        '"The council of Hollen closed the old harbour again in haste," Falk said.',
        "The council of Hollen closed the old harbour " + "and the new harbour " * 14,
    ],
)
def test_a_fault_costs_a_line_its_place(faulty: str) -> None:
    filler = "The ferry left the island at noon today with many guests."
    clean = "The council of Hollen closed the new harbour again quickly."
    scores = {one.line.text: one.score for one in _scores(f"{filler} {clean}\n\n{faulty}")}
    assert scores[clean] > scores[faulty.strip()]


def test_the_headline_names_and_figures_count_for_the_gist_only() -> None:
    text = f"{PLAIN} Mayor Jonas Brandt of Hollen spent 40 million euros on the bridge in May."
    with_title = _scores(text, "Hollen spends millions on bridge")
    without = _scores(text)
    assert [one.score for one in with_title] == [one.score for one in without]
    assert with_title[1].gist_score > without[1].gist_score > without[1].score


def test_a_line_without_words_opens_with_none() -> None:
    assert _scores("— — —") == []


def test_ranking_the_same_lines_gives_the_same_scores() -> None:
    assert rank(lines_of(FERRY)) == rank(lines_of(FERRY))
