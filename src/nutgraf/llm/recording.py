"""Record a client's answers to a file, and answer from the file later without the client.

A recording is JSON Lines, one answered request a line. It holds no messages: the key of a request
is a digest of them, so a replay finds the answer, but the article is not kept a second time.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from nutgraf.errors import RecordingError
from nutgraf.llm.answers import Misfit, charged, json_part, parse_answer
from nutgraf.llm.client import Completion, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.llm.client import AnswerT, Client, Request

_KEY_CHARS_SHOWN = 12


class Recorded(BaseModel):
    """One line of a recording.

    Attributes:
        key: The digest of the request, see `Request.digest`.
        model: The model's name as the user gave it.
        text: The answer as JSON, as the model wrote it.
        usage: What it took.
        seconds: How long it took.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    model: str
    text: str
    usage: Usage
    seconds: float


class RecordingClient:
    """Asks another client, and appends each answer to a file; a request that fails leaves no line.

    Raises:
        RecordingError: The file cannot be written.
    """

    def __init__(self, inner: Client, path: Path) -> None:
        self._inner = inner
        self._path = path
        self._append(b"")  # fails now rather than after the first answer was paid for

    @property
    def model(self) -> str:
        """The inner client's."""
        return self._inner.model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request and record the answer.

        Raises:
            ModelError: See the inner client.
            OutputError: Likewise.
            RecordingError: The file cannot be written.
        """
        completion = await self._inner.complete(request)
        recorded = Recorded(
            key=request.digest(self.model),
            model=self.model,
            text=completion.text,
            usage=completion.usage,
            seconds=completion.seconds,
        )
        self._append(recorded.model_dump_json().encode() + b"\n")
        return completion

    async def aclose(self) -> None:
        """Close the inner client; the file is closed after each line."""
        await self._inner.aclose()

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
        self._answers: defaultdict[str, list[Recorded]] = defaultdict(list)
        models = set()
        for recorded in _read(path):
            self._answers[recorded.key].append(recorded)
            models.add(recorded.model)
        self._model = model or _only(models, path)
        self._given: defaultdict[str, int] = defaultdict(int)

    @property
    def model(self) -> str:
        """The model whose answers these are."""
        return self._model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer one request.

        Raises:
            OutputError: The recorded answer no longer fits.
            RecordingError: There is no recording of this request.
        """
        key = request.digest(self._model)
        recorded = self._next(key)
        text = json_part(recorded.text)
        answer = parse_answer(text, request.answer_type)
        if isinstance(answer, Misfit):
            raise charged(answer.error(asked=1), recorded.usage)
        return Completion(answer, text, recorded.usage, recorded.seconds)

    async def aclose(self) -> None:
        """Do nothing: the file was closed once it was read."""

    def _next(self, key: str) -> Recorded:
        if key not in self._answers:
            raise RecordingError(
                f"{self._path} has no answer of {self._model} to request {key[:_KEY_CHARS_SHOWN]}: "
                "the article, the prompt, the schema or the sampling changed; record again"
            )
        answers, given = self._answers[key], self._given[key]
        self._given[key] += 1
        return answers[min(given, len(answers) - 1)]


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
