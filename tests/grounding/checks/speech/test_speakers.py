"""Who is said to have said something, where the words are quoted."""

# ruff: noqa: RUF001 - typographic marks and other languages are what this is about

from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.support.claims import found, found_in, story, told

from nutgraf.grounding.checks.speech.quotations import check_quoted_prose
from nutgraf.grounding.checks.speech.speakers import check_speakers
from nutgraf.schema import Speaker, Verbatim

TEXT = (
    "Mayor Elsa Varga opened the meeting with Jonas Hale, who sits on the council.\n\n"
    "“The ferry is older than I am,” Varga said. “It leaks like a basket.”\n\n"
    "A student from Norhaven asked about fares. “It is cheaper to swim,” she said.\n\n"
    "“Swimming is free on Tuesdays,” said the harbour master, Tomas Brandt. "
    "“Bring your own towels,” he added.\n\n"
    "The transport committee meets again in June. Its members are not paid.\n"
    "It has a budget of its own. It has an office on the quay. It has two cars.\n\n"
    "Miriam Okafor runs the port. Leo Anand advises her. Red paint covers a wall. "
    "“This is where the line ends for all of us.”\n"
)


class Quote(BaseModel):
    words: Verbatim
    speaker: Speaker | None = None


def quoted(words: str, speaker: str | None) -> list[tuple[str, str]]:
    summary = Quote.model_validate({"words": words, "speaker": speaker})
    return told(found_in(check_speakers, story(TEXT), summary))


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The ferry is older than I am", "Elsa Varga"),
        ("The ferry is older than I am", "Mayor Varga"),
        ("The ferry is older than I am", "the mayor"),
        ("The ferry is older than I am", "Varga"),
        ("The ferry is older than I am", "he"),
        ("It leaks like a basket", "Elsa Varga"),
        ("Swimming is free on Tuesdays", "the harbour master"),
        ("Swimming is free on Tuesdays", "Tomas Brand"),
        ("Bring your own towels", "Brandt"),
        ("Its members are not paid", None),
        ("The ferry never leaked at all, as everybody knows", "Elsa Varga"),
    ],
)
def test_the_right_speaker_by_any_name_is_no_fault(words: str, speaker: str | None) -> None:
    assert quoted(words, speaker) == []


@pytest.mark.parametrize(
    ("words", "speaker", "kind", "severity"),
    [
        ("The ferry is older than I am", "Jonas Hale", "misattributed", "error"),
        ("The ferry is older than I am", "the harbour master", "misattributed", "error"),
        ("Swimming is free on Tuesdays", "Elsa Varga", "misattributed", "error"),
        ("Bring your own towels", "Jonas Hale", "misattributed", "warning"),
        # "He" cannot be her, though she is named nearby.
        ("Bring your own towels", "Mrs Varga", "misattributed", "warning"),
        # Nobody knows who wrote it, but he is not even near.
        ("This is where the line ends for all of us", "Tomas Brandt", "misattributed", "warning"),
        ("The transport committee meets again in June", "Leo Anand", "not_quoted", "warning"),
    ],
)
def test_another_speaker_is_found(words: str, speaker: str, kind: str, severity: str) -> None:
    assert quoted(words, speaker) == [(kind, severity)]


def test_whoever_is_near_may_have_said_what_is_left_open() -> None:
    words = "This is where the line ends for all of us"
    assert quoted(words, "Miriam Okafor") == quoted(words, "Leo Anand") == []


def test_a_finding_points_at_the_words_and_at_who_says_them() -> None:
    statement = "“Swimming is free on Tuesdays,” Jonas Hale said."
    [finding] = found(check_quoted_prose, story(TEXT), statement)
    assert finding.message == "the article gives these words to 'Tomas Brandt', not to 'Jonas Hale'"
    assert [passage.text for passage in finding.passages] == [
        "Swimming is free on Tuesdays,",
        "Tomas Brandt",
    ]
    assert finding.said is not None
    assert finding.said.text.startswith("Swimming is free on Tuesdays")


def test_whom_one_speaker_quotes_is_for_the_speaker_to_say() -> None:
    text = (
        "“My uncle always shouted, ‘Never trust a ferry that floats on hope alone’, at dinner,” "
        "Jonas Hale said. Elsa Varga and Leo Anand laughed.\n\n"
        + "The town has two cars. " * 6
        + "Miriam Okafor runs the port.\n"
    )
    statement = "“Never trust a ferry that floats on hope alone,” Miriam Okafor said."
    assert found(check_quoted_prose, story(text), statement) == []


def test_a_pronoun_may_mean_either_of_two() -> None:
    text = "Tomas Brandt met Jonas Hale at the pier. “Bring your own towels,” he said.\n"
    for name in ("Jonas Hale", "Tomas Brandt"):
        assert (
            found(check_quoted_prose, story(text), f"“Bring your own towels,” {name} said.") == []
        )


APART = "Jonas Hale runs the port.\n\n" + "The town has two cars. " * 6 + "\n\n"


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("“The slipway is rotten and old,” said Holloway coach, Tomas Brandt.", "error"),
        ("“The slipway is rotten and old,” said Holloway’s coach, Tomas Brandt.", "error"),
        (
            "“It is late,” said Tomas Brandt. On the tower: “The slipway is rotten and old.”",
            "warning",
        ),
        ("“It is late,” said Tomas Brandt. Then came “The slipway is rotten and old”.", "warning"),
    ],
)
def test_a_role_with_a_name_beside_it_and_words_that_go_on_have_a_speaker(
    words: str, severity: str
) -> None:
    statement = "“The slipway is rotten and old,” Jonas Hale said."
    [finding] = found(check_quoted_prose, story(APART + words), statement)
    assert told([finding]) == [("misattributed", severity)]
    assert finding.message == "the article gives these words to 'Tomas Brandt', not to 'Jonas Hale'"


