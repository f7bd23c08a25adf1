from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.llm.questions import ARTICLE, GOOD, Answer, question

from nutgraf.errors import (
    ModelError,
    OutputError,
    RecordingError,
    RefusalError,
    TruncatedError,
)
from nutgraf.llm.client import Client, Completion, Usage
from nutgraf.llm.recording import RecordingClient, ReplayingClient
from nutgraf.llm.scripted import ScriptedClient

SECOND = '{"headline":"Zweite Fähre","parts":[]}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def complete(client: Client, article: str = ARTICLE) -> Completion[Answer]:
    return asyncio.run(client.complete(question(article)))


def record(path: Path, *answers: str, article: str = ARTICLE, model: str = "m") -> None:
    inner = ScriptedClient(answers, model=model, usage=Usage(50, 10, 5, 1))
    client = RecordingClient(inner, path)
    for _ in answers:
        complete(client, article)
    asyncio.run(client.aclose())


def test_a_replay_gives_what_was_recorded(path: Path) -> None:
    record(path, GOOD)
    replayed = complete(ReplayingClient(path))
    expected = Completion(Answer.model_validate_json(GOOD), GOOD, Usage(50, 10, 5, 1), 0.0)
    assert replayed == expected


def test_a_recording_goes_by_the_inner_clients_model_and_a_replay_by_the_recordings(
    path: Path,
) -> None:
    assert RecordingClient(ScriptedClient([], model="openai/x"), path).model == "openai/x"
    record(path, GOOD, model="openai/x")
    assert ReplayingClient(path).model == "openai/x"


def test_the_article_is_not_kept(path: Path) -> None:
    record(path, SECOND)
    content = path.read_text(encoding="utf-8")
    assert "Marguerite" not in content
    assert "Fähre" in content
    assert content.count("\n") == 1


def test_requests_that_fail_leave_no_line(path: Path) -> None:
    client = RecordingClient(ScriptedClient([ModelError("no")]), path)
    with pytest.raises(ModelError):
        complete(client)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("error", [OutputError, TruncatedError, RefusalError])
def test_that_there_was_no_answer_to_use_is_recorded_with_what_it_took(
    path: Path, error: type[OutputError]
) -> None:
    inner = ScriptedClient([error("told to the user")], usage=Usage(50, 4096, 0, 1))
    with pytest.raises(error):
        complete(RecordingClient(inner, path))
    with pytest.raises(OutputError, match="told to the user") as caught:
        complete(ReplayingClient(path))
    assert type(caught.value) is error
    assert (caught.value.input_tokens, caught.value.output_tokens) == (50, 4096)


def test_what_the_file_has_an_answer_to_is_not_asked_again(path: Path) -> None:
    record(path, GOOD)
    whole = path.read_bytes()
    inner = ScriptedClient([SECOND], model="m")
    client = RecordingClient(inner, path)
    assert complete(client).text == GOOD
    assert inner.requests == []
    assert path.read_bytes() == whole
    assert complete(client).text == SECOND, "asked a second time, it wants a second answer"
    assert [complete(ReplayingClient(path)).text for _ in range(2)] == [GOOD, GOOD]


def test_repeats_come_in_order_and_then_the_last_one_again(path: Path) -> None:
    record(path, GOOD, SECOND)
    client = ReplayingClient(path)
    assert [complete(client).text for _ in range(4)] == [GOOD, SECOND, SECOND, SECOND]


def test_a_request_that_was_not_recorded_is_told_and_what_to_do(path: Path) -> None:
    record(path, GOOD, model="openai/x")
    with pytest.raises(RecordingError) as caught:
        complete(ReplayingClient(path), "Another article.")
    key = question("Another article.").digest("openai/x")
    for part in (str(path), "openai/x", key[:12], "record again"):
        assert part in str(caught.value)
    assert key[:13] not in str(caught.value)


def test_an_answer_that_no_longer_fits_is_told(path: Path) -> None:
    record(path, GOOD)
    path.write_text(path.read_text().replace("Ferry aground", '\\",\\"headline\\":7,\\"x\\":\\"'))
    with pytest.raises(OutputError, match="headline") as caught:
        complete(ReplayingClient(path))
    assert caught.value.input_tokens == 50


@pytest.mark.parametrize("kept", [1, 20, 150])
def test_a_line_that_was_cut_off_costs_only_itself(path: Path, kept: int) -> None:
    record(path, SECOND, article="one")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:kept])
    record(path, GOOD, article="two")
    client = ReplayingClient(path)
    assert [complete(client, article).text for article in ("one", "two")] == [SECOND, GOOD]


def test_a_line_cut_off_in_any_place_is_tolerated(path: Path) -> None:
    record(path, SECOND)
    whole = path.read_bytes()
    for kept in range(1, len(whole)):
        path.write_bytes(whole + whole[:kept])
        assert complete(ReplayingClient(path)).text == SECOND


@pytest.mark.parametrize("line", ["hello", "[]", '{"key":"k"}', '{"key":1,"more":2}', "\ufeff{}"])
def test_a_line_of_something_else_is_told_with_its_number(path: Path, line: str) -> None:
    record(path, GOOD)
    path.write_text(path.read_text() + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(RecordingError, match="line 3"):
        ReplayingClient(path)


def test_a_missing_recording_is_told(path: Path) -> None:
    with pytest.raises(RecordingError, match=r"answers\.jsonl"):
        ReplayingClient(path)


def test_an_empty_recording_is_told(path: Path) -> None:
    path.touch()
    with pytest.raises(RecordingError, match="record some"):
        ReplayingClient(path)


def test_a_recording_of_several_models_needs_a_choice(path: Path) -> None:
    record(path, GOOD, model="a")
    record(path, SECOND, model="b")
    with pytest.raises(RecordingError, match="a, b; say which"):
        ReplayingClient(path)
    assert complete(ReplayingClient(path, model="b")).text == SECOND


def test_a_file_that_cannot_be_written_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    inner = ScriptedClient([GOOD])
    with pytest.raises(RecordingError, match="cannot write"):
        RecordingClient(inner, tmp_path / "missing" / "answers.jsonl")
    assert inner.requests == []


def test_a_replay_has_nothing_to_close(path: Path) -> None:
    record(path, GOOD)
    client = ReplayingClient(path)
    path.unlink()
    asyncio.run(client.aclose())
    assert complete(client).text == GOOD
