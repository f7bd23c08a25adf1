from __future__ import annotations

import asyncio
from pathlib import Path

from tests.benchmarks.batch_throughput import measure, table, write_articles
from tests.benchmarks.throughput import REPLY
from tests.support.steady_server import serving


def test_the_benchmark_does_a_batch_and_says_where_the_time_went(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 3)
    with serving(REPLY, 0.01) as base_url:
        measured = asyncio.run(measure(tmp_path / "articles", tmp_path / "run", base_url, 2))
    assert measured.articles == 3
    parts = dict(measured.cpu_ms)
    assert 0 < max(parts.values()) == parts.pop("all")
    assert min(parts.values()) > 0
    assert table(measured, 2, 0.01).endswith("of 200")
