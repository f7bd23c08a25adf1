"""How close our client comes to the throughput that a server's latency allows.

    python -m tests.benchmarks.throughput [--rounds 5] [--turns 12] [--latency 0.2]

The server runs in a process of its own and answers after a fixed latency, so N requests with C in
flight take N x latency / C at best. Printed is how much of that is reached, and the CPU time of
this process for one request. The machine is shared: the clients take turns, round by round, and the
best round of each counts, since a client's own limit is what other work cannot explain. The client
``aiohttp`` sends bytes that were made once and reads nothing: no client in Python gets past it, so
its figure says what the machine has left. ``with limiter`` is ours behind a limiter with rates that
are not reached; ``instructor`` is used as its documentation has it.

What is measured is the client alone: from messages to a typed answer. Reading articles, checking
drafts and the ledger come on top in a batch: see ``batch_throughput.py``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
import instructor
import openai
from openai.types.shared_params import ResponseFormatJSONSchema
from tests.benchmarks.asked import ARTICLE, MESSAGES, PROMPT, messages
from tests.support.steady_server import serving

from nutgraf.llm.client import Request, Sampling
from nutgraf.llm.limiter import Gate, Limiter, OpenGate
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.rates import rates
from nutgraf.llm.wire import wire_schema
from nutgraf.schema.news import NewsSummary

OURS, LIMITED, OPENAI, BYTES = "nutgraf", "with limiter", "openai", "aiohttp"
INSTRUCTOR = "instructor"
OPEN = OpenGate()
TARGETS: Mapping[int, float] = {64: 0.90, 256: 0.50}

REPLY = json.dumps(
    {
        "headline": "Harbour board to dredge its piers before winter",
        "gist": {
            "text": "The harbour board has decided to dredge every pier before the winter storms.",
            "evidence": [1, 2],
        },
        "key_points": [
            {"text": f"Pier {n} is to be dredged in autumn, said the board.", "evidence": [n]}
            for n in range(1, 8)
        ],
        "events": [
            {
                "what": f"The harbour board has pier {n} dredged before the storms of winter.",
                "when": "in autumn",
                "where": f"pier {n}",
                "who": ["The harbour board"],
                "status": "planned",
                "evidence": [n],
            }
            for n in range(1, 9)
        ],
        "quotes": [],
        "entities": [
            {
                "name": f"pier {n}",
                "kind": "place",
                "role": "one of the piers of the harbour that are to be dredged",
                "salience": "supporting",
            }
            for n in range(1, 10)
        ],
        "figures": [],
        "open_questions": [
            {"text": f"The article does not say what dredging pier {n} costs.", "evidence": [n]}
            for n in range(1, 4)
        ],
        "topics": ["economy, business and finance", "environment"],
    }
)

Ask = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Round:
    """What one client reached in one round.

    Attributes:
        ratio: Of the throughput that the latency allows; 1 is all of it.
        cpu_ms: CPU milliseconds, user and system, of one request.
    """

    ratio: float
    cpu_ms: float


@asynccontextmanager
async def ask_nutgraf(base_url: str, gate: Gate = OPEN) -> AsyncIterator[Ask]:
    client = OpenAIClient("small", base_url=base_url, gate=gate)

    async def ask() -> object:
        return (await client.complete(Request(MESSAGES, NewsSummary, Sampling()))).answer

    yield ask
    await client.aclose()


def ask_limited(base_url: str) -> AbstractAsyncContextManager[Ask]:
    return ask_nutgraf(base_url, Limiter(1024, rates(requests=10**6, tokens=10**10)))


@asynccontextmanager
async def ask_openai(base_url: str) -> AsyncIterator[Ask]:
    client = openai.AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0, timeout=120.0)
    wanted: ResponseFormatJSONSchema = {
        "type": "json_schema",
        "json_schema": {"name": "News", "strict": True, "schema": wire_schema(NewsSummary)},
    }

    async def ask() -> object:
        completion = await client.chat.completions.create(
            model="small", messages=messages(), response_format=wanted, max_tokens=4096
        )
        return NewsSummary.model_validate_json(completion.choices[0].message.content or "")

    yield ask
    await client.close()


@asynccontextmanager
async def ask_instructor(base_url: str) -> AsyncIterator[Ask]:
    connection = openai.AsyncOpenAI(api_key="none", base_url=base_url, timeout=120.0)
    client = instructor.from_openai(connection, mode=instructor.Mode.JSON_SCHEMA)

    async def ask() -> object:
        return await client.chat.completions.create(
            model="small", messages=messages(), response_model=NewsSummary, max_tokens=4096
        )

    yield ask
    await connection.close()


@asynccontextmanager
async def ask_bytes(base_url: str) -> AsyncIterator[Ask]:
    body = json.dumps({"prompt": PROMPT, "article": ARTICLE, "schema": wire_schema(NewsSummary)})
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def ask() -> object:
            async with session.post(f"{base_url}/chat/completions", data=body) as response:
                return await response.read()

        yield ask


CLIENTS: Mapping[str, Callable[[str], AbstractAsyncContextManager[Ask]]] = {
    BYTES: ask_bytes,
    OURS: ask_nutgraf,
    LIMITED: ask_limited,
    OPENAI: ask_openai,
    INSTRUCTOR: ask_instructor,
}


async def run(ask: Ask, in_flight: int, turns: int, latency_s: float) -> Round:
    """Make so many requests in turn on each of so many tasks, and say what was reached."""

    async def work() -> None:
        for _ in range(turns):
            await ask()

    began_s, began_cpu_s = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(in_flight)))
    took_s, cpu_s = time.perf_counter() - began_s, time.process_time() - began_cpu_s
    return Round(turns * latency_s / took_s, cpu_s * 1000 / (turns * in_flight))


async def measure(
    base_url: str, in_flight: int, rounds: int, turns: int, latency_s: float
) -> dict[str, list[Round]]:
    """Let the clients take turns; a first turn each, to open connections, is not counted."""
    found: dict[str, list[Round]] = {name: [] for name in CLIENTS}
    async with AsyncExitStack() as stack:
        asks = {
            name: await stack.enter_async_context(make(base_url)) for name, make in CLIENTS.items()
        }
        for ask in asks.values():
            await run(ask, in_flight, 1, latency_s)
        for _ in range(rounds):
            for name, ask in asks.items():
                found[name].append(await run(ask, in_flight, turns, latency_s))
    return found


def table(found: Mapping[str, list[Round]], in_flight: int) -> str:
    lines = [f"{in_flight} in flight {'best':>8}{'CPU ms':>8}   rounds"]
    for name, rounds in found.items():
        best, cpu_ms = max(r.ratio for r in rounds), min(r.cpu_ms for r in rounds)
        shown = " ".join(f"{r.ratio:.2f}" for r in rounds)
        lines.append(f"{name:<14}{best:>8.2f}{cpu_ms:>8.2f}   {shown}")
    return "\n".join(lines)


def main() -> None:
    """Measure and print; exit 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--turns", type=int, default=12, help="requests of each task in a round")
    parser.add_argument("--latency", type=float, default=0.2, help="of the server, in seconds")
    parser.add_argument("--in-flight", type=int, choices=TARGETS, help="only so many")
    options = parser.parse_args()
    print(f"article {len(ARTICLE):,} characters, reply {len(REPLY):,}")
    missed = False
    with serving(REPLY, options.latency) as base_url:
        for in_flight, target in TARGETS.items():
            if options.in_flight not in {None, in_flight}:
                continue
            measuring = measure(base_url, in_flight, options.rounds, options.turns, options.latency)
            found = asyncio.run(measuring)
            print(table(found, in_flight), flush=True)
            missed = missed or max(r.ratio for r in found[OURS]) < target
    sys.exit(missed)


if __name__ == "__main__":
    main()
