from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.article import Article
from nutgraf.grounding.checks.names.in_statements import check_names
from nutgraf.language.readings import Readings

ORCHESTRA = (
    "The hall in Arden was full on Sunday.\n\n"
    "The conductor, Ivo Reed, thanked the players.\n\n"
    "Rain fell all night.\n\n"
    "Ada Lind, 42, paid for the roof.\n\n"
    "It leaked no more.\n\n"
    "The former treasurer Tomas Orr was ill.\n\n"
    "The lawyer Nora Bell wrote the will.\n\n"
    "Snow fell at noon.\n\n"
    "Emma Dahl is an attorney from Elm.\n\n"
    "Her brother, Piet Dahl, sings.\n\n"
    "The trade minister, Vera Holt, came late.\n"
)


def findings_of(statement: str, *cited: int) -> list[str]:
    return [one.message for one in found(check_names, story(ORCHESTRA), statement, *cited)]


def test_a_title_of_another_one_is_a_warning_that_shows_where_it_is_given() -> None:
    [finding] = found(check_names, story(ORCHESTRA), "The conductor Ada Lind thanked them.")
    assert told([finding]) == [("name", "warning")]
    assert finding.message == "sentence 2 says 'conductor' of 'Ivo Reed', not of 'Ada Lind'"
    assert [passage.text for passage in finding.passages] == ["Ivo Reed"]
    assert finding.said is not None
    assert finding.said.text == "Ada Lind"


def test_so_is_an_age() -> None:
    assert findings_of("The roof leaks, 42-year-old Ivo Reed told them.") == [
        "sentence 4 says '42' of 'Ada Lind', not of 'Ivo Reed'"
    ]


def test_a_name_that_is_cited_itself_may_have_the_title_of_another_one() -> None:
    message = "sentence 2 says 'conductor' of 'Ivo Reed', not of 'Ada Lind'"
    assert findings_of("The conductor, Ada Lind, paid for the roof.", 4) == [message]


@pytest.mark.parametrize(
    "statement",
    [
        "The conductor Ivo Reed thanked the players.",
        "Ada Lind, 42, paid for the roof.",
        "The treasurer, Ada Lind, paid for the roof.",  # the article only has a former one
        "The lawyer Emma Dahl is from Elm.",  # attorney is another word for it
        "Her brother, Ivo Reed, thanked the players.",  # many have brothers
        "The prime minister, Ada Lind, paid for the roof.",  # another minister
        "The patron Ada Lind paid for the roof.",  # nobody is called so
        "The conductor in Arden thanked the players.",  # a name without a title
    ],
)
def test_a_title_that_may_be_right_is_not_reported(statement: str) -> None:
    assert findings_of(statement) == []


def test_a_title_that_several_others_have_tells_nothing() -> None:
    article = story(f"{ORCHESTRA}\nThe conductor Olga Weir bowed.\n")
    statement = "The conductor Ada Lind paid for the roof."
    assert found(check_names, article, statement) == []


def test_a_noun_near_the_name_may_mean_it() -> None:
    article = story(ORCHESTRA.replace("It leaked", "The conductor's roof leaked"))
    statement = "The conductor Ada Lind paid for the roof."
    assert found(check_names, article, statement) == []


def test_a_town_may_be_called_what_the_article_calls_somebody() -> None:
    article = story("The port Arden is old.\n\nRain fell.\n\nWind blew.\n\nMany came to Greece.\n")
    assert found(check_names, article, "The port Greece has many visitors.") == []


def test_titles_are_read_in_english_only() -> None:
    article = Readings(Article(text=ORCHESTRA, language="sv"))
    findings = found(check_names, article, "The conductor Ada Lind thanked them.")
    assert not any("'conductor'" in finding.message for finding in findings)
