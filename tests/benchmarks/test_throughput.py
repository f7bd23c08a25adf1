from __future__ import annotations

import asyncio

from tests.benchmarks.throughput import CLIENTS, REPLY, measure, table
from tests.support.steady_server import serving

from nutgraf.schema.news import NewsSummary


def test_the_benchmark_measures_every_client() -> None:
    with serving(REPLY, 0.01) as base_url:
        found = asyncio.run(measure(base_url, in_flight=3, rounds=2, turns=2, latency_s=0.01))
    assert list(found) == list(CLIENTS)
    assert all(0 < one.ratio <= 1 and one.cpu_ms > 0 for rounds in found.values() for one in rounds)
    assert len(table(found, 3).splitlines()) == 1 + len(CLIENTS)


def test_the_reply_is_as_long_as_a_real_one_and_fits() -> None:
    assert 3_500 < len(REPLY) < 4_500
    assert len(NewsSummary.model_validate_json(REPLY).events) == 8
