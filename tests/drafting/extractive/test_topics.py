"""Topics by the table of words."""

from __future__ import annotations

from typing import get_args

from nutgraf.drafting.extractive import topics
from nutgraf.drafting.extractive.topic_words import TOPIC_WORDS
from nutgraf.drafting.extractive.topics import assign_topics
from nutgraf.schema.news import Topic

POLITICS = "Parliament votes on the minister's bill. The election of a senator follows."
SPORT = "The striker scored two goals and his team won the football match at the stadium."


def test_the_table_has_every_topic() -> None:
    assert set(TOPIC_WORDS) == set(get_args(Topic))


def test_the_strongest_topic_comes_first() -> None:
    text = f"{POLITICS} {SPORT}"
    assert assign_topics(text, text) == ["sport", "politics and government"]


def test_a_topic_needs_three_different_words() -> None:
    assert assign_topics("Parliament votes. Parliament votes again.", "Parliament votes") == []


def test_a_topic_needs_a_word_in_the_headline_or_the_gist() -> None:
    assert assign_topics(f"{POLITICS} {SPORT}", SPORT) == ["sport"]


def test_a_topic_much_weaker_than_the_first_is_not_certain() -> None:
    text = f"{POLITICS} Ministers, lawmakers, the cabinet and the embassy met for talks. {SPORT}"
    assert assign_topics(f"{text} {POLITICS * 5}", f"{POLITICS} team")[:1] == [
        "politics and government"
    ]


def test_a_text_in_another_language_has_no_topic() -> None:
    text = "Das Parlament stimmt über den Entwurf ab. Die Regierung tritt morgen zusammen."
    assert assign_topics(text, text) == []


def test_no_stem_of_the_table_is_longer_than_is_looked_for() -> None:
    assert max(map(len, topics._table().stems)) <= topics._LONGEST_STEM
