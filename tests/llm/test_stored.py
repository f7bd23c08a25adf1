from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from tests.llm.questions import BAD, GOOD, Answer, question

from nutgraf.errors import RefusalError, TruncatedError
from nutgraf.llm.client import Completion, Usage
from nutgraf.llm.scripted import ScriptedClient
from nutgraf.llm.stored import StoredClient, StoredReply

SPENT = Usage(10, 5, requests=1)
KEY = question().digest("scripted")


def ask(
    replies: Mapping[str, StoredReply], inner: ScriptedClient, article: str | None = None
) -> Completion[Answer]:
    async def reply_to(key: str) -> StoredReply | None:
        return replies.get(key)

    client = StoredClient(inner, reply_to)
    assert client.model == "scripted"
    request = question(article) if article else question()
    return asyncio.run(client.complete(request))


def test_what_there_is_a_reply_to_is_answered_and_takes_nothing() -> None:
    inner = ScriptedClient([])
    completion = ask({KEY: StoredReply(text=f"```{GOOD}```", usage=SPENT)}, inner)
    assert completion.answer == Answer.model_validate_json(GOOD)
    assert (completion.text, completion.usage) == (GOOD, Usage())
    assert inner.requests == []


def test_everything_else_is_passed_on() -> None:
    inner = ScriptedClient([GOOD], usage=SPENT)
    completion = ask({KEY: StoredReply(text=GOOD, usage=SPENT)}, inner, "Another article.")
    assert completion.usage == SPENT
    assert len(inner.requests) == 1


def test_a_reply_that_does_not_fit_is_asked_for_anew() -> None:
    inner = ScriptedClient([GOOD], usage=SPENT)
    completion = ask({KEY: StoredReply(text=BAD, usage=SPENT)}, inner)
    assert completion.usage == SPENT
    assert inner.requests == [question()]


def test_a_reply_that_was_cut_off_or_refused_is_none() -> None:
    inner = ScriptedClient([])
    with pytest.raises(TruncatedError, match="500 tokens"):
        ask({KEY: StoredReply(text=GOOD, ending="cut", usage=SPENT)}, inner)
    with pytest.raises(RefusalError):
        ask({KEY: StoredReply(text="", ending="refused", usage=SPENT)}, inner)


def test_closing_it_closes_the_inner_client() -> None:
    closed = []

    class Closing(ScriptedClient):
        async def aclose(self) -> None:
            closed.append(True)

    async def nothing(key: str) -> None:
        raise AssertionError

    asyncio.run(StoredClient(Closing([]), nothing).aclose())
    assert closed
