"""What is denied with another word than a statement's verb."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.predicates.polarity import check_polarity

WARNED = [("negation", "warning")]
QUAY = story(
    "Corvo said that there could be no certainty that an offer would be made. "
    "The prisoners were to have been exchanged for the crew last Friday. "
    "The owners spoke for an hour, and they could not say when it would be. "
    "The board and the union, they said, have reached no agreement. "
    "The pilots met on Sunday. "
    "Lena Brandt could not pass up the chance to introduce the Kestrel to Lindvik. "
    "The new pier is closed. "
    "The choir did not cancel the concert."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        # An adjective of which the article denies the noun, and a verb.
        ("Corvo said that an offer was certain.", 1),
        ("The union agreed with the board.", 4),
        # What came about, by the verb of which it is the noun.
        ("The exchange of the prisoners for the crew took place.", 2),
        ("The exchange was held last Friday.", 2),
    ],
)
def test_what_the_article_denies_with_another_word_is_a_warning(statement: str, cited: int) -> None:
    [finding] = found(check_polarity, QUAY, statement, cited)
    assert (finding.kind, finding.severity) == WARNED[0]
    assert f"sentence {cited} denies it" in finding.message
    assert finding.said is not None
    assert statement[finding.said.start : finding.said.end] == finding.said.text
    assert finding.passages[0].start == QUAY.sentences[cited - 1].span.start


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        # Denied as well.
        ("Corvo said that an offer was not certain.", 1),
        ("The exchange of the prisoners did not take place.", 2),
        # Nothing is denied.
        ("The meeting of the pilots took place on Sunday.", 5),
        # Neither of these is about who or what the sentence names.
        ("The harvest was certain.", 1),
        ("It is certain.", 1),
        ("The auction took place.", 2),
        # A "not" does not reach beyond a "to".
        ("The letter introduces the Kestrel.", 6),
        # A pronoun may stand for anybody.
        ("They agreed.", 4),
        # "Say" says too little by itself, and what governs another verb too.
        ("The owners said when it will be.", 3),
        ("The board agreed to pay the union.", 4),
        # To hold something is not to have it take place.
        ("The crew holds the prisoners.", 2),
        # A short word may be the beginning of any other.
        ("The pier is wet.", 7),
        ("The pier is there.", 7),
    ],
)
def test_what_the_article_does_not_deny_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_polarity, QUAY, statement, cited) == []


def test_what_somebody_cannot_say_is_looked_for_in_the_sentences_that_say_most() -> None:
    statement = "By Friday night the owners of the old quay can say until when."
    assert told(found(check_polarity, QUAY, statement)) == WARNED


def test_of_what_one_sentence_says_without_a_not_nothing_is_said() -> None:
    readings = story(
        "There was no agreement with the union in May. The board reached an agreement in June. "
        "There is no agreement without agreement of the members of the board."
    )
    assert found(check_polarity, readings, "The board agreed.", 1, 2) == []
    assert found(check_polarity, readings, "The board agreed.", 3) == []


@pytest.mark.parametrize(
    "text",
    [
        "Has the board no agreement with the union?",
        "The port closes if the board has no agreement with the union.",
        "The board had no agreement with the union until May.",
    ],
)
def test_what_is_left_open_is_not_denied(text: str) -> None:
    readings = story(text)
    assert found(check_polarity, readings, "The board agreed with the union.", 1) == []


def test_in_a_long_article_only_what_is_cited_is_looked_at() -> None:
    filler = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(20, 180))
    text = "The board and the union have reached no agreement. "
    statement = "The union agreed with the board."
    assert told(found(check_polarity, story(text), statement)) == WARNED
    assert found(check_polarity, story(text + filler), statement) == []
    assert told(found(check_polarity, story(text + filler), statement, 1)) == WARNED


def test_an_event_that_was_called_off_and_then_held_was_held() -> None:
    readings = story(
        "The prisoners were to have been exchanged on Friday. They were exchanged on Sunday."
    )
    assert found(check_polarity, readings, "The exchange took place on Sunday.", 1, 2) == []


@pytest.mark.parametrize(
    ("text", "statement", "kinds"),
    [
        ("The third hiker is still missing.", "The third hiker has been found.", ["negation"]),
        ("The hull remained undamaged.", "The storm damaged the hull.", ["negation"]),
        ("The bill went unpaid.", "The yard did not pay the bill.", []),
        ("The first hiker is still missing.", "The dog has been found.", []),
        ("The third hiker is tired.", "The third hiker has been found.", []),
        ("The yard has been awarded nothing.", "The yard has been awarded ten marks.",
         ["negation"]),
        ("The yard was given nothing but praise.", "The yard was given praise.", []),
    ],
)  # fmt: skip
def test_a_state_may_say_that_it_was_not_done(text: str, statement: str, kinds: list[str]) -> None:
    findings = found(check_polarity, story(text), statement, 1)
    assert [finding.kind for finding in findings] == kinds
