from __future__ import annotations

import json
import math
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.batching.provider.runs import QUICK, by_calls, events, job_of, query, run, states
from tests.support.batch_server import BatchService, CreateFault
from tests.support.openai_server import OpenAIServer, Received, answer, status
from tests.support.rain import Model, days_of, summary

from nutgraf import ScriptedClient
from nutgraf.batching.budget import Budget
from nutgraf.batching.progress import reporter
from nutgraf.batching.provider.limits import Limits
from nutgraf.batching.running import Manner, run_batch
from nutgraf.batching.status import status_json, status_text
from nutgraf.batching.stopping import Stop
from nutgraf.errors import (
    BatchError,
    BudgetError,
    ConfigError,
    ModelError,
    StoppedError,
    TransientModelError,
)
from nutgraf.llm.retry import Patience

N = 6
BUDGET = 45_000  # tokens: the worst case of the call that comes first, and of some requests


@pytest.fixture
def service() -> BatchService:
    return BatchService(calls=Model())


@pytest.mark.parametrize("fault", ["made, 500", "made, dropped", "500", "429"])
def test_where_nobody_knows_whether_a_batch_was_made_it_is_looked_for_first(
    service: BatchService, tmp_path: Path, fault: CreateFault
) -> None:
    service.create_faults = [fault]
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert ending.totals.states["done"] == N
    assert len(service.batches) == 1
    assert len(events(tmp_path / "run", "not known whether a batch was made")) == 1


def test_a_server_that_makes_no_batch_is_given_up_and_gone_on_with_later(
    service: BatchService, tmp_path: Path
) -> None:
    service.create_faults = ["500"] * 3
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
        assert isinstance(ending.error, TransientModelError)
        assert ending.totals.states["waiting"] == N - 1
        again = run(job_of(tmp_path, server, N))
    assert again.totals.states["done"] == N
    assert len(service.batches) == 1


def test_a_batch_that_is_refused_at_once_ends_the_run(
    service: BatchService, tmp_path: Path
) -> None:
    service.create_faults = ["400"]
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert isinstance(ending.error, ModelError)
    assert states(tmp_path / "run") == {"done": 1, "waiting": N - 1}


def test_a_batch_that_is_refused_as_a_whole_ends_the_run(
    service: BatchService, tmp_path: Path
) -> None:
    service.status, service.fault_codes = "failed", ("mismatched_model",)
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert "mismatched_model" in str(ending.error)
    assert states(tmp_path / "run") == {"done": 1, "waiting": N - 1}
    assert len(service.batches) == 1


def test_where_the_provider_has_no_room_less_is_handed_over(
    service: BatchService, tmp_path: Path
) -> None:
    create = service._answer

    def crowded(batch: dict[str, Any], how: str) -> None:
        many = len(service.files[batch["input_file_id"]].splitlines()) > 2
        create(batch, "failed" if many else "completed")

    service.fault_codes = ("token_limit_exceeded",)
    service._answer = crowded  # type: ignore[method-assign]
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, 8, replace(QUICK, requests=4)))
    assert ending.totals.states["done"] == 8
    assert service.most_lines == 2
    assert max(service.paid.values()) == 1


def test_a_provider_without_room_for_one_request_ends_the_run(
    service: BatchService, tmp_path: Path
) -> None:
    service.status, service.fault_codes = "failed", ("token_limit_exceeded",)
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, 4, replace(QUICK, requests=2)))
    assert "enqueued tokens" in str(ending.error)
    assert states(tmp_path / "run") == {"done": 1, "waiting": 3}


def test_an_account_without_credit_ends_the_run_and_keeps_what_was_answered(
    service: BatchService, tmp_path: Path
) -> None:
    service.outcome = lambda days, before: "quota" if days > 4 and not before else "ok"
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
        assert "billing" in str(ending.error)
        assert states(tmp_path / "run")["waiting"] >= 3
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert max(service.paid.values()) == 1


def test_what_does_not_do_at_all_is_found_out_before_a_batch_is_made(tmp_path: Path) -> None:
    service = BatchService(calls=status(401, {"code": "invalid_api_key"}))
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N))
    assert "OPENAI_API_KEY" in str(ending.error)
    assert service.files == {}


