"""How Ray is started, spoken to and left; then a real one on this machine, in other processes."""

from __future__ import annotations

import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.support.fake_ray import FakeRay, RayError, RayTaskError
from tests.support.ledgers import ledger, rows
from tests.support.openai_server import OpenAIServer
from tests.support.rain import Model, write_articles

from nutgraf import NewsSummary, Settings
from nutgraf.batching.attempt import Pace
from nutgraf.batching.job import Job
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.running import Ending, Manner, run_batch
from nutgraf.batching.stopping import Stop
from nutgraf.errors import BatchError, ConfigError

KEY = "sk-very-secret"


@pytest.fixture
def ray(monkeypatch: pytest.MonkeyPatch) -> FakeRay:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    fake = FakeRay()
    fake.install(monkeypatch)
    return fake


def run(folder: Path, server: OpenAIServer, **settings: Any) -> Ending:
    write_articles(folder / "articles", 6)
    job = Job(
        folder=folder / "run",
        plan=Plan(inputs=(folder / "articles",)),
        schema=NewsSummary,
        settings=Settings(model="m", base_url=server.base_url, **settings),
        pace=Pace(concurrency=4),
    )
    manner: Manner[NewsSummary] = Manner(reporter=reporter("none"), workers=2, engine="ray")
    return run_batch(job, manner, Stop())


