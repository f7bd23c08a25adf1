from __future__ import annotations

import asyncio
import traceback

import pytest
from tests.llm.openai_client.asking import Ask, Fail
from tests.llm.questions import ARTICLE, KEY, Answer, question
from tests.support.openai_server import OpenAIServer

from nutgraf.errors import ModelError, OutputError
from nutgraf.llm.client import Completion
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.retry import Patience


@pytest.fixture
def waits() -> list[float]:
    """The waits that the client made so far, in seconds; none of them takes any time."""
    return []


@pytest.fixture
def patience(waits: list[float]) -> Patience:
    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    return Patience(attempts=3, attempt_s=2.0, sleep=sleep)


@pytest.fixture
def ask(patience: Patience) -> Ask:
    """Ask one question of a server, with a key."""

    def ask_once(
        server: OpenAIServer, *, mode: str = "json_schema", reasks: int = 2
    ) -> Completion[Answer]:
        client = OpenAIClient(
            "openai/small",
            api_key=KEY,
            base_url=server.base_url,
            patience=patience,
            mode=mode,
            reasks=reasks,
        )
        return asyncio.run(client.complete(question()))

    return ask_once


@pytest.fixture
def failure(ask: Ask) -> Fail:
    """Ask one question that fails; return the error, which must not tell secrets."""

    def fail(server: OpenAIServer) -> ModelError | OutputError:
        with pytest.raises((ModelError, OutputError)) as caught:
            ask(server)
        error = caught.value
        assert isinstance(error, (ModelError, OutputError))
        told = "".join(traceback.format_exception(error)) + repr(error)
        assert KEY not in told
        assert ARTICLE not in told
        assert "Marguerite" not in told
        return error

    return fail
