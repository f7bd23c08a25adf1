from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.names.in_statements import check_names

# Two people of the lead, then others; paragraphs far enough apart that no pronoun reaches over.
STORY = (
    "Mayor Ruth Ekman of Arden closed the bridge after Tomas Brandt warned her of cracks.\n\n"
    "The repairs are paid for by Russia's fund for towns abroad.\n\n"
    "The World Health Organization praised the speed of the decision.\n\n"
    "Traffic was sent along the river.\n\n"
    "Buses ran every hour.\n\n"
    "Shops near the bridge lost customers.\n\n"
    "Engineer Ivo Lindqvist measured the width of each crack with a steel gauge.\n\n"
    "The gauge was lent by a museum.\n\n"
    "Tickets were free.\n\n"
    "Boats were full.\n\n"
    "Schools stayed open.\n\n"
    "The harbour was quiet.\n\n"
    "A baker, Elsa Varga, sold warm bread to the workers from a wooden cart.\n"
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("Ekman closed the bridge.", 1),
        ("Arden Mayor Ruth Ekman closed it.", 1),
        ("A Russian fund pays.", 2),
        ("The WHO praised the decision.", 3),
        ("Lindqvist measured the cracks.", 7),
        ("According to Lindqvist the gauge was lent.", 8),
    ],
)
def test_a_variant_of_a_name_of_the_cited_sentences_is_no_finding(
    statement: str, cited: int
) -> None:
    assert found(check_names, story(STORY), statement, cited) == []
    assert found(check_names, story(STORY), statement) == []


@pytest.mark.parametrize("cited", [(), (1,)])
def test_a_name_of_which_the_article_has_no_word_is_unknown(cited: tuple[int, ...]) -> None:
    [finding] = found(check_names, story(STORY), "Karin Sollberg closed the bridge.", *cited)
    assert told([finding]) == [("unknown_name", "error")]
    assert finding.message == "the name 'Karin Sollberg' does not occur in the article"
    assert finding.said is not None
    assert finding.said.text == "Karin Sollberg"


def test_a_name_mixed_from_two_is_unknown() -> None:
    [finding] = found(check_names, story(STORY), "Yesterday Tomas Varga sold bread.", 13)
    assert told([finding]) == [("unknown_name", "error")]
    assert (
        finding.message
        == "the name 'Tomas Varga' is mixed from those of 'Tomas Brandt' and 'Elsa Varga'"
    )
    assert [passage.text for passage in finding.passages] == ["Tomas Brandt", "Elsa Varga"]


def test_another_given_name_is_unknown() -> None:
    [finding] = found(check_names, story(STORY), "The mayor, Karin Ekman, closed the bridge.", 1)
    assert told([finding]) == [("unknown_name", "error")]
    assert finding.message.endswith("it has 'Ruth Ekman'")
    article = story("President Putin spoke.")
    assert found(check_names, article, "Vladimir Putin spoke.", 1) == []


def test_a_name_far_from_what_is_cited_is_a_warning() -> None:
    [finding] = found(check_names, story(STORY), "Varga saw to it.", 7)
    assert told([finding]) == [("name", "warning")]
    assert (
        finding.message
        == "'Varga' is not in or near the cited sentences; they have 'Ivo Lindqvist'"
    )
    assert [passage.text for passage in finding.passages] == [
        "Engineer Ivo Lindqvist measured the width of each crack with a steel gauge."
    ]
    [finding] = found(check_names, story(STORY), "Varga sent traffic along the river.", 4)
    assert finding.message == "'Varga' is not in or near the cited sentences"


def test_whom_the_article_is_about_need_not_be_named_where_it_is_cited() -> None:
    assert found(check_names, story(STORY), "Ekman kept the schools open.", 11) == []
    article = story(STORY, title="Varga's bread")
    assert found(check_names, article, "Varga saw traffic along the river.", 4) == []


def test_who_wrote_the_article_is_not_named_in_it() -> None:
    article = story(f"{STORY}\nNo word of Nora Quist is to be had.", authors=("Nora Quist",))
    assert found(check_names, article, "Quist saw traffic along the river.", 4) == []


def test_a_word_of_the_name_may_stand_for_it() -> None:
    article = story(
        f"{STORY}\n\nThe Estuary Trust owns the gauge.\n\nA trust paid for the shops.\n"
    )
    assert found(check_names, article, "The Estuary Trust paid for the shops.", 15) == []


def test_a_pronoun_may_stand_for_somebody_further_up() -> None:
    article = story(STORY.replace("Boats were full", "She found the boats full"))
    assert found(check_names, article, "Lindqvist found the boats full.", 10) == []


def test_without_citations_a_name_is_missed_where_a_sentence_says_this_of_another() -> None:
    statement = "{} measured the width of each crack with a steel gauge."
    [finding] = found(check_names, story(STORY), statement.format("Elsa Varga"))
    assert told([finding]) == [("name", "warning")]
    assert finding.message == "sentence 7 says this of 'Ivo Lindqvist', not of 'Elsa Varga'"
    assert found(check_names, story(STORY), statement.format("Ivo Lindqvist")) == []
    assert found(check_names, story(STORY), "Elsa Varga smiled.") == []


def test_whoever_is_named_once_for_something_else_does_not_share_in_what_is_told() -> None:
    both = "Elsa Varga and Ivo Lindqvist measured the width of each crack with a steel gauge."
    [finding] = found(check_names, story(STORY), both)
    assert told([finding]) == [("name", "warning")]
    assert finding.message == (
        "nothing like this is said of 'Elsa Varga' in sentence 13, and no other names it"
    )
    assert [passage.text for passage in finding.passages] == ["Elsa Varga"]
    assert found(check_names, story(STORY), "Elsa Varga sold bread; the workers ate it.") == []


