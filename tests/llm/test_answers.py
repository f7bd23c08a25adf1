from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from tests.llm.questions import BAD, GOOD, Answer

from nutgraf.errors import OutputError
from nutgraf.llm.answers import JsonText, Misfit, charged, json_part, parse_answer
from nutgraf.llm.client import Usage


class Index(BaseModel):
    pages: dict[str, int]


class Chain(BaseModel):
    following: Chain | None = None


def misfit(text: str, answer_type: type[BaseModel] = Answer) -> Misfit:
    parsed = parse_answer(JsonText(text), answer_type)
    assert isinstance(parsed, Misfit)
    return parsed


def test_an_answer_that_fits_is_parsed() -> None:
    assert parse_answer(json_part(GOOD), Answer) == Answer.model_validate_json(GOOD)


@given(before=st.text(), after=st.text(), headline=st.text())
def test_an_object_among_words_without_braces_is_found(
    before: str, after: str, headline: str
) -> None:
    text = json.dumps({"headline": headline})
    words = (before + "{" + after).replace("{", "").replace("}", "")
    assert json_part(words + text + words) == text


@given(st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    assert isinstance(parse_answer(json_part(text), Answer), Misfit)


def test_of_two_objects_none_is_chosen() -> None:
    assert misfit(json_part(f"{GOOD}\n{GOOD}")).fields == "the whole: json_invalid"


def test_fields_are_paths_and_kinds_of_error() -> None:
    assert misfit(BAD).fields == "headline: string_type, parts.0.numbers.0: int_parsing"


def test_a_key_that_the_model_made_up_is_not_told_to_people_but_to_the_model() -> None:
    fault = misfit('{"pages":{"the Marguerite":"x"}}', Index)
    assert fault.fields == "pages.*: int_parsing"
    assert fault.correction.startswith("pages.the Marguerite: ")


def test_only_the_first_faults_are_named() -> None:
    text = json.dumps({"headline": 1, "parts": [{}] * 4})
    assert misfit(text).fields == (
        "headline: string_type, parts.0.text: missing, parts.0.numbers: missing (and 6 more)"
    )


def test_a_correction_is_cut_to_its_length() -> None:
    text = json.dumps({"pages": {"x" * 900: "y", "z" * 900: "y", "w" * 900: "y"}})
    assert len(misfit(text, Index).correction) == 2_000


def test_json_nested_too_deeply_does_not_fit() -> None:
    text = '{"following":' * 100_000 + "null" + "}" * 100_000
    assert misfit(text, Chain).fields.endswith("json_invalid")


def test_the_error_says_how_often_was_asked() -> None:
    assert str(Misfit("a: missing", "").error(asked=1)) == (
        "the answer did not fit the schema, asked once; at fault: a: missing"
    )
    assert "asked 3 times" in str(Misfit("a: missing", "").error(asked=3))


def test_an_error_carries_the_tokens_that_were_spent() -> None:
    error = charged(OutputError("no"), Usage(7, 5, 3, 1))
    assert (error.input_tokens, error.output_tokens) == (7, 5)
