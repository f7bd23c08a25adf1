from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.figures.numbers import check_numbers

# 1 the toll, 2 the vote, 3 a share, 4 money, 5 a change, 6 a list, 7 nothing to do with numbers.
STORY = (
    "In Arden 12 people were hurt and 30 arrested on Monday.\n\n"
    "Councillors voted 9-6 for the harbour plan.\n\n"
    "Some 48 per cent of residents opposed the plan, a survey of 3,957 households found.\n\n"
    "The works cost $5 million.\n\n"
    "Support for the mayor fell from 52 points to 38 points.\n\n"
    "Guests came from Arden, Bellhaven, Corve and Dunmoor.\n\n"
    "Nobody spoke about the library.\n"
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("Twelve people were hurt.", 1),
        ("Thirty people were arrested.", 1),
        ("Nearly half of residents opposed it.", 3),
        ("About 4,000 households were asked.", 3),
        ("More than 3,900 households were asked.", 3),
        ("The works cost five million dollars.", 4),
        ("Fifteen councillors voted.", 2),
        ("The plan passed by 9 votes to 6.", 2),
        ("Support fell by 14 points.", 5),
        ("Guests of four towns came.", 6),
        ("Two towns sent guests.", 6),
    ],
)
def test_a_number_that_is_printed_rounded_or_worked_out_is_no_finding(
    statement: str, cited: int
) -> None:
    assert found(check_numbers, story(STORY), statement, cited) == []
    assert found(check_numbers, story(STORY), statement) == []


@pytest.mark.parametrize(
    ("statement", "cited", "kind", "said"),
    [
        ("In Arden 17 people were hurt.", 1, "number", "17"),
        ("In Arden 30 people were hurt.", 1, "number", "30"),
        ("About 4,300 households were asked.", 3, "number", "4,300"),
        ("The works cost €5 million.", 4, "unit", "€5 million"),
        ("The works cost $5 billion.", 4, "number", "$5 billion"),
        ("Support fell from 38 points to 52 points.", 5, "number", "38"),
        ("Some 48 percentage points opposed the plan.", 3, "unit", "48 percentage points"),
    ],
)
def test_another_number_unit_or_thing_is_an_error_of_what_is_cited(
    statement: str, cited: int, kind: str, said: str
) -> None:
    first, *_ = found(check_numbers, story(STORY), statement, cited)
    assert (first.kind, first.severity) == (kind, "error")
    assert first.said is not None
    assert first.said.text == said == statement[first.said.start : first.said.end]


def test_the_message_says_what_the_article_has_instead() -> None:
    [finding] = found(check_numbers, story(STORY), "In Arden 30 people were hurt.", 1)
    assert finding.message == "the article says '12' of this; '30' is something else"
    assert [passage.text for passage in finding.passages] == ["12", "30"]
    [finding] = found(check_numbers, story(STORY), "The works cost €5 million.", 4)
    assert finding.message == "the article says '$5 million', not '€5 million'"
    [finding] = found(check_numbers, story(STORY), "In Arden 17 people were hurt.", 1)
    assert finding.message == "the number '17' stands nowhere in the article; it says '12'"


def test_a_number_of_another_sentence_is_a_warning_with_its_place() -> None:
    [finding] = found(check_numbers, story(STORY), "The plan cost $5 million.", 2)
    assert told([finding]) == [("number", "warning")]
    assert finding.message == "the number '$5 million' is not in the cited sentences, but in 4"


def test_a_cited_sentence_may_refer_back_to_the_one_before_it() -> None:
    article = story("Engineers counted 14 cracks in the bridge. Most of the cracks were small.")
    assert found(check_numbers, article, "Most of the 14 cracks in the bridge were small.", 2) == []
    assert told(found(check_numbers, article, "Fourteen swans fled.", 2)) == [("number", "warning")]


