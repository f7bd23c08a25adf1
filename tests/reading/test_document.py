"""Metadata, and how a caller's word wins over the file's."""

from datetime import UTC, date, datetime

import pytest

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.document import Document, Metadata

DAY = date(2025, 10, 16)


def test_white_space_is_folded_and_blank_values_are_none() -> None:
    told = Metadata(title=" A\n title ", authors=(" Jane  Doe", "", "Jane Doe"), source=" ")
    assert told == Metadata(title="A title", authors=("Jane Doe",))


def test_lone_surrogates_are_replaced_so_that_the_digest_can_be_taken() -> None:
    article = Document("Text.", Metadata(title="A\ud800", authors=("B\udfff",))).article(
        Metadata(), None
    )
    assert (article.title, article.authors) == ("A\ufffd", ("B\ufffd",))
    assert len(article.digest) == 64


def test_a_moment_of_publication_counts_as_its_day() -> None:
    told = Metadata(published=datetime(2025, 10, 16, 23, 30, tzinfo=UTC))
    assert type(told.published) is date
    assert told.published == DAY


def test_the_callers_word_wins_and_gaps_are_filled() -> None:
    document = Document(
        "Text.", Metadata(title="The file's", published=DAY, source="https://a.example")
    )
    article = document.article(Metadata(title="The caller's", language="en"), "a.txt")
    assert article.title == "The caller's"
    assert article.published == DAY
    assert article.source == "https://a.example"
    assert article.language == "en"


def test_where_it_was_read_is_the_source_when_nobody_states_one() -> None:
    assert Document("Text.", Metadata()).article(Metadata(), "a.txt").source == "a.txt"


def test_a_blank_text_is_no_article() -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: there is no text in it"):
        Document(" \n", Metadata()).article(Metadata(), "a.txt")


def test_the_callers_language_is_read_as_a_tag_or_a_name() -> None:
    assert Metadata.from_caller({"language": "en-GB", "title": "T"}) == Metadata(
        language="en", title="T"
    )


def test_a_language_that_cannot_be_named_is_refused() -> None:
    with pytest.raises(ConfigError, match="language: 'Klingon' is not known"):
        Metadata.from_caller({"language": "Klingon"})
