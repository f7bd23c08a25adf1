"""Items of one list that say the same."""

from __future__ import annotations

import time

import pytest
from pydantic import BaseModel
from tests.support.claims import found_in, listed, story

from nutgraf.grounding.checks.duplicates import check_duplicates

TEXT = "The council put off the vote on closing the harbour ferry.\n"
FIRST = "The council on Thursday postponed a vote on closing the harbour ferry Marigold."


@pytest.mark.parametrize(
    "second",
    [
        "The council postponed on Thursday a vote on closing the harbour ferry Marigold.",
        "A vote on closing the harbour ferry was postponed by the council.",
        "The council on Thursday postponed the vote on closing the Marigold harbour ferry again.",
    ],
)
def test_the_same_in_nearly_the_same_words_is_noted(second: str) -> None:
    [finding] = found_in(check_duplicates, story(TEXT), listed("Rain fell.", FIRST, second))
    assert (finding.path, finding.kind, finding.severity) == ("points[2].text", "duplicate", "note")
    assert finding.message == "says the same as item 1 of the list (counted from 0)"


def test_of_several_that_say_the_same_the_first_is_named() -> None:
    said = found_in(check_duplicates, story(TEXT), listed("Rain fell.", FIRST, FIRST, FIRST))
    assert [finding.message.split()[5] for finding in said] == ["1", "1"]


@pytest.mark.parametrize(
    "second",
    [
        "The council on Friday postponed a vote on closing the harbour ferry Marigold.",
        "The council on Thursday postponed a vote on closing the harbour ferry Lindvik.",
        "The council on Thursday postponed 2 votes on closing the harbour ferry Marigold.",
        "The council on Thursday did not postpone a vote on closing the harbour ferry Marigold.",
        "The council on Thursday will postpone a vote on closing the harbour ferry Marigold.",
        "The council will hear the harbour master about the ferry on Thursday.",
        "A vote was put off.",
    ],
)
def test_another_number_name_day_or_meaning_is_another_item(second: str) -> None:
    assert found_in(check_duplicates, story(TEXT), listed(FIRST, second)) == []


def test_only_items_of_one_list_are_compared() -> None:
    class Summary(BaseModel):
        gist: str
        points: list[str]
        other: list[str]

    summary = Summary(gist=FIRST, points=[FIRST], other=[FIRST])
    assert found_in(check_duplicates, story(TEXT), summary) == []


def test_other_languages_have_function_words_of_their_own() -> None:
    one = "Der Rat hat die Abstimmung über die Schließung der Fähre im Hafen verschoben."
    other = "Die Abstimmung über die Schließung der Fähre im Hafen hat der Rat verschoben."
    assert len(found_in(check_duplicates, story(TEXT, language="de"), listed(one, other))) == 1
    assert len(found_in(check_duplicates, story(TEXT, language="xx"), listed(one, other))) == 1


def test_many_items_take_time_in_proportion() -> None:
    def seconds(items: int) -> float:
        statements = [
            f"The ferry carried {n} people to pier w{n} in heavy rain." for n in range(items)
        ]
        started = time.perf_counter()
        assert found_in(check_duplicates, story(TEXT), listed(*statements)) == []
        return time.perf_counter() - started

    seconds(20)
    assert seconds(400) < 12 * seconds(100)


def test_an_item_that_adds_a_number_says_more_and_one_that_drops_it_less() -> None:
    more = "The council on Thursday postponed by 9-6 a vote on closing the harbour ferry Marigold."
    assert found_in(check_duplicates, story(TEXT), listed(FIRST, more)) == []
    assert len(found_in(check_duplicates, story(TEXT), listed(more, FIRST))) == 1
