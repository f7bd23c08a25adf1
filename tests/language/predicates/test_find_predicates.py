"""Who does what in a sentence, whether it took place, and who says so: a rule a test."""

from __future__ import annotations

import pytest
from tests.support.predicates import heads, read

from nutgraf.article import Span
from nutgraf.language.predicates import Clause, find_predicates
from nutgraf.language.status import Status


def test_no_words_have_no_predicates() -> None:
    assert find_predicates("   ", Span(0, 3)) == ()


def test_spans_are_offsets_into_the_whole_text() -> None:
    text = "Before that. The bank had not been told."
    one = read(text, "told")
    assert one.span.of(text) == "had not been told"
    assert one.passive
    assert one.negated
    assert not one.subordinate


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("The council called off the march.", "called", Status.DENIED),
        ("Police called the march off.", "called", Status.DENIED),
        ("The firm would have paid.", "paid", Status.DENIED),
        ("He was to have met the union.", "met", Status.DENIED),
        ("Did the minister promise reform?", "promise", Status.POSSIBLE),
        ("If it rains, the match would be off.", "rains", Status.POSSIBLE),
        ("If it rains, the match would be off.", "be", Status.POSSIBLE),
        ("The crew asked why the ship sank.", "sank", Status.HAPPENED),
        ("The crew asked whether the ship sank.", "sank", Status.POSSIBLE),
        ("He was brave to speak.", "speak", Status.POSSIBLE),
        ("The judge was content to wait.", "wait", Status.HAPPENED),
        ("To win, the party spent millions.", "win", Status.PLANNED),
        ("It took the council until midnight to pass a law.", "pass", Status.HAPPENED),
        ("The council took an hour to pass a law.", "pass", Status.PLANNED),
        ("Had the tug been there, the ship would have stayed.", "been", Status.POSSIBLE),
        ("Bank to sell branches.", "sell", Status.PLANNED),
        ("The plan is to sell the barn and pay the bank.", "pay", Status.PLANNED),
    ],
)
def test_status(text: str, verb: str, status: Status) -> None:
    assert read(text, verb).status is status


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Nobody paid and no doubt they knew.", "paid", True),
        ("Nobody paid and no doubt they knew.", "knew", False),
        ("The villages were too poor to rebuild.", "rebuild", True),
        ("The crew were not told.", "told", True),
    ],
)
def test_negation(text: str, verb: str, negated: bool) -> None:
    assert read(text, verb).negated is negated


@pytest.mark.parametrize(
    ("text", "verb", "subject", "second"),
    [
        ("Farmers demand action", "demand", "Farmers", "action"),
        ("Rates cuts banks.", "cuts", "Rates", "banks"),
        ("Bell said the port closed and added that it reopened.", "added", "Bell", None),
        ("The ship sank; the crew survived.", "survived", "crew", None),
        ("He was to have met the union.", "met", "He", "union"),
        ("The plan is to sell the barn and pay the bank.", "pay", "plan", "bank"),
        ("Arden, Bern and Chur signed the pact.", "signed", "Arden & Bern & Chur", "pact"),
    ],
)
def test_subject_and_object(text: str, verb: str, subject: str, second: str | None) -> None:
    one = read(text, verb)
    assert heads(one.subject, text) == subject
    assert heads(one.object, text) == second


def test_the_agent_of_a_passive() -> None:
    text = "The barn was sold by the mayor of Arden."
    one = read(text, "sold")
    assert one.agent is not None
    assert one.agent.span.of(text) == "the mayor of Arden"
    assert heads(one.agent, text) == "mayor"
    assert one.object is None


@pytest.mark.parametrize(
    ("text", "verb", "source", "cue"),
    [
        (
            "The ship sank, the captain told reporters on Monday.",
            "sank",
            "the captain",
            "told",
        ),
        (
            "The claim, according to a report by the bank, was false.",
            "was",
            "a report",
            "according to",
        ),
        ("The mayor's claim that he lied was false.", "lied", "The mayor", "The mayor's claim"),
        ("Their hope of winning faded.", "winning", "Their", "Their hope"),
        ("The envoy said clearly on Monday that talks failed.", "failed", "The envoy", "said"),
    ],
)
def test_whose_claim_it_is(text: str, verb: str, source: str, cue: str) -> None:
    claim = read(text, verb).attribution
    assert claim is not None
    assert claim.source is not None
    assert claim.cue is not None
    assert (claim.source.of(text), claim.cue.of(text)) == (source, cue)
    assert not claim.quoted


def test_a_quotation_is_its_speakers_claim() -> None:
    text = '"We won," said Bell.'
    claim = read(text, "won").attribution
    assert claim is not None
    assert claim.quoted
    assert claim.source is not None
    assert claim.source.of(text) == "Bell"


def test_what_the_article_says_itself_is_nobodys_claim() -> None:
    assert read("The mayor's claim that he lied was false.", "was").attribution is None


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("If it rains, the match would be off.", "rains", Clause.CONDITION),
        ("The crew asked why the ship sank.", "sank", Clause.COMPLEMENT),
        ("To win, the party spent millions.", "win", Clause.PURPOSE),
        ("The judge was content to wait.", "wait", Clause.INFINITIVE),
        ("Their hope of winning faded.", "winning", Clause.GERUND),
        ('"We won," said Bell, smiling.', "smiling", Clause.PARTICIPLE),
    ],
)
def test_the_kind_of_clause(text: str, verb: str, clause: Clause) -> None:
    one = read(text, verb)
    assert one.clause is clause
    assert one.subordinate


def test_what_is_offered_under_a_condition_is_under_it_too() -> None:
    assert read("The firm offered to pay if the levy went.", "pay").conditional
    assert not read("The firm offered to pay.", "pay").conditional


def test_the_order_alone_makes_a_condition_but_not_a_question() -> None:
    assert read("Had it not been laid up, the tug would have come.", "laid").clause is (
        Clause.CONDITION
    )
    assert read("In May, should it rain, the fair ends.", "rain").clause is Clause.CONDITION
    assert read("Had the tug been laid up?", "laid").clause is Clause.MAIN
    assert read("Only then had the tug been laid up.", "laid").clause is Clause.MAIN
