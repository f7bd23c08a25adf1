from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.grounding.relevance import Relevance
from nutgraf.language.readings import Readings

TEXT = (
    "The Marigold left the harbour at noon. Rain fell over the town all day. "
    "The committee rejected the offer from the Lindvik yard. Nobody was hurt in the storm. "
    "A ferry line to Norhaven opens in May. Tickets cost 14 euros. "
    "The school choir sang in the old church. Farmers counted their sheep on the northern hills."
)
READINGS = Readings(Article(text=TEXT))
RELEVANCE = Relevance(READINGS)


def numbers(text: str, limit: int = 3) -> list[int]:
    return [sentence.number for sentence in RELEVANCE.best(text, limit)]


def carriers(text: str) -> list[int]:
    return [sentence.number for sentence in RELEVANCE.carriers(text)]


def test_the_sentence_that_says_most_comes_first() -> None:
    assert numbers("The offer from Lindvik was rejected by the committee.")[0] == 3
    assert numbers("Rain over the town, and tickets for 14 euros.", 2) == [6, 2]


def test_what_shares_no_word_has_no_sentences() -> None:
    assert numbers("Xyzzy plugh") == []
    assert numbers("of the and") == []
    assert RELEVANCE.share("of the and", READINGS.sentences) == 0.0


def test_a_share_counts_the_sentences_together() -> None:
    text = "Rain fell and nobody was hurt."
    both = [READINGS.sentences[1], READINGS.sentences[3]]
    assert RELEVANCE.share(text, both) == 1.0
    assert 0 < RELEVANCE.share(text, both[:1]) < 1
    assert RELEVANCE.share(text, []) == 0.0


def test_a_statement_made_of_two_sentences_is_carried_by_both_and_by_no_other() -> None:
    assert carriers("The ferry line opens in May, and tickets cost 14 euros.") == [5, 6]
    assert carriers("The committee rejected the Lindvik offer.") == [3]


def test_a_statement_that_the_article_does_not_make_is_carried_by_none() -> None:
    other = "Aliens bought ten palaces in Peru, ate cheese and sang operas without paying taxes."
    assert not RELEVANCE.is_said(other)
    assert carriers(other) == []
    assert RELEVANCE.is_said("The committee rejected the Lindvik offer.")


def test_no_more_than_five_sentences_are_named() -> None:
    everything = TEXT.replace(". ", " and ")
    assert len(carriers(everything)) == 5


@given(st.text(max_size=80))
def test_shares_lie_between_0_and_1_and_grow_with_the_sentences(text: str) -> None:
    some, every = READINGS.sentences[:3], READINGS.sentences
    assert 0 <= RELEVANCE.share(text, some) <= RELEVANCE.share(text, every) <= 1