def test_a_ray_of_its_own_is_started_and_nothing_of_it_is_left(
    tmp_path: Path, ray: FakeRay, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = signal.getsignal(signal.SIGTERM)
    with OpenAIServer(Model()) as server:
        ending = run(tmp_path, server, api_key=KEY)
        assert {one.headers["authorization"] for one in server.requests} == {f"Bearer {KEY}"}
    assert ending.totals.states["done"] == 6
    assert ray.told is not None
    assert not Path(ray.told.pop("_temp_dir")).exists()
    assert ray.told == {
        "address": "local",
        "num_cpus": 2,
        "object_store_memory": 256 << 20,
        "include_dashboard": False,
        "log_to_driver": False,
        "configure_logging": False,
    }
    assert ray.limits["max_restarts"] == ray.limits["max_task_retries"] == 0
    assert ray.inherited["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] == "0"
    assert ray.inherited["NUTGRAF_API_KEY"] == KEY
    assert not {"NUTGRAF_API_KEY", "RAY_USAGE_STATS_ENABLED"} & os.environ.keys()
    assert set(ray.killed) == set(ray.actors)
    assert capsys.readouterr() == ("not of Ray\n", "")
    assert ray.shut_down == 1
    assert signal.getsignal(signal.SIGTERM) is handler


def test_a_cluster_is_gone_to_and_no_key_is_taken_there(
    tmp_path: Path, ray: FakeRay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "192.0.2.1:6379")
    with OpenAIServer(Model()) as server:
        ending = run(tmp_path, server, api_key=KEY)
    assert ray.told == {
        "address": "192.0.2.1:6379",
        "log_to_driver": False,
        "configure_logging": False,
    }
    assert KEY not in ray.inherited.values()
    assert isinstance(ending.error, ConfigError)
    assert "set OPENAI_API_KEY on every machine" in str(ending.error)


def test_a_ray_that_runs_already_is_made_use_of_and_left_alone(
    tmp_path: Path, ray: FakeRay
) -> None:
    ray.running = True
    with OpenAIServer(Model()) as server:
        assert run(tmp_path, server).error is None
    assert ray.told is None
    assert ray.shut_down == 0


def test_beside_the_main_thread_it_works_too(tmp_path: Path, ray: FakeRay) -> None:
    with OpenAIServer(Model()) as server:
        endings: list[Ending] = []
        thread = threading.Thread(target=lambda: endings.append(run(tmp_path, server)))
        thread.start()
        thread.join(60)
    assert endings[0].error is None


def test_without_ray_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with OpenAIServer(Model()) as server:
        ending = run(tmp_path, server)
    assert isinstance(ending.error, ConfigError)
    assert 'pip install "nutgraf[cluster]"' in str(ending.error)


def test_a_ray_that_does_not_start_is_told_of(tmp_path: Path, ray: FakeRay) -> None:
    ray.failure = RuntimeError("with a long story")
    with (
        OpenAIServer(Model()) as server,
        pytest.raises(BatchError, match=r"ray cannot be started or reached \(RuntimeError\)"),
    ):
        run(tmp_path, server)
    assert ray.shut_down == 1


def test_what_a_lost_actor_had_is_done_by_another(tmp_path: Path, ray: FakeRay) -> None:
    ray.faults = [RayError()]
    with OpenAIServer(Model()) as server:
        ending = run(tmp_path, server)
    assert ending.totals.states["done"] == 6
    assert "worker died" in (tmp_path / "run" / "log.jsonl").read_text()


def test_a_fault_in_an_actor_is_told_without_its_text(tmp_path: Path, ray: FakeRay) -> None:
    ray.faults = [RayTaskError(KeyError("article text"))] * 4
    with (
        OpenAIServer(Model()) as server,
        pytest.raises(BatchError, match=r"a fault in a worker of the cluster \(KeyError\)") as told,
    ):
        run(tmp_path, server)
    assert "article text" not in str(told.value)


def test_replies_that_were_fetched_are_made_use_of_here(tmp_path: Path, ray: FakeRay) -> None:
    with OpenAIServer(Model()) as server:
        run(tmp_path, server)
        with ledger(tmp_path / "run") as writer:
            writer.do(lambda c: c.execute("INSERT INTO reply VALUES (1, 'key', x'00')"))
        ending = run(tmp_path, server)
    assert isinstance(ending.error, ConfigError)
    assert "go on with it without --engine" in str(ending.error)


# From here on with a real Ray. Nothing waits for longer than this, on a machine however busy.
PATIENCE_S = 300
ARTICLES = 40
COMMAND = "from nutgraf.cli import main; main()"

real = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None or sys.platform != "linux",
    reason="needs ray, and /proc to find its workers in",
)


def below(driver: int) -> dict[int, str]:
    """Return the processes below another, with their command lines."""
    above, lines = {}, {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            lines[int(process.name)] = (process / "cmdline").read_text()
        except OSError:
            continue
        above[int(process.name)] = int(fields[1])
    found = {}
    for pid, line in lines.items():
        ancestor = pid
        while ancestor in above and ancestor != driver:
            ancestor = above[ancestor]
        if ancestor == driver and pid != driver:
            found[pid] = line
    return found


def lessees(run: Path) -> int:
    """Return how many workers have documents."""
    try:
        place = f"{(run / 'ledger.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(place, uri=True)) as connection:
            query = "SELECT count(DISTINCT worker) FROM document WHERE state = 'leased'"
            return int(connection.execute(query).fetchone()[0])
    except sqlite3.OperationalError:  # it is not there yet
        return 0


def command(tmp_path: Path, out: str, server: OpenAIServer, *options: str) -> list[str]:
    asked = ["--model", "m", "--base-url", server.base_url, "--concurrency", "4"]
    told = ["batch", str(tmp_path / "articles"), "--out", str(tmp_path / out)]
    return [sys.executable, "-c", COMMAND, *told, "--progress", "none", *asked, *options]


@contextmanager
def at_work(tmp_path: Path, server: OpenAIServer) -> Iterator[subprocess.Popen[str]]:
    """Start a run with two workers of Ray, and yield it once both have documents.

    Ray gives itself half a minute to start, which may not be enough on a busy machine.
    """
    for tries_left in (2, 1, 0):
        driver = start(tmp_path, server)
        try:
            deadline = time.monotonic() + PATIENCE_S
            while lessees(tmp_path / "run") < 2 and driver.poll() is None:
                assert time.monotonic() < deadline
                time.sleep(0.05)
            if driver.poll() == BatchError.exit_code and tries_left:
                driver.communicate()
                continue
            yield driver
            return
        finally:  # what it started ends with it
            driver.kill()
            driver.communicate()


def start(tmp_path: Path, server: OpenAIServer) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(tmp_path, "run", server, "--engine", "ray", "--workers", "2"),
        env={**os.environ, "RAY_ADDRESS": "", "OPENAI_API_KEY": KEY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # what goes to all of its group goes to nobody else
    )


def locally(tmp_path: Path, server: OpenAIServer, out: str) -> bytes:
    """Return the results of a run that this machine does, or finishes, without Ray."""
    done = command(tmp_path, out, server)
    subprocess.run(done, check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE_S)
    return (tmp_path / out / "results.jsonl").read_bytes()


@real
def test_a_run_on_ray_outlives_a_worker_and_comes_to_the_same(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", ARTICLES)
    model = Model(after_s=0.4)
    with OpenAIServer(model) as server:
        with at_work(tmp_path, server) as driver:
            started = below(driver.pid)
            os.kill(next(p for p in started if "ShardWorker" in started[p]), signal.SIGKILL)
            said, complaints = driver.communicate(timeout=PATIENCE_S)
        assert (driver.returncode, complaints) == (0, "")
        assert said.startswith(f"{ARTICLES} documents = {ARTICLES} done + 0 failed")
        with ledger(tmp_path / "run") as writer:
            crashed = [bool(row[0]) for row in rows(writer, "crashes")]
        twice = {days for days, times in model.good.items() if times > 1}
        assert twice <= {days for days, crash in enumerate(crashed, start=2) if crash}
        assert 0 < sum(crashed) <= 8  # two shards of four
        assert set(model.good) == set(range(2, ARTICLES + 2))
        assert {one.headers["authorization"] for one in server.requests} == {f"Bearer {KEY}"}
        assert (tmp_path / "run" / "results.jsonl").read_bytes() == locally(
            tmp_path, server, "local"
        )


@real
def test_ctrl_c_keeps_what_is_in_flight_and_ends_ray(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", ARTICLES)
    model = Model(after_s=1.0)
    with OpenAIServer(model) as server:
        with at_work(tmp_path, server) as driver:
            started = below(driver.pid)
            folder = next(  # Ray's, with its logs
                part.partition("/session")[0].rpartition("=")[2]
                for line in started.values()
                for part in line.split("\0")
                if "/tmp/nutgraf-" in part
            )
            for file in filter(Path.is_file, Path(folder).rglob("*")):
                assert KEY.encode() not in file.read_bytes(), file
            os.killpg(driver.pid, signal.SIGINT)  # as a terminal does
            said, complaints = driver.communicate(timeout=PATIENCE_S)
        assert driver.returncode == 20
        assert complaints.count("\n") == 1
        assert "stopped with documents left" in complaints
        assert not Path(folder).exists()
        assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]
        with ledger(tmp_path / "run") as writer:
            states = rows(writer, "state, attempts, crashes")
        done = states.count(("done", 1, 0))
        assert done == len(server.requests) == sum(model.good.values())
        assert done + states.count(("waiting", 0, 0)) == ARTICLES
        assert said.startswith(f"{ARTICLES} documents = {done} done")
        locally(tmp_path, server, "run")
        assert model.good.total() == ARTICLES  # nothing was asked twice
