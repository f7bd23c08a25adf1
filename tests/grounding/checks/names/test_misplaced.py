from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.names.in_statements import check_names

# Vela Orsk is whom it is about; others are named once, far from one another.
LIFE = (
    "Vela Orsk was a sculptor who worked in glass.\n\n"
    "Orsk left school at fifteen.\n\n"
    "Orsk learned her trade in a bottle factory.\n\n"
    "The factory is gone.\n\n"
    "The cook Piet Dahl rented her a room above a bakery.\n\n"
    "Rents were low.\n\n"
    "Winters were long.\n\n"
    "Orsk showed a first window in Arden.\n\n"
    "Orsk never sold it.\n"
)
TITLE = "Vela Orsk, who saw through things"
AGREEMENT = (
    "Under the agreement Kardania would withdraw its guards from the strait.\n\n"
    "Talks are held in Bellhaven.\n\n"
    "The mediator Emeka Lund thanked Ada Tolvaj for the dinner.\n\n"
    "The weather was bad.\n"
)


def test_a_cited_name_next_door_is_a_warning_where_another_stands_in_its_slot() -> None:
    statement = "Under the agreement {} would withdraw guards from the strait."
    [finding] = found(check_names, story(AGREEMENT), statement.format("Bellhaven"), 1)
    assert told([finding]) == [("name", "warning")]
    assert finding.message == "sentence 1 says this of 'Kardania', not of 'Bellhaven'"
    assert [passage.text for passage in finding.passages] == ["Kardania"]
    assert found(check_names, story(AGREEMENT), statement.format("Kardania"), 1) == []


def test_a_name_that_is_itself_cited_is_in_its_place() -> None:
    statement = "Ada Tolvaj thanked the mediator for the dinner."
    assert found(check_names, story(AGREEMENT), statement, 3) == []


def test_whoever_is_listed_beside_a_person_tells_nothing_of_whose_slot_it_is() -> None:
    article = story(
        "She met Lord Carr, Anna Bly and Tomas Reed at school.\n\nRain fell.\n\nWind blew.\n\n"
        "A long friendship with Ivo Lind began in Corve.\n"
    )
    statement = "A friendship with Anna Bly, Tomas Reed and Ivo Lind began."
    assert found(check_names, article, statement) == []


def test_somebody_of_whom_little_is_said_does_not_take_the_place_of_the_main_name() -> None:
    article = story(LIFE, title=TITLE)
    [finding] = found(check_names, article, "Piet Dahl was a sculptor famous for glass.")
    assert told([finding]) == [("name", "warning")]
    statement = "Piet Dahl became famous for strange and fragile works."
    [finding] = found(check_names, article, statement)
    assert finding.message == (
        "the article is about 'Vela Orsk', and says nothing like this of 'Piet Dahl'"
    )
    assert [passage.text for passage in finding.passages] == ["Piet Dahl"]


@pytest.mark.parametrize(
    "statement",
    [
        "Vela Orsk became famous for strange works.",
        "The friend of Orsk, Piet Dahl, became famous.",  # the main name is there
        "In her youth Piet Dahl became famous.",  # a pronoun may be the main name
        "Piet Dahl rented out a room above a bakery.",  # what the article says of him
        "In Arden strange works were shown.",  # a place is not taken for a person
    ],
)
def test_the_main_name_may_be_left_out_where_it_is_not_replaced(statement: str) -> None:
    assert found(check_names, story(LIFE, title=TITLE), statement) == []


def test_without_a_title_nobody_is_the_main_name() -> None:
    statement = "Piet Dahl became famous for strange and fragile works."
    assert found(check_names, story(LIFE), statement) == []
    assert found(check_names, story(LIFE, title="The cook Piet Dahl"), statement) == []


def test_a_name_that_stands_for_no_known_kind_has_no_slot() -> None:
    article = story("The Harvest Moon was shown in Corve.\n\nRain fell.\n\nDogs ran.\n")
    assert found(check_names, article, "People saw the Harvest Moon in Corve.") == []


# Paragraphs far enough apart that nobody is meant by a pronoun of another one's; the lead is long.
MARKET = (
    "The covered market of Arden will close for a year.\n\n"
    "Its roof has rotted.\n\n"
    "Rain came in last winter.\n\n"
    "Anna Lind drew plans for a lighter roof of timber and glass.\n\n"
    "Pigeons nest there.\n\n"
    "Stalls are cheap.\n\n"
    "Peter Dahl sells sausages beside the northern gate.\n\n"
    "Smoke rises early.\n\n"
    "Trams stop outside.\n\n"
    "Visitors photograph the \u201cGreen Clock\u201d above the eastern stairs.\n"
)


