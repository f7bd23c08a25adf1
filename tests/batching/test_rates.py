"""A batch keeps to the rate that it is told, over real HTTP."""

from __future__ import annotations

import time
from pathlib import Path

from tests.support.openai_server import OpenAIServer, answer
from tests.support.rain import summary, write_articles

from nutgraf import Settings, batch
from nutgraf.batching.job import RATES


def test_no_more_is_asked_in_a_minute_than_it_is_told(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 14)
    with OpenAIServer(answer(summary(2))) as server:
        settings = Settings(model="m", base_url=server.base_url, repairs=0)
        started = time.monotonic()
        ending = batch(
            tmp_path / "articles", tmp_path / "run", settings=settings, requests_per_minute=120
        )
        took_s = time.monotonic() - started
    assert ending.totals.states["done"] == 14
    assert took_s > 0.5, "the first 12 of 120 a minute may go at once, then one each half second"
    assert (tmp_path / "run" / RATES).exists()


def test_without_a_rate_nothing_is_shared(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 1)
    with OpenAIServer(answer(summary(2))) as server:
        settings = Settings(model="m", base_url=server.base_url, repairs=0)
        batch(tmp_path / "articles", tmp_path / "run", settings=settings)
    assert not (tmp_path / "run" / RATES).exists()
