from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from tests.llm.questions import ARTICLE, KEY
from tests.support.batch_server import BatchService
from tests.support.openai_server import Behaviour, Failure, OpenAIServer, raw, status

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.openai_client.batch_records import BatchRecord, request_line
from nutgraf.llm.openai_client.batches import Batches, MissingError
from nutgraf.llm.retry import Patience

ReturnT = TypeVar("ReturnT")
RUN = {"run": "r1", "shard": "1"}


@pytest.fixture
def service() -> BatchService:
    return BatchService(calls=status(500))


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    path = tmp_path / "shard.jsonl"
    path.write_bytes(
        b"".join(
            request_line(f"key-{days}", {"messages": [f"It rained in Arden for {days} days."]})
            for days in (2, 3)
        )
    )
    return path


def speak(
    server: OpenAIServer, patience: Patience, work: Callable[[Batches], Awaitable[ReturnT]]
) -> ReturnT:
    async def spoken() -> ReturnT:
        client = OpenAIClient("openai/m", api_key=KEY, base_url=server.base_url, patience=patience)
        try:
            return await work(client.batches)
        finally:
            await client.aclose()

    return asyncio.run(spoken())


async def made(batches: Batches, path: Path) -> BatchRecord:
    return await batches.create(await batches.upload(path), RUN)


def test_a_file_is_handed_over_answered_and_fetched(
    service: BatchService, patience: Patience, requests: Path, tmp_path: Path
) -> None:
    async def there_and_back(batches: Batches) -> BatchRecord:
        begun = await made(batches, requests)
        assert not begun.ended
        ended = await batches.retrieve(begun.id)
        for file in ended.files:
            await batches.download(file, tmp_path / file)
        return ended

    with OpenAIServer(service) as server:
        ended = speak(server, patience, there_and_back)
    assert ended.ended
    assert service.files["file-1"] == requests.read_bytes()
    assert [(tmp_path / file).read_bytes() for file in ended.files] == [service.files["file-2"]]
    lines = (tmp_path / ended.files[0]).read_text().splitlines()
    assert [json.loads(line)["custom_id"] for line in lines] == ["key-3", "key-2"]
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("fault", ["made, 500", "made, dropped", "500", "hang"])
def test_to_make_a_batch_is_asked_once_whatever_comes(
    service: BatchService, requests: Path, fault: str
) -> None:
    service.create_faults = [fault]  # type: ignore[list-item]
    hasty = Patience(attempts=3, attempt_s=0.3)
    with OpenAIServer(service) as server, pytest.raises(TransientModelError) as caught:
        speak(server, hasty, lambda batches: made(batches, requests))
    asked = [r for r in server.requests if r.path.endswith("/batches") and r.method == "POST"]
    assert len(asked) == 1
    assert len(service.batches) == fault.startswith("made")
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_a_batch_that_was_made_is_found_by_its_metadata(
    service: BatchService, patience: Patience, requests: Path
) -> None:
    async def many(batches: Batches) -> tuple[BatchRecord | None, BatchRecord | None]:
        file = await batches.upload(requests)
        for number in range(5):
            await batches.create(file, {"run": "r1", "shard": str(number)})
        return await batches.find(RUN, 0.0), await batches.find({"run": "r2"}, 0.0)

    service.page = 2
    with OpenAIServer(service) as server:
        found, other = speak(server, patience, many)
    assert found
    assert (found.id, found.metadata) == ("batch-2", RUN)
    assert other is None


def test_older_batches_are_not_looked_through(
    service: BatchService, patience: Patience, requests: Path
) -> None:
    async def find(batches: Batches) -> BatchRecord | None:
        await made(batches, requests)
        return await batches.find({"run": "r2"}, since=9e12)

    service.page = 1
    service.batches["batch-0"] = {"id": "batch-0", "status": "completed", "created_at": 0}
    with OpenAIServer(service) as server:
        assert speak(server, patience, find) is None
        assert len([r for r in server.requests if "?limit" in r.path]) == 1


