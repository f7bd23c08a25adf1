"""The language of a statement, and markup in it."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.form import check_language, check_markup

ENGLISH = (
    "The council has put off the vote on the ferry until the end of April. It is not known who "
    "will pay for the repairs. A banner read: Die Fähre gehört uns und nicht der Bank, und sie "
    "bleibt bei uns. Press <Enter> to go on.\n"
)
GERMAN = (
    "Der Rat hat die Abstimmung über die Fähre auf das Ende des Monats verschoben. Es ist nicht "
    "bekannt, wer für die Kosten aufkommen wird.\n"
)


@pytest.mark.parametrize(
    ("text", "language", "statement", "message"),
    [
        (
            ENGLISH,
            "en",
            "Der Rat hat die Abstimmung über die Fähre auf das Ende des Monats verschoben.",
            "is in German; the article is in English",
        ),
        (
            GERMAN,
            None,
            "The council has put off the vote on the ferry until the end of the month.",
            "is in English; the article is in German",
        ),
        (
            GERMAN,
            "en",  # the file was wrong about it
            "The council has put off the vote on the ferry until the end of the month.",
            "is in English; the article is in German",
        ),
        (ENGLISH, "en", "理事会推迟了投票", "is written in Cjk letters; the article has none"),
    ],
)
def test_another_language_than_the_articles_is_found(
    text: str, language: str | None, statement: str, message: str
) -> None:
    [finding] = found(check_language, story(text, language=language), statement)
    assert (finding.kind, finding.severity, finding.message) == ("language", "error", message)


@pytest.mark.parametrize(
    "statement",
    [
        "The vote is put off.",
        "Tomas Brandt, Elsa Varga, Jonas Hale",
        "Die Fähre gehört uns und nicht der Bank, und sie bleibt bei uns.",
        "The banner read: “Die Fähre gehört uns und der Stadt und nicht der Bank.”",
        "三",
    ],
)
def test_the_articles_language_and_its_own_foreign_words_are_no_fault(statement: str) -> None:
    assert found(check_language, story(ENGLISH), statement) == []


def test_where_the_articles_language_is_not_known_nothing_is_foreign() -> None:
    text = "Ferry: 1,900. Bus: 40.\n"
    statement = "Der Rat hat die Abstimmung über die Fähre auf das Ende des Monats verschoben."
    assert found(check_language, story(text, language=None), statement) == []


def test_markup_that_the_article_does_not_have_is_found() -> None:
    assert told(found(check_markup, story(ENGLISH), "The **vote** is off.")) == [
        ("markup", "warning")
    ]
    assert found(check_markup, story(ENGLISH), "Press <Enter> to go on.") == []