def test_all_that_is_said_of_a_rarely_named_person_is_known() -> None:
    article = story(MARKET)
    statement = "After winter rain rotted the roof, {} drew plans and trams went outside."
    [finding] = found(check_names, article, statement.format("Peter Dahl"))
    assert told([finding]) == [("name", "warning")]
    assert finding.message == "sentence 4 says this of 'Anna Lind', not of 'Peter Dahl'"
    assert found(check_names, article, statement.format("Anna Lind")) == []


def test_of_whom_nothing_like_it_is_said_where_he_is_named_it_is_said_of_nobody() -> None:
    statement = "Rotted timber and winter rain closed the roof for {}."
    [finding] = found(check_names, story(MARKET), statement.format("Peter Dahl"))
    assert finding.message == (
        "nothing like this is said of 'Peter Dahl' in sentence 7, and no other names it"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Peter Dahl smiled.",  # too little to tell what it is about
        "Rotted timber and winter rain closed the roof in Arden.",  # named in the lead
        "Peter Dahl sells sausages, though rain has rotted the roof.",
    ],
)
def test_little_evidence_is_no_evidence(statement: str) -> None:
    assert found(check_names, story(MARKET), statement) == []


def test_in_a_long_text_only_people_of_whom_nothing_is_said_are_out_of_place() -> None:
    article = story(MARKET + "\n" + "It grew dark outside.\n" * 160)
    statement = "Rotted timber and winter rain closed the roof for {}."
    [finding] = found(check_names, article, statement.format("Peter Dahl"))
    assert told([finding]) == [("name", "warning")]
    statement = "Rotted timber and winter rain closed the \u201cGreen Clock\u201d early."
    assert found(check_names, article, statement) == []


def test_a_pronoun_of_what_is_cited_stands_for_the_nearest_name() -> None:
    text = (
        "The harbour has a new crane.\n\nIt is red.\n\nFlags were out.\n\n"
        "Peter Dahl brought sausages. Rain fell. Anna Lind opened the gate. "
        "She praised the welders and the painters.\n\nNobody fell.\n"
    )
    statement = "{} praised the welders and the painters."
    [finding] = found(check_names, story(text), statement.format("Peter Dahl"), 7)
    assert finding.message == "'Peter Dahl' is not in or near the cited sentences"
    assert found(check_names, story(text), statement.format("Anna Lind"), 7) == []
    nobody_else = story(text.replace("Anna Lind opened", "Boys opened"))
    assert found(check_names, nobody_else, statement.format("Peter Dahl"), 7) == []
    assert found(check_names, nobody_else, statement.format("Peter Dahl"), 1, 7) == []
    beside = story(text.replace("Rain fell. ", "").replace("The harbour", "In all, the harbour"))
    assert found(check_names, beside, "Peter Dahl brought the welders sausages.", 6) == []


def test_who_tells_of_himself_need_not_be_named_where_he_does() -> None:
    statement = "Rotted timber and winter rain closed the roof for Peter Dahl."
    told_by_him = MARKET.replace("Trams stop outside", "I watch the trams") + "\nI go home.\n"
    assert found(check_names, story(told_by_him), statement) == []
    quoted = MARKET + "\n\u201cI go home and I sleep,\u201d said Anna Lind.\n"
    assert told(found(check_names, story(quoted), statement)) == [("name", "warning")]


# Nobody is about whom it is; the first three sentences name nobody.
FAIR = (
    "The autumn fair has a long history.\n\nIt drew large crowds.\n\nNobody counted them.\n\n"
    "In 1911 the brewer Otto Vahl paid for the wooden carousel with its painted horses.\n\n"
    "Children loved the horses.\n\nWagons came by rail.\n\nHay was scarce.\n\nSnow fell early.\n\n"
    "The fiddler Jens Moe played on the old bridge at Port Ellen, Norrland.\n\n"
    "Lamps were lit.\n\nDogs barked.\n\nThe tents burned down.\n\nRain came too late.\n\n"
    "The baker Iva Roth later built a stone hall at Kessel Bay in Holm.\n\n"
    "It still stands.\n\nPlays are given there.\n"
)


