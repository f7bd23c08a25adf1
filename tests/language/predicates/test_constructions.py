"""Constructions of news prose that are easily read wrongly, told by subject, object and clause."""

from __future__ import annotations

import pytest
from tests.support.predicates import heads, read, read_all, source

from nutgraf.article import Span
from nutgraf.language.predicates import find_predicates
from nutgraf.language.status import Status

# Text, verb, subject, object.
WHO_DOES_WHAT = (
    # A participle that turns out to be the verb.
    ("The kestrel that the ranger ringed came back.", "ringed", "ranger", "kestrel"),
    ("The flaws they found in the dam were old.", "found", "they", "flaws"),
    ("The company that rented out cranes closed.", "rented", "company", "cranes"),
    ("The porters the port employs stayed away.", "stayed", "porters", None),
    ("The first offer, which the owner refused, was low.", "refused", "owner", "offer"),
    ("He paid, and the firm apologised for the delay.", "apologised", "firm", None),
    ("Ten porters fled, and the owner said that more would follow.", "said", "owner", None),
    ("Ten porters fled, and the owner said that more would follow.", "fled", "porters", None),
    ("Its head, Cord Wissel, repeated on Monday that it was safe.", "repeated", "head", None),
    ("The tug the crew sold sank.", "sold", "crew", "tug"),
    ("The master brought the clock he made to town.", "made", "he", "clock"),
    ("The board, worried, repeated that it sank.", "sank", "it", None),
    # A past tense that turns out to be a participle.
    ("Boats bought in Bern sank.", "bought", "Boats", None),
    ("Boats bought in Bern sank.", "sank", "Boats", None),
    ("Lorries parked on the quay were towed.", "towed", "Lorries", None),
    ("He said sailors trained in Bern were missing.", "missing", "sailors", None),
    ("He demanded that sailors held in Bern be freed.", "freed", "sailors", None),
    # Clauses and where they end.
    ("The mayor said the port was safe, and the paper agreed.", "agreed", "paper", None),
    ("It praised a law that would ban nets, but denied that it wrote it.", "denied", "It", None),
    ("It rained when the band came and the crowd left.", "left", "crowd", None),
    ("She took that back: the second guard, a man of 71, had fled.", "fled", "guard", None),
    ("Asked what he would do if it failed, the mayor left.", "left", "mayor", None),
    ("The Post noted that the hashtag, Ports, had become a slogan.", "become", "hashtag", None),
    ("He says the sale ends, and adds it was planned.", "adds", "He", None),
    ("He says it ends and denied rumours.", "denied", "it", "rumours"),
    ("After he left, the shop closed.", "left", "he", None),
    ("After the war the shop closed.", "closed", "shop", None),
    ("They grew so fast that the council built a school.", "built", "council", "school"),
    ("It is so large that tugs turn it.", "turn", "tugs", "it"),
    ("Until then he ran the port.", "ran", "he", "port"),
    ("He drove faster than the law allows.", "allows", "law", None),
    ("Where will the ship dock?", "dock", "ship", None),
    ("That he lied hurt the party.", "lied", "he", None),
    ("The plan is that the port buys cranes.", "buys", "port", "cranes"),
    ("She repeated to the board that it sank.", "sank", "it", None),
    ("It lists what the port owes.", "owes", "port", None),
    ("Whoever paid, what the port owes is unknown.", "owes", "port", None),
    ("In the report on what the port owes the mayor is named.", "owes", "port", None),
    ("Bell, whose ship sank, sued the port.", "sank", "ship", None),
    ("The port for which she worked closed.", "worked", "she", "port"),
    ("He came to the view that claims made in Bern were lies.", "made", "claims", None),
    ("He came to the view that claims made in Bern were lies.", "were", "claims", None),
    ("Tugs sank so that the port closed.", "closed", "port", None),
    ("The board said the plan had failed and that it paid the crew.", "paid", "it", "crew"),
    ("Did the minister of trade resign?", "resign", "minister", None),
    ("Was the head of what they call a gang there?", "Was", "head", None),
    ("She left when told on Monday that it sank.", "told", "She", None),
    ("She left when told on Monday that it sank.", "sank", "it", None),
    ("Last week, the tug sank.", "sank", "tug", None),
    ("The law requires that tugs stop.", "stop", "tugs", None),
    # Objects.
    ("Closing the school in May saved the town a fortune.", "saved", None, "fortune"),
    ("He was given money.", "given", "He", None),
    ("The port hired Bell Friday.", "hired", "port", "Bell"),
    ("The newly built dock opened.", "opened", "dock", None),
    ("They met in June 2014 in Bern.", "met", "They", None),
    ("The bank gave the club money.", "gave", "bank", "money"),
    ("She said adding salt would help.", "help", None, None),
    ("Selling the port was a mistake.", "was", None, None),
    ("Efforts to save the whale failed.", "failed", "Efforts", None),
    ("Men carrying crates blocked the quay.", "blocked", "Men", "quay"),
    ("The offer that the board received was low.", "received", "board", "offer"),
    ("The claim that he made was false.", "made", "he", "claim"),
    ("The port hired Bell last week.", "hired", "port", "Bell"),
    ("Regulator fines bank $3m", "fines", "Regulator", "bank"),
    ("The mayor opened the big but empty dock.", "opened", "mayor", "dock"),
    ("Bell flew Halo 2 home.", "flew", "Bell", "Halo"),
    # Behind "the" a number before one thing belongs to the name; before some it counts them.
    ("The owner of the Halo 2 bike battery sued Bell.", "sued", "owner", "Bell"),
    ("The port lent the Halo 2 tugs.", "lent", "port", "tugs"),
    ("The parents' lawyer paid the fine.", "paid", "lawyer", "fine"),
    # Who is left, sees, is first.
    ("The guard found pupils from the school throwing stones.", "throwing", "pupils", "stones"),
    ("The guard saw boys smoking.", "smoking", "boys", None),
    ("Bell was the first woman to lead it.", "lead", "woman", "it"),
    ("It sank in May, and a bill to ban it has failed.", "ban", "bill", "it"),
    ("It sank in May, and a bill to ban it has failed.", "failed", "bill", None),
    ("Owners were told to stop and to keep them dry.", "keep", "Owners", "them"),
    ("His refusal to pay angered them.", "pay", "His", None),
    ("Opposed by all, the plan failed.", "Opposed", "plan", None),
    ("Towing a barge, the tug sank.", "Towing", "tug", "barge"),
    ("The man sat smoking.", "smoking", "man", None),
    ("The crew ran the risk of losing it.", "losing", "crew", "it"),
    # Coordination.
    ("The board and she left.", "left", "board & she", None),
    ("She blamed the owner and he left.", "left", "he", None),
    ("Salt reduced infected cases by half, and the ants left.", "reduced", "Salt", "cases"),
    ("The tug pulled the barge free and she sank it.", "sank", "she", "it"),
    ("Tugs, barges, and lighters left.", "left", "Tugs & barges & lighters", None),
    ("She sold tugs, barges and lighters.", "sold", "She", "tugs & barges & lighters"),
    ("The port will buy tugs and sell barges.", "sell", "port", "barges"),
    ("The port has bought tugs and sold barges.", "sold", "port", "barges"),
    ("Both are buying tugs and selling barges.", "selling", "Both", "barges"),
    # What the tagger takes for something else.
    ("The paper praised Gone with the Wind.", "praised", "paper", "Gone"),
    ("A report has revealed many are not paid.", "paid", "many", None),
    ("Only 10 per cent of the crew came.", "came", "cent", None),
    ("The accused lied.", "lied", "accused", None),
    ("The well has run dry.", "run", "well", None),
    ("People who own boats voted.", "own", "People", "boats"),
    ("Some used to fish there.", "fish", "Some", None),
    ("Her claim that it sank is false.", "is", "claim", None),
    ("Her tug sank.", "sank", "tug", None),
    ("WHO says the drug works.", "says", "WHO", None),
    ("Fans on Twitter praised it.", "praised", "Fans", "it"),
    ("Many are missing.", "are", "Many", None),
    ("About 600 tugs sank.", "sank", "tugs", None),
    ("It withdrew that within the hour.", "withdrew", "It", "that"),
    ("Tug hurt in storm", "hurt", "Tug", None),
    ("Rain forces delay", "forces", "Rain", "delay"),
    ("City Backs New Port", "Backs", "City", "New Port"),
    ("Farmers block road", "block", "Farmers", "road"),
    ("Bank cut rates", "cut", "Bank", "rates"),
    ("Premier to visit port", "visit", "Premier", "port"),
)


