from __future__ import annotations

import json

import pytest

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.client import Usage
from nutgraf.llm.openai_client.batch_records import (
    BatchRecord,
    Told,
    read_told,
    request_line,
)
from nutgraf.llm.stored import StoredReply


def told(response: object = None, error: object = None) -> Told | None:
    line = json.dumps({"id": "x", "custom_id": "k", "response": response, "error": error})
    return read_told(line.encode(), "host")


def failure(response: object = None, error: object = None) -> ModelError:
    found = told(response, error)
    assert found
    assert found.key == "k"
    assert isinstance(found.came, ModelError)
    return found.came


def completion(message: object, finish_reason: str = "stop") -> Told | None:
    body = {
        "choices": [{"message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3},
    }
    return told({"status_code": 200, "body": body})


SPENT = Usage(7, 3, requests=1)


@pytest.mark.parametrize(
    ("message", "finish_reason", "expected"),
    [
        ({"content": "{}"}, "stop", StoredReply(text="{}", usage=SPENT)),
        ({"content": "{"}, "length", StoredReply(text="{", ending="cut", usage=SPENT)),
        ({"refusal": "no"}, "stop", StoredReply(text="", ending="refused", usage=SPENT)),
        (
            {"tool_calls": [{"function": {"name": "Answer", "arguments": "{1}"}}]},
            "tool_calls",
            StoredReply(text="{1}", usage=SPENT),
        ),
    ],
)
def test_a_line_with_a_completion_is_a_reply(
    message: object, finish_reason: str, expected: StoredReply
) -> None:
    assert completion(message, finish_reason) == Told("k", expected)


@pytest.mark.parametrize("status", [408, 429, 500, 503, 529])
def test_what_may_pass_waits_for_another_time(status: int) -> None:
    found = failure({"status_code": status, "body": {"error": {"message": "It rained"}}})
    assert type(found) is TransientModelError
    assert f"HTTP {status}" in str(found)
    assert "rained" not in str(found)


@pytest.mark.parametrize("code", ["batch_expired", "batch_cancelled"])
def test_what_was_never_asked_waits_for_another_time(code: str) -> None:
    found = failure(None, {"code": code, "message": "too late"})
    assert type(found) is TransientModelError
    assert code in str(found)


@pytest.mark.parametrize(
    ("status", "body", "words", "general"),
    [
        (400, {"error": {"code": "context_length_exceeded"}}, "longer than the model's", False),
        (400, {"message": "maximum context length is 8192"}, "longer than the model's", False),
        (400, {"error": "response_format"}, "--mode json", True),
        (400, {"error": {"code": "strange"}}, "did not accept the request (HTTP 400, str", False),
        (400, "It rained", "did not accept the request (HTTP 400)", False),
        (418, None, "did not accept the request (HTTP 418)", False),
        (404, {"error": {"code": "model_not_found"}}, "unknown model", True),
        (429, {"error": {"code": "insufficient_quota"}}, "billing", True),
        (401, {}, "OPENAI_API_KEY", True),
    ],
)
def test_what_will_not_pass_is_told_in_our_words(
    status: int, body: object, words: str, general: bool
) -> None:
    found = failure({"status_code": status, "body": body})
    assert type(found) is ModelError
    assert words in str(found)
    assert found.for_every_request is general
    assert "rained" not in str(found)


def test_a_line_with_neither_reply_nor_error_has_an_error_all_the_same() -> None:
    assert "no code" in str(failure(None, None))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b'{"custom_id": 7}',
        b'{"response": null}',
        b'\xff{"custom_id": "k"}',
        b'{"custom_id": "k", "response": {"status_code": 200, "body": {}}}',
        b'{"custom_id": "k", "response": {"status_code": 200, "body": "text"}}',
    ],
)
def test_a_broken_line_tells_nothing(line: bytes) -> None:
    assert read_told(line, "host") is None


def test_a_request_is_one_line_for_every_reader() -> None:
    text = "a\u2028b\u2029c\u0085d\ne\rf"
    line = request_line("k", {"messages": text})
    assert line.endswith(b"\n")
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line) == {
        "custom_id": "k",
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {"messages": text},
    }


def test_half_a_surrogate_pair_makes_no_line() -> None:
    with pytest.raises(UnicodeEncodeError):
        request_line("k", {"messages": "\ud83d"})


def test_a_batch_tells_its_faults_and_files() -> None:
    bare = BatchRecord(id="b", status="in_progress")
    assert (bare.ended, bare.files, bare.fault_codes) == (False, (), frozenset())
    record = BatchRecord.model_validate(
        {
            "id": "b",
            "status": "failed",
            "error_file_id": "f",
            "errors": {"data": [{"code": "token_limit_exceeded"}, {"code": None}]},
        }
    )
    assert (record.ended, record.files) == (True, ("f",))
    assert record.fault_codes == {"token_limit_exceeded"}