def test_away_from_what_tells_the_rest_another_need_only_fit_as_well() -> None:
    statement = "{} loved history, later drew crowds and gave children a carousel of horses."
    [finding] = found(check_names, story(FAIR), statement.format("Jens Moe"))
    assert told([finding]) == [("name", "warning")]
    assert "'Jens Moe'" in finding.message
    assert found(check_names, story(FAIR), statement.format("Otto Vahl")) == []


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            "At Port Ellen, Norrland a stone hall for plays drew large crowds by rail.",
            "At Port Ellen, Holm a stone hall for plays drew large crowds by rail.",
            "sentence 9 has 'Norrland' beside 'Port Ellen', not 'Holm'",
        ),
        (
            "Plays were given at Kessel Bay in Holm.",
            "Plays were given at Port Ellen in Holm.",
            "sentence 14 has 'Kessel Bay' beside 'Holm', not 'Port Ellen'",
        ),
    ],
)
def test_a_name_is_joined_to_those_that_the_article_joins_it_to(
    right: str, wrong: str, message: str
) -> None:
    article = story(FAIR)
    assert found(check_names, article, right) == []
    assert message in [finding.message for finding in found(check_names, article, wrong)]


def test_in_a_long_text_only_names_of_its_kind_stand_for_the_main_one() -> None:
    text = LIFE + "\n\n" + "".join(f"The lamps went out at {n} houses. " for n in range(160))
    article = story(text, title=TITLE)
    [finding] = found(check_names, article, "Piet Dahl became strange and fragile.")
    assert finding.message.startswith("the article is about 'Vela Orsk'")
    assert found(check_names, article, "Arden became strange and fragile.") == []


def test_whom_the_title_names_as_well_is_not_put_in_the_place_of_the_main_one() -> None:
    article = story(LIFE, title="Vela Orsk and Piet Dahl")
    assert found(check_names, article, "Piet Dahl became strange and fragile.") == []


def test_a_cited_thing_has_no_slot_but_may_be_out_of_place() -> None:
    article = story(
        "The covered market has a clock.\n\nIt is old.\n\nPeople set watches by it.\n\n"
        "Visitors photograph the \u201cGreen Clock\u201d above the eastern stairs.\n\n"
        "Pigeons nest there.\n\nStalls are cheap.\n\nSmoke rises early.\n\nTrams stop outside.\n\n"
        "A storm broke the \u201cBlue Lamp\u201d above the gate.\n"
    )
    statement = "A storm broke the \u201cGreen Clock\u201d above the gate."
    [finding] = found(check_names, article, statement, 9)
    assert "is not in or near the cited sentences" in finding.message


def test_a_single_word_that_looks_like_a_person_may_stand_for_a_place() -> None:
    article = story(
        "Arden is the capital of glass.\n\nArden has nine hills.\n\nArden is old.\n\n"
        "Winters in Arden are long.\n\nRoses grow there.\n\nMr Dahl sold the last horse tram.\n"
    )
    titled = story(article.article.text, title="Arden")
    statement = "This guide to Dahl tells how a settlement became rich."
    [finding] = found(check_names, titled, statement)
    assert finding.message == "the article is about 'Arden', and says nothing like this of 'Dahl'"
    assert found(check_names, article, statement) == []


COURT = (
    "Nora Bell argued for the state of Arden.\n\nEmma Dahl was absent.\n\nRain fell.\n\n"
    "Wind blew.\n\nThe counsel Nora Bell said the loan law lets Secretary Ivo Reed waive debts.\n\n"
    "Snow fell.\n\nHail fell.\n\nThunder rolled.\n\nLightning struck.\n\n"
    "Tomas Orr asked about the weather, the roof and the heating.\n"
)


def test_somebody_named_far_from_all_others_of_a_statement_is_out_of_place() -> None:
    statement = "Nora Bell said that the loan law lets {} waive certain debts."
    [finding] = found(check_names, story(COURT), statement.format("Tomas Orr"))
    assert told([finding]) == [("name", "warning")]
    assert found(check_names, story(COURT), statement.format("Ivo Reed")) == []


def test_who_is_in_the_sentences_of_a_pronoun_for_the_main_one_is_not_far_from_it() -> None:
    article = story(f"Vela Orsk was a sculptor of bells.\n\n{LIFE}", title=TITLE)
    assert found(check_names, article, "The friend of Orsk, Piet Dahl, became famous.") == []
