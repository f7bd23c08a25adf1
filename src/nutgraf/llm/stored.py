"""Replies that were fetched earlier, and a client that answers from them before it asks anybody.

Where they are kept is not known here. They are counted and paid for when they are fetched, so an
answer from here takes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from nutgraf.llm.answers import Misfit, json_part, parse_answer, refuse_unfinished
from nutgraf.llm.client import Completion, Usage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from nutgraf.llm.client import AnswerT, Client, Request


class StoredReply(BaseModel):
    """What a model said to one request.

    Attributes:
        text: The answer; empty where there is none.
        ending: Whether it came to its end, was cut off at the token limit, or was refused.
        usage: What it took.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    ending: Literal["whole", "cut", "refused"] = "whole"
    usage: Usage


class StoredClient:
    """Answers what there is a reply to, and passes on everything else.

    A reply that does not fit the schema is asked for anew.

    Args:
        inner: Who answers the rest.
        reply_to: Finds the reply to the request with a digest, or None.
    """

    def __init__(
        self, inner: Client, reply_to: Callable[[str], Awaitable[StoredReply | None]]
    ) -> None:
        self._inner = inner
        self._reply_to = reply_to

    @property
    def model(self) -> str:
        """The inner client's."""
        return self._inner.model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            ModelError: As the inner client.
            OutputError: Likewise; or the reply that there is was cut off or refused.
            RecordingError: As the inner client.
        """
        stored = await self._reply_to(request.digest(self.model))
        if stored is None:
            return await self._inner.complete(request)
        refuse_unfinished(
            refused=stored.ending == "refused",
            cut_off=stored.ending == "cut",
            max_tokens=request.sampling.max_tokens,
        )
        text = json_part(stored.text)
        answer = parse_answer(text, request.answer_type)
        if isinstance(answer, Misfit):
            return await self._inner.complete(request)
        return Completion(answer, text, Usage(), seconds=0.0)

    async def aclose(self) -> None:
        """Close the inner client."""
        await self._inner.aclose()
