"""The client that asks a server: from one request's messages to an answer that fits.

What goes into a request, what a reply says and what an error means live in the modules beside this
one; how long to keep trying, in the retry policy.
"""

from __future__ import annotations

import asyncio
import logging
import time
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
from pydantic import ValidationError

from nutgraf.errors import (
    ConfigError,
    ModelError,
    OutputError,
    TransientModelError,
)
from nutgraf.llm.answers import Misfit, charged, json_part, parse_answer, refuse_unfinished
from nutgraf.llm.client import Completion, Usage
from nutgraf.llm.limiter import OpenGate
from nutgraf.llm.openai_client.batches import Batches
from nutgraf.llm.openai_client.connections import Connections
from nutgraf.llm.openai_client.errors import UnsupportedParameterError, no_connection, refused
from nutgraf.llm.openai_client.replies import Reply
from nutgraf.llm.openai_client.requests import Mode, asked_again, encoded, frame
from nutgraf.llm.openai_client.server import server_for
from nutgraf.llm.retry import Patience

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.llm.client import AnswerT, Request
    from nutgraf.llm.limiter import Gate, Turn
    from nutgraf.llm.openai_client.line import Line
    from nutgraf.llm.openai_client.requests import Frame

_DEFAULT_PATIENCE = Patience()
_NO_LIMITS = OpenGate()
_BYTES_A_TOKEN = 4  # of JSON and English; the server's own count replaces the estimate
_SUBSTITUTES: Mapping[str, str | None] = {
    "temperature": None,  # reasoning models take none
    "max_tokens": "max_completion_tokens",  # OpenAI's new name; most other servers know the old one
}

_log = logging.getLogger(__name__)


class OpenAIClient:
    """Asks OpenAI, or a server that speaks its protocol.

    Each event loop that uses it gets connections of its own, closed by `aclose` or at the end of
    ``asyncio.run``, whichever comes first.

    Args:
        model: Such as ``openai/gpt-5-mini``; the prefix is not sent.
        api_key: May be missing where a server of one's own needs none.
        base_url: None for OpenAI itself.
        patience: How long to keep trying.
        mode: How the server is asked for an answer that fits.
        reasks: How often to ask again for an answer that does not fit.
        gate: Who lets each request through, retries and re-asks included.

    Raises:
        ConfigError: A setting is missing or does not fit.
    """

    def __init__(  # noqa: PLR0913  one for each setting, all but one by name
        self,
        model: str,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        patience: Patience = _DEFAULT_PATIENCE,
        mode: str = Mode.JSON_SCHEMA,
        reasks: int = 2,
        gate: Gate = _NO_LIMITS,
    ) -> None:
        if mode not in set(Mode):
            raise ConfigError(f"unknown mode {mode!r}; there are {', '.join(Mode)}")
        if reasks < 0:
            raise ConfigError(f"reasks must not be negative, but is {reasks}")
        self._model = model
        self._server = server_for(model, api_key, base_url)
        self._connections = Connections(
            self._server.base_url, self._server.api_key, patience.attempt_s
        )
        self._patience = patience
        self._mode = Mode(mode)
        self._reasks = reasks
        self._gate = gate
        self._unsupported: set[str] = {"max_tokens"} if self._server.official else set()

    @property
    def model(self) -> str:
        """The model's name as the user gave it."""
        return self._model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            ModelError: The server said no; `TransientModelError` after the retries.
            OutputError: The answer never fitted, was cut off or refused.
        """
        started_s = time.perf_counter()
        framed = frame(request.answer_type, self._mode)
        first = framed.body(request, self._server.model)
        body, usage, asked = first, Usage(), 0
        try:
            while True:
                asked += 1
                reply = await self._send(body, framed, request.sampling.max_tokens)
                usage += reply.spent()
                refuse_unfinished(
                    refused=reply.refused,
                    cut_off=reply.cut_off,
                    max_tokens=request.sampling.max_tokens,
                )
                text = json_part(reply.text)
                answer = parse_answer(text, request.answer_type)
                if not isinstance(answer, Misfit):
                    return Completion(answer, text, usage, time.perf_counter() - started_s)
                if asked > self._reasks:
                    raise answer.error(asked)
                body = asked_again(first, self._mode, reply, answer.correction)
        except (ModelError, OutputError) as error:
            charged(error, usage)
            raise

    def body(self, request: Request[AnswerT]) -> dict[str, object]:
        """Return what is sent for a request, with the parameters that this model is known to take.

        What it is known to take is learnt from what it refused so far.
        """
        first = frame(request.answer_type, self._mode)
        return self._spoken(first.body(request, self._server.model))

    @property
    def batches(self) -> Batches:
        """The server's batches, over the same connections."""
        return Batches(self._server.place, self._connections, self._patience)

    async def aclose(self) -> None:
        """Close the connections of the running event loop; the client cannot be used afterwards."""
        await self._connections.aclose()

    async def _send(self, body: Mapping[str, object], framed: Frame, max_tokens: int) -> Reply:
        """Send, and once more without each parameter that the model turns out not to take."""
        while True:
            spoken = self._spoken(body)
            content = encoded(spoken, framed)
            tokens = len(content) // _BYTES_A_TOKEN + max_tokens
            try:
                return await self._patience.retry(partial(self._attempt, content, tokens))
            except UnsupportedParameterError as error:
                if error.parameter not in _SUBSTITUTES.keys() & spoken.keys():
                    raise
                _log.info("%s takes no %s", self._model, error.parameter)
                self._unsupported.add(error.parameter)

    def _spoken(self, body: Mapping[str, object]) -> dict[str, object]:
        """Return the body with the parameters that this model is known to take."""
        spoken = dict(body)
        for parameter in self._unsupported & spoken.keys():
            value = spoken.pop(parameter)
            if substitute := _SUBSTITUTES[parameter]:
                spoken[substitute] = value
        return spoken

    async def _attempt(self, content: bytes, tokens: int) -> Reply:
        """Send once, when it is this request's turn."""
        line = (await self._connections.of_running_loop()).completions
        async with self._gate.turn(tokens) as turn:
            reply = self._read(await self._post(line, content, turn))
            spent = reply.spent()
            turn.settle(spent.input_tokens + spent.output_tokens or tokens)
            return reply

    async def _post(self, line: Line, content: bytes, turn: Turn) -> bytes:
        place = self._server.place
        try:
            async with asyncio.timeout(self._patience.attempt_s):
                answered = await line.post(content)
        except aiohttp.ClientError as error:
            raise no_connection(place) from error
        except TimeoutError as error:
            message = f"{place}: no answer within {self._patience.attempt_s:g} s"
            raise TransientModelError(message, too_fast=True) from error
        if answered.well:
            return answered.content
        turn.settle(0)  # a refusal takes no tokens
        raise refused(answered, place)

    def _read(self, content: bytes) -> Reply:
        try:
            return Reply.model_validate_json(content)
        except ValidationError:
            pass  # raised below instead, as pydantic's exception quotes the reply
        raise ModelError(f"{self._server.place}: not a chat completion; check the base URL")
