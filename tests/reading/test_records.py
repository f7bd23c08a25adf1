"""JSON objects and JSON Lines."""

import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import ArticleError
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.records import Record, read_json, read_records


def records(lines: bytes, max_bytes: int = 1000) -> list[Record]:
    return list(read_records(io.BytesIO(lines), "a.jsonl", max_bytes))


def told(record: Record) -> str:
    assert isinstance(record.document, ArticleError)
    return str(record.document)


@pytest.mark.parametrize(
    ("text", "title", "published", "authors", "language"),
    [
        ("text", "title", "published", "authors", "language"),
        ("body", "headline", "date", "author", "lang"),
        ("content", "title", "published", "byline", "lang"),
    ],
)
def test_the_names_that_fields_go_by(
    text: str, title: str, published: str, authors: str, language: str
) -> None:
    source = {
        text: " date 2020-01-01 Kept.\r\n",
        title: "A bridge",
        published: "October 16, 2025",
        authors: "By Jane Doe and Bo Li",
        language: "en-GB",
        "url": "https://news.example/a",
        "source": {"unknown": "kind"},
        "other": [1, None],
    }
    assert read_json(json.dumps(source).encode(), "a.json") == Document(
        " date 2020-01-01 Kept.\r\n",
        Metadata(
            title="A bridge",
            published=date(2025, 10, 16),
            authors=("Jane Doe", "Bo Li"),
            language="en",
            source="https://news.example/a",
        ),
    )


def test_null_fields_and_ambiguous_dates_are_as_if_absent() -> None:
    source = (
        b'{"text": null, "body": "Text.", "title": null, "date": "10/11/2025", "authors": null}'
    )
    assert read_json(source, "a.json") == Document("Text.", Metadata())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"text": 5}', "a.json: field 'text' is a number; it must be text"),
        ('{"text": "T", "published": 12}', "a.json: field 'published' is a number"),
        ('{"text": "T", "title": true}', "a.json: field 'title' is true or false"),
        ('{"text": "T", "lang": ["en"]}', "a.json: field 'lang' is a list"),
        ('{"text": "T", "author": 1}', "a.json: field 'author' must be text or a list of names"),
        ('{"text": "T", "author": [{}]}', "a.json: field 'author' must be text or a list"),
        ('{"title": "T"}', "a.json: there is no field 'text' (or 'body', 'content')"),
        ('{"text": " "}', "a.json: there is nothing in the field 'text'"),
        ("[1]", "a.json: a list where an object with a field 'text' was expected"),
        ("1.5", "a.json: a number where an object"),
        ('{\n"text": }', "a.json: not valid JSON (Expecting value at line 2, column 9)"),
        ("[" * 100_000, "a.json: not JSON that can be read (RecursionError)"),
        ("9" * 5000, "a.json: not JSON that can be read (ValueError)"),
    ],
)
def test_a_broken_file_is_named_with_its_field(source: str, expected: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_json(source.encode(), "a.json")
    assert expected in str(caught.value)


def test_each_line_is_an_article_with_its_id_or_its_number() -> None:
    lines = b'\xef\xbb\xbf{"id": "a", "text": "1."}\r\n\n{"id": 7, "body": "2."}\n{"text": "3."}'
    assert records(lines) == [
        Record("a", 1, Document("1.", Metadata())),
        Record("7", 3, Document("2.", Metadata())),
        Record("line-4", 4, Document("3.", Metadata())),
    ]


def test_bad_lines_are_named_and_do_not_end_the_file() -> None:
    lines = (
        b'{"text": \n{"id": "b", "text": 3}\n\xff\n{"id": true, "text": "x"}\n{"text": "Last."}\n'
    )
    *bad, last = records(lines)
    assert [record.id for record in bad] == ["line-1", "b", "line-3", "line-4"]
    assert [told(record).partition(";")[0] for record in bad] == [
        "a.jsonl, line 1: not valid JSON (Expecting value at column 10)",
        "a.jsonl, line 2: field 'text' is a number",
        "a.jsonl, line 3: it is not UTF-8, as JSON Lines are",
        "a.jsonl, line 4: field 'id' is true or false",
    ]
    assert last == Record("line-5", 5, Document("Last.", Metadata()))


def test_a_line_over_the_limit_is_skipped_in_pieces() -> None:
    lines = b'{"text": "' + b"x" * 500 + b'"}\n{"text": "Short."}\n{"text": "' + b"y" * 500
    first, second, third = records(lines, max_bytes=60)
    assert told(first).startswith("a.jsonl, line 1: it is larger than the limit of 60 bytes")
    assert second.document == Document("Short.", Metadata())
    assert told(third).startswith("a.jsonl, line 3: it is larger than the limit of 60 bytes")


def test_a_line_of_exactly_the_limit_is_read() -> None:
    line = b'{"text": "Short."}'
    assert len(records(line + b"\n" + line, max_bytes=len(line))) == 2


def test_utf_16_is_refused_by_name() -> None:
    (record,) = records('{"text": "T"}'.encode("utf-16"))
    assert told(record).startswith("a.jsonl, line 1: this is UTF-16")


def test_messages_hold_no_article_text() -> None:
    (record,) = records(b'{"text": "Secret words of the article", "title": 1}')
    assert "Secret" not in told(record)


@settings(max_examples=40)
@given(st.binary(max_size=200))
def test_any_line_gives_a_record(line: bytes) -> None:
    assert all(record.line >= 1 for record in records(line))


@settings(max_examples=40)
@given(
    st.sampled_from(["text", "title", "date", "authors", "lang", "id", "url"]),
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=3),
)
def test_any_value_in_any_field_gives_one_record(name: str, value: object) -> None:
    assert len(records(json.dumps({"text": "T", name: value}).encode())) == 1
