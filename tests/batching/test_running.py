from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from pydantic import BaseModel
from tests.support.ledgers import ledger, rows
from tests.support.openai_server import OpenAIServer, status
from tests.support.rain import Model, write_articles

from nutgraf import NewsSummary, ScriptedClient, Settings
from nutgraf.batching import worker
from nutgraf.batching.attempt import Pace
from nutgraf.batching.events import LOG
from nutgraf.batching.job import Job
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.running import Ending, Manner, run_batch
from nutgraf.batching.stopping import Stop, on_signals
from nutgraf.errors import BatchError, ConfigError, ModelError, SchemaError, StoppedError

PRICED: dict[str, Any] = {"price": ("1", "2"), "api_key": "secret"}


def job_of(tmp_path: Path, server: OpenAIServer, count: int, **settings: Any) -> Job[NewsSummary]:
    write_articles(tmp_path / "articles", count)
    return Job(
        folder=tmp_path / "run",
        plan=Plan(inputs=(tmp_path / "articles",)),
        schema=NewsSummary,
        settings=Settings(model="m", base_url=server.base_url, repairs=0, **settings),
    )


def run(job: Job[Any], stop: Stop, workers: int = 1, **options: Any) -> Ending:
    manner: Manner[Any] = Manner(reporter=reporter("none"), workers=workers, **options)
    return run_batch(job, manner, stop)


def test_asked_to_stop_it_finishes_what_is_in_flight_and_begins_nothing(tmp_path: Path) -> None:
    stop = Stop()
    with OpenAIServer(Model(after_s=0.3)) as server:
        job = job_of(tmp_path, server, 40)
        ending = run(job, stop, finished=lambda _: None if stop.drain.is_set() else stop.ask())
    assert isinstance(ending.error, StoppedError)
    last = json.loads((job.folder / LOG).read_text().splitlines()[-1])
    assert (last["event"], last["how"]) == ("ended", "StoppedError")
    assert ending.totals.states["leased"] == 0
    assert 0 < ending.totals.states["done"] < 40
    lines = (tmp_path / "run" / "results.jsonl").read_text().splitlines()
    assert len(lines) == ending.totals.states["done"] == len(server.requests)


def test_asked_twice_it_leaves_at_once_and_the_ledger_is_whole(tmp_path: Path) -> None:
    stop = Stop()
    with OpenAIServer(Model(after_s=60)) as server:
        job = job_of(tmp_path, server, 3)
        timers = [threading.Timer(seconds, stop.ask) for seconds in (1.0, 1.2)]
        for timer in timers:
            timer.start()
        began = time.monotonic()
        ending = run(job, stop)
        assert time.monotonic() - began < 30
    assert isinstance(ending.error, StoppedError)
    assert ending.totals.states["waiting"] == 3
    assert not (tmp_path / "run" / "results.jsonl").exists()


def test_signals_ask_to_stop_and_are_given_back(tmp_path: Path) -> None:
    stop = Stop()
    before = signal.getsignal(signal.SIGTERM)
    with on_signals(stop.ask):
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.drain.wait(5)
        assert not stop.leave.is_set()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.leave.wait(5)
    assert signal.getsignal(signal.SIGTERM) is before


def test_only_a_main_thread_listens_to_signals() -> None:
    found: list[Any] = []

    def elsewhere() -> None:
        with on_signals(Stop().ask):
            found.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert found == [signal.getsignal(signal.SIGTERM)]


def test_several_workers_share_a_run_and_one_that_is_killed_is_replaced(tmp_path: Path) -> None:
    with OpenAIServer(Model(after_s=0.2)) as server:
        job = job_of(tmp_path, server, 60, **PRICED)
        killed: list[int] = []

        def kill_one() -> None:
            deadline = time.monotonic() + 120
            while not server.requests and time.monotonic() < deadline:
                time.sleep(0.01)
            with ledger(tmp_path / "run") as writer:
                query = "SELECT pid FROM worker WHERE pid <> ? AND NOT ended LIMIT 1"
                (pid,) = writer.do(lambda c: c.execute(query, (os.getpid(),)).fetchone())
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

        killer = threading.Thread(target=kill_one)
        killer.start()
        ending = run(job, Stop(), workers=2)
        killer.join()
    assert killed
    assert ending.error is None
    assert ending.totals.conservation == "60 documents = 60 done + 0 failed + 0 cut + 0 skipped"
    log = (tmp_path / "run" / "log.jsonl").read_text()
    events = [json.loads(line) for line in log.splitlines()]
    assert [event["event"] for event in events].count("worker died") == 1
    pids = {event["pid"] for event in events if event["event"] == "done"}
    assert os.getpid() not in pids
    assert "secret" not in log


class Ended:
    """A worker that has nothing to do and keeps what it was told."""

    told: ClassVar[list[Job[NewsSummary]]] = []
    alive = False

    def __init__(self, job: Job[NewsSummary]) -> None:
        self.told.append(job)

    def error(self) -> None:
        """It ended well."""


@pytest.mark.parametrize(
    ("concurrency", "workers", "shares"),
    [(16, 4, [4] * 4), (5, 3, [1] * 3), (8, 3, [2] * 3), (2, 4, [1] * 2)],
)
def test_several_workers_share_what_may_be_in_flight(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    concurrency: int,
    workers: int,
    shares: list[int],
) -> None:
    monkeypatch.setattr(Ended, "told", [])
    monkeypatch.setattr("nutgraf.batching.running.Worker", Ended)
    with OpenAIServer(Model()) as server:
        job = replace(job_of(tmp_path, server, 1), pace=Pace(concurrency=concurrency))
        run(job, Stop(), workers=workers)
    assert [told.pace.concurrency for told in Ended.told] == shares


