from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, create_model
from tests.llm.questions import Answer, question

from nutgraf.llm.openai_client.replies import Reply
from nutgraf.llm.openai_client.requests import Mode, asked_again, frame

ItemT = TypeVar("ItemT")


class Listing(BaseModel, Generic[ItemT]):
    items: list[ItemT]


def test_a_frame_is_made_once_for_a_type_and_mode() -> None:
    assert frame(Answer, Mode.JSON) is frame(Answer, Mode.JSON)
    assert frame(Answer, Mode.JSON) is not frame(Answer, Mode.TOOLS)


def test_a_name_that_a_server_would_refuse_is_mended() -> None:
    long = create_model("L" * 100, word=(str, ...))
    assert "'name': 'Listing_int_'" in str(frame(Listing[int], Mode.JSON_SCHEMA).parameters)
    assert f"'name': '{'L' * 64}'" in str(frame(long, Mode.TOOLS).parameters)


def test_asking_again_leaves_the_first_request_as_it_was() -> None:
    first = frame(Answer, Mode.JSON_SCHEMA).body(question(), "m")
    reply = Reply.model_validate({"choices": [{"message": {"content": "no"}}]})
    again = asked_again(first, Mode.JSON_SCHEMA, reply, "headline: Field required")
    assert len(question().messages) == 2
    assert first == frame(Answer, Mode.JSON_SCHEMA).body(question(), "m")
    assert again["response_format"] is first["response_format"]
