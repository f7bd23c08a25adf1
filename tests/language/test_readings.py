"""The language of an article, where it says so and where it does not."""

from __future__ import annotations

import pytest

from nutgraf.article import Article
from nutgraf.language.readings import Readings

SPANISH = (
    "El embalse de la comarca está al doce por ciento y el gobierno no ha decidido todavía si "
    "habrá cortes de agua en los pueblos que dependen de él."
)


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        ("Two words", None, "en"),
        ("Two words", "en-GB", "en"),
        ("Two words", "pt_BR", "pt"),
        (SPANISH, None, "es"),
        (SPANISH, "en", "en"),
    ],
)
def test_the_language_is_as_given_or_told_by_the_words(
    text: str, given: str | None, language: str
) -> None:
    assert Readings(Article(text=text, language=given)).language == language


def test_another_language_has_no_predicates_and_no_dates() -> None:
    readings = Readings(Article(text=SPANISH))
    assert readings.dates == ()
    assert readings.predicates_in(readings.sentences[0]) == ()
