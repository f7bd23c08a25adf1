"""The body of a request: what instructor adds to the messages so that the answer fits a type.

instructor knows how each mode is put to a server, and how a model is asked again. Its own loop is
not used: its history grows with each re-ask, it hides transport errors among misfits, and it makes
a new pydantic class for every call. Nothing is sent from here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import instructor
from instructor.processing.response import handle_reask_kwargs, handle_response_model
from pydantic import BaseModel

from nutgraf.errors import ModelError
from nutgraf.llm.wire import wire_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic.json_schema import JsonSchemaValue

    from nutgraf.llm.client import AnswerT, Message, Request
    from nutgraf.llm.openai_client.replies import Reply

_FRAMES_KEPT = 64  # as many as schemas, for the same reason
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]")
_NAME_CHARS = 64
_BLANK = " "  # an empty string would be taken for an empty list of images and texts


class Mode(StrEnum):
    """How the server is asked for an answer that fits: the strictest first."""

    JSON_SCHEMA = "json_schema"
    TOOLS = "tools"
    JSON = "json"


_INSTRUCTOR_MODES: Mapping[Mode, instructor.Mode] = {
    Mode.JSON_SCHEMA: instructor.Mode.JSON_SCHEMA,
    Mode.TOOLS: instructor.Mode.TOOLS,
    Mode.JSON: instructor.Mode.JSON,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What every request for one type of answer has in common.

    Attributes:
        parameters: The parameters that ask for the type; shared, so not to be changed.
        instructions: What the system message must say about it; empty where a parameter says it.
        written: The parameters as JSON, each by itself: schemas are long, and always the same.
    """

    parameters: Mapping[str, object]
    instructions: str
    written: Mapping[str, str]

    def body(self, request: Request[AnswerT], model: str) -> dict[str, object]:
        """Return the body of a first request."""
        body: dict[str, object] = {
            "model": model,
            "messages": self._messages(request.messages),
            **self.parameters,
            "max_tokens": request.sampling.max_tokens,
        }
        if request.sampling.temperature is not None:
            body["temperature"] = request.sampling.temperature
        return body

    def _messages(self, messages: Sequence[Message]) -> list[dict[str, str]]:
        plain = [{"role": message.role, "content": message.content} for message in messages]
        if not self.instructions:
            return plain
        if not plain or plain[0]["role"] != "system":
            return [{"role": "system", "content": self.instructions}, *plain]
        plain[0]["content"] += f"\n\n{self.instructions}"
        return plain


@lru_cache(maxsize=_FRAMES_KEPT)
def frame(answer_type: type[BaseModel], mode: Mode) -> Frame:
    """Return the frame of requests for one type of answer, made by instructor once."""
    _, prepared = handle_response_model(
        _stand_in(answer_type),
        mode=_INSTRUCTOR_MODES[mode],
        messages=[{"role": "system", "content": _BLANK}, {"role": "user", "content": _BLANK}],
    )
    instructions = prepared.pop("messages")[0]["content"].strip()
    if mode is Mode.JSON_SCHEMA:
        prepared["response_format"]["json_schema"]["strict"] = True
    return Frame(prepared, instructions, {name: _json(prepared[name]) for name in prepared})


def encoded(body: Mapping[str, object], framed: Frame) -> bytes:
    """Return the bytes of a body that was made in a frame.

    Raises:
        ModelError: They would be no UTF-8.
    """
    members = (
        f'"{name}":{framed.written[name] if framed.parameters.get(name) is value else _json(value)}'
        for name, value in body.items()
    )
    try:
        return f"{{{','.join(members)}}}".encode()
    except UnicodeEncodeError as error:
        message = "the messages hold half a surrogate pair, which cannot be sent; clean the article"
        raise ModelError(message) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def asked_again(
    body: Mapping[str, object], mode: Mode, reply: Reply, correction: str
) -> dict[str, object]:
    """Return the body of a re-ask: the first one, the failed answer and what is wrong with it.

    The body given must be that of the first request: a history of failures would cost more with
    each of them, and teach the model its own mistakes.
    """
    messages = body["messages"]
    assert isinstance(messages, list)  # noqa: S101  # our own frame made it; this tells the type checker
    return handle_reask_kwargs(
        {**body, "messages": list(messages)},
        mode=_INSTRUCTOR_MODES[mode],
        response=reply if reply.text else None,  # servers refuse an empty message of the assistant
        exception=ValueError(correction),
    )


def _stand_in(answer_type: type[BaseModel]) -> type[BaseModel]:
    """Return a class that shows instructor our wire schema in place of pydantic's.

    It is empty, since instructor only looks at its name and schema: answers are parsed by us.
    """
    name = _NOT_IN_A_NAME.sub("_", answer_type.__name__)[:_NAME_CHARS]
    schema: JsonSchemaValue = {"title": name, **wire_schema(answer_type)}

    class StandIn(BaseModel):
        @classmethod
        def model_json_schema(cls, *_: object, **__: object) -> JsonSchemaValue:
            return schema

    StandIn.__name__ = name
    return StandIn
