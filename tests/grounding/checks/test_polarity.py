"""What is denied, and what is only planned or possible, against the article."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.polarity import check_polarity, check_status

HARBOUR = story(
    "The council closed the ferry on Monday. "
    "The agency did not inspect the hull. "
    "Mayor Elsa Varga denied that she had signed the contract. "
    "The yard will repair the engine in April. "
    "The region may buy a second ferry. "
    "Councillors have rejected the plan."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council did not close the ferry on Monday.", 1),
        ("The agency inspected the hull.", 2),
        ("Councillors have not rejected the plan.", 6),
        ("The yard will not repair the engine in April.", 4),
    ],
)
def test_a_statement_that_says_the_opposite_is_an_error(statement: str, cited: int) -> None:
    [finding] = found(check_polarity, HARBOUR, statement, cited)
    assert (finding.kind, finding.severity) == ("negation", "error")
    assert f"sentence {cited} has" in finding.message
    assert finding.said is not None
    assert statement[finding.said.start : finding.said.end] == finding.said.text
    assert finding.passages[0].span.of(HARBOUR.article.text) == finding.passages[0].text


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council closed the ferry.", 1),
        ("The agency has not inspected the hull.", 2),
        ("Elsa Varga denied having signed the contract.", 3),
        ("The plan was rejected by councillors.", 6),
        ("The yard is to repair the engine.", 4),
        ("The hull was not looked at by the agency.", 2),
    ],
)
def test_a_statement_that_says_the_same_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_polarity, HARBOUR, statement, cited) == []


def test_what_somebody_denies_is_not_told_as_so() -> None:
    [finding] = found(check_polarity, HARBOUR, "Elsa Varga had signed the contract.", 3)
    assert told([finding]) == [("negation", "error")]


def test_a_negation_that_comes_from_nowhere_is_a_warning() -> None:
    statement = "The ferry was not shut by the council on Monday."
    [finding] = found(check_polarity, HARBOUR, statement, 1)
    assert told([finding]) == [("negation", "warning")]
    assert finding.said is not None
    assert finding.said.text == "was not shut"
    assert finding.passages == ()


def test_a_negation_beside_the_point_needs_any_denial_in_the_sentence() -> None:
    readings = story(
        "The harbour ferry, on which nobody works, sails to Lindvik on Monday. Rain fell. "
        "The harbour ferry sails to Lindvik on Friday. Bread was sold."
    )
    aside = "The harbour ferry sails to Lindvik, because the council did not sell it."
    assert found(check_polarity, readings, aside, 1) == []
    assert told(found(check_polarity, readings, aside, 3)) == [("negation", "warning")]


def test_of_statements_that_nothing_carries_nothing_is_said() -> None:
    assert found(check_polarity, HARBOUR, "Two astronauts did not return from orbit.", 1) == []
    assert found(check_polarity, HARBOUR, "Two astronauts did not return from orbit.") == []


def test_a_condition_is_not_taken_for_a_denial() -> None:
    readings = story("The council closes the ferry on Monday if the agency finds cracks.")
    statement = "The council closes the ferry on Monday if the agency does not turn it down."
    assert found(check_polarity, readings, statement, 1) == []


def test_a_verb_that_is_said_both_ways_is_left_alone() -> None:
    readings = story("Four birds showed the behaviour. Three showed no pattern.")
    statement = "Four birds showed the behaviour and three did not show a pattern."
    assert found(check_polarity, readings, statement, 1, 2) == []


def test_a_not_further_off_is_not_certain_enough() -> None:
    readings = story("The council cut the hours in May.")
    statement = "Odell does not believe the rumour that the council cut the hours in May."
    assert found(check_polarity, readings, statement, 1) == []


def test_what_is_quoted_is_left_to_the_check_of_quotations() -> None:
    statement = "“I did not close the ferry on Monday,” the council said."
    assert found(check_polarity, HARBOUR, statement, 1) == []


@pytest.mark.parametrize(
    ("statement", "cited", "message"),
    [
        (
            "The yard repaired the engine in April.",
            4,
            "tells it as happened; in sentence 4 it is planned: 'will repair'",
        ),
        (
            "The region has bought a second ferry.",
            5,
            "tells it as happened; in sentence 5 it is possible: 'may buy'",
        ),
        (
            "The council will close the ferry on Monday.",
            1,
            "tells it as planned; in sentence 1 it is happened: 'closed'",
        ),
        (
            "The region will buy a second ferry.",
            5,
            "tells it as planned; in sentence 5 it is possible: 'may buy'",
        ),
    ],
)
def test_another_status_is_a_warning(statement: str, cited: int, message: str) -> None:
    [finding] = found(check_status, HARBOUR, statement, cited)
    assert (finding.kind, finding.severity, finding.message) == ("status", "warning", message)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The yard will repair the engine.", 4),
        ("The region could buy a second ferry.", 5),
        ("Yard repairs engine in April.", 4),
        ("The council did not close the ferry.", 1),
        ("The yard is considering a new engine.", 4),
    ],
)
def test_the_same_status_or_a_careful_one_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_status, HARBOUR, statement, cited) == []


def test_a_headline_in_the_present_tells_nothing_of_the_status() -> None:
    readings = story("Kestrel Town to reach the final\n\nKestrel Town won the match on Sunday.")
    assert found(check_status, readings, "Kestrel Town reached the final.", 1) == []
