"""What the article only gives as a claim."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.claims import check_claims

TEXT = (
    "Prosecutors allege that the director took bribes from a shipyard. "
    "Okafor insisted that the authority had inspected the hull in March.\n\n"
    "The mayor said the council would meet on Monday. The committee closed the pier in April.\n\n"
    "Residents claim that the ferry leaks oil. Inspectors found that the ferry leaks oil in "
    "winter. A clerk reportedly burned the ledgers of the port.\n"
)


@pytest.mark.parametrize(
    ("statement", "severity"),
    [
        ("The director took bribes from a shipyard.", "warning"),
        ("The authority inspected the hull in March.", "warning"),
        ("A clerk burned the ledgers of the port.", "warning"),
        ("The council will meet on Monday.", "note"),
    ],
)
def test_a_claim_told_as_fact_is_found(statement: str, severity: str) -> None:
    assert told(found(check_claims, story(TEXT), statement)) == [("stated_as_fact", severity)]


@pytest.mark.parametrize(
    "statement",
    [
        "Prosecutors allege that the director took bribes from a shipyard.",
        "The director is accused of bribes that he took from a shipyard.",
        "The director allegedly took bribes from a shipyard.",
        "According to prosecutors the director took bribes from a shipyard.",
        "“The director took bribes from a shipyard.”",
        "The committee closed the pier in April.",
        "The ferry leaks oil.",  # one sentence claims it, another has it as found
        "The director bought a hat.",
        "Bribes for the director from a shipyard.",
    ],
)
def test_a_source_or_one_sentence_without_is_enough(statement: str) -> None:
    assert found(check_claims, story(TEXT), statement) == []


def test_a_finding_says_whose_claim_it_is() -> None:
    [finding] = found(check_claims, story(TEXT), "The director took bribes from a shipyard.")
    assert finding.message == (
        "states as a fact what sentence 1 only gives as what 'Prosecutors' says ('allege')"
    )
    assert [passage.text[:11] for passage in finding.passages] == ["Prosecutors"]
    [finding] = found(check_claims, story(TEXT), "A clerk burned the ledgers of the port.")
    assert "what somebody says ('reportedly')" in finding.message


def test_other_languages_are_not_read() -> None:
    assert found(check_claims, story(TEXT, language="de"), "The director took bribes.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Hale said that the repair saves 600 tonnes of oil. The League disputes this.",
        "Jonas Hale said that the repair saves 600 tonnes of oil. Ida Berg said that it saves 300.",
        "An official, who asked not to be named, said that the repair saves 600 tonnes of oil.",
    ],
)
def test_a_plain_claim_that_is_contested_or_nameless_is_a_warning(text: str) -> None:
    findings = found(check_claims, story(text), "The repair saves 600 tonnes of oil.", 1)
    assert told(findings) == [("stated_as_fact", "warning")]


def test_a_plain_claim_that_nobody_contests_is_only_noted() -> None:
    text = "Jonas Hale said that the repair saves 600 tonnes of oil. The crew rejected a new boat."
    findings = found(check_claims, story(text), "The repair saves 600 tonnes of oil.", 1)
    assert told(findings) == [("stated_as_fact", "note")]