def test_what_ends_one_worker_for_good_ends_the_run(tmp_path: Path) -> None:
    refusal = status(401, {"code": "invalid_api_key"})
    with OpenAIServer(refusal) as server:
        ending = run(job_of(tmp_path, server, 5), Stop(), workers=2)
    assert isinstance(ending.error, ModelError)
    assert "the key was not accepted" in str(ending.error)
    assert ending.totals.states["waiting"] == 5


def test_several_workers_stop_when_asked(tmp_path: Path) -> None:
    stop = Stop()
    with OpenAIServer(Model(after_s=30)) as server:
        job = job_of(tmp_path, server, 4)

        def ask_twice() -> None:
            deadline = time.monotonic() + 120
            while not server.requests and time.monotonic() < deadline:
                time.sleep(0.01)
            stop.ask()
            time.sleep(0.3)
            stop.ask()

        asking = threading.Thread(target=ask_twice)
        asking.start()
        ending = run(job, stop, workers=2)
        asking.join()
    assert isinstance(ending.error, StoppedError)
    assert ending.totals.states == {
        **dict.fromkeys(("leased", "done", "failed", "cut", "skipped"), 0), "waiting": 4,
    }  # fmt: skip


class Dying:
    """A worker that is dead when it is looked at."""

    alive = False

    def __init__(self, job: Job[Any]) -> None:
        self.job = job

    def error(self) -> None:
        raise worker.WorkerDied

    def kill(self) -> None:
        pass

    def stop(self) -> None:
        pass


def test_workers_that_do_nothing_but_die_are_not_replaced_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.running.Worker", Dying)
    with OpenAIServer(Model()) as server, pytest.raises(BatchError, match="8 workers died"):
        run(job_of(tmp_path, server, 2), Stop(), workers=2)


def test_a_job_goes_to_another_process_and_comes_out_the_same(tmp_path: Path) -> None:
    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, 1, **PRICED)
    told = worker.from_json(worker.as_json(job))
    assert told.settings == job.settings
    assert (told.schema, told.pace, told.budget) == (job.schema, job.pace, job.budget)


def test_a_job_that_no_other_process_can_do_is_refused(tmp_path: Path) -> None:
    class Local(BaseModel):
        word: str

    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, 1)
    for change in ({"schema": Local}, {"client": ScriptedClient(())}):
        with pytest.raises(ConfigError, match="use one worker"):
            worker.as_json(Job(**{**job_fields(job), **change}))


def job_fields(job: Job[Any]) -> dict[str, Any]:
    return {name: getattr(job, name) for name in job.__slots__}


@pytest.fixture
def _signals() -> Any:
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in former.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
def test_a_worker_does_its_job_and_says_how_it_ended(tmp_path: Path) -> None:
    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, 3)
        empty = Job(**{**job_fields(job), "plan": Plan(inputs=())})
        run(empty, Stop())  # makes the run folder
        with ledger(tmp_path / "run") as writer:
            list_documents(job.plan, writer)
        said = io.StringIO()
        reading, writing = os.pipe()  # stays open, as the parent's does
        os.write(writing, worker.as_json(job).encode() + b"\n")
        with os.fdopen(reading, encoding="utf-8") as stdin:
            worker.main(stdin, said)
            os.close(writing)
        assert json.loads(said.getvalue()) == {"exit_code": 0, "message": ""}
        with ledger(tmp_path / "run") as writer:
            assert rows(writer, "state") == [("done",)] * 3


@pytest.mark.usefixtures("_signals")
def test_a_worker_says_what_ended_it_and_stops_when_its_parent_is_gone(tmp_path: Path) -> None:
    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, 3)
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "stranger.txt").touch()
    said = io.StringIO()
    worker.main(io.StringIO(worker.as_json(job) + "\nstop\n"), said)
    told = json.loads(said.getvalue())
    assert told["exit_code"] == BatchError.exit_code
    assert "not empty" in told["message"]


def main_said(told: str) -> dict[str, Any]:
    """Return how a worker with this job says that it ended."""
    said = io.StringIO()
    worker.main(io.StringIO(told + "\nstop\n"), said)
    ended: dict[str, Any] = json.loads(said.getvalue())
    return ended


@pytest.mark.usefixtures("_signals")
def test_a_worker_that_cannot_load_its_schema_says_so(tmp_path: Path) -> None:
    with OpenAIServer(Model()) as server:
        told = worker.as_json(job_of(tmp_path, server, 1))
    ended = main_said(json.dumps({**json.loads(told), "schema": "nowhere_to_be_found:Schema"}))
    assert ended["exit_code"] == SchemaError.exit_code
    assert "no module 'nowhere_to_be_found'" in ended["message"]


@pytest.mark.usefixtures("_signals")
def test_what_a_schema_prints_is_no_word_of_the_worker(
    tmp_path: Path,
) -> None:
    (tmp_path / "talkative.py").write_text(
        "from nutgraf import NewsSummary\nprint('loaded')\nclass Summary(NewsSummary): pass\n"
    )
    with OpenAIServer(Model()) as server:
        told = worker.as_json(job_of(tmp_path, server, 1))
    process = subprocess.run(
        [sys.executable, "-m", "nutgraf.batching.worker"],
        input=json.dumps({**json.loads(told), "schema": "talkative:Summary"}) + "\nstop\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert json.loads(process.stdout) == {"exit_code": 0, "message": ""}
    assert process.stderr == "loaded\n"
