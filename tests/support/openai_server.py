"""A server on this machine that speaks OpenAI's protocol and behaves as a test says, however badly.

    with OpenAIServer(status(500), answer('{"word": "tide"}')) as server:
        ...  # a client with base_url=server.base_url gets the 500, and then that answer for ever
        assert len(server.requests) == 2

The last behaviour repeats. A behaviour may also be a function from the request to a behaviour, so
one function can answer by what is asked. It needs the standard library only, and knows no client.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self, TypeAlias, cast

if TYPE_CHECKING:
    from types import TracebackType


@dataclass(frozen=True)
class Received:
    """A request as it came in; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    content: bytes
    method: str = "POST"

    @cached_property
    def body(self) -> Mapping[str, object]:
        """The body of a POST, parsed."""
        return cast("Mapping[str, object]", json.loads(self.content))

    @property
    def messages(self) -> list[Mapping[str, str]]:
        """The messages, with at least a role and a content each."""
        return cast("list[Mapping[str, str]]", self.body["messages"])


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP response, sent after a while."""

    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    after_s: float = 0.0


class Failure(Enum):
    """What can happen to a request other than a response."""

    HANG = "never answer"
    DROP = "close the connection without a word"
    TEAR = "close the connection in the middle of the response"


@dataclass(frozen=True, slots=True)
class Usage:
    """The tokens that the server says it counted."""

    prompt: int = 100
    completion: int = 20
    cached: int = 0


Behaviour: TypeAlias = "Reply | Failure | Callable[[Received], Behaviour]"

_COUNTED = Usage()


def answer(
    text: str,
    *,
    finish_reason: str = "stop",
    usage: Usage | None = _COUNTED,
    tools: bool = True,
    after_s: float = 0.0,
) -> Behaviour:
    """Answer with a text: as a tool call where the request asks for one, unless told not to."""

    def respond(received: Received) -> Behaviour:
        called = tools and "tools" in received.body
        message = _tool_call(text) if called else {"role": "assistant", "content": text}
        return completion([_choice(message, finish_reason)], usage=usage, after_s=after_s)

    return respond


def refusal(words: str) -> Behaviour:
    """Refuse as OpenAI's models do: in a field of its own."""
    return completion([_choice({"role": "assistant", "content": None, "refusal": words}, "stop")])


def completion(
    choices: list[Mapping[str, object]],
    *,
    usage: Usage | None = _COUNTED,
    after_s: float = 0.0,
) -> Reply:
    """Answer with these choices, which may be none."""
    body: dict[str, object] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test",
        "choices": choices,
    }
    if usage is not None:
        body["usage"] = {
            "prompt_tokens": usage.prompt,
            "completion_tokens": usage.completion,
            "total_tokens": usage.prompt + usage.completion,
            "prompt_tokens_details": {"cached_tokens": usage.cached},
        }
    return raw(json.dumps(body), after_s=after_s)


def plain_completion(text: str) -> Reply:
    """Answer with a text, whatever the request."""
    return completion([_choice({"role": "assistant", "content": text}, "stop")])


def status(
    code: int, error: Mapping[str, object] | None = None, headers: Mapping[str, str] | None = None
) -> Reply:
    """Answer with an HTTP status and, unless told otherwise, an error in OpenAI's form."""
    told = {"message": "as the test wants it", "type": None, "param": None, "code": None}
    content = json.dumps({"error": {**told, **(error or {})}}).encode()
    return Reply(code, content, headers or {})


def raw(content: str, *, kind: str = "application/json", after_s: float = 0.0) -> Reply:
    """Answer with status 200 and whatever content."""
    return Reply(200, content.encode(), {"content-type": kind}, after_s)


def _choice(message: Mapping[str, object], finish_reason: str) -> Mapping[str, object]:
    return {"index": 0, "message": message, "finish_reason": finish_reason, "logprobs": None}


def _tool_call(arguments: str) -> Mapping[str, object]:
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "Answer", "arguments": arguments},
    }
    return {"role": "assistant", "content": None, "tool_calls": [call]}


class OpenAIServer:
    """Serves on a free port of the loopback interface, from a thread with an event loop of its own.

    Attributes:
        requests: The requests for completions so far, in order.
        connections: How many connections clients have opened.
    """

    def __init__(self, *behaviours: Behaviour) -> None:
        if not behaviours:
            raise ValueError("give at least one behaviour")
        self._behaviours = behaviours
        self.requests: list[Received] = []
        self.connections = 0
        self._open: set[asyncio.Transport] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    @property
    def base_url(self) -> str:
        """What a client is given."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        server = await self._loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        for transport in list(self._open):
            transport.abort()
        server.close()
        await server.wait_closed()

    def opened(self, transport: asyncio.Transport) -> None:
        """Note a new connection."""
        self.connections += 1
        self._open.add(transport)

    def closed(self, transport: asyncio.Transport) -> None:
        """Note that a connection is gone."""
        self._open.discard(transport)

    def behaviour(self, received: Received) -> Reply | Failure:
        """Return what the next request is in for."""
        if received.path.endswith("/models"):
            return raw(json.dumps({"object": "list", "data": [{"id": "test", "object": "model"}]}))
        turn = min(len(self.requests), len(self._behaviours) - 1)
        self.requests.append(received)
        behaviour = self._behaviours[turn]
        while not isinstance(behaviour, Reply | Failure):
            behaviour = behaviour(received)
        return behaviour


class _Connection(asyncio.Protocol):
    """One connection, kept alive; a client sends its next request after the response."""

    def __init__(self, server: OpenAIServer) -> None:
        self._server = server
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._server.opened(self._transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._server.closed(self._transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, rest = self._buffer.partition(b"\r\n\r\n")
        if not end:
            return
        request_line, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)
        }
        if len(rest) < int(headers.get("content-length", "0")):
            return
        self._buffer = b""
        method, path, _ = request_line.split(" ")
        self._behave(Received(path, headers, rest, method))

    def _behave(self, received: Received) -> None:
        behaviour = self._server.behaviour(received)
        if behaviour is Failure.DROP:
            self._transport.abort()
        elif behaviour is Failure.TEAR:
            self._transport.write(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{")
            self._transport.close()
        elif isinstance(behaviour, Reply):
            loop = asyncio.get_running_loop()
            loop.call_later(behaviour.after_s, partial(self._write, behaviour))

    def _write(self, reply: Reply) -> None:
        headers = {"content-type": "application/json", **reply.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 {reply.status} X\r\n{lines}content-length: {len(reply.content)}\r\n\r\n"
        self._transport.write(head.encode() + reply.content)
