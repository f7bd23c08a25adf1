"""A key fact is told by one statement that cites it and says all that it needs."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, IDEAL, changed, labelled, scores, values
from tests.support.bridge_case import at
from tests.support.ideal import cite, empty_summary

from nutgraf.evals.scorers.facts import SCORER
from nutgraf.schema.fields import Amount, Passage, Speaker, Verbatim
from nutgraf.schema.news import KeyFigure, Quote, Statement

CLOSED, VOTE, COST = IDEAL.key_points


def point(text: str, *sentences: int) -> Statement:
    return Statement(text=text, evidence=cite(CASE.readings, *sentences))


def test_words_without_the_right_citation_do_not_tell_it() -> None:
    told = empty_summary().model_copy(update={"key_points": [point("Shut: 14 cracks.", 2)]})
    found = scores(SCORER, told)
    assert found["facts.must_recall"].value == 0
    assert (
        found["facts.must_recall"].notes[0] == "closed: key_points[0] says it, but cites 2, not 1"
    )


def test_a_statement_that_cites_nothing_tells_nothing() -> None:
    told = empty_summary().model_copy(update={"key_points": [point("Shut: 14 cracks.")]})
    notes = scores(SCORER, told)["facts.recall"].notes
    assert notes[0] == "closed: key_points[0] says it, but cites nothing, not 1"


def test_what_lacks_is_named_and_the_rest_counts_in_part() -> None:
    points = [point("The bridge is shut.", 1), VOTE]
    told = empty_summary().model_copy(update={"key_points": points})
    found = scores(SCORER, told)
    assert found["facts.must_recall"].value == 0.5
    assert found["facts.must_recall"].notes[0].endswith("lacks 14|fourteen")
    assert found["facts.must_needs"].value == (0.5 + 1) / 2
    assert found["facts.recall"].value == 1 / 3


def test_two_statements_do_not_tell_it_between_them() -> None:
    halves = [point("The bridge is shut.", 1), point("It has 14 cracks.", 1)]
    told = empty_summary().model_copy(update={"key_points": halves})
    assert values(SCORER, told)["facts.must_recall"] == 0


def test_one_of_the_carrying_sentences_is_enough() -> None:
    told = changed(key_points=[point("Shut with 14 cracks.", 6, 1)])
    assert scores(SCORER, told)["facts.must_recall"].notes[0].startswith("vote")


def test_events_figures_and_quotations_tell_facts_too() -> None:
    amount = Amount(text="$2.5 million")
    figure = KeyFigure(amount=amount, of="cost", evidence=cite(CASE.readings, 4))
    told = empty_summary().model_copy(update={"figures": [figure], "events": IDEAL.events})
    assert [note.split(":")[0] for note in scores(SCORER, told)["facts.recall"].notes] == [
        "closed",
        "vote",
    ]
    words = at("It is unclear when the bridge will open again.")
    quote = Quote(
        words=Verbatim(
            text="It is unclear",
            match="exact",
            passage=Passage.at(words, CASE.readings.article.text),
        ),
        speaker=Speaker(text="Ruth Ekman"),
    )
    [fact, *_] = CASE.expected.facts or ()
    spoken = type(fact)("open", True, "", frozenset({6}), (("Ekman",), ("unclear",)))
    case = labelled(facts=(spoken,))
    quoted = empty_summary().model_copy(update={"quotes": [quote]})
    assert values(SCORER, quoted, case)["facts.must_recall"] == 1


def test_without_musts_their_recall_does_not_apply() -> None:
    case = labelled(facts=tuple(f for f in CASE.expected.facts or () if not f.must))
    found = values(SCORER, case=case)
    assert found == {"facts.must_recall": None, "facts.recall": 1, "facts.must_needs": None}
