from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article, Span
from nutgraf.errors import ArticleError


@pytest.mark.parametrize("blank", ["", " \n\t", "\u00a0\u2003"])
def test_an_article_without_text_is_refused_by_its_source(blank: str) -> None:
    with pytest.raises(ArticleError, match=r"story.txt: there is no text in it"):
        Article(text=blank, source="story.txt")


@given(st.text(min_size=1).filter(str.strip))
def test_text_is_kept_as_it_is_but_for_lone_surrogates(text: str) -> None:
    kept = Article(text=text).text
    assert len(kept) == len(text)
    assert all(k == t or "\ud800" <= t <= "\udfff" for k, t in zip(kept, text, strict=True))
    kept.encode()


def test_lone_surrogates_in_the_metadata_do_not_break_it() -> None:
    article = Article(text="One.", title="A\ud800", authors=("B\udfff",), source="c\udc80")
    assert (article.title, article.authors, article.source) == ("A\ufffd", ("B\ufffd",), "c\ufffd")
    assert len(article.digest) == 64


def test_the_digest_covers_text_and_metadata() -> None:
    article = Article(text="One.", title="A", published=date(2026, 1, 2), authors=("B",))
    others = [
        replace(article, text="Two."),
        replace(article, title=None),
        replace(article, published=None),
        replace(article, authors=()),
        replace(article, language="en"),
    ]
    assert len({article.digest, *(other.digest for other in others)}) == 6
    assert replace(article, source="elsewhere.txt").digest == article.digest


def test_spans_know_what_they_share() -> None:
    assert Span(0, 2).of("abc") == "ab"
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).contains(Span(1, 3))
    assert not Span(1, 3).contains(Span(0, 3))
