from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.batching.provider.runs import (
    QUICK,
    by_calls,
    events,
    job_of,
    query,
    results,
    run,
    states,
)
from tests.support.batch_server import BatchService, Outcome
from tests.support.openai_server import OpenAIServer, status
from tests.support.rain import Model

from nutgraf.batching.attempt import Finished
from nutgraf.batching.estimate import estimate
from nutgraf.batching.faces import abatch
from nutgraf.batching.status import retry_failures
from nutgraf.cli import nutgraf

N = 6


@pytest.fixture
def service() -> BatchService:
    return BatchService(calls=Model())


def calls_made(server: OpenAIServer) -> int:
    return sum(r.path.endswith("/chat/completions") for r in server.requests)


def test_it_comes_to_the_same_as_by_calls_for_half_the_price(
    service: BatchService, tmp_path: Path
) -> None:
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N)
        ending = run(job)
        assert calls_made(server) == 1  # the one that is tried first
        plain = run(by_calls(job, tmp_path / "plain"))
    assert ending.error is None
    assert ending.totals.conservation == "6 documents = 6 done + 0 failed + 0 cut + 0 skipped"
    assert results(tmp_path / "run") == results(tmp_path / "plain")
    assert plain.error is None
    assert sorted(service.paid.values()) == [1] * (N - 1)
    # 1 call of 100 + 20 tokens, and 5 of 1,000 + 100 in a batch, at half of 1 and 2 dollars.
    assert ending.totals.requests == N
    assert ending.totals.input_tokens == 5_100
    assert float(ending.totals.cost_usd) == pytest.approx((140 + 5 * 1200 / 2) / 1e6)
    assert not list((tmp_path / "run" / "provider").iterdir())


def test_the_same_command_again_does_nothing(service: BatchService, tmp_path: Path) -> None:
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N))
        asked = len(server.requests)
        before = results(tmp_path / "run")
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
        assert len(server.requests) == asked
    assert results(tmp_path / "run") == before


def test_it_is_split_by_requests_and_by_bytes(service: BatchService, tmp_path: Path) -> None:
    with OpenAIServer(service) as server:
        run(job_of(tmp_path / "a", server, 8, replace(QUICK, requests=3)))
        assert [len(service.files[b["input_file_id"]].splitlines()) for b in by_id(service)] == [
            3,
            3,
            1,
        ]
        line = len(service.files["file-1"].splitlines()[0]) + 1
        service.batches.clear()
        run(job_of(tmp_path / "b", server, 8, replace(QUICK, file_bytes=2 * line + 50)))
        sizes = [len(service.files[b["input_file_id"]]) for b in by_id(service)]
    assert len(sizes) == 4
    assert max(sizes) <= 2 * line + 50


def by_id(service: BatchService) -> list[dict[str, str]]:
    return list(service.batches.values())


@pytest.mark.parametrize("first", ["429", "500", "expired", "cancelled", "missing", "broken"])
def test_what_a_batch_did_not_answer_goes_into_the_next(
    service: BatchService, tmp_path: Path, first: Outcome
) -> None:
    service.outcome = lambda days, before: first if days % 2 and not before else "ok"
    service.status = {"expired": "expired", "cancelled": "cancelled"}.get(first, "completed")
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert ending.totals.states["done"] == N
    assert len(service.batches) == 2
    again = [d for d in range(3, N + 2) if d % 2]
    assert len(service.files[by_id(service)[1]["input_file_id"]].splitlines()) == len(again)
    assert all(service.paid[d] == 1 for d in range(4, N + 2, 2))
    assert events(tmp_path / "run", "fetched")[0]["again"] == len(again)


def test_what_is_put_off_time_and_again_fails_and_can_be_retried(
    service: BatchService, tmp_path: Path
) -> None:
    service.outcome = lambda days, before: "429" if days == 4 else "ok"
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert ending.totals.conservation == "6 documents = 5 done + 1 failed + 0 cut + 0 skipped"
    assert len(service.batches) == 5
    assert query(tmp_path / "run", "SELECT kind FROM document WHERE state = 'failed'") == [
        ("busy",)
    ]


