"""Words of the prompt's examples that turn up in a summary."""

from __future__ import annotations

import pytest
from tests.support.claims import found_in, listed, story

from nutgraf.drafting.prompted import wording
from nutgraf.grounding.checks.examples import check_examples
from nutgraf.prompting import load_prompt
from nutgraf.schema.news import NewsSummary

TEXT = (
    "Repairs to the ferry would cost 4.2 million euros, twice last year's estimate. A museum in "
    "Lindvik has bought the old ship's bell. The two statues on the quay stay.\n"
)
PROMPT = 'Write this: "The search cost 3.2 million euros, twice the first estimate." Use Friday.'


def leaked(statement: str, prompt: str = PROMPT) -> list[str]:
    findings = found_in(check_examples, story(TEXT), listed(statement), examples=prompt)
    assert all((f.kind, f.severity) == ("leaked_example", "warning") for f in findings)
    return [finding.said.text for finding in findings if finding.said]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "Repairs cost 4.2 million euros, twice the first estimate.",
            ["million euros, twice the first estimate"],
        ),
        ("The bell was twice the first estimate, they say.", ["twice the first estimate"]),
        ("The SEARCH cost: 3.2 million!", ["The SEARCH cost: 3.2 million"]),
        ("Repairs cost 4.2 million euros, twice last year's estimate.", []),
        ("It is a first estimate of the cost.", []),
        ("Use Friday.", []),
        ("", []),
    ],
)
def test_only_what_the_prompt_has_and_the_article_has_not_is_leaked(
    statement: str, expected: list[str]
) -> None:
    assert leaked(statement) == expected


def test_what_the_article_says_in_the_same_words_is_not_leaked() -> None:
    prompt = "Repairs to the ferry would cost much."
    assert leaked("Repairs to the ferry would cost 4.2 million euros.", prompt) == []


def test_without_a_prompt_nothing_is_leaked() -> None:
    assert leaked("The search cost 3.2 million euros, twice the first estimate.", "") == []


def test_the_news_prompts_own_examples_are_known() -> None:
    prompt = wording(load_prompt("news"), NewsSummary)
    assert leaked("Repairs would cost 4.2 million euros, twice the first estimate.", prompt) == [
        "million euros, twice the first estimate"
    ]
    assert leaked("The museum returned the two statues on Tuesday.", prompt) != []
    assert leaked("The two statues on the quay stay.", prompt) == []
