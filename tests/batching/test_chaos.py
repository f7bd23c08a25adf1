"""Workers are killed at random while the server misbehaves, and nothing is lost or paid twice."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

from tests.support.openai_server import OpenAIServer
from tests.support.rain import Model, write_articles
from tests.support.zygote import Zygote

ARTICLES = 60
KILLS = 10
CONCURRENCY = 4


def leased_by(run: Path, pid: int) -> list[int]:
    """Return the days of rain of the articles that a process had when it was killed."""
    if not (run / "ledger.db").exists():
        return []
    with closing(sqlite3.connect(run / "ledger.db")) as ledger, suppress(sqlite3.OperationalError):
        rows = ledger.execute(
            "SELECT name FROM document JOIN worker ON worker.id = document.worker "
            "WHERE state = 'leased' AND pid = ?",
            (pid,),
        )
        return [int(name[-10:-4]) for (name,) in rows]
    return []


def states(run: Path) -> dict[str, int]:
    with closing(sqlite3.connect(run / "ledger.db")) as ledger:
        return dict(ledger.execute("SELECT state, count(*) FROM document GROUP BY state"))


def command(articles: Path, run: Path, server: OpenAIServer) -> list[str]:
    place = ["--base-url", server.base_url, "--model", "m", "--concurrency", str(CONCURRENCY)]
    return ["batch", str(articles), "--out", str(run), "--progress", "none", *place]


def test_a_batch_survives_what_may_happen_and_comes_to_the_same(tmp_path: Path) -> None:
    articles, run, calm = tmp_path / "articles", tmp_path / "run", tmp_path / "calm"
    write_articles(articles, ARTICLES)
    chance = random.Random(1)
    in_flight: Counter[int] = Counter()
    model = Model(faults=True, after_s=0.05)
    with Zygote() as zygote, OpenAIServer(model) as server, OpenAIServer(Model()) as faultless:
        start = command(articles, run, server)
        working = [zygote.start(*start), zygote.start(*start)]
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.1, 0.6))
            killed = working.pop(chance.randrange(2))
            os.kill(killed, signal.SIGKILL)
            zygote.wait(killed)
            in_flight.update(leased_by(run, killed))
            working.append(zygote.start(*start))
        assert {zygote.wait(pid) for pid in working} <= {0, 22}
        assert sum(states(run).values()) == ARTICLES
        for _ in range(10):  # what was cut off is asked for again
            if states(run) == {"done": ARTICLES}:
                break
            assert zygote.run("retry", str(run)) == 0
            assert zygote.run(*start) in {0, 22}
        assert zygote.run(*command(articles, calm, faultless)) == 0
    assert states(run) == {"done": ARTICLES}
    paid_twice = {days: n for days, n in model.good.items() if n > 1 + in_flight[days]}
    assert paid_twice == {}
    assert set(model.good) == set(range(2, ARTICLES + 2))
    assert (run / "results.jsonl").read_bytes() == (calm / "results.jsonl").read_bytes()
