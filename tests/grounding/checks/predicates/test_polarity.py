"""What is denied, against the article."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.predicates.polarity import check_polarity

HARBOUR = story(
    "The council closed the ferry on Monday. "
    "The agency did not inspect the hull. "
    "Mayor Elsa Varga denied that she had signed the contract. "
    "The yard will repair the engine in April. "
    "The region may buy a second ferry. "
    "Councillors have rejected the plan."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council did not close the ferry on Monday.", 1),
        ("The agency inspected the hull.", 2),
        ("Councillors have not rejected the plan.", 6),
        ("The yard will not repair the engine in April.", 4),
    ],
)
def test_a_statement_that_says_the_opposite_is_an_error(statement: str, cited: int) -> None:
    [finding] = found(check_polarity, HARBOUR, statement, cited)
    assert (finding.kind, finding.severity) == ("negation", "error")
    assert f"sentence {cited} has" in finding.message
    assert finding.said is not None
    assert statement[finding.said.start : finding.said.end] == finding.said.text
    assert finding.passages[0].span.of(HARBOUR.article.text) == finding.passages[0].text


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council closed the ferry.", 1),
        ("The agency has not inspected the hull.", 2),
        ("Elsa Varga denied having signed the contract.", 3),
        ("The plan was rejected by councillors.", 6),
        ("The yard is to repair the engine.", 4),
        ("The hull was not looked at by the agency.", 2),
    ],
)
def test_a_statement_that_says_the_same_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_polarity, HARBOUR, statement, cited) == []


def test_what_somebody_denies_is_not_told_as_so() -> None:
    [finding] = found(check_polarity, HARBOUR, "Elsa Varga had signed the contract.", 3)
    assert told([finding]) == [("negation", "error")]


def test_a_negation_that_comes_from_nowhere_is_a_warning() -> None:
    statement = "The ferry was not locked by the council on Monday."
    [finding] = found(check_polarity, HARBOUR, statement, 1)
    assert told([finding]) == [("negation", "warning")]
    assert finding.said is not None
    assert finding.said.text == "was not locked"
    assert finding.passages == ()


def test_a_negation_beside_the_point_needs_any_denial_in_the_sentence() -> None:
    readings = story(
        "The harbour ferry, which has no crew, sails to Lindvik on Monday. Rain fell. "
        "The harbour ferry sails to Lindvik on Friday. Bread was sold."
    )
    aside = "The harbour ferry sails to Lindvik, because the council did not sell it."
    assert found(check_polarity, readings, aside, 1) == []
    assert told(found(check_polarity, readings, aside, 3)) == [("negation", "warning")]


def test_of_statements_that_nothing_carries_nothing_is_said() -> None:
    assert found(check_polarity, HARBOUR, "Two astronauts did not return from orbit.", 1) == []
    assert found(check_polarity, HARBOUR, "Two astronauts did not return from orbit.") == []


def test_a_condition_is_not_taken_for_a_denial() -> None:
    readings = story("The council closes the ferry on Monday if the agency finds cracks.")
    statement = "The council closes the ferry on Monday if the agency does not turn it down."
    assert found(check_polarity, readings, statement, 1) == []


def test_a_verb_that_is_said_both_ways_is_left_alone() -> None:
    readings = story("Four birds showed the behaviour. Three showed no pattern.")
    statement = "Four birds showed the behaviour and three did not show a pattern."
    assert found(check_polarity, readings, statement, 1, 2) == []


def test_a_not_further_off_is_not_certain_enough() -> None:
    readings = story("The council cut the hours in May.")
    statement = "Odell does not believe the rumour that the council cut the hours in May."
    assert found(check_polarity, readings, statement, 1) == []


def test_what_is_quoted_is_left_to_the_check_of_quotations() -> None:
    statement = "“I did not close the ferry on Monday,” the council said."
    assert found(check_polarity, HARBOUR, statement, 1) == []


BRIDGE = story(
    "The council turned down the new bridge on Monday. "
    "Ida Berg, the engineer, denied it. "
    "The tower has yet to be painted. "
    "Nobody rowed across. "
    "Anton Weld had been acquitted of fraud. "
    "The board cannot show that the dam is safe. "
    "The village asked not to be named and asked for two new wells."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council approved the new bridge on Monday.", 1),
        ("Ida Berg confirmed that the cable was rusty.", 2),
        ("The tower has been painted.", 3),
        ("The board shows that the dam is safe.", 6),
        ("The village did not ask for two new wells.", 7),
    ],
)
def test_the_opposite_in_another_verb_or_place_is_found(statement: str, cited: int) -> None:
    [finding] = found(check_polarity, BRIDGE, statement, cited)
    assert finding.kind == "negation"


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The council did not approve the new bridge.", 1),
        ("The council rejected the new bridge on Monday.", 1),
        ("The race of the rowing boats did not take place.", 4),
        ("The tower has not been painted.", 3),
        ("The board has not proved that the dam is safe.", 6),
        ("Ida Berg did not confirm that the cable was rusty.", 2),
    ],
)
def test_a_denial_in_other_words_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_polarity, BRIDGE, statement, cited) == []


def test_who_is_acquitted_of_one_thing_may_be_convicted_of_another() -> None:
    readings = story(
        "The court acquitted Anton Weld of fraud. The court convicted Anton Weld of theft."
    )
    assert found(check_polarity, readings, "The court convicted Anton Weld of theft.", 1, 2) == []


def test_a_text_is_not_said_to_leave_out_what_it_deals_with() -> None:
    readings = story(
        "Karsvik lies on the river Orn. Its cathedral was built of red granite in 1390. "
        "Trams leave the harbour for the cathedral every ten minutes."
    )
    beside = "This guide to Karsvik does not describe its cathedral, the harbour and the trams."
    assert told(found(check_polarity, readings, beside)) == [("negation", "warning")]
    unsaid = "This guide to Karsvik does not say who built the cathedral of red granite."
    assert found(check_polarity, readings, unsaid) == []
    open_ = "This guide does not explain how the cathedral of Karsvik was built of granite."
    assert found(check_polarity, readings, open_) == []


def test_a_word_that_the_statement_has_too_is_no_denial() -> None:
    readings = story("Anton Weld was given a suspended sentence of nine months on Monday.")
    statement = "Anton Weld was not given a suspended sentence of nine months."
    assert [finding.kind for finding in found(check_polarity, readings, statement, 1)] == [
        "negation"
    ]


def test_who_did_not_deny_it_is_covered_by_no_other_denial() -> None:
    readings = story("Ida Berg told reporters that she had not been paid for her silence.")
    statement = "Ida Berg did not deny that she had been paid for her silence."
    assert "negation" in [f.kind for f in found(check_polarity, readings, statement, 1)]


def test_a_contrast_denies_only_what_it_names() -> None:
    readings = story("Revenue was nine million marks, not the six million that it gave in July.")
    statement = "The firm did not correct its revenue from the six million that it gave in July."
    assert [f.kind for f in found(check_polarity, readings, statement, 1)] == ["negation"]


def test_uncited_statements_need_sentences_that_say_most_of_the_clause() -> None:
    readings = story("The yard painted the tower of the harbour in bright red. Rain fell.")
    assert told(
        found(check_polarity, readings, "The tower of the harbour was not oiled bright red.")
    ) == [("negation", "warning")]
    assert found(check_polarity, readings, "Nine unknown divers did not coat a red barge.") == []


def test_gerunds_are_left_alone() -> None:
    readings = story("The city would close each library of the town for one day a week.")
    statement = "Instead of closing the library, the city should shut each for a day a week."
    assert found(check_polarity, readings, statement, 1) == []


FILLER = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(20, 180))


def test_in_a_long_article_silence_says_nothing_against_a_denial_that_cites_nothing() -> None:
    text = "The council praised the ferry's new engine on Monday. "
    denial = "The council did not repaint the ferry's new engine on Monday."
    assert told(found(check_polarity, story(text), denial)) == [("negation", "warning")]
    assert found(check_polarity, story(text + FILLER), denial) == []
    cited = found(check_polarity, story(text + FILLER), denial, 1)
    assert told(cited) == [("negation", "warning")]


def test_in_a_long_article_a_sentence_further_off_has_to_have_both_parties() -> None:
    text = "When the fog lifted after four days of rain, Ada Brandt visited Lindvik. "
    whoever = "Nobody else of the whole northern party of surveyors visited Lindvik."
    same = "Ada Brandt did not visit Lindvik with the northern party of young surveyors."
    assert found(check_polarity, story(text + FILLER), whoever) == []
    assert told(found(check_polarity, story(text + FILLER), same)) == [("negation", "error")]


@pytest.mark.parametrize(
    ("text", "statement", "kinds"),
    [
        # "Suspended" is a word of denial, but the statement has it beside its own "not".
        (
            "Anton Weld was given a suspended sentence of nine months on Monday.",
            "Anton Weld did not receive a suspended sentence of nine months.",
            ["negation"],
        ),
        # That the board denied it does not mean that she did not deny it.
        (
            "The board denied that Ida Berg was paid for silence.",
            "Ida Berg did not deny that she was paid for silence by the board.",
            ["negation"],
        ),
        # Whatever the crew "did not" do, the sentence before tells.
        (
            "The crew was to inspect the hull of the ferry in May. It never did.",
            "The crew did not examine the hull of the ferry in May.",
            [],
        ),
        # "Without" reaches over the verb, whoever else was to do it to whatever else.
        (
            "Without time to inspect the hull, the crew left the ferry in May.",
            "Divers did not inspect the ferry in May.",
            [],
        ),
    ],
)
def test_a_denial_covers_what_it_reaches_over(text: str, statement: str, kinds: list[str]) -> None:
    readings = story(text)
    cited = [sentence.number for sentence in readings.sentences]
    findings = found(check_polarity, readings, statement, *cited)
    assert [finding.kind for finding in findings] == kinds


def test_of_a_verb_that_a_statement_has_twice_either_may_be_meant() -> None:
    readings = story("The old man did not ring it in May.")
    twice = "The guard rang the bell in May and rang a gong in June."
    assert found(check_polarity, readings, twice, 1) == []


@pytest.mark.parametrize(
    ("text", "statement", "kinds"),
    [
        # Nowhere does the article deny anything about teaching or physics.
        (
            "Ida Lund taught physics at Corve. Her papers on ice are read to this day. She walked.",
            "Ida Lund did not teach any physics to the harbour pilots of the northern coast.",
            ["negation"],
        ),
        (
            "Ida Lund, a physicist and poet, wrote of ice. Her pupils sailed north. She walked.",
            "Ida Lund was not a physicist and poet whose pupils went off to sail in the north.",
            ["negation"],
        ),
        # The article denies something of the same.
        (
            "Ida Lund wrote of ice. She was no physicist, her pupils said. They sailed north.",
            "Ida Lund was not a physicist and poet whose pupils went off to sail in the north.",
            [],
        ),
        # What is denied by "no" sums up what the article may say in any words.
        (
            "Ida Lund signed a letter of intent with the yard for two ferries. Talks go on.",
            "Ida Lund has made no firm letter to the yard about engines, wages and fees.",
            [],
        ),
        # A comment, and one of two things.
        (
            "Ida Lund issued decrees, called for a bridge and proclaimed herself queen of Corve.",
            "Ida Lund issued decrees, although she did not hold a decree of the crown.",
            [],
        ),
        (
            "After training the loss of skill was seen in some cases, a gain in others.",
            "In some cases there is either no loss of skill or a gain after training.",
            [],
        ),
    ],
)
def test_a_denial_that_no_few_sentences_carry(text: str, statement: str, kinds: list[str]) -> None:
    assert [f.kind for f in found(check_polarity, story(text), statement)] == kinds


def test_what_is_not_so_entirely_is_so_in_part() -> None:
    readings = story("The lamps were not entirely dark on Monday.")
    assert found(check_polarity, readings, "The lamps were dark on Monday.", 1) == []


def test_a_suggestion_denies_nothing() -> None:
    readings = story("The two of them talked. Why don't we switch rooms?")
    assert found(check_polarity, readings, "They switch rooms.", 2) == []


def test_a_no_behind_another_verb_is_that_verbs() -> None:
    readings = story("The yard stopped deliveries and says that it has no reason to worry.")
    assert told(found(check_polarity, readings, "The yard has not stopped deliveries.", 1)) == [
        ("negation", "error")
    ]


def test_what_takes_place_is_one_verb() -> None:
    readings = story("The inspection did not take place, because the inspector was ill.")
    assert told(found(check_polarity, readings, "The inspection took place.", 1)) == [
        ("negation", "error")
    ]


FERRIES = story(
    "The operator, Lena Brandt, denied it. "
    "She denied it again on Friday. "
    "Holm has neither accepted nor refused. "
    "Asked about a sale, the owner did not rule out a bid. "
    "Nordfjord has offered to lower its fares if the levy is dropped. "
    "The company has applied for a loan and has not yet heard from the bank. "
    "The choir was to have sung in Lindvik on May 2."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        # The name stands beside "the operator"; a pronoun may be anybody in what is cited.
        ("Lena Brandt confirmed that the ferry had leaked.", 1),
        ("Lena Brandt admitted on Friday that the ferry had leaked.", 2),
        # "Neither" reaches over "nor".
        ("Holm has refused the offer.", 3),
        # The "if" belongs to the bid, not to its being ruled out.
        ("The owner ruled out a bid if the board said no.", 4),
        # What is offered under a condition is under it itself.
        ("Nordfjord would not lower its fares if the levy went.", 5),
        # "The company" may be whom the statement names; "not yet" denies what is behind it.
        ("Nordfjord has not applied for a loan.", 6),
    ],
)
def test_the_opposite_is_found_beside_names_pronouns_and_conditions(
    statement: str, cited: int
) -> None:
    [finding] = found(check_polarity, FERRIES, statement, cited)
    assert finding.kind == "negation"


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("Lena Brandt did not confirm that the ferry had leaked.", 1),
        ("Holm has not refused the offer.", 3),
        ("The owner did not rule out a bid if the board said no.", 4),
        ("Nordfjord would lower its fares if the levy went.", 5),
        ("Nordfjord has applied for a loan.", 6),
        ("The bank has not heard of Nordfjord.", 6),
    ],
)
def test_the_same_beside_names_pronouns_and_conditions_is_no_finding(
    statement: str, cited: int
) -> None:
    assert found(check_polarity, FERRIES, statement, cited) == []


def test_what_was_only_planned_and_is_told_as_done_is_of_another_status() -> None:
    [finding] = found(check_polarity, FERRIES, "The choir sang in Lindvik on May 2.", 7)
    assert (finding.kind, finding.severity) == ("status", "error")


def test_a_condition_without_if_denies_nothing() -> None:
    readings = story("The tug was laid up in May. It would have come in six hours.")
    statement = "Had the tug not been laid up, it would have come in six hours."
    assert found(check_polarity, readings, statement, 1, 2) == []


def test_what_an_article_does_not_explain_is_weighed_by_its_clause() -> None:
    readings = story("Tidal mills grind flour. Rain fell. Bread was sold. Boats came in. It froze.")
    statement = (
        "This article does not explain tidal mills, using many vivid pictures, scholarly "
        "footnotes, interviews, diagrams, tables, maps, photographs, portraits and statistics."
    )
    assert told(found(check_polarity, readings, statement)) == [("negation", "warning")]


def test_what_fell_through_is_not_to_come_on_the_same_day() -> None:
    [finding] = found(check_polarity, FERRIES, "The choir can sing in Lindvik on May 2.", 7)
    assert (finding.kind, finding.severity) == ("status", "error")


@pytest.mark.parametrize(
    "statement",
    [
        "The choir will sing in Lindvik in June.",
        "The choir cannot sing in Lindvik on May 2.",
        "The crew will sing in Lindvik on May 2.",
    ],
)
def test_what_fell_through_may_come_on_another_day(statement: str) -> None:
    assert found(check_polarity, FERRIES, statement, 7) == []


def test_what_fell_through_and_is_planned_again_is_to_come() -> None:
    readings = story("The choir was to have sung on May 2. The choir will sing on May 2.")
    assert found(check_polarity, readings, "The choir can sing on May 2.", 1, 2) == []


def test_a_denial_does_not_cover_that_somebody_else_did_not_deny() -> None:
    readings = story("Lena Brandt denied that the ferry leaked. Arne Holm left.")
    statement = "Arne Holm did not deny that the ferry leaked."
    assert told(found(check_polarity, readings, statement, 1)) == [("negation", "warning")]


TIDES = story(
    "Ida Lund, who built the first tidal mill of Corve, talks about flour and moonlight. "
    "Her mill turned for nine years before the ice came. "
    "The council never explained the closure. "
    "She wrote that the mill was inevitable."
)


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        # A summary does not tell at length what somebody does not talk about.
        (
            "Ida Lund of Corve does not discuss flour, friends, songs, travels and other dreams.",
            ["negation"],
        ),
        # But the article may deny that very telling, and how is left open.
        (
            "The council of Corve does not explain its decision about flour, songs and travels.",
            [],
        ),
        (
            "Ida Lund of Corve does not discuss why songs of friends and travels fill old dreams.",
            [],
        ),
        # What somebody is said to say.
        (
            "Ida Lund of Corve, builder of a tidal mill, wrote that wheat did not need moonlight.",
            ["negation"],
        ),
        # Of a clause beside the point nothing is said.
        (
            "Ida Lund of Corve, whose friends did not like flour, sang songs of older dreams.",
            [],
        ),
    ],
)
def test_what_a_summary_denies_of_what_it_tells(statement: str, kinds: list[str]) -> None:
    assert [finding.kind for finding in found(check_polarity, TIDES, statement)] == kinds


def test_a_denial_further_off_has_to_name_what_is_denied() -> None:
    text = "The yard painted the tower of the harbour in bright red on Monday. "
    statement = "The yard did not wash the tower of the harbour on Monday."
    for other, kinds in (
        ("The harbour was dark and the lamps did not.", ["negation"]),
        ("The harbour lamps were lit, but nobody washed them.", []),
    ):
        findings = found(check_polarity, story(text + "Rain fell. " * 4 + other), statement)
        assert [finding.kind for finding in findings] == kinds


def test_a_claim_that_is_denied_may_be_the_other_sides() -> None:
    text = "The rival {} that Corvo had infringed a patent on Kestrel prints with the new gallery."
    statement = "The gallery of Kestrel prints did not infringe on a thing."
    assert found(check_polarity, story(text.format("alleged")), statement) == []
    findings = found(check_polarity, story(text.format("showed")), statement)
    assert told(findings) == [("negation", "warning")]


def test_what_is_cited_and_says_little_does_not_stand_for_the_article() -> None:
    readings = story(
        "I have the plot here. The Amber Star lay two miles from the Gannet rocks in May."
    )
    statement = "The Amber Star was not two miles from the Gannet rocks, Holm says."
    assert told(found(check_polarity, readings, statement, 1)) == [("negation", "warning")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # The same words behind the same "not", few and short as they may be.
        ("The owner says that nobody goes there.", "It is said that nobody goes there."),
        ("Ida Lund said that she is not going to say.", "Ida Lund isn't going to say."),
        ("A merger was not on the agenda of the bank.", "A merger was not on its agenda."),
        ("They have come to no harm.", "They haven't come to harm, it is said."),
        ("Bread was not sold at the harbour.", "At the harbour, nobody sold bread."),
    ],
)
def test_the_same_denial_in_nearly_the_same_words_is_no_finding(text: str, statement: str) -> None:
    assert found(check_polarity, story(text), statement, 1) == []


def test_another_denial_with_the_same_verb_further_off_denies_nothing_of_what_is_cited() -> None:
    readings = story(
        "The council closed the ferry on Monday. Rain fell. The pilots did not paint a tug."
    )
    statement = "The council did not paint the ferry on Monday."
    assert told(found(check_polarity, readings, statement, 1)) == [("negation", "warning")]


RECALL = story(
    "Lumivar is calling batteries back. Nobody in Corve has died of the fires. "
    "Five people in Corve were burnt in the fires. The boats were back by noon. "
    "Rain fell on the quay. Raj Bhatt said currency swings had cost two points."
)


def test_what_is_denied_in_other_words_is_no_news_where_the_cited_sentences_deny_as_much() -> None:
    statement = "The fires in Corve did not cost a life."
    assert found(check_polarity, RECALL, statement, 2) == []
    [finding] = found(check_polarity, RECALL, statement, 3)
    assert finding.message.endswith("no sentence that says the rest of it denies anything")


def test_not_having_said_one_thing_is_not_denied_by_saying_another() -> None:
    statement = "Raj Bhatt did not say whether the printers were for sale."
    assert found(check_polarity, RECALL, statement) == []


WARD = story(
    "All but four of the infected patients had not been vaccinated. "
    "Grocery prices in Arden rose in August by a tenth of a point."
)


@pytest.mark.parametrize(
    "statement",
    [
        "Only four of the infected patients had been vaccinated.",
        "Grocery prices in Arden barely rose in August.",
    ],
)
def test_what_is_said_of_few_or_hardly_is_neither_so_nor_not_so(statement: str) -> None:
    assert found(check_polarity, WARD, statement) == []
    whole = statement.replace("Only four of the", "The").replace(" barely rose", " did not rise")
    assert found(check_polarity, WARD, whole) != []
