"""Words given to somebody else, made up, altered; a claim told as fact."""

from __future__ import annotations

import pytest
from tests.evals.perturbations.stories import STORY, told, told_of

from nutgraf.evals.perturbations.speech import (
    altered_quotation,
    another_speaker,
    dropped_attribution,
    invented_quotation,
)
from nutgraf.evals.perturbations.words import FRAGMENTS, SPEECH


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Ekman said that repairs would cost $2.5 million.",
        "According to Ruth Ekman repairs would cost $2.5 million.",
        "“We will not gamble,” said Ruth Ekman.",
        "“We will not gamble,” Ruth Ekman said.",
    ],
)
def test_the_speaker_becomes_somebody_else_of_the_article(text: str) -> None:
    made = another_speaker(told(text, 2), 0)
    assert made in {text.replace("Ruth Ekman", name) for name in ("Piet Olsen", "Clara Voss")}


def test_an_organisation_that_speaks_becomes_a_person_only_where_the_kind_is_the_same() -> None:
    assert another_speaker(told("Lodestar said no.", 5), 0) in {
        "Waterline said no.",
        "Ilm Chamber said no.",
    }


@pytest.mark.parametrize("text", ["Ruth Ekman left.", "Arden said no.", "A man said no."])
def test_who_does_not_speak_stays(text: str) -> None:
    assert another_speaker(told(text, 2), 0) is None


def test_where_nobody_else_speaks_there_is_none() -> None:
    assert another_speaker(told_of("Ida Berg said no.", "Ida Berg said no."), 0) is None
    assert another_speaker(told("Ruth Ekman said no.", 2, 9, 11), 0) is None


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Ekman said that the pier was old.", "The pier was old."),
        ("The pier was old, Ekman said.", "The pier was old."),
        ("The pier was old, according to Ekman.", "The pier was old."),
        ("According to Ekman, the pier was old.", "The pier was old."),
        ("Ekman said on Tuesday that she was ill.", "Ekman was ill."),
        ("Lodestar says that it was robbed.", "Lodestar was robbed."),
        ("Ekman says it was proven.", "It was proven."),
    ],
)
def test_a_claim_is_told_as_fact(true: str, false: str) -> None:
    assert dropped_attribution(told(true), 0) == false


def test_a_claim_that_lacks_its_full_stop_gets_one() -> None:
    assert dropped_attribution(told("Ekman said the pier was old"), 0) == "The pier was old."


@pytest.mark.parametrize(
    "text",
    [
        "The pier was old.",
        "Ekman said the truth.",
        "Ekman puts it at 61 and says that it was old.",
        "Ekman said “the pier was old”.",
    ],
)
def test_what_is_no_claim_is_kept(text: str) -> None:
    assert dropped_attribution(told(text), 0) is None


def test_made_up_words_take_the_place_of_those_quoted() -> None:
    made = invented_quotation(told("“Nobody asked us at all,” Olsen said.", 9), 0)
    assert made in {f"“{words.rstrip('.')},” Olsen said." for words in SPEECH}


def test_a_fragment_is_put_for_a_fragment() -> None:
    made = invented_quotation(told("Olsen spoke of “greed and folly”.", 9), 0)
    assert made in {f"Olsen spoke of “{words}”." for words in FRAGMENTS}


def test_made_up_words_are_added_for_somebody_who_is_named() -> None:
    true = "Olsen wrote the “Salt Songs” for Lodestar."
    made = invented_quotation(told(true, 9), 0)
    assert made is not None
    assert made.startswith(f"{true} “")
    assert made.endswith(",” Piet Olsen said.")


@pytest.mark.parametrize("text", ["Lodestar left.", "Olsen left!", "It left."])
def test_where_nobody_could_say_them_no_words_are_made_up(text: str) -> None:
    assert invented_quotation(told(text), 0) is None


@pytest.mark.parametrize("seed", range(6))
def test_one_word_of_a_quotation_is_altered(seed: int) -> None:
    true = "“We will not gamble with the safety of good people,” Ekman said."
    made = altered_quotation(told(true, 4), seed)
    assert made is not None
    assert made != true
    assert made.endswith(",” Ekman said.")
    words = made[1 : made.index(",”")]
    assert STORY.article.folded.find(words) is None
    assert len(set(true.split()) ^ set(made.split())) <= 2


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("He spoke of “a very odd pier”.", "He spoke of “a odd pier”."),
        ("“It is odd,” he said.", "“It is not odd,” he said."),
        ("“See the boats of Arden,” he said.", "“See the buildings of Arden,” he said."),
        ("“See the glass,” he said.", "“See the building,” he said."),
    ],
)
def test_the_ways_of_altering(true: str, false: str) -> None:
    made = altered_quotation(told(true), 0)
    assert made == false.replace("a odd", "a odd")


@pytest.mark.parametrize("text", ["No marks.", "He spoke of “greed”."])
def test_a_quotation_without_a_word_to_change_is_kept(text: str) -> None:
    assert altered_quotation(told(text), 0) is None


def test_a_quotation_that_would_be_right_again_is_not_made() -> None:
    statement = told_of("“It is odd.” “It is not odd.”", "He said “It is odd”.")
    assert altered_quotation(statement, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        # What is confirmed or admitted is given as true.
        "Ekman confirmed that the pier was old.",
        "Ekman admitted that the pier was old.",
        # Of their own plans and wishes speakers tell what only they can know.
        "Lodestar says that it will sue in May.",
        "Ekman said that she wanted a new pier.",
        # "She" is not the brother: whoever it is, the statement would not name her any more.
        "Her brother said that she was ill.",
        "Her brother once said that she was ill.",
    ],
)
def test_what_is_given_as_true_or_is_the_speakers_own_is_kept(text: str) -> None:
    assert dropped_attribution(told(text), 0) is None


def test_what_the_article_tells_as_fact_elsewhere_is_kept() -> None:
    true = "Ida Berg said that the pier of Arden was old."
    article = "Ida Berg said that the pier of Arden was old. She left."
    assert dropped_attribution(told_of(article, true), 0) == "The pier of Arden was old."
    plain = f"{article} The pier of Arden was old and grey."
    assert dropped_attribution(told_of(plain, true), 0) is None


def test_a_name_at_the_end_of_an_aside_does_not_speak() -> None:
    assert another_speaker(told("Ruth Ekman, founder of Lodestar, said no.", 2, 5), 0) is None
    made = another_speaker(told("The founder, Ruth Ekman, said no.", 2), 0)
    assert made in {f"The founder, {name}, said no." for name in ("Piet Olsen", "Clara Voss")}
