"""Processes are killed wherever it could hurt: no batch is made twice, and nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.batching.provider.runs import by_calls, job_of, query, results, run, states
from tests.support.batch_server import BatchService
from tests.support.openai_server import Failure, OpenAIServer, Received
from tests.support.rain import Model
from tests.support.zygote import Zygote

N = 6


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote() as zygote:
        yield zygote


@pytest.fixture
def service() -> BatchService:
    return BatchService(calls=Model())


def command(folder: Path, server: OpenAIServer) -> list[str]:
    place = ["--base-url", server.base_url, "--model", "m", "--repairs", "0"]
    how = ["--via", "provider-batch", "--poll", "0.05", "--progress", "none", "--batch-requests"]
    return ["batch", str(folder / "articles"), "--out", str(folder / "run"), *place, *how, "3"]


def until(seen: Callable[[], bool]) -> None:
    for _ in range(1200):
        if seen():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to that")


def is_upload(received: Received) -> bool:
    return received.method == "POST" and received.path.endswith("/files")


def is_create(received: Received) -> bool:
    return received.method == "POST" and received.path.endswith("/batches")


def is_fetch(received: Received) -> bool:
    return received.path.endswith("/content")


@pytest.mark.parametrize(
    ("arrange", "seen"),
    [
        (lambda service: service.upload_behaviour.append(Failure.HANG), is_upload),
        (lambda service: service.create_faults.append("hang"), is_create),
        (lambda service: service.create_faults.append("made, hang"), is_create),
        (lambda service: service.content_behaviour.append(Failure.HANG), is_fetch),
    ],
    ids=["while uploading", "before it is made", "after it was made", "while fetching"],
)
def test_killed_in_the_middle_it_goes_on_and_makes_no_batch_twice(
    zygote: Zygote,
    service: BatchService,
    tmp_path: Path,
    arrange: Callable[[BatchService], None],
    seen: Callable[[Received], bool],
) -> None:
    arrange(service)
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N)
        pid = zygote.start(*command(tmp_path, server))
        until(lambda: any(map(seen, server.requests)))
        os.kill(pid, signal.SIGKILL)
        zygote.wait(pid)
        assert sum(states(tmp_path / "run").values()) == N
        assert zygote.run(*command(tmp_path, server)) == 0
        run(by_calls(job, tmp_path / "plain"))
    assert states(tmp_path / "run") == {"done": N}
    assert len({batch["metadata"]["nutgraf_digest"] for batch in service.batches.values()}) == len(
        service.batches
    )
    assert max(service.paid.values()) == 1
    assert results(tmp_path / "run") == results(tmp_path / "plain")


def test_killed_at_random_and_again_nothing_is_paid_twice(
    zygote: Zygote, service: BatchService, tmp_path: Path
) -> None:
    service.after_s, service.polls = 0.05, 2
    chance = random.Random(3)
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, 40)
        for _ in range(6):
            pid = zygote.start(*command(tmp_path, server))
            time.sleep(chance.uniform(0.3, 2.5))
            os.kill(pid, signal.SIGKILL)
            zygote.wait(pid)
        assert zygote.run(*command(tmp_path, server)) == 0
        run(by_calls(job, tmp_path / "plain"))
    assert states(tmp_path / "run") == {"done": 40}
    assert max(service.paid.values()) == 1
    assert results(tmp_path / "run") == results(tmp_path / "plain")
    spent = query(tmp_path / "run", "SELECT sum(requests) FROM document WHERE requests > 0")
    assert spent[0][0] >= 40


def test_two_processes_on_one_run_make_no_batch_twice(
    zygote: Zygote, service: BatchService, tmp_path: Path
) -> None:
    service.polls = 3
    with OpenAIServer(service) as server:
        job_of(tmp_path, server, 20)
        pids = [zygote.start(*command(tmp_path, server)) for _ in range(2)]
        assert [zygote.wait(pid) for pid in pids] == [0, 0]
    assert states(tmp_path / "run") == {"done": 20}
    assert max(service.paid.values()) == 1
