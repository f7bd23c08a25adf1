from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.support.rain import write_articles

from nutgraf import NewsSummary, Settings
from nutgraf.batching.estimate import estimate
from nutgraf.batching.job import Job
from nutgraf.batching.plan import Plan


def job(folder: Path, **settings: Any) -> Job[NewsSummary]:
    return Job(
        folder=folder / "run",
        plan=Plan(inputs=(folder / "articles",)),
        schema=NewsSummary,
        settings=Settings(**settings),
    )


def test_an_estimate_needs_no_key_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 250)
    (tmp_path / "articles" / "empty.txt").touch()
    found = estimate(job(tmp_path, model="openai/gpt-5-mini"))
    assert (found.documents, found.sampled) == (250, 100)
    assert 250 * 200 < found.likely.input_tokens < 250 * 3000
    assert found.likely.output_tokens == 250 * 1000
    assert found.most.output_tokens == 250 * 3 * 3 * 4096
    assert found.likely_cost
    assert found.most_cost
    assert 0 < found.likely_cost < found.most_cost
    assert found.price.startswith("genai-prices ")
    assert found.text.startswith("250 documents, 100 of them read for this estimate\nlikely: ")
    assert not (tmp_path / "run").exists()


def test_a_price_that_is_not_known_is_told_as_such(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 2)
    found = estimate(job(tmp_path, model="mine", base_url="http://127.0.0.1:9/v1"))
    assert (found.likely_cost, found.most_cost) == (None, None)
    assert "price: unknown; give --price" in found.text


def test_a_price_that_is_given_is_taken(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 2)
    priced = job(tmp_path, model="m", base_url="http://127.0.0.1:9/v1", price="0,1000000")
    assert estimate(priced).likely_cost == Decimal(2000)


def test_without_a_model_it_costs_nothing(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 2)
    found = estimate(job(tmp_path))
    assert found.likely_cost == 0
    assert found.likely.input_tokens == 0
    assert "no model, no cost" in found.text


@pytest.mark.parametrize("content", [None, b"\x00\x01\x02" * 50])
def test_what_cannot_be_read_takes_nothing(content: bytes | None, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    if content:
        (tmp_path / "articles" / "binary.txt").write_bytes(content)
    found = estimate(job(tmp_path, model="openai/gpt-5-mini"))
    assert found.most.input_tokens == 0
    assert found.documents == (1 if content else 0)
