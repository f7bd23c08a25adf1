"""What our client costs in CPU for one article, as a ratio to openai's own and beside instructor's.

    python -m tests.benchmarks.client_cpu [--requests 256] [--rounds 5] [--concurrency 64]

The server runs in a process of its own and answers at once, so the time measured is that of this
process. Machines differ and are busy, so only ratios within one run count: the clients take turns,
each ratio is taken within one round, and the median over the rounds is printed. Every client sends
the same messages and schema and validates the same reply.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Literal

import instructor
import openai
from openai.types.shared_params import ResponseFormatJSONSchema
from pydantic import BaseModel
from tests.benchmarks.asked import ARTICLE, MESSAGES, messages
from tests.support.steady_server import serving

from nutgraf.llm.client import Request, Sampling
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.wire import wire_schema

TARGET = 1.5
OURS, OPENAI, INSTRUCTOR = "nutgraf", "openai", "instructor"


class Point(BaseModel):
    """One statement and the sentences that carry it."""

    text: str
    evidence: list[int]


class Entity(BaseModel):
    """A name."""

    name: str
    kind: Literal["person", "organization", "place", "other"]
    role: str | None


class Event(BaseModel):
    """What happened."""

    what: str
    when: str | None
    who: list[str]
    evidence: list[int]


class Figure(BaseModel):
    """A number."""

    expression: str
    of_what: str
    evidence: list[int]


class Summary(BaseModel):
    """A summary of the usual shape: lists of objects that hold lists."""

    headline: str
    gist: str
    key_points: list[Point]
    entities: list[Entity]
    events: list[Event]
    figures: list[Figure]
    topics: list[str]


REPLY = Summary(
    headline="Harbour board to dredge its piers before winter",
    gist="The harbour board has decided to dredge every pier before the winter storms arrive.",
    key_points=[
        Point(text=f"Pier {n} is to be dredged before winter, said the board.", evidence=[n, n + 1])
        for n in range(1, 9)
    ],
    entities=[
        Entity(name=f"Pier {n}", kind="place", role="one of the piers to be dredged")
        for n in range(1, 9)
    ],
    events=[
        Event(
            what=f"Pier {n} is dredged", when="before winter", who=["harbour board"], evidence=[n]
        )
        for n in range(1, 6)
    ],
    figures=[
        Figure(expression=f"pier {n}", of_what="the number of the pier", evidence=[n])
        for n in range(1, 5)
    ],
    topics=["economy, business and finance", "environment"],
).model_dump_json()

Ask = Callable[[], Awaitable[Summary]]


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU milliseconds for one article, of one client, round by round."""

    client: str
    cpu_ms: tuple[float, ...]

    def ratio_to(self, other: Measured) -> float:
        """Return the median over the rounds of the ratio within a round."""
        pairs = zip(self.cpu_ms, other.cpu_ms, strict=True)
        return statistics.median(mine / theirs for mine, theirs in pairs)


@asynccontextmanager
async def ask_nutgraf(base_url: str) -> AsyncIterator[Ask]:
    client = OpenAIClient("small", base_url=base_url)

    async def ask() -> Summary:
        return (await client.complete(Request(MESSAGES, Summary, Sampling()))).answer

    yield ask
    await client.aclose()


@asynccontextmanager
async def ask_openai(base_url: str) -> AsyncIterator[Ask]:
    client = openai.AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0)
    wanted: ResponseFormatJSONSchema = {
        "type": "json_schema",
        "json_schema": {"name": "Summary", "strict": True, "schema": wire_schema(Summary)},
    }

    async def ask() -> Summary:
        completion = await client.chat.completions.create(
            model="small",
            messages=messages(),
            response_format=wanted,
            max_tokens=4096,
            temperature=0.0,
        )
        return Summary.model_validate_json(completion.choices[0].message.content or "")

    yield ask
    await client.close()


@asynccontextmanager
async def ask_instructor(base_url: str) -> AsyncIterator[Ask]:
    connection = openai.AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0)
    client = instructor.from_openai(connection, mode=instructor.Mode.JSON_SCHEMA)

    async def ask() -> Summary:
        return await client.chat.completions.create(
            model="small",
            messages=messages(),
            response_model=Summary,
            max_tokens=4096,
            temperature=0.0,
        )

    yield ask
    await connection.close()


CLIENTS: Mapping[str, Callable[[str], AbstractAsyncContextManager[Ask]]] = {
    OPENAI: ask_openai,
    OURS: ask_nutgraf,
    INSTRUCTOR: ask_instructor,
}


async def cpu_ms(ask: Ask, requests: int, concurrency: int) -> float:
    """Return the CPU milliseconds, user and system, of one request among many at once."""
    left = iter(range(requests))

    async def work() -> None:
        for _ in left:
            await ask()

    started_s = time.process_time()
    await asyncio.gather(*(work() for _ in range(concurrency)))
    return (time.process_time() - started_s) * 1000 / requests


async def measure(base_url: str, requests: int, rounds: int, concurrency: int) -> list[Measured]:
    """Let the clients take turns; a first turn each, to open connections, is not counted."""
    async with AsyncExitStack() as stack:
        asks = {
            name: await stack.enter_async_context(make(base_url)) for name, make in CLIENTS.items()
        }
        for ask in asks.values():
            assert (await ask()).model_dump_json() == REPLY
            await cpu_ms(ask, concurrency, concurrency)
        turns = [
            {name: await cpu_ms(ask, requests, concurrency) for name, ask in asks.items()}
            for _ in range(rounds)
        ]
    return [Measured(name, tuple(turn[name] for turn in turns)) for name in CLIENTS]


def table(measured: list[Measured]) -> str:
    base = next(client for client in measured if client.client == OPENAI)
    lines = [f"{'client':<12}{'CPU ms':>8}{'ratio':>8}   rounds (ratio)"]
    for client in measured:
        rounds = [mine / its for mine, its in zip(client.cpu_ms, base.cpu_ms, strict=True)]
        shown = " ".join(f"{ratio:.2f}" for ratio in rounds)
        median_ms = statistics.median(client.cpu_ms)
        lines.append(f"{client.client:<12}{median_ms:>8.2f}{client.ratio_to(base):>8.2f}   {shown}")
    return "\n".join(lines)


def main() -> None:
    """Measure and print; exit 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--requests", type=int, default=256, help="requests in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--concurrency", type=int, default=64)
    options = parser.parse_args()
    with serving(REPLY) as base_url:
        measuring = measure(base_url, options.requests, options.rounds, options.concurrency)
        measured = asyncio.run(measuring)
    print(f"article {len(ARTICLE):,} characters, reply {len(REPLY):,}")  # a report
    print(table(measured))  # a report
    ours, base = (next(c for c in measured if c.client == name) for name in (OURS, OPENAI))
    sys.exit(ours.ratio_to(base) > TARGET)


if __name__ == "__main__":
    main()
