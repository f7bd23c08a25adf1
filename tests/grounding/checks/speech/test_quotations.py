"""Words that are given as somebody's own: as a field, and inside statements."""

# ruff: noqa: RUF001 - typographic marks and other languages are what this is about

from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.support.claims import found, found_in, story, told

from nutgraf.grounding.checks.speech.quotations import check_quotations, check_quoted_prose
from nutgraf.schema import Verbatim

TEXT = (
    "The harbour bridge will close on 3 May, Mayor Elsa Varga told the council on Monday. "
    "“Nobody here wants to switch off the lights,” Varga said. “But I will not sign a cheque for "
    "2.4 million euros.”\n\n"
    "Jonas Hale, a councillor, called the plan “a gift to the builders” and left the room. "
    "“You cannot organise a harbour from a desk,” he said. The yard had not inspected the hull, "
    "said Miriam Okafor, who runs the port. She read from a novel, The Long Tide.\n"
)


class Words(BaseModel):
    words: Verbatim


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nobody here wants to switch off the lights", []),
        ("nobody here wants to switch off the lights.", [("corrected_quotation", "note")]),
        ("You cannot organize a harbour from a desk", [("corrected_quotation", "note")]),
        ("Nobody here wants to switch off these lights", [("corrected_quotation", "note")]),
        ("I will not sign a cheque for 2.5 million euros", [("altered_quotation", "warning")]),
        ("I will sign a cheque for 2.4 million euros", [("altered_quotation", "warning")]),
        ("Nobody here wants to switch off the engines", [("altered_quotation", "warning")]),
        ("We shall all be drowned in our beds by June", [("not_verbatim", "error")]),
    ],
)
def test_a_field_of_words_is_set_right_and_says_so(
    words: str, expected: list[tuple[str, str]]
) -> None:
    summary = Words.model_validate({"words": words})
    assert told(found_in(check_quotations, story(TEXT), summary)) == expected


def test_an_altered_field_says_what_was_other() -> None:
    summary = Words.model_validate({"words": "I will not sign a cheque for 2.5 million euros"})
    [finding] = found_in(check_quotations, story(TEXT), summary)
    assert finding.message == (
        "was given with other words: '2.5' where the article has '2.4'; the article's words were "
        "put in its place"
    )
    assert finding.passages[0].text == "I will not sign a cheque for 2.4 million euros"


@pytest.mark.parametrize(
    "statement",
    [
        "“Nobody here wants to switch off the lights,” Varga said.",
        "Varga said 'nobody here wants to switch off the lights'.",
        'Elsa Varga said: "[N]obody here wants to switch off … the lights."',
        "The mayor said: “Nobody here wants to switch off the lights.”",
        # Over the reporter's interruption, as summaries join what was said.
        "Varga said: “Nobody here wants to switch off the lights. But I will not sign a cheque.”",
        "“Nobody here wants to switch off ... But I will not sign a cheque,” Varga said.",
        "Hale called it “a gift to the builders”.",
        # Titles and terms that the article has without marks, or in another order.
        "Okafor read from the novel “The Long Tide”.",
        "The “bridge harbour” closes.",
        "Okafor's ship carries a 40' mast and the crew's stores.",
        "Varga said nobody wants the lights “switched off by the council",
    ],
)
def test_words_that_the_article_has_are_no_fault(statement: str) -> None:
    assert found(check_quoted_prose, story(TEXT), statement) == []


@pytest.mark.parametrize(
    ("statement", "kind", "severity"),
    [
        ("Varga said: “We will sink every ship in town.”", "invented_quotation", "error"),
        ("The so-called “night harbour” opens.", "invented_quotation", "warning"),
        (
            "“Nobody here wants to switch off the engines,” Varga said.",
            "altered_quotation",
            "error",
        ),
        (
            "“I will not sign a cheque for 2.9 million euros,” Varga said.",
            "altered_quotation",
            "error",
        ),
        ("“But I will sign a cheque,” Varga said.", "altered_quotation", "error"),
        (
            "“Nobody here wants to switch off these lights,” Varga said.",
            "altered_quotation",
            "warning",
        ),
        ("“The yard had not inspected the hull,” Okafor said.", "not_quoted", "warning"),
        ("“Nobody here wants to switch off the lights,” Hale said.", "misattributed", "error"),
    ],
)
def test_one_defect_gives_one_finding(statement: str, kind: str, severity: str) -> None:
    assert told(found(check_quoted_prose, story(TEXT), statement)) == [(kind, severity)]


def test_a_finding_has_the_words_of_both_sides() -> None:
    statement = "The mayor spoke first: “But I will sign a cheque for 2.4 million euros.”"
    [finding] = found(check_quoted_prose, story(TEXT), statement)
    assert finding.path == "text"
    assert finding.message == (
        "quotes other words than sentence 3 has: the article has 'not' besides"
    )
    assert finding.said is not None
    assert finding.said.text == "But I will sign a cheque for 2.4 million euros."
    assert statement[finding.said.start : finding.said.end] == finding.said.text
    [passage] = finding.passages
    assert passage.text.startswith("But I will not sign a cheque")
    assert TEXT[passage.start : passage.end] == passage.text


def test_a_finding_says_what_was_put_in() -> None:
    statement = "“Nobody here ever wants to switch off the lights,” Varga said."
    [finding] = found(check_quoted_prose, story(TEXT), statement)
    assert finding.message == (
        "quotes other words than sentence 2 has: the article does not have 'ever' there"
    )


def test_words_too_many_are_told_in_part() -> None:
    long = "We will sink each and every single ship that ever sailed from any town."
    [finding] = found(check_quoted_prose, story(TEXT), f"Varga said: “{long}”")
    assert finding.message == (
        "the article does not have the words 'We will sink each and every single ship ...'"
    )


def test_a_quotation_inside_another_is_a_part_of_it() -> None:
    statement = "Varga said: “Nobody here shouted ‘We will sink every ship in town’ at anyone.”"
    assert told(found(check_quoted_prose, story(TEXT), statement)) == [
        ("invented_quotation", "error")
    ]


def test_a_few_words_that_the_article_does_not_quote_may_be_anybodys() -> None:
    assert found(check_quoted_prose, story(TEXT), "Okafor said the hull was not “inspected”.") == []
