"""Files and batches of a server on this machine, which go wrong as a test says.

    service = BatchService(calls=answer("{}"))
    service.outcome = lambda days, before: "429" if before == 0 else "ok"
    with OpenAIServer(service) as server:
        ...  # each request of the first batch comes back with a 429, and is answered in the second

It takes articles of `tests.support.rain`; an outcome is decided for each request of a batch by its
days of rain, and by how many batches it was in before.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qs, urlsplit

from tests.support.openai_server import Behaviour, Failure, Received, raw, status
from tests.support.rain import summary

Outcome: TypeAlias = Literal[
    "ok", "missing", "broken", "twice", "429", "500", "400", "quota", "expired", "cancelled",
    "misfit", "cut", "refused", "uncounted", "no completion",
]  # fmt: skip
CreateFault: TypeAlias = Literal[
    "made, 500", "500", "429", "made, dropped", "400", "hang", "made, hang"
]
_ENDING = {"completed", "failed", "expired", "cancelled"}
_DAYS = re.compile(r"It rained in Arden for (\d+) days")
_REFUSED = {
    "429": (429, {"code": "rate_limit_exceeded", "message": "slow down"}),
    "500": (500, {"code": None, "message": "sorry"}),
    "400": (400, {"code": "context_length_exceeded", "message": "It rained"}),
    "quota": (429, {"code": "insufficient_quota", "message": "pay"}),
}
_NEVER = {"expired": "batch_expired", "cancelled": "batch_cancelled"}


@dataclass
class BatchService:
    """What the server has and does; a test changes it while it runs.

    Attributes:
        calls: How it behaves to ordinary requests.
        outcome: What comes of a request in a batch.
        status: How batches end, or what they are in until a test says that they end.
        polls: Looks at a batch before it ends.
        create_faults: What goes wrong when a batch is to be made, the first time first.
        fault_codes: Of a batch that fails as a whole.
        missing_files: Whether the files that batches left are gone.
        page: Batches in a part of the list, at most.
        upload_behaviour: What happens to uploads instead, the first time first.
        content_behaviour: What happens to downloads instead, the first time first.
        after_s: How long most answers take, in seconds.
        prompt_tokens: What an answer in a batch is said to have taken.
        files: Their contents, by id.
        batches: By id, the oldest first.
        paid: How often each article was answered in batches.
        most_lines: The most requests that a batch had.
    """

    calls: Behaviour
    outcome: Callable[[int, int], Outcome] = lambda days, before: "ok"
    status: str = "completed"
    polls: int = 0
    create_faults: list[CreateFault] = field(default_factory=list)
    fault_codes: tuple[str, ...] = ()
    missing_files: bool = False
    page: int = 100
    upload_behaviour: list[Behaviour] = field(default_factory=list)
    content_behaviour: list[Behaviour] = field(default_factory=list)
    after_s: float = 0.0
    prompt_tokens: int = 1000
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    paid: Counter[int] = field(default_factory=Counter)
    most_lines: int = 0
    _before: Counter[str] = field(default_factory=Counter)
    _looks: Counter[str] = field(default_factory=Counter)

    def __call__(self, received: Received) -> Behaviour:
        """Behave to one request."""
        parts = urlsplit(received.path)
        _, _, collection, *rest = parts.path.split("/")
        if collection == "files" and received.method == "POST":
            if self.upload_behaviour:
                return self.upload_behaviour.pop(0)
            return _json({"id": self._keep(_uploaded(received)), "object": "file"}, self.after_s)
        if collection == "files":
            return self._content(rest[0])
        if collection == "batches" and received.method == "POST":
            return self._cancel(rest[0]) if rest else self._create(received.body)
        if collection == "batches":
            return self._retrieve(rest[0]) if rest else self._list(parts.query)
        return self.calls

    def end(self, batch_id: str, how: str) -> None:
        """Have a batch end."""
        self._answer(self.batches[batch_id], how)

    def _keep(self, content: bytes) -> str:
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = content
        return file_id

    def _create(self, body: Mapping[str, Any]) -> Behaviour:
        fault = self.create_faults.pop(0) if self.create_faults else None
        if fault in {"500", "429"}:
            return status(int(fault), headers={"retry-after": "0"})
        if fault == "400":
            return status(400, {"code": "invalid_request"})
        if fault == "hang":
            return Failure.HANG
        assert body["endpoint"] == "/v1/chat/completions"
        assert body["completion_window"] == "24h"
        batch = {
            "id": f"batch-{len(self.batches) + 1}",
            "object": "batch",
            "status": "validating",
            "created_at": int(time.time()),
            **body,
        }
        self.batches[batch["id"]] = batch
        if fault == "made, 500":
            return status(500)
        if fault == "made, hang":
            return Failure.HANG
        return Failure.DROP if fault == "made, dropped" else _json(batch, self.after_s)

    def _retrieve(self, batch_id: str) -> Behaviour:
        batch = self.batches.get(batch_id)
        if batch is None:
            return status(404)
        self._looks[batch_id] += 1
        if batch["status"] not in _ENDING and self._looks[batch_id] > self.polls:
            if self.status in _ENDING:
                self._answer(batch, self.status)
            else:
                batch["status"] = self.status
        return _json(batch, self.after_s)

    def _cancel(self, batch_id: str) -> Behaviour:
        if batch_id not in self.batches:
            return status(404)
        self._answer(self.batches[batch_id], "cancelled")
        return _json(self.batches[batch_id])

    def _list(self, query: str) -> Behaviour:
        given = parse_qs(query)
        newest = list(reversed(self.batches.values()))
        if "after" in given:
            ids = [batch["id"] for batch in newest]
            newest = newest[ids.index(given["after"][0]) + 1 :]
        part = newest[: min(self.page, int(given["limit"][0]))]
        return _json({"object": "list", "data": part, "has_more": len(part) < len(newest)})

    def _content(self, file_id: str) -> Behaviour:
        if self.content_behaviour:
            return self.content_behaviour.pop(0)
        if self.missing_files or file_id not in self.files:
            return status(404)
        return raw(self.files[file_id].decode(), kind="application/binary", after_s=self.after_s)

    def _answer(self, batch: dict[str, Any], how: str) -> None:
        """Put the answers into files, in another order than they were asked."""
        batch["status"] = how
        if how == "failed":
            batch["errors"] = {"data": [{"code": code} for code in self.fault_codes]}
            return
        lines = [json.loads(x) for x in self.files[batch["input_file_id"]].split(b"\n") if x]
        self.most_lines = max(self.most_lines, len(lines))
        output, errors = list[str](), list[str]()
        for line in reversed(lines):
            days = int(_DAYS.findall(json.dumps(line["body"]["messages"]))[-1])
            came = self.outcome(days, self._before[line["custom_id"]])
            self._before[line["custom_id"]] += 1
            good = came not in _REFUSED and came not in _NEVER
            (output if good else errors).extend(
                _lines(line["custom_id"], days, came, self.prompt_tokens)
            )
            self.paid[days] += came not in {*_REFUSED, *_NEVER, "missing"}
        if output:
            batch["output_file_id"] = self._keep("".join(output).encode())
        if errors:
            batch["error_file_id"] = self._keep("".join(errors).encode())


def _lines(key: str, days: int, came: Outcome, tokens: int) -> list[str]:
    if came == "missing":
        return []
    if came in _NEVER:
        error = {"code": _NEVER[came], "message": "too late"}
        return [_line(key, None, error)]
    if came in _REFUSED:
        code, told = _REFUSED[came]
        return [_line(key, {"status_code": code, "body": {"error": told}}, None)]
    body = _completion(days, came, tokens)
    good = _line(key, {"status_code": 200, "request_id": "r", "body": body}, None)
    if came == "broken":
        return [good[: len(good) // 2] + "\n"]
    return [good] * (2 if came == "twice" else 1)


def _completion(days: int, came: Outcome, tokens: int) -> Mapping[str, object]:
    text = '{"headline": 7}' if came == "misfit" else summary(days)
    message: dict[str, object] = {"role": "assistant", "content": text}
    if came == "refused":
        message = {"role": "assistant", "content": None, "refusal": "no"}
    choice = {"message": message, "finish_reason": "length" if came == "cut" else "stop"}
    told: dict[str, object] = {"choices": [choice]}
    if came != "uncounted":
        told["usage"] = {"prompt_tokens": tokens, "completion_tokens": 100}
    return {} if came == "no completion" else told


def _line(key: str, response: object, error: object) -> str:
    return json.dumps({"id": "r", "custom_id": key, "response": response, "error": error}) + "\n"


def _uploaded(received: Received) -> bytes:
    """Return the file in a form's body."""
    mark = b"--" + received.headers["content-type"].partition("boundary=")[2].encode()
    purposes, files = list[bytes](), list[bytes]()
    for part in received.content.split(mark)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        (files if b"filename=" in head else purposes).append(content.removesuffix(b"\r\n"))
    assert purposes == [b"batch"]
    (file,) = files
    return file


def _json(content: object, after_s: float = 0.0) -> Behaviour:
    return raw(json.dumps(content), after_s=after_s)
