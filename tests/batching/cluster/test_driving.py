from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.support.crew import Crew, InProcess
from tests.support.ledgers import ledger, rows
from tests.support.openai_server import Behaviour, OpenAIServer, Received, Usage, answer, status
from tests.support.rain import Model, days_of, summary, write_articles

from nutgraf import NewsSummary, Settings
from nutgraf.batching import budget
from nutgraf.batching.attempt import Pace
from nutgraf.batching.budget import NO_LIMIT, Budget
from nutgraf.batching.cluster.shard_worker import told_to_each
from nutgraf.batching.cluster.shards import WorkerLost
from nutgraf.batching.job import Job
from nutgraf.batching.ledger.leases import MOST_CRASHES
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.running import Ending, Engine, Manner, run_batch
from nutgraf.batching.stopping import Stop
from nutgraf.batching.worker import from_json
from nutgraf.errors import (
    BatchError,
    BudgetError,
    ConfigError,
    ModelError,
    SchemaError,
    StoppedError,
    TransientModelError,
)
from nutgraf.llm.retry import Patience


def job_of(
    folder: Path, server: OpenAIServer, limit: Budget = NO_LIMIT, room: int = 4, **settings: Any
) -> Job[NewsSummary]:
    return Job(
        folder=folder / "run",
        plan=Plan(inputs=(folder / "articles",)),
        schema=NewsSummary,
        settings=Settings(model="m", base_url=server.base_url, **{"repairs": 0, **settings}),
        pace=Pace(concurrency=room),
        budget=limit,
    )


def run(job: Job[Any], stop: Stop, workers: int = 2, engine: Engine = "ray") -> Ending:
    manner: Manner[Any] = Manner(reporter=reporter("none"), workers=workers, engine=engine)
    return run_batch(job, manner, stop)


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Crew:
    hired = Crew()
    hired.install(monkeypatch)
    return hired


def locally(job: Job[Any], tmp_path: Path) -> bytes:
    """Return what the same job comes to without a cluster."""
    fields = {name: getattr(job, name) for name in job.__slots__}
    ending = run(Job(**{**fields, "folder": tmp_path / "local"}), Stop(), 1, "local")
    assert ending.error is None
    return (tmp_path / "local" / "results.jsonl").read_bytes()


def test_a_cluster_comes_to_the_same_as_one_machine(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 30)
    model = Model()
    with OpenAIServer(model) as server:
        job = job_of(tmp_path, server)
        ending = run(job, Stop())
        assert set(model.good.values()) == {1}
        assert ending.totals.requests == 30
        assert (tmp_path / "run" / "results.jsonl").read_bytes() == locally(job, tmp_path)
    assert ending.error is None
    assert ending.totals.conservation.startswith("30 documents = 30 done + 0 failed")
    # Four in flight: of two workers, each with two shards, one for each shard.
    assert {shard.room for hand in crew.hired for shard in hand.shards} == {1}


def test_what_cannot_be_read_fails_here_and_copies_are_asked_about_once(
    tmp_path: Path, crew: Crew
) -> None:
    write_articles(tmp_path / "articles", 2)
    (tmp_path / "articles" / "blank.txt").write_text(" \n")
    (tmp_path / "articles" / "copy.txt").write_text("It rained in Arden for 2 days.\n")
    with OpenAIServer(Model(after_s=0.2)) as server:
        ending = run(job_of(tmp_path, server), Stop())
        assert len(server.requests) == 2
    assert ending.totals.states["done"] == 3
    assert ending.totals.states["failed"] == 1
    assert ending.copies == 1
    assert '"kind": "article"' in (tmp_path / "run" / "log.jsonl").read_text()


def test_where_nobody_needs_to_be_asked_it_goes_on_at_once(tmp_path: Path, crew: Crew) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(40):
        (tmp_path / "articles" / f"blank-{number}.txt").write_text(" \n")
    with OpenAIServer(Model()) as server:
        began = time.monotonic()
        ending = run(job_of(tmp_path, server, room=1), Stop(), workers=1)
        took_s = time.monotonic() - began
    assert ending.totals.states["failed"] == 40
    assert took_s < 20 * 0.5, "two documents at a time, and no wait after them"


