from __future__ import annotations

import json

import pytest

from nutgraf.checking.forms import Foreign, Form, form_of, read_foreign
from nutgraf.errors import ConfigError, SummaryError

ANSWER = json.dumps(
    {
        "title": "Old ship",
        "gist": "The ship sails again. It is old.",
        "points": [{"text": "Nobody pays for it.", "why": "No money"}, {"text": "It is shut."}],
        "count": 3,
    }
)
RESULT = '{"format_version": 1, "summary": {}, "provenance": {}}'


def said(foreign: Foreign) -> list[tuple[str | None, str]]:
    return [(part.field, part.words.text) for part in foreign.parts]


@pytest.mark.parametrize(
    ("text", "name", "stated", "form"),
    [
        ("The ship sails.", "-", None, "text"),
        ("# Ships\nIt sails.", "-", None, "markdown"),
        ("The ship sails.", "a.md", None, "markdown"),
        ("# Ships", "a.txt", None, "markdown"),
        (" [1]", "a.txt", None, "json"),
        ("[1] says it all.", "a.txt", None, "text"),
        ("[" * 100_000, "-", None, "text"),
        (ANSWER, "-", None, "json"),
        ("[not json", "a.json", None, "json"),
        ("The ship sails.", "a.pdf", "text", "text"),
        (RESULT, "a.json", None, "result"),
        (RESULT, "-", None, "result"),
        (RESULT, "a.json", "json", "json"),
        (RESULT, "a.json", "text", "text"),
        ("[1, 2]", "a.json", None, "json"),
    ],
)
def test_the_form_is_stated_or_told_by_name_and_content(
    text: str, name: str, stated: str | None, form: str
) -> None:
    assert form_of(text, name, stated) == form


def test_an_unknown_form_is_refused_with_those_known() -> None:
    with pytest.raises(ConfigError, match="'html' is not known; give one of text, markdown"):
        form_of("The ship.", "-", "html")


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(SummaryError, match=r"a\.pdf: .*not from pdf; .*--summary-format"):
        form_of("%PDF", "a.pdf")


def test_without_fields_every_text_of_some_words_counts() -> None:
    foreign = read_foreign(ANSWER, "json", "a.json")
    assert said(foreign) == [
        ("gist", "The ship sails again."),
        ("gist", "It is old."),
        ("points[0].text", "Nobody pays for it."),
        ("points[1].text", "It is shut."),
    ]
    assert foreign.fields == ("gist", "points[].text")


def test_a_short_sentence_counts_and_a_short_name_or_choice_does_not() -> None:
    values = {
        "a": "Costs fell.",
        "b": "It shut in 2012.",
        "c": "Acme Inc.",
        "d": "No.",
        "e": "U.S.",
    }
    foreign = read_foreign(json.dumps(values), "json", "a.json")
    assert [words for _, words in said(foreign)] == ["Costs fell.", "It shut in 2012.", "Acme Inc."]


def test_named_fields_count_whatever_their_length_in_the_order_of_the_file() -> None:
    foreign = read_foreign(ANSWER, "json", "a.json", ["points[].text", "title"])
    assert said(foreign) == [
        ("title", "Old ship"),
        ("points[0].text", "Nobody pays for it."),
        ("points[1].text", "It is shut."),
    ]


def test_a_field_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match=r"'gists'; its texts: title, gist, points\[\]\.text"):
        read_foreign(ANSWER, "json", "a.json", ["gists"])
    with pytest.raises(ConfigError, match="its texts: none"):
        read_foreign("[1]", "json", "a.json", ["gists"])


def test_fields_of_what_is_no_json_are_refused() -> None:
    with pytest.raises(ConfigError, match="read as text"):
        read_foreign("The ship sails.", "text", "a.txt", ["gist"])


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        ('{"a": }', "json", r"not valid JSON \(Expecting value at line 1, column 7\)"),
        ("[" * 100_000, "json", "RecursionError"),
        (f"[{'9' * 5000}]", "json", "ValueError"),
        ('{"name": "Ann Berg"}', "json", "none of its texts is a sentence or has 4 words"),
        ("Key points", "text", "no statement"),
        ("# Key points of the old ship\n\n---\n", "markdown", "no statement"),
        ("```\n```\n", "markdown", "no statement"),
    ],
)
def test_what_says_nothing_is_refused_with_the_reason(text: str, form: Form, says: str) -> None:
    with pytest.raises(SummaryError, match=f"given: .*{says}"):
        read_foreign(text, form, "given")


def test_a_file_that_is_nearly_a_result_because_of_its_depth_is_json() -> None:
    assert form_of('{"a":' * 100_000, "a.json") == "json"