def test_money_is_not_a_count_of_things() -> None:
    article = story("The firm spent $500 on paint.")
    assert told(found(check_numbers, article, "The firm bought 500 tins.", 1)) == [
        ("unit", "error")
    ]
    assert found(check_numbers, article, "The firm spent 500.", 1) == []


def test_a_small_number_in_words_counts_only_against_another_of_the_same_things() -> None:
    article = story("Two bridges fell in the storm. A ferry sank as well. Three men rowed ashore.")
    assert told(found(check_numbers, article, "Three ferries sank.", 2)) == []
    assert told(found(check_numbers, article, "One bridge fell in the storm.", 1)) == [
        ("number", "error")
    ]
    article = story("Two bridges fell in the storm. Three bridges stood.")
    assert found(check_numbers, article, "Three bridges fell.", 1) == []
    article = story("Five bridges were hit; two bridges fell in the storm.")
    assert found(check_numbers, article, "Three bridges that were hit stood.", 1) == []


def test_without_citations_the_whole_article_carries_a_number() -> None:
    statement = "After a vote of 9-6 the works cost $5 million."
    assert found(check_numbers, story(STORY), statement) == []
    assert told(found(check_numbers, story(STORY), "The works cost $6 million.")) == [
        ("number", "error")
    ]


def test_without_citations_a_number_is_missed_where_another_sentence_says_this() -> None:
    article = story(
        "Divers recovered 61 lamps from the wreck off Kell Point.\n\n"
        "The sea was calm.\n\nThe harbour was quiet.\n\n"
        "The museum shop sold 85 lamps of plaster last year.\n"
    )
    [finding] = found(check_numbers, article, "Divers recovered 85 lamps from the wreck.")
    assert told([finding]) == [("number", "warning")]
    assert found(check_numbers, article, "Divers recovered 61 lamps from the wreck.") == []
    assert found(check_numbers, article, "The museum shop sold 85 lamps of plaster.") == []


def test_numbers_of_the_title_of_names_and_of_ranges_are_known() -> None:
    article = story(
        "Trains stop at Calle 62. It takes 20 to 30 minutes.", title="Line with 9 stops"
    )
    assert found(check_numbers, article, "Calle 62 is a stop.") == []
    assert found(check_numbers, article, "The line has 9 stops.") == []
    article = story("Hunger would rise by 27 per cent in one case. It is 49 per cent in another.")
    assert found(check_numbers, article, "Hunger would rise by 27-49%.") == []


def test_the_words_of_a_share_are_known_however_they_are_read() -> None:
    article = story("Of the rise Berg puts down a quarter to the tariff.")
    assert found(check_numbers, article, "The tariff makes up a quarter of the rise.", 1) == []


def test_the_items_of_a_list_may_be_counted() -> None:
    article = story("Our best stoves:\n\n1. Brass\n\n2. Iron\n\n3. Clay\n\n4. Tin\n")
    assert found(check_numbers, article, "It offers four stoves.") == []
    assert told(found(check_numbers, article, "It offers seven stoves.")) == [("number", "error")]


def test_an_ordinal_is_no_count() -> None:
    article = story("It was the 93rd parade in Arden.")
    assert found(check_numbers, article, "The 93rd parade took place.", 1) == []
    assert told(found(check_numbers, article, "The 92nd parade took place.", 1)) == [
        ("number", "error")
    ]


def test_without_citations_the_words_around_a_number_tell_its_sentence() -> None:
    article = story(
        "The bronze bell recovered by divers off Kell Point fetched, after an hour, $7,640.\n\n"
        "It rained.\n\nNobody was in.\n\nIn the vault lay $8,155.\n"
    )
    statement = "The bronze bell recovered by divers off Kell Point fetched {} at auction."
    assert found(check_numbers, article, statement.format("$7,640")) == []
    [finding] = found(check_numbers, article, statement.format("$8,155"))
    assert finding.message == "the article says '$7,640' of this; '$8,155' is something else"
    article = story(
        "The bronze bell recovered by divers off Kell Point fetched a record sum.\n\n"
        "It rained.\n\nNobody was in.\n\nThe sum was $8,155.\n"
    )
    assert found(check_numbers, article, statement.format("$8,155")) == []


