from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.checking.json_texts import json_texts, pattern_of, select

ANSWER = """{
  "gist": "The ship sails.",
  "points": [{"text": "It is \\"old\\".", "n": 3}, {"text": "It \\u0441osts.", "ok": null}],
  "pointsman": "Ann"
}"""

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []


def test_each_text_has_its_path_and_its_place() -> None:
    texts = json_texts(ANSWER)
    assert [(one.path, one.words.text) for one in texts] == [
        ("gist", "The ship sails."),
        ("points[0].text", 'It is "old".'),
        ("points[1].text", "It сosts."),  # noqa: RUF001  a Cyrillic letter, as escaped
        ("pointsman", "Ann"),
    ]
    assert texts[0].words.span.of(ANSWER) == "The ship sails."
    assert texts[1].words.span.of(ANSWER) == 'It is \\"old\\".'


def test_an_escape_is_one_character_with_all_of_its_place() -> None:
    source = r'"a\ud83d\udea2b\n\u00e9"'
    [text] = json_texts(source)
    assert text.path == ""
    assert text.words.text == "a\U0001f6a2b\né"
    assert [
        source[start:end] for start, end in zip(text.words.starts, text.words.ends, strict=True)
    ] == ["a", r"\ud83d\udea2", "b", r"\n", r"\u00e9"]


def test_half_a_character_is_shown_as_unknown() -> None:
    [text] = json_texts(r'["\ud83d and \udea2"]')
    assert text.words.text == "\ufffd and \ufffd"


def test_a_key_that_comes_twice_is_read_twice() -> None:
    texts = json_texts('{"a": "one", "a": "two", "b": {"c": "three"}}')
    assert [(t.path, t.words.text) for t in texts] == [
        ("a", "one"),
        ("a", "two"),
        ("b.c", "three"),
    ]


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        json_texts('{"a": }')


def test_a_field_names_what_is_at_it_and_below_it() -> None:
    texts = json_texts(ANSWER)
    assert [one.path for one in select(texts, "points[].text")] == [
        "points[0].text",
        "points[1].text",
    ]
    assert len(select(texts, "points")) == 2
    assert [one.path for one in select(texts, "points[1]")] == ["points[1].text"]
    assert select(texts, "point") == ()
    assert pattern_of("points[12].a[0]") == "points[].a[]"


@given(value=VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 2]))
def test_the_texts_are_those_of_the_values(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    texts = json_texts(source)
    assert [one.words.text for one in texts] == strings(value)
    for one in texts:
        words = one.words
        pieces = (source[a:b] for a, b in zip(words.starts, words.ends, strict=True))
        assert [json.loads(f'"{piece}"', strict=False) for piece in pieces] == list(words.text)