def test_a_place_may_lie_in_another() -> None:
    article = story(
        "A stampede of pilgrims killed dozens in France on a bridge.\n\n"
        "Rain fell.\n\nWind blew.\n\nIt snowed.\n\nThe road ended near Kell Square in Arden.\n"
    )
    statement = "A stampede of pilgrims killed dozens at Kell Square."
    assert found(check_names, article, statement) == []


def test_capitals_mark_no_names_in_german() -> None:
    article = story("Die Brücke ist für den Verkehr gesperrt, sagte Ruth Ekman.", language="de")
    assert found(check_names, article, "Wer zu Fuß geht, darf über den Steg.") == []
    assert told(found(check_names, article, "Gesperrt hat sie Karin Sollberg.")) == [
        ("unknown_name", "error")
    ]


def test_a_name_of_the_title_is_known() -> None:
    article = story("The span was shut after an inspection.", title="Kell Bridge closed")
    assert found(check_names, article, "Kell Bridge is shut.") == []


def test_words_that_are_printed_but_were_not_read_as_a_name_are_known() -> None:
    article = story("They opened the harbour festival in Arden.")
    assert found(check_names, article, "Arden opened its Harbour Festival.", 1) == []


@pytest.mark.parametrize("name", ["Arden Parliament", "Bread Ekman"])
def test_a_name_with_a_word_of_the_article_is_left_alone(name: str) -> None:
    assert found(check_names, story(STORY), f"Yesterday {name} closed the bridge.", 1) == []


def test_a_common_noun_of_a_name_may_stand_for_it_anywhere() -> None:
    told_once = STORY.replace("Buses ran every hour", "The Estuary Trust owns buses")
    article = story(f"{told_once}\nThe trust repainted all benches along the promenade.\n")
    statement = "The Estuary Trust repainted all benches along the promenade."
    assert found(check_names, article, statement, 14) == []
    assert found(check_names, article, statement) == []


def test_whoever_speaks_in_what_is_cited_need_not_be_named_there() -> None:
    article = story(
        "Nobody expected it.\n\nIt rained.\n\nThe wind rose.\n\n"
        "“The harbour was never meant for ships of this size,” Elsa Varga said. "
        "“Ferries are small. Barges are smaller. Cranes are old. Sheds are full. Piers leak.”\n\n"
        "Ivo Lindqvist left.\n"
    )
    for statement in ("According to Varga piers leak.", "Varga calls the cranes old."):
        assert found(check_names, article, statement, 9) == []


def test_whose_words_are_quoted_is_for_another_check() -> None:
    statement = "“Traffic was sent along the river,” Elsa Varga said."
    assert found(check_names, story(STORY), statement, 4) == []


@pytest.mark.parametrize(
    "statement",
    [
        "Unbeknownst to Ekman, the bridge was closed.",
        "Heartbroken by the news, Ekman closed the bridge.",
        "Columnist Elsa Varga sold bread.",
        "Ruth Ekman, AKA Mayor Ekman, closed the bridge.",
        "The repairs cost 12 Euros.",
    ],
)
def test_a_word_with_a_capital_that_is_no_name_is_not_unknown(statement: str) -> None:
    findings = found(check_names, story(STORY), statement)
    assert [finding for finding in findings if finding.kind == "unknown_name"] == []


def test_a_people_is_known_by_the_name_of_one_of_it() -> None:
    readings = story("A Zorb climbed the mast. The Zorb waved to the crew of the Marigold.")
    assert found(check_names, readings, "The Zorbs and the crew met.") == []
    [finding] = found(check_names, readings, "The Quells and the crew met.")
    assert finding.kind == "unknown_name"


def test_a_misspelt_name_is_a_note_that_says_how_the_article_spells_it() -> None:
    [finding] = found(check_names, story(STORY), "Engineer Lindquist measured the cracks.", 7)
    assert told([finding]) == [("unknown_name", "note")]
    assert finding.message.endswith("does not occur in the article, which may spell it 'lindqvist'")


def test_a_participle_that_begins_a_sentence_is_no_given_name() -> None:
    assert found(check_names, story(STORY), "Warning Ekman, he left the bridge.") == []
    [finding] = found(check_names, story(STORY), "Gunnar Ekman closed the bridge.", 1)
    assert told([finding]) == [("unknown_name", "error")]


def test_a_noun_that_begins_a_sentence_and_that_the_article_lacks_is_no_unknown_name() -> None:
    assert found(check_names, story(STORY), "Sewage leaked over the bridge.") == []
    assert found(check_names, story(STORY), "Teenage cyclists found cracks.") == []
    assert found(check_names, story(STORY), "In Sewage the bridge leaked.") != []


def test_a_state_is_known_by_the_seat_that_the_article_has_for_it() -> None:
    readings = story("Officials in Moscow, who look into the leak, declined to comment.")
    assert found(check_names, readings, "Russia is looking into the leak.") == []
    readings = story("China plans to send a lander to the Moon in 2026, its space agency said.")
    assert found(check_names, readings, "Beijing plans to send a lander to the Moon.") == []
    [finding] = found(check_names, readings, "A lander will be sent to the Moon from Beijing.")
    assert finding.message == "the name 'Beijing' does not occur in the article"
    [finding] = found(check_names, readings, "France is looking into the leak.")
    assert finding.message == "the name 'France' does not occur in the article"
