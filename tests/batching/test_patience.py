"""A batch goes on trying for longer than whoever waits for one summary."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.support.openai_server import OpenAIServer, answer, status
from tests.support.rain import summary, write_articles

from nutgraf import Article, Settings, batch, summarize
from nutgraf.errors import TransientModelError


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "uniform", lambda least, _: least)  # no wait at all


@pytest.mark.usefixtures("_hurried")
def test_what_one_summary_gives_up_a_batch_outlasts(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 1)
    down = [status(500)] * 7
    with OpenAIServer(*down, answer(summary(2))) as server:
        article = Article(text="It rained in Arden for 2 days.")
        with pytest.raises(TransientModelError, match="attempts: 4"):
            summarize(article, model="m", base_url=server.base_url, repairs=0)
    with OpenAIServer(*down, answer(summary(2))) as server:
        settings = Settings(model="m", base_url=server.base_url, repairs=0)
        ending = batch(tmp_path / "articles", tmp_path / "run", settings=settings)
        assert len(server.requests) == 8
    assert ending.totals.states["done"] == 1