def test_what_was_answered_at_an_earlier_time_is_not_sent(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 2)
    with OpenAIServer(Model()) as server:
        run(job_of(tmp_path, server), Stop())
        (tmp_path / "articles" / "copy.txt").write_text("It rained in Arden for 2 days.\n")
        ending = run(job_of(tmp_path, server), Stop())
        assert len(server.requests) == 2
    assert ending.totals.states["done"] == 3
    assert not any(hand.shards for hand in crew.hired[2:])


@pytest.mark.parametrize("dies_after", [0, 1, 3])
def test_what_a_dead_worker_had_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies_after: int
) -> None:
    crew = Crew(dies_after)
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 30)
    model = Model(after_s=0.02)
    with OpenAIServer(model) as server:
        job = job_of(tmp_path, server)
        ending = run(job, Stop())
        with ledger(tmp_path / "run") as writer:
            crashed = [row[0] for row in rows(writer, "crashes")]
        twice = {days for days, times in model.good.items() if times > 1}
        assert twice <= {day for day, times in enumerate(crashed, start=2) if times}
        assert sum(model.good.values()) <= 30 + sum(map(int, map(str, crashed)))
        assert (tmp_path / "run" / "results.jsonl").read_bytes() == locally(job, tmp_path)
    assert len(crew.hired) == 3
    assert ending.totals.states["done"] == 30


def test_a_document_that_workers_die_of_fails_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Crew(*[0] * MOST_CRASHES)
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 1)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server), Stop(), workers=1)
    assert len(crew.hired) == MOST_CRASHES
    with ledger(tmp_path / "run") as writer:
        assert rows(writer, "state, kind") == [("failed", "crash")]
    assert ending.error is None


def test_workers_that_do_nothing_but_die_are_not_replaced_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Crew(*[0] * 20)
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 40)
    with OpenAIServer(Model()) as server, pytest.raises(BatchError, match="8 workers of the"):
        run(job_of(tmp_path, server, room=1), Stop(), workers=1)
    assert len(crew.hired) == 8


def asked_to_stop(
    tmp_path: Path, server: OpenAIServer, *, after_requests: int, times: int = 1
) -> Ending:
    """Return the end of a run that is asked to stop, once or twice, while it is under way."""
    stop = Stop()

    def ask() -> None:
        deadline = time.monotonic() + 60
        while len(server.requests) < after_requests and time.monotonic() < deadline:
            time.sleep(0.01)
        for _ in range(times):
            stop.ask()
            time.sleep(0.5)

    asking = threading.Thread(target=ask)
    asking.start()
    ending = run(job_of(tmp_path, server), stop)
    asking.join()
    assert isinstance(ending.error, StoppedError)
    return ending


def test_asked_to_stop_what_is_in_flight_is_kept_and_the_rest_waits(
    tmp_path: Path, crew: Crew
) -> None:
    write_articles(tmp_path / "articles", 40)
    with OpenAIServer(Model(after_s=0.5)) as server:
        ending = asked_to_stop(tmp_path, server, after_requests=6)
        assert ending.totals.states["done"] == len(server.requests)
    assert ending.totals.states["done"] + ending.totals.states["waiting"] == 40
    with ledger(tmp_path / "run") as writer:
        assert set(rows(writer, "state, attempts, crashes")) == {("done", 1, 0), ("waiting", 0, 0)}


def test_asked_twice_it_leaves_and_the_ledger_is_whole(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 10)
    with OpenAIServer(Model(after_s=2.5)) as server:
        asked_to_stop(tmp_path, server, after_requests=1, times=2)
    with ledger(tmp_path / "run") as writer:
        assert rows(writer, "state, crashes") == [("waiting", 0)] * 10


def test_a_refusal_of_every_request_ends_all_workers(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 30)
    with OpenAIServer(status(401)) as server:
        ending = run(job_of(tmp_path, server), Stop())
        assert len(server.requests) <= 8
    assert isinstance(ending.error, ModelError)
    assert ending.totals.states["waiting"] == 30


