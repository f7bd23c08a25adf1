from __future__ import annotations

import pytest
from tests.support.claims import found, story

from nutgraf.grounding.checks.figures.numbers import check_numbers

HARBOUR = (
    "The agency counts 39 faults, but has confirmed only 22 of them.\n\n"
    "Berg kept watch over the lamp on 14 of the 18 nights of the storm.\n\n"
    "The harbour of Lindvik earned 1.1 million euros, up from 740,000 a year before.\n\n"
    "About 48,000 homes in Corve had no power on Tuesday, down from 130,000 on Monday.\n\n"
    "The tug of Arden pulls 60 tonnes, and the old tug pulled 22 tonnes.\n\n"
    "Of 8,400 homes in Vael 4,000 customers had their power back.\n\n"
    "The boat could have been there in six hours instead of nineteen.\n\n"
    "Tarn beat Vael 3-1 in the second of the 5 games."
)


@pytest.mark.parametrize(
    "statement",
    [
        "The agency has confirmed more than half of the faults.",
        "Berg kept watch over the lamp on almost four fifths of the nights of the storm.",
        "What the harbour of Lindvik earned rose by nearly half.",
        "Homes in Corve without power fell by more than half from Monday to Tuesday.",
        "Almost half of the homes in Vael had power again.",
        "The tug of Arden pulls nearly three times as much as the old tug.",
        "The boat could have been there 13 hours sooner.",
    ],
)
def test_a_share_in_words_or_a_difference_may_be_worked_out(statement: str) -> None:
    assert found(check_numbers, story(HARBOUR), statement) == []


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("The agency has confirmed less than a third of the faults.", "a third"),
        ("Berg kept watch over the lamp on a quarter of the nights of the storm.", "a quarter"),
        ("What the harbour of Lindvik earned rose by nearly a tenth.", "a tenth"),
        ("Homes in Corve without power fell by more than three quarters.", "three quarters"),
        ("The tug of Arden pulls nearly nine times as much as the old tug.", "nine"),
        ("The boat could have been there 16 hours sooner.", "16 hours"),
        ("Tarn beat Vael in a third of the games.", "a third"),
        ("The agency has confirmed seven thirds of the faults.", "seven thirds"),
    ],
)
def test_one_that_no_two_figures_give_is_reported(statement: str, number: str) -> None:
    findings = found(check_numbers, story(HARBOUR), statement)
    assert [finding.said.text for finding in findings if finding.said] == [number]


def test_a_multiple_is_not_taken_for_a_count_that_is_printed() -> None:
    article = "Four of the nine crows came back. The team wants to watch 30 crows, for 3 years."
    statement = "The team wants to watch more than three times as many crows."
    assert found(check_numbers, story(article), statement) == []


def test_a_share_that_is_printed_elsewhere_may_be_worked_out_from_what_is_cited() -> None:
    article = (
        "Three of the seven branches of the library are to close. Half of the buses run late. "
        "The 11 trams stop."
    )
    statement = "Fewer than half of the branches of the library are to close."
    assert found(check_numbers, story(article), statement, 1) == []
    [finding] = found(check_numbers, story(article), statement, 3)
    assert finding.message == "the number 'half' is not in the cited sentences, but in 2"


def test_sentences_that_are_cited_together_are_worked_out_together() -> None:
    article = (
        "A roof was to cost 2.8 million euros. The scaffold was left out. It costs 3.2 million."
    )
    rise = "The cost of the roof rose by {} euros."
    assert found(check_numbers, story(article), rise.format("400,000"), 1, 3) == []
    assert found(check_numbers, story(article), rise.format("700,000"), 1, 3) != []
    assert found(check_numbers, story(article), rise.format("400,000"), 1, 2) != []


@pytest.mark.parametrize(
    ("words", "severity"),
    [("500", "error"), ("about 500", "warning"), ("more than 500", "warning")],
)
def test_a_rough_number_that_is_nowhere_may_be_a_reckoning(words: str, severity: str) -> None:
    [finding] = found(check_numbers, story(HARBOUR), f"The storm tore {words} roofs off.")
    assert finding.severity == severity
    assert "stands nowhere in the article" in finding.message


def test_a_difference_that_is_printed_of_something_else_is_worked_out_all_the_same() -> None:
    article = (
        "Sales rose to 412 million euros. Analysts had expected 405 million. "
        "The harbour was sold for seven million euros."
    )
    statement = "Sales were seven million euros above what analysts had expected."
    assert found(check_numbers, story(article), statement, 1, 2) == []
    assert found(check_numbers, story(article), statement, 1) != []
