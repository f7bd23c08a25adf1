from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from nutgraf.article import Span
from nutgraf.llm.wire import wire_schema
from nutgraf.schema import (
    Amount,
    AtLeast,
    AtMost,
    Citation,
    Evidence,
    Mention,
    Passage,
    Verbatim,
    When,
)


class Note(BaseModel):
    text: str
    evidence: Evidence
    words: Verbatim
    who: list[Mention]
    when: When | None
    cost: Amount


WIRE = {
    "text": "A bridge was closed.",
    "evidence": [2, 5],
    "words": "It is not safe",
    "who": ["Ada Lund"],
    "when": "Friday",
    "cost": "$3m",
}


def test_the_wire_face_is_plain_values() -> None:
    note = Note.model_validate(WIRE)
    assert note.evidence == (Citation(sentence=2), Citation(sentence=5))
    assert note.words == Verbatim(text="It is not safe")
    assert note.who == [Mention(text="Ada Lund")]
    assert note.when == When(text="Friday")
    assert note.cost == Amount(text="$3m")


def test_the_wire_schema_asks_for_numbers_and_strings() -> None:
    properties = wire_schema(Note)["properties"]
    assert properties["evidence"]["items"] == {"type": "integer"}
    assert properties["words"]["type"] == "string"
    assert properties["who"]["items"]["type"] == "string"
    assert [option["type"] for option in properties["when"]["anyOf"]] == ["string", "null"]
    assert properties["cost"]["type"] == "string"


def test_a_field_type_says_what_it_wants_where_the_field_does_not() -> None:
    class Plain(BaseModel):
        when: When
        due: When = Field(description="the day it is due")

    properties = wire_schema(Plain)["properties"]
    assert "own few words for the time" in properties["when"]["description"]
    assert properties["due"]["description"] == "the day it is due"


def test_the_schema_at_rest_asks_for_places() -> None:
    definitions = Note.model_json_schema(mode="serialization")["$defs"]
    assert set(definitions["Citation"]["properties"]) == {"sentence", "passage", "corrected"}
    assert set(definitions["Passage"]["properties"]) == {"start", "end", "text"}


@pytest.mark.parametrize("wrong", ["2", True, 2.5, None, {"number": 2}])
def test_a_citation_is_a_whole_number_and_nothing_else(wrong: object) -> None:
    with pytest.raises(ValidationError):
        Note.model_validate({**WIRE, "evidence": [wrong]})


def test_a_python_date_is_taken_as_its_iso_form() -> None:
    assert When.model_validate(date(2026, 3, 12)).text == "2026-03-12"


def test_a_passage_must_be_as_long_as_its_span() -> None:
    with pytest.raises(ValidationError, match="as long as its span"):
        Passage(start=0, end=3, text="four")


def test_a_passage_says_what_its_span_says() -> None:
    passage = Passage.at(Span(4, 8), "the bridge")
    assert passage == Passage(start=4, end=8, text="brid")
    assert passage.span == Span(4, 8)


def test_a_list_has_its_most_items_on_the_wire_only() -> None:
    class Few(BaseModel):
        items: Evidence

    assert wire_schema(Few)["properties"]["items"]["maxItems"] == 3
    at_rest = Few.model_json_schema(mode="serialization")["properties"]["items"]
    assert "maxItems" not in at_rest


def test_the_fewest_items_are_asked_for_on_the_wire_and_not_insisted_on() -> None:
    class Some(BaseModel):
        items: Annotated[list[str], AtLeast(2), AtMost(5)]

    asked = wire_schema(Some)["properties"]["items"]
    assert (asked["minItems"], asked["maxItems"]) == (2, 5)
    assert Some.model_validate({"items": []}).items == []


passages = st.builds(
    lambda start, text: Passage(start=start, end=start + len(text), text=text),
    st.integers(0, 10_000),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
)
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)
notes = st.builds(
    Note,
    text=words,
    evidence=st.lists(st.builds(Citation, sentence=st.integers(), passage=passages)).map(tuple),
    words=st.builds(Verbatim, text=words, passage=st.none() | passages),
    who=st.lists(st.builds(Mention, text=words, passages=st.lists(passages).map(tuple))),
    when=st.none() | st.builds(When, text=words, value=st.none() | words),
    cost=st.builds(
        Amount,
        text=words,
        value=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
        unit=st.none() | words,
    ),
)


@given(notes)
def test_what_is_saved_loads_back_the_same(note: Note) -> None:
    assert Note.model_validate_json(note.model_dump_json()) == note


def test_an_amount_keeps_its_digits() -> None:
    amount = Amount(text="0.10", value=Decimal("0.10"))
    assert str(Amount.model_validate_json(amount.model_dump_json()).value) == "0.10"