def test_a_budget_holds_and_is_gone_on_with(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 12)
    most = 200_000

    def dear(received: Received) -> Behaviour:
        return answer(summary(days_of(received)), usage=Usage(20_000, 1_000))

    with OpenAIServer(dear) as server:
        ending = run(job_of(tmp_path, server, Budget(max_tokens=most), max_tokens=1000), Stop())
        assert isinstance(ending.error, BudgetError)
        assert 0 < ending.totals.states["done"] == len(server.requests) < most / 21_000
        more = Budget(max_cost=Decimal(1))
        ending = run(job_of(tmp_path, server, more, max_tokens=1000, price=("1", "2")), Stop())
        assert ending.error is None
        assert len(server.requests) == 12
    with ledger(tmp_path / "run") as writer:
        spent = writer.do(lambda c: c.execute("SELECT tokens FROM run").fetchone())
        assert spent == (12 * 21_000,)
        assert writer.do(lambda c: c.execute("SELECT count(*) FROM reservation").fetchone()) == (0,)


def test_what_nobody_counted_stays_set_aside(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 1)
    with OpenAIServer(answer(summary(2), usage=None)) as server:
        job = job_of(tmp_path, server, Budget(max_tokens=200_000))
        assert run(job, Stop()).error is None
    with ledger(tmp_path / "run") as writer:
        kept = writer.do(
            lambda c: c.execute("SELECT open, kept, tokens FROM reservation").fetchall()
        )
    assert [row[:2] for row in kept] == [(0, 1)]
    assert kept[0][2] > 3 * 4096


def test_an_allowance_that_was_too_small_is_stretched(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path / "articles", 1)
    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, Budget(max_tokens=10_000_000))
        real = budget.worst_usage
        monkeypatch.setattr(
            "nutgraf.batching.cluster.allowance.worst_usage",
            lambda request, times: replace(
                one := real(request),
                input_tokens=times * (one.input_tokens // 2),
                output_tokens=times,
            ),
        )
        ending = run(job, Stop(), workers=1)
    assert ending.totals.states["done"] == 1
    amounts = [shard.allowance for hand in crew.hired for shard in hand.shards]
    assert len(amounts) > 1
    assert all(b and a and b.tokens == 2 * a.tokens for a, b in pairwise(amounts))


def test_a_worker_that_would_ask_something_else_is_refused(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def other(self: InProcess) -> str:
        return '{"model": "another"}'

    monkeypatch.setattr(InProcess, "introduce", other)
    write_articles(tmp_path / "articles", 2)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server), Stop())
        assert server.requests == []
    assert isinstance(ending.error, ConfigError)
    assert "model: another there, m now" in str(ending.error)


def test_a_worker_without_a_key_says_so(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("NUTGRAF_API_KEY", raising=False)
    write_articles(tmp_path / "articles", 2)
    with OpenAIServer(Model()) as server:
        job = job_of(tmp_path, server, api_key="secret")
        ending = run(job, Stop())
        assert isinstance(ending.error, ConfigError)
        assert "set OPENAI_API_KEY on every machine" in str(ending.error)
        monkeypatch.setenv("OPENAI_API_KEY", "secret")
        assert run(job, Stop()).error is None
        assert server.requests[0].headers["authorization"] == "Bearer secret"


def test_what_every_document_would_meet_here_ends_the_run(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise SchemaError("as the test wants it")

    monkeypatch.setattr("nutgraf.batching.cluster.filling.read_document", broken)
    write_articles(tmp_path / "articles", 3)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server), Stop())
    assert isinstance(ending.error, SchemaError)
    assert ending.totals.states["waiting"] == 3


def test_the_extractive_drafter_needs_no_server(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 5)
    job = Job(
        folder=tmp_path / "run",
        plan=Plan(inputs=(tmp_path / "articles",)),
        schema=NewsSummary,
        settings=Settings(),
        budget=Budget(max_tokens=1),
    )
    assert run(job, Stop()).totals.states["done"] == 5
    assert (tmp_path / "run" / "results.jsonl").read_bytes() == locally(job, tmp_path)


def test_a_worker_whose_word_breaks_off_is_taken_for_dead(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = InProcess.work

    async def broken_off(self: InProcess, shard: Any) -> Any:
        if self is crew.hired[0]:
            return
        async for told in real(self, shard):
            yield told

    monkeypatch.setattr(InProcess, "work", broken_off)
    write_articles(tmp_path / "articles", 3)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server), Stop(), workers=1)
    assert len(crew.hired) == 2
    assert ending.totals.states["done"] == 3


def test_workers_share_what_may_be_asked_in_a_minute(tmp_path: Path) -> None:
    job = Job(
        folder=tmp_path,
        plan=Plan(inputs=()),
        schema=NewsSummary,
        settings=Settings(model="m", api_key="secret"),
        pace=Pace(requests_per_minute=600, tokens_per_minute=None),
    )
    told = told_to_each(job, 3)
    assert "secret" not in told
    assert from_json(told).pace == Pace(requests_per_minute=200, tokens_per_minute=None)