def test_an_ordinal_beside_a_count_is_no_rival_of_it() -> None:
    article = story("In the 3rd raid 12 people were hurt.")
    [finding] = found(check_numbers, article, "In the 3rd raid 17 people were hurt.", 1)
    assert finding.message.endswith("it says '12'")


def test_a_part_that_is_more_than_its_whole_is_an_error() -> None:
    article = story("Four of the seven branches close, and nine people lose their jobs.")
    [finding] = found(check_numbers, article, "Nine of the seven branches close.")
    assert told([finding]) == [("number", "error")]
    assert finding.message == "'Nine' cannot be of 'seven'"
    assert found(check_numbers, article, "Four of the seven branches close.") == []
    assert found(check_numbers, article, "Nine people of seven branches leave.") == []
    assert found(check_numbers, article, "Of the seven branches four close.") == []


def test_the_number_that_a_correction_takes_back_is_not_what_the_article_says() -> None:
    article = story(
        "Journeys rose by 31 per cent in a year.\n\n"
        "Correction: journeys rose by 13 per cent, not by 31 per cent.\n"
    )
    [finding] = found(check_numbers, article, "Journeys rose by 31 per cent.")
    assert told([finding]) == [("number", "warning")]
    assert finding.message.startswith("the article says '13 per cent' of this")
    assert found(check_numbers, article, "Journeys rose by 13 per cent.") == []
    both = "Journeys rose by 13 per cent and not by 31 per cent."
    assert found(check_numbers, article, both) == []
    article = story("Whatever rose, it was not 31 per cent.")
    assert found(check_numbers, article, "Journeys rose by 31 per cent.") == []


def test_all_but_the_one_that_is_named_are_one_less() -> None:
    article = story("Nine objects are missing from the treasury, a ring among them.")
    statement = "A ring and eight other objects are missing."
    assert found(check_numbers, article, statement) == []
    statement = "A ring and six other objects are missing."
    assert told(found(check_numbers, article, statement)) == [("number", "error")]


def test_a_score_may_be_printed_beside_the_names_of_the_sides() -> None:
    article = story("ARDEN TOWN 3 CORVE ATHLETIC 1 after extra time.\n\nIt ended 3-1 at last.\n")
    assert found(check_numbers, article, "Arden beat Corve 3-1 after extra time.", 1) == []
    assert found(check_numbers, article, "Arden beat Corve 4-1 after extra time.", 1)
    assert found(check_numbers, story("Nobody won."), "Arden beat Corve 4-1.", 1)


def test_points_of_a_rate_may_be_told_as_basis_points_but_not_as_per_cent() -> None:
    readings = story("The bank at Lindvik cut its rate by half a percentage point on Monday.")
    assert found(check_numbers, readings, "The bank cut its rate by 50 basis points.", 1) == []
    assert found(check_numbers, readings, "The bank cut its rate by 25 basis points.", 1) != []
    assert found(check_numbers, readings, "The bank cut its rate by 0.5 percent.", 1) != []


