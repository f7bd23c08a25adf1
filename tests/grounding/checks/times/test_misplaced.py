"""Dates that the article has, but gives to something else than the statement does."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.times.dates import check_dates

LIFE = (
    "Ada Renn and the painter Nils Orde met at the art school in Varsk.\n\n"
    "The pair married in Lund in June 2009.\n\n"
    "In October 2013 they moved to a farm by the sea, where both could work.\n\n"
    "Their daughter Maja was born in March 2016.\n\n"
    "Orde won the Kestrel Prize for a row of portraits of the farm's cows in May 2018.\n"
)
VOTE = (
    "Voters in Port Marl chose a new council on Sunday.\n\n"
    "Turnout at the council election was 58 percent, the highest on record.\n\n"
    "The last council election in Port Marl was before the 2014 protests.\n\n"
    "A ferry runs at night.\n"
)


@pytest.mark.parametrize(
    ("statement", "right", "wrong", "instead"),
    [
        ("The pair married in Lund in {}.", "June 2009", "October 2013", "June 2009"),
        ("Their daughter Maja was born in {}.", "March 2016", "October 2013", "March 2016"),
        ("The birth of their daughter Maja in {} came late.", "March 2016", "May 2018", None),
        ("Orde won the Kestrel Prize for portraits in {}.", "May 2018", "March 2016", "May 2018"),
    ],
)
def test_the_date_of_the_next_event_of_a_life_is_not_that_of_this_one(
    statement: str, right: str, wrong: str, instead: str | None
) -> None:
    article = story(LIFE)
    assert found(check_dates, article, statement.format(right)) == []
    [finding] = found(check_dates, article, statement.format(wrong))
    assert told([finding]) == [("date", "warning")]
    if instead:
        assert f"is not what the article says here; it has {instead!r}" in finding.message


@pytest.mark.parametrize(
    "statement",
    [
        "The pair's move to a farm by the sea in October 2013 suited both.",
        "By October 2013 the pair had married and moved to a farm.",
        "In October 2013 both could work at last.",
    ],
)
def test_a_date_whose_sentence_tells_of_the_event_is_given(statement: str) -> None:
    assert found(check_dates, story(LIFE), statement) == []


def test_a_year_in_the_name_of_one_thing_does_not_date_another_beside_it() -> None:
    statement = "Turnout at the {} council election in Port Marl was 58 percent."
    [finding] = found(check_dates, story(VOTE), statement.format("2014"))
    assert finding.message == (
        "nothing like this is said of the date '2014' in sentence 3, and no other has it"
    )
    statement = "The last council election in Port Marl came before the 2014 protests."
    assert found(check_dates, story(VOTE), statement) == []
    assert found(check_dates, story(VOTE), "The 2014 protests in Port Marl were loud.") == []


def test_a_sentence_that_stands_alone_and_tells_of_other_things_gives_no_date() -> None:
    article = story(
        "The tug Osprey slowly towed the freighter Marten off the reef and into harbour.\n\n"
        "A museum for pilots opened nearby in 2011.\n\n"
        "The crew of the Osprey slept.\n"
    )
    statement = (
        "The tug Osprey slowly towed the freighter Marten off the reef into harbour in 2011."
    )
    [finding] = found(check_dates, article, statement)
    assert "nothing like this is said of the date '2011' in sentence 2" in finding.message


def test_a_sentence_that_refers_back_may_give_the_date() -> None:
    article = story(
        "The tug Osprey towed the freighter Marten off the reef.\n\n"
        "It was a calm night in April 2011.\n\n"
        "Divers found no leak in the freighter.\n"
    )
    statement = "The tug Osprey towed the freighter Marten off the reef in April 2011."
    assert found(check_dates, article, statement) == []


def test_an_age_describes_what_it_need_not_date() -> None:
    article = story(
        "The museum shows a row of saints by Ribalta.\n\n"
        "Visitors see the saints by candlelight on winter evenings.\n\n"
        "Oil lamps were common in the 17th century.\n"
    )
    statement = "The museum shows visitors a row of 17th century saints by candlelight."
    assert found(check_dates, article, statement) == []