def test_a_recording_has_one_writer(tmp_path: Path, crew: Crew) -> None:
    write_articles(tmp_path / "articles", 1)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server, record=tmp_path / "recording.jsonl"), Stop())
    assert isinstance(ending.error, ConfigError)
    assert crew.hired == []


def test_the_providers_batches_need_no_cluster(tmp_path: Path, crew: Crew) -> None:
    with OpenAIServer(Model()) as server:
        plain = job_of(tmp_path, server)
        fields = {name: getattr(plain, name) for name in plain.__slots__}
        with pytest.raises(ConfigError, match="leave out --engine"):
            run(Job(**{**fields, "via": "provider-batch"}), Stop(), workers=1)
    assert not (tmp_path / "run").exists()


def test_a_shard_ends_with_the_document_that_makes_it_large(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.cluster.filling._ENOUGH_BYTES", 60)
    write_articles(tmp_path / "articles", 8)
    with OpenAIServer(Model()) as server:
        assert run(job_of(tmp_path, server), Stop(), workers=1).error is None
    sizes = [len(shard.documents) for hand in crew.hired for shard in hand.shards]
    assert sizes == [2, 2, 2, 2]  # of 31 bytes each, and some four to a shard without it


def test_a_server_that_is_down_ends_the_run(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.cluster.shard_worker.UNATTENDED", Patience(attempts=1))
    write_articles(tmp_path / "articles", 60)
    with OpenAIServer(status(503)) as server:
        ending = run(job_of(tmp_path, server), Stop())
        assert 20 <= len(server.requests) < 40
    assert isinstance(ending.error, TransientModelError)
    assert ending.totals.states["waiting"] > 20


class Late(InProcess):
    """A worker that does not come, unless it is let go."""

    async def introduce(self) -> str:
        self.dismissed = asyncio.Event()
        await self.dismissed.wait()
        raise WorkerLost

    def dismiss(self) -> None:
        super().dismiss()
        self.dismissed.set()


def test_a_worker_that_does_not_come_does_not_hold_up_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Crew(kinds=(InProcess, Late))
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 6)
    with OpenAIServer(Model()) as server:
        ending = run(job_of(tmp_path, server), Stop())
    assert ending.error is None
    assert ending.totals.states["done"] == 6
    assert len(crew.hired) == 2
    assert "worker died" not in (tmp_path / "run" / "log.jsonl").read_text()


def test_a_worker_that_does_not_come_is_looked_for_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.cluster.driving._ARRIVAL_S", 0.3)
    crew = Crew(kinds=(InProcess, Late))
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 12)
    with OpenAIServer(Model(after_s=0.3)) as server:
        ending = run(job_of(tmp_path, server, room=2), Stop())
    assert ending.error is None
    assert [len(hand.shards) > 0 for hand in crew.hired] == [True, False, True]


def test_without_any_worker_it_says_what_to_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.cluster.driving._ARRIVAL_S", 0.1)
    crew = Crew(kinds=(Late, Late))
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 2)
    with OpenAIServer(Model()) as server, pytest.raises(BatchError, match="See ray status"):
        run(job_of(tmp_path, server), Stop())


def test_asked_to_stop_it_does_not_wait_for_a_worker_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Crew(kinds=(Late, Late))
    crew.install(monkeypatch)
    write_articles(tmp_path / "articles", 2)
    with OpenAIServer(Model()) as server:
        ending = asked_to_stop(tmp_path, server, after_requests=0)
    assert ending.totals.states["waiting"] == 2


def test_a_fault_in_a_worker_is_told_and_not_tried_again(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(self: InProcess, shard: Any) -> Any:
        raise BatchError("a fault in a worker of the cluster")
        yield

    monkeypatch.setattr(InProcess, "work", broken)
    write_articles(tmp_path / "articles", 3)
    with OpenAIServer(Model()) as server, pytest.raises(BatchError, match="a fault in a worker"):
        run(job_of(tmp_path, server), Stop())
    assert len(crew.hired) == 2
    with ledger(tmp_path / "run") as writer:
        assert rows(writer, "state, attempts, crashes") == [("waiting", 0, 0)] * 3