@pytest.mark.parametrize(("text", "verb", "subject", "second"), WHO_DOES_WHAT)
def test_who_does_what(text: str, verb: str, subject: str | None, second: str | None) -> None:
    one = read(text, verb)
    assert (heads(one.subject, text), heads(one.object, text)) == (subject, second)


# Text, verb, source as printed; "-" where nobody is named, None where the article says it.
WHOSE_CLAIM = (
    ('"It was safe," said Bell, who ran the port.', "was", "Bell"),
    ('"It was safe," said Bell, who ran the port.', "ran", None),
    ('"It was safe," said Bell, the port\'s head.', "was", "Bell"),
    ('"It was safe," Bell said when she spoke on Monday.', "was", "Bell"),
    ('"It was safe," Bell said when she spoke on Monday.', "spoke", None),
    ("It was safe, Bell said, and it was new.", "was", "Bell"),
    ("It was safe, Bell told the board.", "was", "Bell"),
    ("It was safe, a study for the port has found.", "was", "a study"),
    ("It was safe, her deputy, Tom Hale, said.", "was", "her deputy"),
    ("It was safe, said Bell, smiling.", "was", "Bell"),
    ("The head, Tom Hale, denied it.", "denied", None),
    ("It sank, the port said it", "sank", None),
    ("The firm sold the tug, announced a sale and left.", "sold", None),
    ("It was safe, it is said.", "was", "-"),
    ("It was safe, it was lost.", "was", None),
    ("As Bell told the Post, it was safe.", "was", "Bell"),
    ("In the view of the board, it was safe.", "was", "the board"),
    ("As noted by the board, it was safe.", "was", "the board"),
    ("It was safe, as built by Bell.", "was", None),
    ("It sank, and according to the crew, it burned.", "sank", None),
    ("It sank, and according to the crew, it burned.", "burned", "the crew"),
    ("Port is safe, mayor says", "is", "mayor"),
    ("It rained, Bell said walking would help.", "rained", None),
    ("It was safe, Bell said to be brave.", "was", None),
    ("The board pointed out that it sank.", "sank", "The board"),
    ("The board ruled out that it sank.", "sank", None),
    ("He said sailors trained in Bern were missing.", "missing", "He"),
    ("According to plan, it closed.", "closed", "plan"),
    ("It closed, according to", "closed", None),
    ("It is right to assume that the tug sank.", "sank", "-"),
    ("He said that, as it rained, the tug sank.", "rained", "He"),
    ("He said that after drifting for days the tug sank.", "drifting", "He"),
    ("The tug reportedly sank, the port said.", "sank", "the port"),
    ("The tug sank, reportedly.", "sank", "-"),
    ("Bell is sure that the tug sank.", "sank", "Bell"),
    ("Bell is sure the tug sank.", "sank", "Bell"),
    ("The news that the tug sank hurt.", "sank", None),
    ("Claims of fraud that a board made were false.", "were", None),
    ("The board said three things: the tug sank.", "sank", "The board"),
    ("Bell added: the tug sank.", "sank", "Bell"),
    ('"It sank." Nobody saw it.', "saw", None),
    ('Bell told him it would "sink in a day".', "sink", "Bell"),
)