def test_a_refused_request_fails_and_the_rest_is_kept(
    service: BatchService, tmp_path: Path
) -> None:
    service.outcome = lambda days, before: "400" if days == 4 else "ok"
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N))
    assert states(tmp_path / "run") == {"done": N - 1, "failed": 1}
    ((kind, message),) = query(
        tmp_path / "run", "SELECT kind, message FROM document WHERE state = 'failed'"
    )
    assert kind == "model"
    assert "longer than the model's context" in message
    assert "rained" not in message
    assert len(service.batches) == 1


def test_an_answer_told_twice_is_paid_once(service: BatchService, tmp_path: Path) -> None:
    service.outcome = lambda days, before: "twice"
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert ending.totals.requests == N
    assert events(tmp_path / "run", "fetched")[0]["known"] == N - 1


def test_answers_to_what_was_not_asked_are_left_out(service: BatchService, tmp_path: Path) -> None:
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N, replace(QUICK, requests=3))
        run(job)
        service.files["file-x"] = b"".join(
            content for content in service.files.values() if b'"response"' in content
        )
        other = job_of(tmp_path / "other", server, 2)
        original = service._answer

        def answer(batch: dict[str, object], how: str) -> None:
            original(batch, how)
            key = str(batch["output_file_id"])
            service.files[key] += service.files["file-x"].replace(
                b'"custom_id": "', b'"custom_id": "z'
            )

        service._answer = answer  # type: ignore[method-assign]
        ending = run(other)
    assert ending.totals.states["done"] == 2
    assert events(tmp_path / "other" / "run", "fetched")[0]["strange"] == N - 1


def test_an_answer_that_does_not_fit_is_asked_for_by_a_call(
    service: BatchService, tmp_path: Path
) -> None:
    service.outcome = lambda days, before: "misfit" if days == 5 else "ok"
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
        assert calls_made(server) == 2
    assert ending.totals.states["done"] == N
    assert ending.totals.requests == N + 1


def test_cut_and_refused_answers_are_told_as_such_and_asked_again_on_retry(
    service: BatchService, tmp_path: Path
) -> None:
    outcomes: dict[int, Outcome] = {4: "cut", 5: "refused"}
    service.outcome = lambda days, before: "ok" if before else outcomes.get(days, "ok")
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N))
        assert states(tmp_path / "run") == {"done": N - 2, "cut": 1, "failed": 1}
        retried(tmp_path / "run")
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert service.paid[4] == service.paid[5] == 2


def retried(run_folder: Path) -> None:
    retry_failures(run_folder, ())


def test_the_command_takes_it(service: BatchService, tmp_path: Path) -> None:
    with OpenAIServer(service) as server:
        job_of(tmp_path, server, N)
        place = ["--base-url", server.base_url, "--model", "m", "--price", "1,2"]
        how = ["--via", "provider-batch", "--poll", "0.05", "--batch-requests", "3"]
        told = CliRunner().invoke(
            nutgraf,
            ["batch", str(tmp_path / "articles"), "--out", str(tmp_path / "run"), *place, *how],
        )
    assert told.exit_code == 0
    assert "6 documents = 6 done" in told.output
    assert len(service.batches) == 2


def test_from_python_each_document_is_given_when_it_is_through(
    service: BatchService, tmp_path: Path
) -> None:
    async def all_of(server: OpenAIServer) -> list[Finished[Any]]:
        job = job_of(tmp_path, server, N)
        found = abatch(
            tmp_path / "articles",
            job.folder,
            settings=job.settings,
            via="provider-batch",
            limits=QUICK,
        )
        return [one async for one in found]

    with OpenAIServer(service) as server:
        finished = asyncio.run(all_of(server))
    assert [one.state for one in finished] == ["done"] * N


def test_an_estimate_is_of_half_the_price(tmp_path: Path) -> None:
    with OpenAIServer(status(500)) as server:
        job = job_of(tmp_path, server, N)
        told, plain = estimate(job), estimate(replace(job, via="calls"))
        assert server.requests == []
    assert told.likely_cost
    assert plain.likely_cost
    assert told.likely_cost == plain.likely_cost / 2
    assert told.most_cost == plain.most_cost
    assert "half of it for batches" in told.price