QUOTED = (
    "Jonas Hale sat beside Elsa Varga and Emil Sand.\n\n"
    "“My client signed,” Varga said. “He told the court, ‘I trusted the signature above mine,’ "
    "and nobody asked.”\n\n"
    "Hale pleaded with the captain, but he replied, “I cannot turn back in this weather.”\n\n"
    "“We were two commas away from it,” one of the mediators said. "
    "The mediator was Emil Sand, a judge.\n"
)


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        ("According to Elsa Varga, “I trusted the signature above mine”.", ["misattributed"]),
        ("According to Jonas Hale, “I trusted the signature above mine”.", []),
        ("Elsa Varga said: “I cannot turn back in this weather.”", ["misattributed"]),
        ("“We were two commas away from it,” Emil Sand said.", []),
        ("“We were two commas away from it,” Jonas Hale said.", ["misattributed"]),
    ],
)
def test_words_quoted_by_pronoun_or_of_somebody_named_later(
    statement: str, kinds: list[str]
) -> None:
    findings = found(check_quoted_prose, story(QUOTED), statement)
    assert [finding.kind for finding in findings] == kinds


def test_quotations_are_looked_through_in_linear_time() -> None:
    text = "Ida Brandt spoke. " + " ".join(f"“Boat {n} is late.”" for n in range(2000))
    statement = " ".join(f"“Boat {n} is late,” Ida Brandt said." for n in range(1990, 1996))
    assert found(check_quoted_prose, story(text), statement) == []


@pytest.mark.parametrize(
    ("text", "given", "kinds"),
    [
        # Whoever is named before the one for whom the pronoun stands is not meant.
        (
            (
                "Ida Varga sits in the council. The mayor, Elsa Hale, denied any fault. "
                "“We looked into it twice,” she told reporters."
            ),
            "Ida Varga",
            ["misattributed"],
        ),
        # Named between, she may be.
        (
            (
                "The mayor, Elsa Hale, denied any fault. Ida Varga nodded. "
                "“We looked into it twice,” she told reporters."
            ),
            "Ida Varga",
            [],
        ),
        # So may a leader whom only the sentence before gives a name.
        (
            (
                "Ida Varga leads the council. It was late. Elsa Hale asked what the leader had "
                "known when she told reporters that it was “only a matter of form”."
            ),
            "Ida Varga",
            [],
        ),
        # A possessor and an object are no subjects, for whom a pronoun stands first.
        (
            "Ida Varga came. Elsa Hale's boat had sunk. “We looked into it twice,” she said.",
            "Ida Varga",
            [],
        ),
        (
            "Ida Varga came. A letter lay before Elsa Hale. “We looked into it twice,” she said.",
            "Ida Varga",
            [],
        ),
        # The name is too far away, or nowhere outside the words.
        (
            (
                "Elsa Hale came. Rain fell. It was cold. Ida Varga's boat sank. The quay was "
                "empty. Nobody came. “We looked into it twice,” she said."
            ),
            "Ida Varga",
            [],
        ),
        ("“Ida Varga was ill.” “We looked into it twice,” she said.", "Ida Varga", []),
    ],
)
def test_a_pronoun_rules_out_whoever_is_named_before_its_antecedent(
    text: str, given: str, kinds: list[str]
) -> None:
    spoken = "only a matter of form" if "form" in text else "We looked into it twice"
    findings = found(check_quoted_prose, story(text), f"“{spoken},” {given} said.")
    assert [finding.kind for finding in findings] == kinds


TREASURER = (
    "The finance spokesman, Dev Chandra, said that it would save money.\n\n"
    "“Both numbers are in the paper,” said the council's treasurer.\n\n"
    "The treasurer, Anneke Dorr, retires on Friday.\n"
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (TREASURER, ["misattributed"]),
        (
            TREASURER.replace("The treasurer, Anneke Dorr,", "Anneke Dorr is the treasurer and"),
            ["misattributed"],
        ),
        (TREASURER.replace("The treasurer, Anneke Dorr,", "Anneke Dorr"), []),
        (TREASURER.replace("retires", "and the treasurer, Ida Moor, retire"), []),
        (TREASURER.replace("spokesman, Dev", "spokesman and treasurer, Dev"), []),
    ],
)
def test_a_role_that_one_person_alone_has_is_hers(text: str, kinds: list[str]) -> None:
    statement = "“Both numbers are in the paper,” Dev Chandra said."
    findings = found(check_quoted_prose, story(text), statement)
    assert [finding.kind for finding in findings] == kinds


def test_whoever_is_named_in_the_sentence_before_is_not_meant_where_one_is_named_behind() -> None:
    text = (
        "Ida Varga sat on the roof.\n\nA man told how it went. “It simply lay down,” he said. "
        "“It was slow.”\n\nHe was Emil Sand, the caretaker.\n"
    )
    statement = "“It simply lay down,” Ida Varga said."
    [finding] = found(check_quoted_prose, story(text), statement)
    assert finding.message == "the article gives these words to 'Emil Sand', not to 'Ida Varga'"


def test_words_that_stand_in_two_places_are_those_that_are_quoted() -> None:
    text = (
        "The board may waive or modify the fee. Elsa Hale came late.\n\n"
        "Jonas Varga said that the law says “modify”, and no more.\n"
    )
    findings = found(check_quoted_prose, story(text), "Elsa Hale spoke of “modify”.")
    assert told(findings) == [("misattributed", "warning")]
    assert found(check_quoted_prose, story(text), "Jonas Varga spoke of “modify”.") == []
