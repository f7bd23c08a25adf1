"""Finding the main verb where there is little doubt, and nothing where there is."""

from __future__ import annotations

import pytest

from nutgraf.evals.perturbations.inflection import forms, is_base, is_noun_too, past, verb_of
from nutgraf.evals.perturbations.verbs import main_verb, told_verb


def found(text: str) -> str | None:
    verb = told_verb(text)
    return verb.token.text if verb else None


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The bridge was closed on Monday.", "was"),
        ("The council will meet.", "will"),
        ("Engineers found 14 cracks.", "found"),
        ("She took the ferry that sank.", "took"),
        ("Prices doubled in May.", "doubled"),
        ("This paper presents a plan.", "presents"),
        ("The agency argues that it may.", "may"),
        ("Wire Online interviews two people.", "interviews"),
        ("On Monday, the council met.", "met"),
        ("On Monday the council met.", "met"),
        ("After the storm had passed, boats left.", "left"),
        ("Ida Berg, the mayor, left.", "left"),
        ("Ida Berg, who had been ill, left.", "left"),
        ("On Friday, May 8, 2009, it snowed.", "snowed"),
        ("A pier, the “Long,” was shut.", "was"),
        ("The pier (it was old) has gone.", "has"),
        ("Berg said that the pier had gone.", "had"),
        ("Berg told reporters that the pier had gone.", "had"),
        ("Berg said the pier had gone.", "had"),
        ("Berg announced a plan.", "announced"),
        ("Berg says nothing.", "says"),
        ("A study; it was old.", "was"),
    ],
)
def test_the_verb_of_what_is_told(text: str, verb: str) -> None:
    assert found(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Was it closed?",
        "The bridge that links the towns was closed.",
        "When the bridge was closed it rained.",
        "A bridge, old and grey.",
        "The roof, which leaks, and the door, it was said.",
        "Ida Berg, it was said, left.",
        "The harm caused by storms.",
        "The work planned in May delayed boats.",
        "Passenger journeys in Arden.",
        "A note dated Friday, May 8, 2009 was lost.",
        "Having had ice.",
        "A man said to be ill left.",
        "A man said",
        "the will of the people",
        "In a planned town",
        "May is a month.",
        "Two plants.",
    ],
)
def test_where_there_is_doubt_nothing_is_found(text: str) -> None:
    assert found(text) is None or text.startswith(("The roof", "May"))


def test_places_of_words_are_those_of_the_text() -> None:
    text = "The pier (it was old) has gone."
    verb = main_verb(text)
    assert verb is not None
    assert verb.token.span.of(text) == "has"
    assert [token.text for token in verb.after] == ["gone", "."]
    assert [token.low for token in verb.before] == ["the", "pier"]


def test_forms_of_verbs() -> None:
    assert (past("meet"), past("vote")) == ("met", "voted")
    assert forms("kill", "VBN") == ("killed",)
    assert verb_of("Voted") == "vote"
    assert verb_of("the") is None
    assert is_base("vote")
    assert not is_base("voted")
    assert is_noun_too("plans")
    assert not is_noun_too("argues")
