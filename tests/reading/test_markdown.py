"""Markdown and its front matter."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import ArticleError
from nutgraf.reading.document import Metadata
from nutgraf.reading.markdown import read_markdown

BODY = "# Harbour bridge reopens\n\nIt **held**.\n\n---\n\nMore.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_metadata_and_the_body_is_kept_as_it_is(end: str) -> None:
    front = (
        "---\ntitle: 12:30 at the bridge\ndate: 2025-10-16T23:30:00-05:00\nauthor: Jane Doe\n"
        "lang: no\ntags: [a, b]\n--- \n"
    )
    document = read_markdown((front + BODY).replace("\n", end).encode(), "a.md")
    assert document.text == BODY.replace("\n", end)
    assert document.metadata == Metadata(
        title="12:30 at the bridge",
        published=date(2025, 10, 16),
        authors=("Jane Doe",),
        language="no",
    )


def test_authors_may_be_a_list_and_dots_may_close() -> None:
    document = read_markdown(b"---\nauthors:\n  - Jane Doe\n  - name: Bo Li\n...\nText.", "a.md")
    assert document.metadata.authors == ("Jane Doe", "Bo Li")
    assert document.text == "Text."


@pytest.mark.parametrize(
    ("by", "authors"),
    [
        ("Jane Doe; Bo Li", ("Jane Doe", "Bo Li")),
        ("Jane Doe, Bo Li and Ana Ruiz", ("Jane Doe", "Bo Li", "Ana Ruiz")),
        ("Doe, Jane", ("Doe, Jane",)),
        ("[Jane Doe]", ()),
    ],
)
def test_by_names_the_authors_where_it_is_text(by: str, authors: tuple[str, ...]) -> None:
    document = read_markdown(f"---\nby: {by}\n---\nText.".encode(), "a.md")
    assert document.metadata.authors == authors


def test_without_a_stated_title_the_first_heading_is_the_title_and_stays() -> None:
    document = read_markdown(BODY.encode(), "a.md")
    assert (document.text, document.metadata.title) == (BODY, "Harbour bridge reopens")


@pytest.mark.parametrize("source", ["## A part\n\nText.", "Text.\n\n# Later\n", "#hashtag\n"])
def test_what_is_no_first_heading_is_no_title(source: str) -> None:
    assert read_markdown(source.encode(), "a.md").metadata.title is None


@pytest.mark.parametrize("source", ["---\nTwo rules round prose.\n---\nText.", "---\nNo end.\n"])
def test_rules_that_enclose_no_fields_are_body(source: str) -> None:
    assert read_markdown(source.encode(), "a.md").text == source


def test_empty_front_matter_is_taken_off() -> None:
    assert read_markdown(b"---\n---\nText.", "a.md").text == "Text."


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: a: b: c\n", "a.md, line 2: the front matter is not valid YAML"),
        ("title: A\nlist: [a\n", "a.md, line 4: the front matter is not valid YAML"),
        ("x: *nobody\n", "a.md, line 2: the front matter is not valid YAML"),
        ("title: \x07\n", "not valid YAML"),
        ("a: " + "[" * 501 + "\n", "its front matter has too many brackets"),
        ("- " * 2000 + "\n", "not valid YAML"),
        ("title: [a, b]\n", "a.md, front matter: field 'title' is a list; it must be text"),
        ("published: {a: b}\n", "field 'published' is an object"),
        ("authors: [[a]]\n", "field 'authors' must be text or a list of names"),
        ("k: v\n" * 10_000, "its front matter is longer than 32,768 characters"),
    ],
)
def test_broken_front_matter_is_named(front: str, told: str) -> None:
    with pytest.raises(ArticleError, match=told.replace("[", r"\[")):
        read_markdown(f"---\n{front}---\nText.".encode(), "a.md")


def test_aliases_are_not_multiplied_out() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert read_markdown(f"---\n{bomb}---\nText.".encode(), "a.md").text == "Text."


@settings(max_examples=40)
@given(st.text(st.sampled_from("-.:[]{}&*#!|>'\"\n\r ax"), max_size=60))
def test_any_front_matter_gives_a_body_or_our_error(front: str) -> None:
    source = f"---\n{front}\n---\nText."
    with suppress(ArticleError):
        assert source.endswith(read_markdown(source.encode(), "a.md").text)