def test_what_the_model_takes_no_more_is_left_out_of_batches(tmp_path: Path) -> None:
    def choosy(received: Received) -> Any:
        if "temperature" in received.body:
            return status(400, {"code": "unsupported_value", "param": "temperature"})
        return answer(summary(days_of(received)))

    service = BatchService(calls=choosy)
    with OpenAIServer(service) as server:
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert b"temperature" not in service.files["file-1"]


def test_asked_to_stop_it_leaves_batches_where_they_are_and_fetches_them_later(
    service: BatchService, tmp_path: Path
) -> None:
    service.status = "in_progress"
    stop = Stop()

    async def stopping(seconds: float) -> None:
        if service.batches:
            stop.ask()
        await QUICK.sleep(seconds)

    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N, replace(QUICK, sleep=stopping))
        ending = run(job, stop)
        assert isinstance(ending.error, StoppedError)
        assert "5 of them with the provider in 1 batch, which goes on by itself" in str(
            ending.error
        )
        assert "with the provider: 5 of those waiting, in 1 batch\n" in status_text(job.folder)
        assert json.loads(status_json(job.folder))["with_provider"] == 5
        plain = run(by_calls(job_of(tmp_path, server, N), tmp_path / "run"))
        assert isinstance(plain.error, StoppedError)  # it does not pay for them again
        assert plain.totals.states["waiting"] == 5
        service.status = "completed"
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert len(service.batches) == 1


def test_a_batch_that_is_overdue_is_cancelled_and_what_it_answered_is_kept(
    service: BatchService, tmp_path: Path
) -> None:
    service.status = "in_progress"
    late = replace(QUICK, overdue_s=-1.0)
    with OpenAIServer(service) as server:
        assert run(job_of(tmp_path, server, N, late)).totals.states["done"] == N
        assert sum(r.path.endswith("/cancel") for r in server.requests) == 1
    assert len(service.batches) == 1


def test_a_batch_that_never_ends_is_not_waited_for_for_ever(
    service: BatchService, tmp_path: Path
) -> None:
    service.status = "in_progress"
    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N, replace(QUICK, give_up_s=-1.0)))
    assert "in_progress after" in str(ending.error)
    assert ending.totals.states["waiting"] == N - 1


def test_a_provider_that_cannot_be_reached_for_a_while_is_waited_for(
    service: BatchService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.job.UNATTENDED", Patience(attempts=1))
    service.content_behaviour = [status(503)] * 2
    with OpenAIServer(service) as server:
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
        service.content_behaviour = [status(503)]
        job = job_of(tmp_path / "other", server, N, replace(QUICK, give_up_s=-1.0))
        assert isinstance(run(job).error, TransientModelError)
    assert len(events(tmp_path / "run", "provider not reached")) == 2
    assert len(service.batches) == 2


def test_a_batch_of_another_key_is_told(service: BatchService, tmp_path: Path) -> None:
    service.status = "in_progress"
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N, replace(QUICK, give_up_s=-1.0)))
        service.batches.clear()
        ending = run(job_of(tmp_path, server, N))
    assert "does not know the batch batch-1" in str(ending.error)


def test_where_the_files_are_gone_it_is_asked_again(service: BatchService, tmp_path: Path) -> None:
    service.missing_files = True
    looks = []

    async def once(seconds: float) -> None:
        looks.append(seconds)
        service.missing_files = not events(tmp_path / "run", "fetched")
        await QUICK.sleep(seconds)

    with OpenAIServer(service) as server:
        ending = run(job_of(tmp_path, server, N, replace(QUICK, sleep=once)))
    assert ending.totals.states["done"] == N
    assert events(tmp_path / "run", "fetched")[0]["files_gone"] == 1


