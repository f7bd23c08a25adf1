"""What is told as done, and what is only planned or possible, against the article."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story

from nutgraf.grounding.checks.predicates.status import check_status

HARBOUR = story(
    "The council closed the ferry on Monday. "
    "The agency did not inspect the hull. "
    "Mayor Elsa Varga denied that she had signed the contract. "
    "The yard will repair the engine in April. "
    "The region may buy a second ferry. "
    "Councillors have rejected the plan."
)


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


def test_the_past_is_not_told_as_to_come_in_other_words() -> None:
    readings = story("Ida Berg's winner, in the 118th minute, went in off her left shin.")
    statement = "Ida Berg will score the winner in the 118th minute."
    [finding] = found(check_status, readings, statement, 1)
    assert finding.kind == "status"
    assert "only tell of what happened" in finding.message


def test_of_the_cited_sentences_only_those_that_say_it_have_to_be_past() -> None:
    readings = story(
        "Ida Berg's winner, in the 118th minute, went in off her left shin. "
        "Questions are being asked about the referee."
    )
    statement = "Ida Berg will score the winner in the 118th minute."
    assert [f.kind for f in found(check_status, readings, statement, 1, 2)] == ["status"]


@pytest.mark.parametrize(
    "article",
    [
        "The final of the harbour cup is at Karsvik in June.",
        "The final of the harbour cup at Karsvik was moved to next June.",
        "Harbour cup final, Karsvik: June.",
        "The club plans the final of the harbour cup at Karsvik in June.",
    ],
)
def test_what_may_be_still_to_come_is_no_finding(article: str) -> None:
    statement = "The harbour cup will end with the final at Karsvik in June."
    assert found(check_status, story(article), statement, 1) == []


def test_what_cites_nothing_is_not_said_to_be_past() -> None:
    readings = story("Ida Berg's winner, in the 118th minute, went in off her left shin.")
    assert found(check_status, readings, "Ida Berg will score in the 118th minute.") == []


def test_of_another_matter_nothing_is_said() -> None:
    readings = story("A heron stood on the jetty. Rain fell.")
    assert found(check_status, readings, "Ida Berg will score in the last minute.", 1) == []


def test_a_question_tells_nothing_of_the_status() -> None:
    readings = story("Will the yard repair the engine in April?")
    assert found(check_status, readings, "The yard repaired the engine in April.", 1) == []


def test_the_subjunctive_of_an_order_does_not_say_that_it_was_done() -> None:
    readings = story("Ida Berg decreed that the council be dissolved.")
    assert found(check_status, readings, "Ida Berg said the council would be dissolved.") == []


@pytest.mark.parametrize(
    ("text", "statement", "kinds"),
    [
        ("Corvo hopes to hire 200 engineers by June.", "Corvo hired 200 engineers.", ["status"]),
        ("Corvo hopes to hire 200 engineers by June.", "Corvo hopes to hire engineers.", []),
        # "Cost" is past where a singular subject would ask for "costs", and present elsewhere.
        ("Corvo said the recall would cost it $80 million.", "The recall cost Corvo $80 million.",
         ["status"]),
        ("The recalls would cost Corvo $80 million.", "The recalls cost Corvo $80 million.", []),
        ("The roof and the door would cost Corvo $8.", "The roof and the door cost Corvo $8.", []),
        # A participle tells of it as well as a verb with a tense.
        ("Two men arrested on Sunday spoke to Corvo.", "Two men will be arrested.", ["status"]),
    ],
)  # fmt: skip
def test_hopes_participles_and_verbs_without_a_past_form(
    text: str, statement: str, kinds: list[str]
) -> None:
    assert [f.kind for f in found(check_status, story(text), statement, 1)] == kinds


def test_in_a_long_article_both_parties_have_to_be_the_same() -> None:
    filler = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(170))
    readings = story("The designer will give the board a sketch of the lamp. " + filler)
    same = "The designer gave the board a sketch."
    assert [f.kind for f in found(check_status, readings, same)] == ["status"]
    assert found(check_status, readings, "He gave the board a sketch of the lamp.") == []
    assert [f.kind for f in found(check_status, readings, same, 1)] == ["status"]


LIBRARIES = story(
    "Three of the town's seven libraries are to close in June. "
    "It took the council until midnight to pass a budget of nine million. "
    "Anna Berg managed to reach the crew. "
    "The trust has to send the ministry a plan."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        # Whoever closes them, they close; and "three of" them are libraries.
        ("The council closed three libraries.", 1),
        ("The council will pass a budget of nine million.", 2),
        ("Anna Berg will reach the crew.", 3),
    ],
)
def test_another_status_is_found_in_other_constructions(statement: str, cited: int) -> None:
    [finding] = found(check_status, LIBRARIES, statement, cited)
    assert finding.kind == "status"


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council is to close three libraries.", 1),
        ("The council closed three schools.", 1),
        ("The council passed a budget of nine million.", 2),
        ("Anna Berg reached the crew.", 3),
        ("It is to close.", 2),
        ("The trust will send a plan.", 4),
        ("Anna Berg could reach the crew.", 3),
    ],
)
def test_the_same_status_in_other_constructions_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_status, LIBRARIES, statement, cited) == []


def test_a_library_that_is_closed_closes() -> None:
    readings = story("The council will close the library in June.")
    [finding] = found(check_status, readings, "The library closed in June.", 1)
    assert finding.message.endswith("'will close'")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Anna Berg, reaching the crew, wept.", "Anna Berg will reach the crew."),
        ("Anna Berg had to reach the crew.", "Anna Berg will reach the crew."),
    ],
)
def test_a_verb_without_a_tense_that_nothing_shows_to_be_done(text: str, statement: str) -> None:
    assert found(check_status, story(text), statement, 1) == []


def test_an_acronym_is_whom_it_stands_for() -> None:
    readings = story(
        "The Lindvik Harbour Board (LHB) met. The Lindvik Harbour Board will move. Rain fell."
    )
    [finding] = found(check_status, readings, "The LHB moved.", 2)
    assert finding.kind == "status"
