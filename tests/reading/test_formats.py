"""Which format a file has, and that no bytes break a reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.document import Document
from nutgraf.reading.formats import READERS, Format, format_of, sniff


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", Format.TEXT),
        ("a.b/A.MD", Format.MARKDOWN),
        ("a.htm", Format.HTML),
        ("a.ndjson", Format.JSON_LINES),
        ("a.json", Format.JSON),
        ("a.PDF", Format.PDF),
        ("a.docx", Format.DOCX),
        ("a.asc", None),
        ("a", None),
        ("-", None),
    ],
)
def test_the_suffix_tells_the_format(path: str, expected: Format | None) -> None:
    assert format_of(path) == expected


def test_a_named_format_goes_before_the_suffix() -> None:
    assert format_of("a.txt", "html") is Format.HTML


def test_a_format_of_no_such_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError) as caught:
        format_of("a.txt", "rtf")
    assert str(caught.value) == (
        "format: 'rtf' is not known; give one of text, markdown, html, json, jsonl, pdf, docx"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 ...", Format.PDF),
        (b"PK\x03\x04....word/document.xml", Format.DOCX),
        (b"PK\x03\x04....other", Format.TEXT),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html lang=en>", Format.HTML),
        ("<html><body>".encode("utf-16"), Format.HTML),
        (b"<!-- saved --><HTML>", Format.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Format.HTML),
        (b"<?xml version='1.0'?><rss>", Format.TEXT),
        (b"<b>Not a page</b>", Format.TEXT),
        (b"---\ntitle: A\n---\nText.", Format.MARKDOWN),
        (b"---\r\n---", Format.MARKDOWN),
        (b"---\nA rule, and no end of it.", Format.TEXT),
        (b'{"text": "One."}', Format.JSON_LINES),
        (b'\n{"text": "One."}\n{"text": "Two."}', Format.JSON_LINES),
        (b'{\n  "text": "One."\n}', Format.JSON),
        (b'{"text":\n"One."}', Format.JSON),
        (b'{"text": "A torn line\n{"text": "Two."}', Format.JSON),
        (b"{Sic} A text.", Format.TEXT),
        (b"A text.", Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_the_beginning_tells_the_format(data: bytes, expected: Format) -> None:
    assert sniff(data) is expected


STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04word/",
    b"<html><body><p>",
    b"---\n",
    b'{"text":',
    b"\xff\xfe",
)


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=25, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=200))
def test_any_bytes_give_a_document_or_our_error(kind: Format, start: bytes, rest: bytes) -> None:
    sniff(start + rest)
    found: Document | None = None
    told = ""
    try:
        found = READERS[kind](start + rest, "a file")
    except ArticleError as error:
        told = str(error)
    assert (found is None) == told.startswith("a file: ")
