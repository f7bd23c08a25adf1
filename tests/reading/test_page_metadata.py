"""What a web page says about itself in so many words."""

from datetime import date

import pytest
from trafilatura import load_html

from nutgraf.reading.document import Metadata
from nutgraf.reading.page_metadata import read_page_metadata

DAY = date(2025, 10, 16)


def metadata(head: str, body: str = "", attributes: str = "") -> Metadata:
    page = (
        f"<html {attributes}><head><title>T</title>{head}</head><body><p>x</p>{body}</body></html>"
    )
    tree = load_html(page)
    assert tree is not None
    return read_page_metadata(tree)


def json_ld(source: str) -> str:
    return f'<script type="application/ld+json">{source}</script>'


def test_a_page_that_says_nothing() -> None:
    assert metadata("<meta><meta name=date><meta content=x>") == Metadata()


def test_meta_tags_are_read_the_surest_first() -> None:
    head = (
        '<meta name="date" content="2024-01-01"><meta name="DC.title" content="Not this">'
        '<meta property="og:title" content="A bridge">'
        '<meta name="author" content="Jane Doe, Bo Li">'
        '<meta property="article:published_time" content="2025-10-16T10:00:00Z">'
        '<meta name="author" content="https://news.example/authors/7">'
    )
    assert metadata(head) == Metadata(
        title="A bridge", published=DAY, authors=("Jane Doe", "Bo Li")
    )


def test_a_date_that_cannot_be_read_is_passed_over_for_the_next() -> None:
    head = (
        '<meta property="article:published_time" content="10/11/2025">'
        '<meta name="pubdate" content="16 October 2025">'
    )
    assert metadata(head).published == DAY


def test_a_time_of_modification_is_no_date_of_publication() -> None:
    head = '<meta property="article:modified_time" content="2025-10-16">' + json_ld(
        '{"@type": "NewsArticle", "dateModified": "2025-10-16"}'
    )
    assert metadata(head).published is None


@pytest.mark.parametrize(
    ("head", "attributes"),
    [
        ("", "lang=en-US"),
        ("", "xml:lang=en"),
        ('<meta http-equiv="Content-Language" content="en">', "lang=''"),
        ('<meta property="og:locale" content="en_GB">', ""),
        (json_ld('{"@type": "Article", "inLanguage": "en"}'), "lang=de"),
    ],
)
def test_the_language_is_read_where_it_is_stated(head: str, attributes: str) -> None:
    assert metadata(head, attributes=attributes).language == "en"


TOLD = '"headline": "A", "datePublished": "Thursday, October 16, 2025"'


@pytest.mark.parametrize(
    "source",
    [
        f'{{"@type": "NewsArticle", {TOLD}, "author": "Jane Doe"}}',
        f'[{{"@type": "Person"}}, {{"@type": ["X", "Article"], {TOLD}, "author": ["Jane Doe"]}}]',
        f'{{"@graph": [5, {{"@type": "BlogPosting", {TOLD}, "author": {{"name": "Jane Doe"}}}}]}}',
        f'{{"mainEntity": {{"@type": "Report", {TOLD}, "author": [{{"name": "Jane Doe"}}]}}}}',
        f'{{"@type": "Article", {TOLD}, "author": [null, {{"name": 1}}, "Jane Doe"]}}',
    ],
)
def test_the_article_in_json_ld_is_found(source: str) -> None:
    assert metadata(json_ld(source)) == Metadata(title="A", published=DAY, authors=("Jane Doe",))


@pytest.mark.parametrize(
    "source",
    [
        "",
        "not JSON",
        "[" * 100_000,
        "[" + "0," * 500 + '{"@type": "Article", "headline": "A"}]',
        '{"@type": "Product", "headline": "A"}',
        '{"@type": 5}',
        '{"@type": "Article", "headline": ["A"], "datePublished": 20251016, "author": 7}',
        '{"itemListElement": [{"@type": "Article", "headline": "Another article"}]}',
    ],
)
def test_json_ld_without_an_article_gives_nothing(source: str) -> None:
    assert metadata(json_ld(source) + "<script>var a;</script>") == Metadata()


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2024-01-01"></time><time pubdate datetime="2025-10-16">Thursday</time>',
        '<span itemprop="datePublished" content="2025-10-16">Thursday</span>',
        '<time itemprop="datePublished">16 October 2025</time>',
        '<time datetime="2025-10-16T10:00">a</time><time datetime="2025-10-16">b</time>',
    ],
)
def test_the_time_of_publication_is_found_among_the_elements(body: str) -> None:
    assert metadata("", body).published == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2024-01-01"></time><time datetime="2025-10-16"></time>',
        "<time>16 October 2025</time>",
        '<time datetime="noon"></time>',
        '<div class="date">16 October 2025</div>',
    ],
)
def test_times_that_disagree_or_state_nothing_give_no_date(body: str) -> None:
    assert metadata("", body).published is None
