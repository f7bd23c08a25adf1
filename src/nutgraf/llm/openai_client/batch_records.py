"""What batches and their files look like, as far as we read them; what goes into one, a line each.

Read strictly, since anything may answer at a base URL; but only the fields we use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from nutgraf.llm.openai_client.errors import translate_told
from nutgraf.llm.openai_client.replies import Reply
from nutgraf.llm.stored import StoredReply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.errors import ModelError

_ENDED: Final = frozenset({"completed", "failed", "expired", "cancelled"})
_OK: Final = 200
_LINE_ENDS: Final = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Ends of lines for some readers, though not for JSON; escaped, they are none for anybody."""


class FileRecord(BaseModel):
    """A file that the server has."""

    id: str


class BatchFault(BaseModel):
    """Why a batch was refused as a whole."""

    code: str | None = None


class BatchFaults(BaseModel):
    """All reasons."""

    data: list[BatchFault] | None = None


class BatchRecord(BaseModel):
    """A batch and how it stands.

    Attributes:
        status: ``validating``, ``in_progress``, ``completed`` and so on.
        created_at: In seconds since 1970, by the server's clock.
    """

    id: str
    status: str
    created_at: float = 0.0
    output_file_id: str | None = None
    error_file_id: str | None = None
    errors: BatchFaults | None = None
    metadata: dict[str, str] | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in _ENDED

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it left: answers first. Either, both or none may be there."""
        return tuple(file for file in (self.output_file_id, self.error_file_id) if file)

    @property
    def fault_codes(self) -> frozenset[str]:
        """The codes of the reasons for which it was refused as a whole."""
        faults = (self.errors and self.errors.data) or []
        return frozenset(fault.code for fault in faults if fault.code)


class Page(BaseModel):
    """A part of the list of batches."""

    data: list[BatchRecord]
    has_more: bool = False


class _Response(BaseModel):
    status_code: int
    body: Any = None  # Any: JSON, read as a completion or as an error


class _Line(BaseModel):
    custom_id: str
    response: _Response | None = None
    error: dict[str, Any] | None = None  # Any: JSON


@dataclass(frozen=True, slots=True)
class Told:
    """What a line of an output or error file tells of one request.

    Attributes:
        key: The request's custom id.
        came: The reply, or why there is none.
    """

    key: str
    came: StoredReply | ModelError


def request_line(key: str, body: Mapping[str, object]) -> bytes:
    """Return the line of an input file for a request.

    Raises:
        UnicodeEncodeError: The messages hold half a surrogate pair.
    """
    told = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": body}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _LINE_ENDS.items():
        text = text.replace(sign, escaped)
    return text.encode() + b"\n"


def read_told(line: bytes, place: str) -> Told | None:
    """Return what a line of an output or error file tells; None where it tells nothing.

    Args:
        line: The line.
        place: The server's host, for messages.
    """
    try:
        told = _Line.model_validate_json(line)
    except ValidationError:
        return None
    if told.response is None:
        return Told(told.custom_id, translate_told(None, told.error or {}, place))
    if told.response.status_code != _OK:
        error = _error_in(told.response.body) or told.error or {}
        return Told(told.custom_id, translate_told(told.response.status_code, error, place))
    reply = _stored(told.response.body)
    return Told(told.custom_id, reply) if reply else None


def _error_in(body: object) -> dict[str, Any]:  # Any: JSON
    """Return what a body says is wrong: ``{"error": {...}}`` with OpenAI, flat with others."""
    if not isinstance(body, dict):
        return {}
    error = body.get("error", body)
    return error if isinstance(error, dict) else {"message": error}


def _stored(body: object) -> StoredReply | None:
    try:
        reply = Reply.model_validate(body)
    except ValidationError:
        return None
    if reply.refused:
        return StoredReply(text="", ending="refused", usage=reply.spent())
    return StoredReply(
        text=reply.text, ending="cut" if reply.cut_off else "whole", usage=reply.spent()
    )
