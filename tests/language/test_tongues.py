"""Telling languages by their function words."""

# ruff: noqa: RUF001 - typographic marks and other languages are what this is about

import pytest

from nutgraf.language.function_words import FUNCTION_WORDS, LANGUAGE_NAMES, NEAR_LANGUAGES
from nutgraf.language.tongues import foreign_language, language_of

ENGLISH = "The council has put off the vote on the ferry until the end of April."
GERMAN = "Der Stadtrat hat die Abstimmung über die Fähre auf das Ende des Monats verschoben."
OTHERS = {
    "de": GERMAN,
    "fr": "Le conseil a reporté le vote sur la fermeture du ferry, mais il ne dit pas pour qui.",
    "es": "El consejo aplazó la votación sobre el cierre del barco, pero no por mucho tiempo.",
    "it": "Il consiglio ha rinviato il voto sulla chiusura del traghetto, ma non per molto.",
    "pt": "A prefeita disse que não vai assinar um cheque para um navio que está parado.",
    "nl": "De raad heeft de stemming over het sluiten van de veerboot uitgesteld.",
    "sv": "Kommunen sköt upp omröstningen om att stänga färjan, men inte för alltid.",
    "pl": "Rada odłożyła głosowanie w sprawie zamknięcia promu, który jest w porcie.",
    "tr": "Belediye bu oylamayı bir hafta daha erteledi ve yeni bir gün için karar verdi.",
    "fi": "Valtuusto lykkäsi äänestystä lautasta, joka on ollut satamassa, mutta ei kauan.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_a_sentence_is_told_by_its_function_words(code: str) -> None:
    assert foreign_language(OTHERS[code], "en") == code
    assert foreign_language(ENGLISH, code) == "en"
    assert foreign_language(OTHERS[code], code) is None


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Ja, die Fähre.",
        "Tomas Brandt, Elsa Varga, Jonas Hale, Miriam Okafor, Leo Anand",
        "I'm in a bar, I do no man a wrong, or so I am told.",
        "Der Spiegel and Die Zeit reported that the ferry in Hamburg had been sold.",
        "",
    ],
)
def test_where_there_is_doubt_nothing_is_foreign(text: str) -> None:
    assert foreign_language(text, "en") is None


def test_languages_that_pass_for_one_another_are_not_told_apart() -> None:
    norwegian = "Det er ikke bra at hun ikke har vært der, og at vi må være her."
    assert foreign_language(norwegian, "da") is None
    assert foreign_language(norwegian, "en") in {"da", "no", "sv"}


def test_a_language_that_is_not_in_the_table_tells_nothing() -> None:
    assert foreign_language(GERMAN, "hu") is None
    assert language_of("Sunt sigur, dragă prietene, acum plecăm repede spre casă.") is None


def test_the_language_of_an_article_is_read_from_its_beginning() -> None:
    assert language_of(f"{ENGLISH} " * 1000) == "en"


def test_every_language_of_the_table_has_a_name() -> None:
    assert FUNCTION_WORDS.keys() == LANGUAGE_NAMES.keys()
    assert all(near <= FUNCTION_WORDS.keys() for near in NEAR_LANGUAGES)