def test_a_budget_holds_and_can_be_raised(service: BatchService, tmp_path: Path) -> None:
    service.prompt_tokens = 8_000
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, 12, max_tokens=200)
        tight = replace(job, budget=Budget(max_tokens=BUDGET))
        ending = run(tight)
        assert isinstance(ending.error, BudgetError)
        spent = ending.totals.input_tokens + ending.totals.output_tokens
        assert 1 < ending.totals.states["done"] < 12
        assert spent <= BUDGET
        raised = run(replace(job, budget=Budget(max_cost=Decimal(1))))
    assert raised.totals.states["done"] == 12
    assert query(tmp_path / "run", "SELECT count(*) FROM reservation") == [(0,)]
    assert max(service.paid.values()) == 1


def test_where_tokens_are_not_counted_the_worst_case_stays_spent(
    service: BatchService, tmp_path: Path
) -> None:
    service.outcome = lambda days, before: "uncounted"
    with OpenAIServer(service) as server:
        job = replace(job_of(tmp_path, server, N), budget=Budget(max_tokens=10_000_000))
        assert run(job).totals.states["done"] == N
    assert query(tmp_path / "run", "SELECT count(*) FROM reservation WHERE worker = 0") == [(1,)]


def test_what_cannot_be_asked_about_is_told_and_the_rest_goes_on(
    service: BatchService, tmp_path: Path
) -> None:
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N, max_chars=60)
        (tmp_path / "articles" / "long.txt").write_text("It rained. " * 20)
        (tmp_path / "articles" / "rain-000001.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
        (tmp_path / "articles" / "same.txt").write_text("It rained in Arden for 5 days.\n")
        ending = run(job)
    assert ending.totals.conservation == "9 documents = 7 done + 2 failed + 0 cut + 0 skipped"
    assert max(service.paid.values()) == 1
    kinds = query(tmp_path / "run", "SELECT DISTINCT kind FROM document WHERE state = 'failed'")
    assert kinds == [("article",)]


def test_a_shard_whose_file_was_lost_is_filled_again(service: BatchService, tmp_path: Path) -> None:
    service.create_faults = ["500"] * 3
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N))
        (path,) = (tmp_path / "run" / "provider").iterdir()
        path.write_bytes(b"{}\n")
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert len(service.batches) == 1
    assert len(events(tmp_path / "run", "shard file lost")) == 1


def test_a_folder_that_cannot_be_written_is_told(service: BatchService, tmp_path: Path) -> None:
    with OpenAIServer(service) as server:
        job = job_of(tmp_path, server, N)
        (tmp_path / "run").mkdir()
        run(replace(job, plan=replace(job.plan, glob="none*")))
        (tmp_path / "run" / "provider").write_text("in the way")
        with pytest.raises(BatchError, match="cannot be written"):
            run(job)
    assert states(tmp_path / "run") == {"done": 1, "waiting": N - 1}


def test_other_settings_leave_what_is_with_the_provider_for_later(
    service: BatchService, tmp_path: Path
) -> None:
    service.status = "in_progress"
    with OpenAIServer(service) as server:
        run(job_of(tmp_path, server, N, replace(QUICK, give_up_s=-1.0)))
        service.status = "completed"
        other = run(job_of(tmp_path, server, N, temperature=0.5))
        assert other.totals.states["done"] == N
        paid = service.paid.copy()
        assert run(job_of(tmp_path, server, N)).totals.states["done"] == N
    assert sum(service.paid.values()) - sum(paid.values()) == N - 1
    assert len(service.batches) == 2


def test_it_needs_a_model_behind_a_server_and_one_worker(tmp_path: Path) -> None:
    with OpenAIServer(status(500)) as server:
        job = job_of(tmp_path, server, 1)
    with pytest.raises(ConfigError, match="needs a model behind a server"):
        replace(job, client=ScriptedClient([]))
    with pytest.raises(ConfigError, match="one worker"):
        run_batch(job, Manner(reporter=reporter("none"), workers=2), Stop())
    with pytest.raises(ConfigError, match="positive"):
        replace(QUICK, requests=0)


@pytest.mark.parametrize("limits", [{"requests": 0}, {"file_bytes": 0}, {"look_s": math.nan}])
def test_limits_that_are_none_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="must be positive"):
        Limits(**limits)