def test_a_share_in_words_may_be_of_a_whole_that_another_sentence_has() -> None:
    text = (
        "The storm cut power to 85,000 homes in Arden.\n\nPower is back for 40,000 homes in Arden."
    )
    readings = story(text)
    assert found(check_numbers, readings, "Power is back for almost half of the homes cut.") == []
    assert found(check_numbers, readings, "Power is back for a fifth of the homes cut.") != []
    assert found(check_numbers, readings, "Power is back for 47% of the homes cut.") != []


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "Kosec hit 53 unforced errors to Tarn's 29.",
            "Kosec made 53 errors, 24 more than Tarn.",
            "Kosec made 53 errors, 34 more than Tarn.",
        ),
        (
            "He expects to pick 40 tons instead of the usual 210.",
            "He expects less than a fifth of the usual.",
            "He expects less than a third of the usual.",
        ),
        (
            "Only one in three farms is insured.",
            "Two thirds of farms are not insured.",
            "Three quarters of farms are not insured.",
        ),
        (
            "The film took $74.2 million at home.\n\nAbroad the film took $61 million.",
            "The film took $135.2 million worldwide.",
            "The film took $153.2 million worldwide.",
        ),
    ],
)
def test_what_is_worked_out_from_two_figures_is_told_by_its_words(
    text: str, true: str, false: str
) -> None:
    assert found(check_numbers, story(text), true) == []
    assert found(check_numbers, story(text), false) != []


def test_the_number_of_something_else_is_no_other_unit_of_a_length_of_time() -> None:
    readings = story("Three guests came. Calloway bought the inn in 2023.")
    assert found(check_numbers, readings, "Calloway bought the inn three years ago.") == []
    readings = story("The inn closed for three weeks. Calloway bought the inn in 2023.")
    [finding] = found(check_numbers, readings, "The inn closed for three years.")
    assert finding.kind == "unit"


def test_a_range_may_be_cited_by_its_ends_though_it_is_printed_elsewhere() -> None:
    readings = story("Rents in Lindvik rose from 10% to 20%.\n\nHens.\n\nTaxes are 10-20%.")
    assert found(check_numbers, readings, "Rents rose 10-20%.", 1) == []


def test_one_side_of_a_score_is_no_score() -> None:
    readings = story("Two others spoke. Trustees agreed, nine for and seven against.")
    assert found(check_numbers, readings, "They voted 9-7 in favour.") == []
    [finding] = found(check_numbers, readings, "They voted 7-2 in favour.")
    assert "'7-2' stands nowhere" in finding.message


def test_without_citations_only_sentences_that_speak_of_it_are_added_up() -> None:
    article = story(
        "The fund gave 3 grants and 4 loans.\n\nRain fell.\n\nThe wood has old oaks and 90 elms.\n"
    )
    [finding] = found(check_numbers, article, "The old wood has 7 oaks.")
    assert told([finding]) == [("number", "error")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("It is 153 storeys straight down to the street.", "He lives on the 153rd floor."),
        ("He served ten years at sea.", "He left after ten long years at sea."),
        ("Seeder Station 131-47's own engineer slept.", "He works in station 131-47 on Mars."),
        ("Flight 22B was late by an hour.", "He took 22B to Arden."),
        ("The target is twelve fifty euros apiece.", "It must not cost more than 12.50 euros."),
    ],
)
def test_the_same_number_in_another_form_is_no_finding(text: str, statement: str) -> None:
    assert found(check_numbers, story(text), statement) == []


def test_in_another_language_a_number_is_only_asked_whether_it_is_printed() -> None:
    german = (
        "Rund 1.500 Einwohner hatten gegen den Plan für die Brauerei unterschrieben, und die "
        "Kosten lägen bei €1,2 Mio, sagte der Kämmerer. Der Rat hat mit 11 zu 4 Stimmen zugestimmt."
    )
    readings = story(german, language="de")
    for true in ("1500 Einwohner waren dagegen.", "Das kostet 1,2 Millionen Euro.", "4 Einwohner."):
        assert found(check_numbers, readings, true) == []
    [finding] = found(check_numbers, readings, "Die Kosten lägen bei 1,3 Millionen Euro.")
    assert "stands nowhere in the article" in finding.message


def test_an_ordinal_without_its_number_stands_nowhere() -> None:
    readings = story("It is 153 storeys straight down to the street.")
    assert told(found(check_numbers, readings, "He lives on the 144th floor.")) == [
        ("number", "error")
    ]
