"""Who does what to whom, against the article."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.predicates.roles import check_roles

CUP = story(
    "Norway beat Sweden in the final. Anna Berg praised Lena Holt after the match. "
    "Lena Holt met Anna Berg on Sunday. The referee, whom Anna Berg blamed, left early."
)


@pytest.mark.parametrize(
    "statement",
    ["Sweden beat Norway in the final.", "Norway was beaten by Sweden in the final."],
)
def test_roles_changed_over_are_an_error(statement: str) -> None:
    [finding] = found(check_roles, CUP, statement, 1)
    assert (finding.kind, finding.severity) == ("subject", "error")
    assert finding.message == "in sentence 1 it is 'Norway' who does it"
    assert finding.said is not None
    assert finding.said.text == "Sweden"
    assert finding.passages[0].text == "beat"


def test_somebody_else_in_the_role_is_a_warning() -> None:
    readings = story("Anna Berg praised the team. Ida Lund left the hall with Anna Berg.")
    [finding] = found(check_roles, readings, "Ida Lund praised the team.", 1)
    assert told([finding]) == [("subject", "warning")]


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("Norway beat Sweden.", 1),
        ("Sweden was beaten by Norway in the final.", 1),
        ("Anna Berg met Lena Holt on Sunday.", 3),
        ("She praised Lena Holt.", 2),
        ("The team thanked Lena Holt.", 2),
    ],
)
def test_the_same_roles_are_no_finding(statement: str, cited: int) -> None:
    assert found(check_roles, CUP, statement, cited) == []


def test_where_nothing_is_cited_a_sentence_about_something_else_tells_nothing() -> None:
    readings = story(
        "Anna Berg praised the team. Lena Holt spoke for an hour of taxes, rents and the wages of "
        "nurses in the northern wards."
    )
    said = "Lena Holt, who spoke of taxes, rents and wages of nurses, praised the team."
    assert found(check_roles, readings, said) == []
    assert told(found(check_roles, readings, said, 1)) == [("subject", "warning")]
