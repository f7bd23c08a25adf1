"""Web pages, with all that stands round an article."""

import sys
from datetime import date

import pytest

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.document import Metadata
from nutgraf.reading.web_page import read_html

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour bridge reopens after storm | The Example Post</title>
<meta property="og:title" content="Harbour bridge reopens after storm">
<meta property="article:published_time" content="2025-03-04T23:30:00-05:00">
<meta property="article:modified_time" content="2025-03-09T10:00:00Z">
<link rel="canonical" href="https://news.example/2019/01/02/harbour-bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Harbour bridge reopens after storm", "datePublished": "2025-03-04T23:30:00-05:00",
 "dateModified": "2025-03-09", "author": [{"@type": "Person", "name": "Jane Doe"},
 {"@type": "Person", "name": "John Q. Smith"}]}</script></head><body>
<div id="cookie-banner" class="cookie-consent">We use cookies. <button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Harbour bridge reopens after storm</h1>
<p class="byline">By Jane Doe and John Q. Smith</p><time datetime="2025-03-04">4 March</time>
<p>The harbour bridge at Eastport reopened on Tuesday, eleven days after a storm tore two cables
from its northern tower, the port authority said.</p>
<p>Engineers tested the deck with <a href="/lorries">loaded lorries</a> overnight. “It held without
moving,” said Mara Lind, who leads the <b>repair crew</b>.</p>
<h2>What happens next</h2>
<p>Traffic will be limited to one lane until the end of the month. The limits are:</p>
<ul><li>40 kilometres an hour for cars</li><li>no lorries above 20 tonnes</li></ul>
<blockquote><p>We ask everyone for patience. The second cable is being made.</p></blockquote>
<table><tr><th>Day</th><th>Crossings</th></tr><tr><td>Tuesday</td><td>4,210</td></tr></table>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Storm floods town</a></li>
</ul></aside></article></main>
<section id="comments"><h3>Comments</h3><p>Great news, I have been waiting for this!</p></section>
<footer><p>© 2026 The Example Post. All rights reserved.</p></footer></body></html>"""

PARAGRAPH = (
    "<p>The bridge over the river reopened on Tuesday, the mayor of the town said there.</p>"
)


def test_the_article_is_read_without_what_stands_round_it() -> None:
    assert read_html(PAGE.encode(), "a.html").text == (
        "Harbour bridge reopens after storm\n\n"
        "The harbour bridge at Eastport reopened on Tuesday, eleven days after a storm tore two "
        "cables from its northern tower, the port authority said.\n\n"
        "Engineers tested the deck with loaded lorries overnight. “It held without moving,” said "
        "Mara Lind, who leads the repair crew.\n\n"
        "What happens next\n\n"
        "Traffic will be limited to one lane until the end of the month. The limits are:\n\n"
        "- 40 kilometres an hour for cars\n- no lorries above 20 tonnes\n\n"
        "We ask everyone for patience. The second cable is being made.\n\n"
        "| Day | Crossings |\n| Tuesday | 4,210 |"
    )


def test_the_metadata_is_the_pages_own_and_not_its_addresss() -> None:
    assert read_html(PAGE.encode(), "a.html").metadata == Metadata(
        title="Harbour bridge reopens after storm",
        published=date(2025, 3, 4),
        authors=("Jane Doe", "John Q. Smith"),
        source="https://news.example/2019/01/02/harbour-bridge",
        language="en",
    )


def test_a_page_that_states_no_date_has_none_whatever_its_text_and_address_say() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://news.example/2019/01/02/bridge"></head>'
        f"<body><h1>A bridge</h1>{PARAGRAPH * 5}<p>It was built on 3 May 1999.</p>"
        "<footer>© 2026</footer></body></html>"
    )
    document = read_html(page.encode(), "a.html")
    assert (document.metadata.published, document.metadata.title) == (None, "A bridge")


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="iso-8859-1"></head>',
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=latin1'></head>",
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<html><head></head>',
    ],
)
def test_the_declared_encoding_is_read(head: str) -> None:
    page = f"{head}<body>{PARAGRAPH.replace('town', 'Café “Zürich”') * 4}</body></html>"
    assert "mayor of the Café “Zürich” said" in read_html(page.encode("cp1252"), "a.html").text


def test_what_json_ld_says_in_the_wrong_type_is_not_used() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@context": "https://schema.org", "@type":'
        '"NewsArticle", "headline": ["x"], "author": {"name": {}}, "datePublished": 5}</script>'
        f"</head><body>{PARAGRAPH * 5}</body></html>"
    )
    assert read_html(page.encode(), "a.html").metadata == Metadata()


@pytest.mark.parametrize("page", ["<html><body></body></html>", "words", "<html>" + "<div>" * 500])
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.html: no article was found in the page"):
        read_html(page.encode(), "a.html")


def test_without_trafilatura_the_installation_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ConfigError, match='needs trafilatura; run pip install "nutgraf"'):
        read_html(PAGE.encode(), "a.html")
