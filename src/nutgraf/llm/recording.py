"""Record a client's answers to a file, and answer from the file later without the client.

A recording is JSON Lines, one answered request a line. It holds no messages: the key of a request
is a digest of them, so a replay finds the answer, but the article is not kept a second time. That
a model ran on, refused or never fitted the schema is an answer too, and is recorded as such; that
its server could not be reached is not.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from nutgraf.errors import OutputError, RecordingError, RefusalError, TruncatedError
from nutgraf.llm.answers import Misfit, charged, json_part, parse_answer
from nutgraf.llm.client import Completion, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.llm.client import AnswerT, Client, Request

_KEY_CHARS_SHOWN = 12
_FAILURES: Final[dict[str, type[OutputError]]] = {
    "misfit": OutputError,
    "truncated": TruncatedError,
    "refusal": RefusalError,
}


class RecordedFailure(BaseModel):
    """That there was no answer to use, and what the user was told.

    Attributes:
        kind: It never fitted the schema, was cut off at the token limit, or was refused.
        message: The error's, which holds no article text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["misfit", "truncated", "refusal"]
    message: str


class Recorded(BaseModel):
    """One line of a recording.

    Attributes:
        key: The digest of the request, see `Request.digest`.
        model: The model's name as the user gave it.
        text: The answer as JSON, as the model wrote it; empty if there was none to use.
        usage: What it took.
        seconds: How long it took.
        failure: Why there was none; None if there was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    model: str
    text: str
    usage: Usage
    seconds: float
    failure: RecordedFailure | None = None


class Recording:
    """The answers of a file, given out in the order in which they were recorded.

    Args:
        path: The file.

    Raises:
        RecordingError: It is missing or unreadable.
    """

    def __init__(self, path: Path) -> None:
        self.models: set[str] = set()
        self._answers: defaultdict[str, list[Recorded]] = defaultdict(list)
        self._given: defaultdict[str, int] = defaultdict(int)
        for recorded in _read(path):
            self._answers[recorded.key].append(recorded)
            self.models.add(recorded.model)

    def next(self, key: str) -> Recorded | None:
        """Return the next answer to a request, or None after the last one."""
        answers, given = self._answers.get(key, ()), self._given[key]
        if given >= len(answers):
            return None
        self._given[key] += 1
        return answers[given]

    def last(self, key: str) -> Recorded | None:
        """Return the last answer to a request, or None if it has none."""
        return self._answers[key][-1] if key in self._answers else None


class RecordingClient:
    """Asks another client what a file has no answer to, and adds each answer to the file.

    So a recording that was broken off goes on where it stopped. A request that is made several
    times is asked as often, and all answers are kept.

    Raises:
        RecordingError: The file cannot be read or written.
    """

    def __init__(self, inner: Client, path: Path) -> None:
        self._inner = inner
        self._path = path
        self._append(b"")  # fails now rather than after the first answer was paid for
        self._known = Recording(path)

    @property
    def model(self) -> str:
        """The inner client's."""
        return self._inner.model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request from the file, or ask and record the answer.

        Raises:
            ModelError: See the inner client; it leaves no line.
            OutputError: Likewise; it is recorded.
            RecordingError: The file cannot be written.
        """
        key = request.digest(self.model)
        if recorded := self._known.next(key):
            return _answered(recorded, request)
        started_s = time.perf_counter()
        try:
            completion = await self._inner.complete(request)
        except OutputError as error:
            self._keep(_failed(key, self.model, error, time.perf_counter() - started_s))
            raise
        self._keep(
            Recorded(
                key=key,
                model=self.model,
                text=completion.text,
                usage=completion.usage,
                seconds=completion.seconds,
            )
        )
        return completion

    async def aclose(self) -> None:
        """Close the inner client; the file is closed after each line."""
        await self._inner.aclose()

    def _keep(self, recorded: Recorded) -> None:
        self._append(recorded.model_dump_json(exclude_none=True).encode() + b"\n")

    def _append(self, line: bytes) -> None:
        """Write a line in one go, and never onto the rest of one that was cut off."""
        try:
            with self._path.open("ab+", buffering=0) as file:
                if line and file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    line = line if file.read(1) == b"\n" else b"\n" + line
                file.write(line)
        except OSError as error:
            raise RecordingError(
                f"cannot write the recording {self._path}: {error.strerror}"
            ) from error


class ReplayingClient:
    """Answers from a recording, and never asks anybody.

    A request that was recorded several times gets its answers in order, then the last one again.

    Args:
        path: The recording.
        model: Whose answers; None where the recording holds those of one model.

    Raises:
        RecordingError: The file is missing, unreadable or empty, or holds several models.
    """

    def __init__(self, path: Path, *, model: str | None = None) -> None:
        self._path = path
        self._recording = Recording(path)
        self._model = model or _only(self._recording.models, path)

    @property
    def model(self) -> str:
        """The model whose answers these are."""
        return self._model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            OutputError: The recorded answer no longer fits, or there was none to use.
            RecordingError: There is no recording of this request.
        """
        key = request.digest(self._model)
        recorded = self._recording.next(key) or self._recording.last(key)
        if recorded is None:
            raise RecordingError(
                f"{self._path} has no answer of {self._model} to request {key[:_KEY_CHARS_SHOWN]}: "
                "the article, the prompt, the schema or the sampling changed; record again"
            )
        return _answered(recorded, request)

    async def aclose(self) -> None:
        """Do nothing: the file was closed once it was read."""


def _answered(recorded: Recorded, request: Request[AnswerT]) -> Completion[AnswerT]:
    if failure := recorded.failure:
        raise charged(_FAILURES[failure.kind](failure.message), recorded.usage)
    text = json_part(recorded.text)
    answer = parse_answer(text, request.answer_type)
    if isinstance(answer, Misfit):
        raise charged(answer.error(asked=1), recorded.usage)
    return Completion(answer, text, recorded.usage, recorded.seconds)


def _failed(key: str, model: str, error: OutputError, seconds: float) -> Recorded:
    kinds = {kind: name for name, kind in _FAILURES.items()}
    return Recorded(
        key=key,
        model=model,
        text="",
        usage=Usage(error.input_tokens, error.output_tokens, requests=1),
        seconds=seconds,
        failure=RecordedFailure.model_validate({"kind": kinds[type(error)], "message": str(error)}),
    )


def _read(path: Path) -> Iterator[Recorded]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecordingError(f"cannot read the recording {path}: {error.strerror}") from error
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        recorded = _parse(line)
        if isinstance(recorded, Recorded):
            yield recorded
        elif recorded != _CUT_OFF:
            raise RecordingError(f"line {number} of {path} is no line of a recording: {recorded}")


_CUT_OFF = "cut off"


def _parse(line: bytes) -> Recorded | str:
    """Return a line's content, or what is wrong with it."""
    try:
        return Recorded.model_validate_json(line.decode(errors="replace"))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid" and "EOF" in first["msg"]:
        return _CUT_OFF  # by a crash: what comes after it stands on lines of its own
    return first["type"]


def _only(models: set[str], path: Path) -> str:
    if len(models) == 1:
        return models.pop()
    if not models:
        raise RecordingError(f"the recording {path} holds no answers; record some first")
    raise RecordingError(f"{path} holds several models: {', '.join(sorted(models))}; say which")
