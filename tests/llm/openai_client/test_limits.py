"""The limiter at work between our client and a server that has limits."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import pytest
from tests.llm.questions import BAD, GOOD, question
from tests.support.openai_server import (
    Behaviour,
    Failure,
    OpenAIServer,
    Received,
    Usage,
    answer,
    status,
)

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.limiter import Limiter
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.rates import rates
from nutgraf.llm.retry import Patience

QUICK = Patience(attempts=12, longest_wait_s=0.05)
TOO_MANY = status(429, {"code": "rate_limit_exceeded", "type": "requests"})


@dataclass
class Narrow:
    """Answers so many at once, and refuses who comes beyond them.

    Attributes:
        came: When each request came, and whether it was refused.
    """

    at_once: int
    takes_s: float
    came: list[tuple[float, bool]] = field(default_factory=list)
    _busy_until: list[float] = field(default_factory=list)

    def __call__(self, received: Received) -> Behaviour:
        now = time.monotonic()
        self._busy_until = [until for until in self._busy_until if until > now]
        refused = len(self._busy_until) >= self.at_once
        self.came.append((now, refused))
        if refused:
            return TOO_MANY
        self._busy_until.append(now + self.takes_s)
        return answer(GOOD, after_s=self.takes_s)


async def ask_many(
    server: OpenAIServer, limiter: Limiter, number: int, patience: Patience = QUICK
) -> list[object]:
    client = OpenAIClient("m", base_url=server.base_url, patience=patience, gate=limiter)
    asked = (client.complete(question()) for _ in range(number))
    ended = await asyncio.gather(*asked, return_exceptions=True)
    await client.aclose()
    return list(ended)


def failures(ended: list[object]) -> list[str]:
    return [repr(one) for one in ended if isinstance(one, BaseException)]


def test_a_server_with_less_room_than_we_have_is_found_out_and_all_are_answered() -> None:
    narrow, limiter = Narrow(at_once=4, takes_s=0.03), Limiter(64)
    with OpenAIServer(narrow) as server:
        ended = asyncio.run(ask_many(server, limiter, 60))
    assert failures(ended) == []
    assert limiter.concurrency.limit < 16
    assert limiter.concurrency.cuts > 0
    refused = sum(refused for _, refused in narrow.came)
    assert len(narrow.came) == 60 + refused
    assert refused < 60


def test_a_burst_that_is_refused_halves_once_and_nobody_comes_before_the_time_asked_for() -> None:
    came: list[float] = []

    def refuse_the_first(received: Received) -> Behaviour:
        came.append(time.monotonic())
        if len(came) <= 8:
            return status(429, headers={"retry-after": "0.4"})
        return answer(GOOD)

    limiter = Limiter(64)
    limiter._round_trip_s = 0.1  # as if answers had been seen
    with OpenAIServer(refuse_the_first) as server:
        ended = asyncio.run(ask_many(server, limiter, 12, Patience(attempts=3)))
    assert failures(ended) == []
    assert limiter.concurrency.cuts == 1
    assert len(came) == 20
    assert min(came[8:]) - max(came[:8]) >= 0.35
    assert len(set(came[8:])) == 12


def test_no_quota_left_is_no_question_of_speed() -> None:
    limiter = Limiter(64)
    with OpenAIServer(status(429, {"code": "insufficient_quota"})) as server:
        [error] = asyncio.run(ask_many(server, limiter, 1))
    assert type(error) is ModelError
    assert "billing" in str(error)
    assert len(server.requests) == 1
    assert limiter.concurrency.cuts == 0


@pytest.mark.parametrize(
    "slow", [status(503), status(529), status(500, {"code": "slow_down"}), Failure.HANG]
)
def test_a_server_that_is_overloaded_is_asked_less(slow: Behaviour) -> None:
    limiter = Limiter(64)
    patience = Patience(attempts=2, attempt_s=0.3, longest_wait_s=0)
    with OpenAIServer(slow, answer(GOOD)) as server:
        ended = asyncio.run(ask_many(server, limiter, 1, patience))
    assert failures(ended) == []
    assert limiter.concurrency.cuts == 1
    assert limiter.concurrency.limit == pytest.approx(4, abs=0.3)


@pytest.mark.parametrize("down", [status(500), Failure.DROP, Failure.TEAR])
def test_a_failure_that_is_no_overload_is_retried_at_the_same_pace(down: Behaviour) -> None:
    limiter = Limiter(64)
    with OpenAIServer(down, answer(GOOD)) as server:
        ended = asyncio.run(ask_many(server, limiter, 1))
    assert failures(ended) == []
    assert limiter.concurrency.cuts == 0


def test_retries_and_reasks_count_as_requests_and_tokens_as_the_server_counts() -> None:
    limits = rates(requests=1_000, tokens=1_000_000)
    with OpenAIServer(status(500), answer(BAD), TOO_MANY, answer(GOOD)) as server:
        ended = asyncio.run(ask_many(server, Limiter(8, limits), 1))
    assert failures(ended) == []
    assert limits.requests
    assert limits.tokens
    assert sum(limits.requests.used.values()) == len(server.requests) == 4
    assert sum(limits.tokens.used.values()) == 2 * (100 + 20)


def test_where_the_server_does_not_count_the_estimate_stands() -> None:
    limits = rates(tokens=1_000_000)
    with OpenAIServer(answer(GOOD, usage=None)) as server:
        asyncio.run(ask_many(server, Limiter(8, limits), 1))
    assert limits.tokens
    sent = len(server.requests[0].content)
    assert sum(limits.tokens.used.values()) == sent // 4 + 500


def test_the_time_of_an_attempt_begins_with_its_turn() -> None:
    patience = Patience(attempts=1, attempt_s=0.5)
    with OpenAIServer(answer(GOOD, after_s=0.15, usage=Usage(1, 1))) as server:
        ended = asyncio.run(ask_many(server, Limiter(1), 6, patience))
    assert failures(ended) == []


def test_who_gives_up_says_how_often_it_tried() -> None:
    with OpenAIServer(TOO_MANY) as server:
        [error] = asyncio.run(ask_many(server, Limiter(8), 1, Patience(3, longest_wait_s=0)))
    assert isinstance(error, TransientModelError)
    assert "too many requests (HTTP 429, rate_limit_exceeded, requests) (attempts: 3)" in str(error)
