from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.support.claims import found_in, story, told

from nutgraf.grounding.checks.figures.amounts import check_amounts
from nutgraf.schema.fields import Amount, Evidence

STORY = (
    "Repairs cost $2.5 million. Engineers found 14 cracks, and a third of them are deep. "
    "The detour is 12 km long."
)


class Sum(BaseModel):
    amount: Amount
    evidence: Evidence = ()


def finds(amount: str, *cited: int) -> list[tuple[str, str]]:
    value = Sum.model_validate({"amount": amount, "evidence": list(cited)})
    return told(found_in(check_amounts, story(STORY), value))


@pytest.mark.parametrize(
    ("amount", "cited"),
    [
        ("$2.5 million", (1,)),
        ("2.5m dollars", (1,)),
        ("14", (2,)),
        ("14 cracks", (2,)),
        ("a third", (2,)),
        ("12 km", ()),
        ("$2.5 million for 14 cracks", ()),
    ],
)
def test_an_amount_that_is_printed_is_no_finding(amount: str, cited: tuple[int, ...]) -> None:
    assert finds(amount, *cited) == []


def test_an_amount_that_is_not_printed_is_an_error() -> None:
    assert finds("$9 million", 1) == [("unknown_amount", "error")]
    assert finds("a fortune", 1) == [("unknown_amount", "error")]
    assert finds("15 cracks", 2) == [("unknown_amount", "error")]


def test_words_that_are_printed_but_are_no_amount_are_a_warning() -> None:
    assert finds("Repairs", 1) == [("unknown_amount", "warning")]


@pytest.mark.parametrize(
    ("amount", "severity", "message"),
    [
        ("€2.5 million", "error", "the article says '$2.5 million', not '€2.5 million'"),
        ("12 miles", "error", "the article says '12 km', not '12 miles'"),
        ("2.5 million", "warning", "the article says '$2.5 million'"),
    ],
)
def test_another_unit_or_none_says_what_the_article_has(
    amount: str, severity: str, message: str
) -> None:
    [finding] = found_in(check_amounts, story(STORY), Sum.model_validate({"amount": amount}))
    assert (finding.kind, finding.severity, finding.message) == ("unit", severity, message)
    assert finding.passages[0].text in message


def test_an_amount_of_another_sentence_is_a_warning_with_its_place() -> None:
    value = Sum.model_validate({"amount": "12 km", "evidence": [1]})
    [finding] = found_in(check_amounts, story(STORY), value)
    assert (finding.kind, finding.severity) == ("number", "warning")
    assert finding.message == "the amount '12 km' is not in the cited sentences, but in 3"
