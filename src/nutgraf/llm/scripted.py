"""A client that answers from a script: for tests, here and of those who use the package.

By what it returns and raises it is meant to be like a server's client; it knows no server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias, cast

from pydantic import BaseModel

from nutgraf.errors import ModelError, OutputError, RecordingError
from nutgraf.llm.answers import JsonText, Misfit, charged, json_part, parse_answer
from nutgraf.llm.client import Completion, Request, Usage

if TYPE_CHECKING:
    from nutgraf.llm.client import AnswerT

ScriptedAnswer: TypeAlias = str | BaseModel | Exception
Script: TypeAlias = Iterable[ScriptedAnswer] | Callable[[Request[BaseModel]], ScriptedAnswer]

_FREE = Usage(requests=1)


class ScriptedClient:
    """Answers the first request with the first answer, the second with the second, and so on.

    Args:
        script: The answers: JSON as a model would write it, a model, or an exception to raise. Or a
            function from a request to one of those.
        model: The name to go by.
        usage: What each answer is said to have taken.

    Attributes:
        requests: What was asked so far.
    """

    def __init__(self, script: Script, *, model: str = "scripted", usage: Usage = _FREE) -> None:
        self._answer = script if callable(script) else _in_turn(script)
        self._model = model
        self._usage = usage
        self.requests: list[Request[BaseModel]] = []

    @property
    def model(self) -> str:
        """The name it goes by."""
        return self._model

    async def complete(self, request: Request[AnswerT]) -> Completion[AnswerT]:
        """Answer as the script says.

        Raises:
            OutputError: The text does not fit; it is not asked for again.
            RecordingError: The script is at its end.
        """
        asked = cast(
            "Request[BaseModel]", request
        )  # only looked at, so the type of answer is no matter
        self.requests.append(asked)
        answer = self._answer(asked)
        if isinstance(answer, (ModelError, OutputError)):
            raise charged(answer, self._usage)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, request.answer_type):
            return Completion(answer, answer.model_dump_json(), self._usage, seconds=0.0)
        text = json_part(answer) if isinstance(answer, str) else JsonText(answer.model_dump_json())
        parsed = parse_answer(text, request.answer_type)
        if isinstance(parsed, Misfit):
            raise charged(parsed.error(asked=1), self._usage)
        return Completion(parsed, text, self._usage, seconds=0.0)

    async def aclose(self) -> None:
        """Do nothing: there is nothing to let go of."""


def _in_turn(script: Iterable[ScriptedAnswer]) -> Callable[[Request[BaseModel]], ScriptedAnswer]:
    answers = iter(script)
    end = RecordingError("the script has no answer left; give as many as there are requests")
    return lambda _: next(answers, end)
