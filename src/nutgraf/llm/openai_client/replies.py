"""What a chat completion looks like, as far as we read it.

Read strictly, since anything may answer at a base URL; but only the fields we use, since servers
that speak the protocol leave out the others. What a reply means for the caller is not decided here.
"""

from __future__ import annotations

from pydantic import BaseModel

from nutgraf.llm.client import Usage


class ToolFunction(BaseModel):
    """The function that a tool call names, and its arguments as JSON."""

    name: str = ""
    arguments: str


class ToolCall(BaseModel):
    """One tool call."""

    id: str = ""
    type: str = "function"
    function: ToolFunction


class ReplyMessage(BaseModel):
    """The model's message."""

    role: str = "assistant"
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[ToolCall] | None = None


class Choice(BaseModel):
    """One choice; we ask for one."""

    message: ReplyMessage
    finish_reason: str | None = None


class CachedTokens(BaseModel):
    """Where a server says how much of the prompt it had cached."""

    cached_tokens: int | None = None


class TokenCounts(BaseModel):
    """The server's count of tokens."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: CachedTokens | None = None


class Reply(BaseModel):
    """A chat completion."""

    choices: list[Choice]
    usage: TokenCounts | None = None

    @property
    def text(self) -> str:
        """The answer: the first tool call's arguments, or the content, or else nothing."""
        if not self.choices:
            return ""
        message = self.choices[0].message
        if message.tool_calls:
            return message.tool_calls[0].function.arguments
        return message.content or ""

    @property
    def cut_off(self) -> bool:
        """Whether the answer ended at the token limit."""
        return bool(self.choices) and self.choices[0].finish_reason == "length"

    @property
    def refused(self) -> bool:
        """Whether the model, or its content filter, refused."""
        if not self.choices:
            return False
        choice = self.choices[0]
        return bool(choice.message.refusal) or choice.finish_reason == "content_filter"

    def spent(self) -> Usage:
        """Return what the reply cost; tokens that the server does not count are 0."""
        counts = self.usage or TokenCounts()
        details = counts.prompt_tokens_details or CachedTokens()
        return Usage(
            input_tokens=counts.prompt_tokens or 0,
            output_tokens=counts.completion_tokens or 0,
            cached_tokens=details.cached_tokens or 0,
            requests=1,
        )
