"""The model seam: what is asked of a model, what comes back, and who may answer.

Everything above this floor speaks to a `Client`; which service answers, how it is retried and what
it costs live in the modules beside this one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

from nutgraf.llm.wire import wire_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

AnswerT = TypeVar("AnswerT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation that is sent to the model."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model is to answer.

    Attributes:
        max_tokens: The most output tokens that one answer may take.
        temperature: 0 for the likeliest answer; None leaves it to the server.
    """

    max_tokens: int = 4096
    temperature: float | None = 0.0


@dataclass(frozen=True, slots=True)
class Request(Generic[AnswerT]):
    """One question to a model: the messages, and the pydantic model its answer must fit."""

    messages: Sequence[Message]
    answer_type: type[AnswerT]
    sampling: Sampling

    def digest(self, model: str) -> str:
        """Return the key of this request to this model in a recording: a SHA-256, hexadecimal.

        It covers everything the answer depends on: model, messages, wire schema and sampling.
        """
        parts = {
            "model": model,
            "messages": [[message.role, message.content] for message in self.messages],
            "schema": wire_schema(self.answer_type),
            "max_tokens": self.sampling.max_tokens,
            "temperature": self.sampling.temperature,
        }
        canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the server counted them, over all requests that were made, failed ones included.

    Attributes:
        input_tokens: Tokens of the prompts.
        output_tokens: Tokens of the answers.
        cached_tokens: Those of the input tokens that the server took from its prefix cache.
        requests: HTTP requests that were answered.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.requests + other.requests,
        )


@dataclass(frozen=True, slots=True)
class Completion(Generic[AnswerT]):
    """An answer that fits.

    Attributes:
        answer: The parsed answer.
        text: The answer as JSON, as the model wrote it; this is what a recording keeps.
        usage: What it took, re-asks included.
        seconds: From the first request to the last byte of the last answer.
    """

    answer: AnswerT
    text: str
    usage: Usage
    seconds: float


class Client(Protocol):
    """Whoever answers requests: a server, a recording, a script."""

    @property
    def model(self) -> str:
        """The model's name as the user gave it, such as ``openai/gpt-5-mini``."""
        ...

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            ModelError: The provider said no; `TransientModelError` after the retries.
            OutputError: The answer never fitted, was cut off or refused.
            RecordingError: A replay has no recording for this request.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections and files; the client cannot be used afterwards."""
        ...