def test_a_list_without_end_is_given_up(patience: Patience) -> None:
    page = json.dumps(
        {"data": [{"id": "b", "status": "failed", "created_at": 1}], "has_more": True}
    )
    with OpenAIServer(raw(page)) as server, pytest.raises(ModelError, match="dashboard"):
        speak(server, patience, lambda batches: batches.find(RUN, 0.0))
    assert len(server.requests) == 100


def test_the_list_of_a_server_without_batches_is_empty(patience: Patience) -> None:
    with OpenAIServer(raw('{"data": []}')) as server:
        assert speak(server, patience, lambda batches: batches.find(RUN, 0.0)) is None


def test_a_cancelled_batch_tells_so(
    service: BatchService, patience: Patience, requests: Path
) -> None:
    async def cancelled(batches: Batches) -> BatchRecord:
        return await batches.cancel((await made(batches, requests)).id)

    with OpenAIServer(service) as server:
        record = speak(server, patience, cancelled)
    assert record.status == "cancelled"
    assert len(record.files) == 1


@pytest.mark.parametrize(
    "torn", [Failure.TEAR, Failure.DROP, status(500), status(429, headers={"retry-after": "0"})]
)
def test_a_download_that_breaks_off_is_made_again(
    service: BatchService, patience: Patience, tmp_path: Path, torn: Behaviour
) -> None:
    service.files["file-9"] = b"x" * 300_000
    service.content_behaviour = [torn]
    with OpenAIServer(service) as server:
        speak(server, patience, lambda batches: batches.download("file-9", tmp_path / "out"))
    assert (tmp_path / "out").stat().st_size == 300_000
    assert len(server.requests) == 2


def test_what_the_server_has_not_is_missing(
    service: BatchService, patience: Patience, tmp_path: Path
) -> None:
    with OpenAIServer(service) as server:
        with pytest.raises(MissingError, match="no such file or batch"):
            speak(server, patience, lambda batches: batches.download("file-9", tmp_path / "out"))
        with pytest.raises(MissingError):
            speak(server, patience, lambda batches: batches.retrieve("batch-9"))
        with pytest.raises(MissingError):
            speak(server, patience, lambda batches: batches.cancel("batch-9"))
    assert not (tmp_path / "out").exists()


def test_a_disk_that_is_full_is_no_failure_of_the_server(
    service: BatchService, patience: Patience, tmp_path: Path
) -> None:
    service.files["file-9"] = b"x"
    with OpenAIServer(service) as server, pytest.raises(FileNotFoundError):
        speak(server, patience, lambda batches: batches.download("file-9", tmp_path / "no" / "out"))
    assert len(server.requests) == 1


def test_a_fault_of_our_own_is_not_taken_for_one_of_the_connection(
    service: BatchService, patience: Patience, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    service.files["file-9"] = b"x"
    monkeypatch.setattr(Path, "open", broken)
    with OpenAIServer(service) as server, pytest.raises(ZeroDivisionError):
        speak(server, patience, lambda batches: batches.download("file-9", tmp_path / "out"))


@pytest.mark.parametrize("reply", ["<html>", "{}", '{"id": 7}', '{"detail": "It rained"}'])
def test_a_server_that_speaks_no_batches_is_told(
    patience: Patience, requests: Path, reply: str
) -> None:
    with OpenAIServer(raw(reply)) as server:
        for work in (
            lambda batches: batches.upload(requests),
            lambda batches: batches.create("file-1", RUN),
            lambda batches: batches.retrieve("batch-1"),
            lambda batches: batches.find(RUN, 0.0),
        ):
            with pytest.raises(ModelError, match="speaks no batches") as caught:
                speak(server, patience, work)
            assert "rained" not in "".join(traceback.format_exception(caught.value))


def test_a_key_that_is_not_accepted_ends_it(patience: Patience, requests: Path) -> None:
    refused = status(401, {"message": ARTICLE, "code": "invalid_api_key"})
    with OpenAIServer(refused) as server, pytest.raises(ModelError, match="OPENAI_API_KEY") as e:
        speak(server, patience, lambda batches: batches.upload(requests))
    assert e.value.for_every_request
    assert ARTICLE not in "".join(traceback.format_exception(e.value))
    assert len(server.requests) == 1
