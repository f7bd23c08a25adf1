from __future__ import annotations

import pytest
from tests.support.claims import found, story

from nutgraf.grounding.checks.figures.numbers import check_numbers

PIER = (
    "For a decade the pier at Lindvik was shut.\n\n"
    "It rained over the pier for the past week.\n\n"
    "Berg retired as keeper of the pier in 2013.\n\n"
    "Tarn ran the ferry from 2009 to 2018.\n\n"
    "The harbour opened on March 3, 2026, and the crane fell on March 8.\n\n"
    "In the first half the harbour lost money.\n\n"
    "The lantern was bought in October 2024.\n\n"
    "The pier opened on February 26.\n\n"
    "The keel was laid in December 2020."
)


@pytest.mark.parametrize(
    "statement",
    [
        "The pier at Lindvik was shut for ten years.",
        "It rained over the pier for seven days.",
        "Berg has been retired from the pier for 13 years.",
        "Berg left the pier more than a dozen years ago.",
        "Tarn ran the ferry for nine years.",
        "The crane fell five days after the harbour opened.",
        "The harbour opened nine days ago.",
        "The pier opened two weeks ago.",
        "The keel was laid five years ago.",
        "The harbour lost money in the first six months.",
        "The lantern was bought 17 months ago.",
        "The lantern was bought 16 months ago, give or take some weeks.",
    ],
)
def test_a_length_of_time_told_in_a_word_or_by_dates_is_no_finding(statement: str) -> None:
    assert found(check_numbers, story(PIER), statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "The pier at Lindvik was shut for 11 years.",
        "It rained over the pier for six days.",
        "Berg has been retired from the pier for 31 years.",
        "Tarn ran the ferry for six years.",
        "The crane fell 12 days after the harbour opened.",
        "The harbour lost money in the first five months.",
        "The lantern was bought 27 months ago.",
        "It rained over the pier for nearly 28 days.",
        "The crane fell 120 hours after the harbour opened.",
        "The lantern cost 17 crowns.",
    ],
)
def test_another_length_is(statement: str) -> None:
    [finding] = found(check_numbers, story(PIER), statement)
    assert "stands nowhere in the article" in finding.message


def test_without_a_day_of_publication_only_the_dates_of_the_article_count() -> None:
    readings = story(PIER, published=None)
    assert found(check_numbers, readings, "Tarn ran the ferry for nine years.") == []
    assert found(check_numbers, readings, "Berg left the pier 13 years ago.") != []
