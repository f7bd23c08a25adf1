"""Quotations must be verbatim, be quotations, and be given to who said them."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, IDEAL, changed, labelled, scores, values
from tests.support.bridge_case import at

from nutgraf.article import Span
from nutgraf.evals.case import ExpectedEntity, ExpectedQuote
from nutgraf.evals.scorers.quotes import SCORER
from nutgraf.schema.fields import Match, Passage, Speaker, Verbatim
from nutgraf.schema.news import Quote

GAMBLE, SHUT = IDEAL.quotes


def quote(words: str, speaker: str, match: Match = "exact") -> Quote:
    place = at(words) if match != "none" else None
    passage = Passage.at(place, CASE.readings.article.text) if place else None
    return Quote(
        words=Verbatim(text=words, match=match, passage=passage), speaker=Speaker(text=speaker)
    )


def test_words_that_the_article_lacks_are_not_verbatim() -> None:
    altered = quote(
        "We shall never gamble with the lives of our good people in this old town", "", "none"
    )
    found = scores(SCORER, changed(quotes=[GAMBLE, altered]))
    assert found["quotes.verbatim"].value == 0.5
    assert found["quotes.verbatim"].notes == (
        "We shall never gamble with the lives of our good people in t…",
    )
    assert found["quotes.precision"].value == 0.5


def test_words_of_the_article_that_nobody_says_are_no_quotation() -> None:
    told = changed(quotes=[quote("The council will meet on Monday", "the city")])
    found = values(SCORER, told)
    assert (found["quotes.verbatim"], found["quotes.precision"]) == (1, 0)
    assert found["quotes.speaker"] is None


def test_a_part_of_a_quotation_is_one() -> None:
    assert values(SCORER, changed(quotes=[quote("gamble with lives", "Ekman")])) == {
        "quotes.verbatim": 1,
        "quotes.recall": 0.5,
        "quotes.precision": 1,
        "quotes.f1": 2 / 3,
        "quotes.speaker": 1,
    }


def test_somebody_else_is_not_the_speaker() -> None:
    found = scores(SCORER, changed(quotes=[quote("The bridge stays shut.", "the council")]))
    assert found["quotes.speaker"].notes == ("'the council' for 'Ruth Ekman'",)


def test_a_name_that_fits_somebody_else_better_is_wrong() -> None:
    others = (
        *(CASE.expected.entities or ()),
        ExpectedEntity("Jon Ekman", ("Ekman",), None, "main"),
    )
    label = ExpectedQuote(at("The bridge stays shut."), "Ruth Ekman")
    case = labelled(entities=others, quotes=(label,))
    assert (
        values(SCORER, changed(quotes=[quote("The bridge stays shut.", "Ekman")]), case)[
            "quotes.speaker"
        ]
        == 0
    )
    assert values(SCORER, changed(quotes=[SHUT]), case)["quotes.speaker"] == 1


def test_without_labelled_entities_the_speakers_own_names_decide() -> None:
    case = labelled(entities=None)
    assert values(SCORER, changed(quotes=[SHUT]), case)["quotes.speaker"] == 1


def test_where_the_article_names_no_speaker_nobody_is_wrong() -> None:
    case = labelled(quotes=(ExpectedQuote(at("The bridge stays shut."), None),))
    assert values(SCORER, changed(quotes=[SHUT]), case)["quotes.speaker"] is None


def test_without_labels_only_the_words_are_judged() -> None:
    found = values(SCORER, IDEAL, labelled(quotes=None))
    assert {name for name, value in found.items() if value is not None} == {"quotes.verbatim"}
    assert values(SCORER, changed(quotes=[]))["quotes.verbatim"] is None


def test_two_labels_at_one_place_are_matched_by_their_length() -> None:
    inner = at("with lives")
    labels = (
        ExpectedQuote(Span(inner.start, inner.end), "Jon Moor"),
        ExpectedQuote(at("We will not gamble with lives,"), "Ruth Ekman"),
    )
    case = labelled(quotes=labels)
    assert values(SCORER, changed(quotes=[GAMBLE]), case)["quotes.speaker"] == 1
