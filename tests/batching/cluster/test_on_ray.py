"""A real Ray on this machine, its workers in processes of their own, one of which is killed."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.ledgers import ledger, rows
from tests.support.openai_server import OpenAIServer
from tests.support.rain import Model, write_articles

ARTICLES = 40
COMMAND = "from nutgraf.cli import main; main()"

needs_ray = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs ray")


def parents() -> dict[int, int]:
    """Return the parent of each process."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        found[int(stat.parent.name)] = int(fields[1])
    return found


def actors_of(driver: int) -> list[int]:
    """Return the processes below the driver that are actors of ours."""
    above = parents()
    found = []
    for pid in above:
        ancestor = pid
        while ancestor in above and ancestor != driver:
            ancestor = above[ancestor]
        try:
            title = Path(f"/proc/{pid}/cmdline").read_text()
        except OSError:
            continue
        if ancestor == driver and title.startswith("ray::ShardWorker"):
            found.append(pid)
    return found


def command(tmp_path: Path, run: str, server: OpenAIServer, *options: str) -> list[str]:
    articles, out = tmp_path / "articles", tmp_path / run
    asked = ["--model", "m", "--base-url", server.base_url, "--concurrency", "4"]
    told = ["batch", str(articles), "--out", str(out), "--progress", "none"]
    return [sys.executable, "-c", COMMAND, *told, *asked, *options]


@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_run_on_ray_outlives_a_worker_and_comes_to_the_same(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", ARTICLES)
    model = Model(after_s=0.4)
    with OpenAIServer(model) as server:
        ray = ("--engine", "ray", "--workers", "2")
        environment = {**os.environ, "RAY_ADDRESS": ""}
        with subprocess.Popen(
            command(tmp_path, "run", server, *ray), env=environment, stdout=subprocess.PIPE
        ) as driver:
            try:
                deadline = time.monotonic() + 240
                while len(server.requests) < 6 and driver.poll() is None:
                    assert time.monotonic() < deadline
                    time.sleep(0.02)
                os.kill(actors_of(driver.pid)[0], signal.SIGKILL)
                said, _ = driver.communicate(timeout=240)
            finally:  # what it started ends with it
                driver.kill()
        assert driver.returncode == 0
        assert f"{ARTICLES} documents = {ARTICLES} done + 0 failed".encode() in said
        with ledger(tmp_path / "run") as writer:
            crashed = [bool(row[0]) for row in rows(writer, "crashes")]
        twice = {days for days, times in model.good.items() if times > 1}
        assert twice <= {days for days, crash in enumerate(crashed, start=2) if crash}
        assert 0 < sum(crashed) <= 8  # two shards of four
        assert set(model.good) == set(range(2, ARTICLES + 2))
        subprocess.run(command(tmp_path, "local", server), check=True, stdout=subprocess.DEVNULL)
    there, here = (tmp_path / name / "results.jsonl" for name in ("run", "local"))
    assert there.read_bytes() == here.read_bytes()
