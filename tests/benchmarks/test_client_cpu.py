from __future__ import annotations

import asyncio

from tests.benchmarks.client_cpu import CLIENTS, REPLY, Summary, measure, table
from tests.support.steady_server import serving


def test_the_benchmark_measures_every_client() -> None:
    with serving(REPLY) as base_url:
        measured = asyncio.run(measure(base_url, requests=4, rounds=2, concurrency=2))
    assert [client.client for client in measured] == list(CLIENTS)
    assert all(ms > 0 for client in measured for ms in client.cpu_ms)
    assert len(table(measured).splitlines()) == 1 + len(CLIENTS)


def test_the_reply_is_as_long_as_a_real_one() -> None:
    assert 2_000 < len(REPLY) < 3_000
    assert Summary.model_validate_json(REPLY).key_points
