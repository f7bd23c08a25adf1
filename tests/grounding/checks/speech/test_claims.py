"""What the article only gives as a claim."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.speech.claims import check_claims

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


@pytest.mark.parametrize(
    ("text", "statement", "severity"),
    [
        # The second verb goes on in the claim; of nobody who stands to it by name.
        (
            (
                "Two people close to the talks said that the fund had been sounded out in May "
                "and had asked for two seats."
            ),
            "The fund had asked for two seats.",
            "warning",
        ),
        (
            "An unnamed envoy said that Arden had demanded that the crew be freed.",
            "Arden demanded that the crew be freed.",
            "warning",
        ),
        # What something will cost nobody knows; when it will be done may be settled.
        (
            "The yard said that the repair would cost it less than $80 million.",
            "The repair will cost it less than $80 million.",
            "warning",
        ),
        (
            "The yard said that the repair would start in the last week of May.",
            "The repair will start in the last week of May.",
            "note",
        ),
        # By a verb that says the same.
        (
            "The yard claims that the office rescued the harbour pilot from the pier.",
            "The office saved the harbour pilot from the pier.",
            "warning",
        ),
    ],
)
def test_claims_in_other_forms_are_found(text: str, statement: str, severity: str) -> None:
    assert told(found(check_claims, story(text), statement, 1)) == [("stated_as_fact", severity)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # Another auxiliary, and one without a claim before it.
        (
            "Hale said that the fund would be sounded out in May and had asked for two seats.",
            "The fund had asked for two seats.",
        ),
        (
            "The fund had been sounded out in May and had asked for two seats.",
            "The fund had asked for two seats.",
        ),
    ],
)
def test_another_tense_or_no_claim_before_it_is_the_articles_own(text: str, statement: str) -> None:
    assert found(check_claims, story(text), statement, 1) == []


@pytest.mark.parametrize(
    "beside", ["Closing three libraries takes long.", "Libraries close at three in autumn."]
)
def test_a_cited_sentence_may_say_less_of_a_claim_and_does_not_stand_against_it(
    beside: str,
) -> None:
    text = (
        "The leader, Rosa Amery, said that the change would save 610,000 pounds a year from "
        f"autumn.\n\nThe opposition denied this. {beside}\n"
    )
    statement = "Closing three libraries in autumn will save 610,000 pounds a year."
    findings = found(check_claims, story(text), statement, 1, 3)
    assert told(findings) == [("stated_as_fact", "warning")]