@pytest.mark.parametrize(("text", "verb", "claimant"), WHOSE_CLAIM)
def test_whose_claim(text: str, verb: str, claimant: str | None) -> None:
    assert source(read(text, verb), text) == claimant


WHETHER = (
    ("The trial begins tomorrow.", "begins", Status.PLANNED, False),
    ("The tug is still here.", "is", Status.ONGOING, False),
    ("He said the port would close because it would lose money.", "lose", Status.PLANNED, False),
    ("He says the port would close.", "close", Status.POSSIBLE, False),
    ("Has the plan been approved?", "approved", Status.POSSIBLE, False),
    ("Was the mayor?", "Was", Status.POSSIBLE, False),
    ("Does the authority?", "Does", Status.POSSIBLE, False),
    ("Go and be quick.", "Go", Status.POSSIBLE, False),
    ("Nor does it cover rent.", "cover", Status.HAPPENED, True),
    ('She had "never read a book".', "read", Status.HAPPENED, True),
    ("The port will close if sold.", "close", Status.POSSIBLE, False),
    ("The port will close unless sold.", "close", Status.POSSIBLE, False),
    ("The port will close even if sold.", "close", Status.PLANNED, False),
    ("If sold, the port will close.", "close", Status.POSSIBLE, False),
    ("He has to pay it back.", "pay", Status.HAPPENED, False),
    ("There is no certainty that it sank.", "sank", Status.HAPPENED, False),
    ("He will not have to go.", "go", Status.POSSIBLE, True),
    ("He has", "has", Status.HAPPENED, False),
    ("No one came.", "came", Status.HAPPENED, True),
    ("The board ruled out that it sank.", "sank", Status.DENIED, False),
    ("Perhaps the tug sank.", "sank", Status.HAPPENED, False),
    ("The tug perhaps sank.", "sank", Status.POSSIBLE, False),
)


@pytest.mark.parametrize(("text", "verb", "status", "negated"), WHETHER)
def test_whether_it_took_place(text: str, verb: str, status: Status, negated: bool) -> None:
    one = read(text, verb)
    assert (one.status, one.negated) == (status, negated)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The tug was sold by the port.", "port"),
        ("The tug was sold by the end of May.", None),
        ("The fee was cut by 3 percent.", None),
        ("Bell was asked by name.", None),
        ("The tug was sold by Bell by Monday.", "Bell"),
    ],
)
def test_what_stands_behind_by_may_have_done_it(text: str, agent: str | None) -> None:
    (one,) = read_all(text)
    assert heads(one.agent, text) == agent


@pytest.mark.parametrize(
    ("text", "verb", "particle"),
    [
        ("Police ruled out arson.", "ruled", "out"),
        ("Police ruled it out.", "ruled", "out"),
        ("She took nobody out of the car.", "took", None),
        ("The firm laid off ten.", "laid", "off"),
        ("They walked over the hill.", "walked", None),
    ],
)
def test_the_particle_of_a_verb(text: str, verb: str, particle: str | None) -> None:
    assert read(text, verb).particle == particle


def test_a_long_word_and_a_long_sentence_are_read() -> None:
    text = "The bank of " + "x" * 5000 + " paid " + "and paid " * 300 + "."
    assert len(find_predicates(text, Span(0, len(text)))) == 301
