"""Who is said to have said something without being quoted."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.speech.reported import check_reported

TEXT = (
    "Jonas Hale said that an offer from the Lindvik yard had put the work at 2.6 million euros.\n\n"
    "The ferry is 61 years old. It carries 1,900 people a day. A trip takes seven minutes.\n\n"
    "Miriam Okafor denied that the port authority had ignored the offer. She left the room.\n\n"
    "Fares cover a third of the costs. The city pays the rest. Nobody likes the bus.\n\n"
    "Elsa Varga sits in front. The meeting ended at nine. It was warm outside.\n"
)


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("Hale said that an offer had put the work at 2.6 million euros.", (1,)),
        ("Okafor denied that the authority had ignored the offer.", (5,)),
        ("The offer put the work at 2.6 million euros.", (1,)),
        ("Elsa Varga said that the ferry is 61 years old and carries 1,900 people.", (2, 3)),
        ("She denied that the authority had ignored the offer.", (5,)),
        ("Varga said “an offer from the Lindvik yard had put the work at 2.6 million”.", (1,)),
        ("Elsa Varga said something about a march of the residents on Saturday.", (1,)),
    ],
)
def test_the_right_source_or_none_is_no_fault(statement: str, cites: tuple[int, ...]) -> None:
    assert found(check_reported, story(TEXT), statement, *cites) == []


@pytest.mark.parametrize(
    ("statement", "cites", "severity"),
    [
        ("Elsa Varga said that an offer had put the work at 2.6 million euros.", (1,), "error"),
        ("Elsa Varga denied that the port authority had ignored the offer.", (), "warning"),
        ("The port's head, Elsa Varga, denied that it had ignored the offer.", (5,), "error"),
        ("According to Elsa Varga, the authority had not ignored the offer.", (5,), "error"),
    ],
)
def test_another_source_is_found(statement: str, cites: tuple[int, ...], severity: str) -> None:
    findings = found(check_reported, story(TEXT), statement, *cites)
    assert told(findings) == [("misattributed", severity)]


def test_a_finding_says_who_says_so() -> None:
    statement = "Elsa Varga said that an offer had put the work at 2.6 million euros."
    [finding] = found(check_reported, story(TEXT), statement, 1)
    assert finding.message == (
        "the article gives this to 'Jonas Hale', not to 'Elsa Varga' (sentence 1)"
    )
    assert finding.said is not None
    assert finding.said.text == "Elsa Varga"
    assert finding.passages[0].text.startswith("Jonas Hale said")


def test_whoever_is_named_beside_it_may_have_said_it_too() -> None:
    text = TEXT.replace("The ferry is 61", "Elsa Varga agreed. The ferry is 61")
    statement = "Elsa Varga said that an offer had put the work at 2.6 million euros."
    assert found(check_reported, story(text), statement, 1) == []


FERRY = (
    "Jonas Hale left the hall before the end. He said that no offer had been made to the yard.\n\n"
    "The port's head, Miriam Okafor, denied it.\n\n"
    "The Ferry Board says that 61 of 90 boats sailed. The Crew League says that 12 sailed.\n\n"
    "“The slipway is rotten,” Tomas Brandt said. Rain fell.\n"
)


@pytest.mark.parametrize(
    ("statement", "cites", "severity"),
    [
        ("Tomas Brandt said that no offer had been made to the yard.", (2,), "warning"),
        ("Jonas Hale denied that the engine had failed.", (3,), "error"),
        ("The Crew League says that 61 of 90 boats sailed.", (4,), "error"),
        ("Jonas Hale said that the slipway is rotten.", (6,), "error"),
    ],
)
def test_pronouns_denials_and_quotations_tell_who_says_it(
    statement: str, cites: tuple[int, ...], severity: str
) -> None:
    findings = found(check_reported, story(FERRY), statement, *cites)
    assert told(findings) == [("misattributed", severity)]


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("Jonas Hale said that no offer had been made to the yard.", (2,)),
        ("Miriam Okafor denied that an offer had been made.", (2, 3)),
        ("The Ferry Board says that 61 of 90 boats sailed.", (4, 5)),
    ],
)
def test_the_right_speaker_is_no_finding(statement: str, cites: tuple[int, ...]) -> None:
    assert found(check_reported, story(FERRY), statement, *cites) == []


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Rain fell. It was warm. ",
        # "She" is neither of these: a man, and a town that is the subject.
        "Mr Jonas Hale left. ",
        "Arden had waited when Ida Berg came. ",
    ],
)
def test_whoever_a_pronoun_stands_for_nobody_knows(before: str) -> None:
    text = f"{before}She said that the ferry of the port leaks badly.\n\nElsa Varga sits in front."
    readings = story(text)
    last = len(readings.sentences) - 1
    statement = "Elsa Varga said that the ferry of the port leaks badly."
    assert found(check_reported, readings, statement, last) == []


def test_a_claim_of_few_words_is_looked_for_by_all_of_the_statement() -> None:
    text = "Jonas Hale said that ferries leak.\n\nRain fell.\n\nElsa Varga sits in front."
    statement = "On Monday, Elsa Varga said ferries leak."
    assert told(found(check_reported, story(text), statement, 1)) == [("misattributed", "error")]


def test_in_a_long_article_a_role_may_be_anybodys() -> None:
    filler = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(170))
    readings = story("Jonas Hale said that the yard had lost the contract. " + filler)
    claim = "The opposition said that the yard had lost the contract."
    assert found(check_reported, readings, claim) == []
    assert told(found(check_reported, readings, "Elsa Varga said that the yard had lost it.")) == []


BOATS = (
    "ARDEN (Alderwire) -- Corvane, a maker of boats, announced that it had built a new pier.\n\n"
    "Corvane is recalling its boats. The company announced the recall on a Wednesday night.\n\n"
    "Rain fell on the quay. It was late by then. The harbour was dark. Nobody came.\n\n"
    "Corvane left the market in May. It said that a seal had let moisture into the hull.\n\n"
    "The Touring Association, which runs the huts, denied that a warden had been asleep.\n\n"
    "Rain fell again. The utility Tarn Water waits. The Office for Product Safety has moved. "
    "Ride Safe sells bells.\n"
)


@pytest.mark.parametrize(
    ("statement", "cites", "who"),
    [
        ("Tarn Water announced that it had built a new pier.", (1,), "Corvane"),
        ("Tarn Water announced the recall of its boats.", (3,), "Corvane"),
        ("The Office for Product Safety announced the recall of its boats.", (3,), "Corvane"),
        ("Tarn Water said that a seal had let moisture into the hull.", (9,), "Corvane"),
        ("Tarn Water denied that a warden had been asleep.", (10,), "The Touring Association"),
        ("The seller of bells, Safebell, denied that a warden had been asleep.", (10,), None),
        (
            "The utility, Tarn Water, denied that a warden had been asleep.",
            (10,),
            "The Touring Association",
        ),
    ],
)
def test_datelines_whole_names_and_bodies_spoken_of_tell_who_says_it(
    statement: str, cites: tuple[int, ...], who: str | None
) -> None:
    findings = found(check_reported, story(BOATS), statement, *cites)
    assert [finding.message.partition(" to ")[2].partition(",")[0] for finding in findings] == (
        [repr(who)] if who else []
    )


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("Corvane announced that it had built a new pier.", (1,)),
        ("Corvane announced the recall of its boats.", (3,)),
        ("Corvane said that a seal had let moisture into the hull.", (9,)),
        ("The Touring Association denied that a warden had been asleep.", (10,)),
        # Who did it by another verb may have done it by this one too.
        ("Tarn Water confirmed the recall of its boats.", (3,)),
        ("Corvane and Tarn Water announced the recall of its boats.", (3,)),
        ("Tarn Water never announced the recall of its boats.", (3,)),
    ],
)
def test_bodies_that_say_it_and_verbs_that_the_article_has_not_are_no_finding(
    statement: str, cites: tuple[int, ...]
) -> None:
    assert found(check_reported, story(BOATS), statement, *cites) == []


def test_the_company_of_which_nothing_was_told_is_nobody() -> None:
    text = "Rain fell. Elsa Varga left. The company said that the hull leaks.\n\nTarn Water waits."
    assert found(check_reported, story(text), "Tarn Water said that the hull leaks.", 3) == []


def test_in_a_long_article_a_capitalised_role_may_be_anybodys_too() -> None:
    filler = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(170))
    text = f"Jonas Hale said that the yard had lost the contract. {filler} The Mayor of Arden left."
    claim = "The Mayor said that the yard had lost the contract."
    assert found(check_reported, story(text), claim) == []
    assert told(found(check_reported, story(text), claim, 1)) == [("misattributed", "error")]
