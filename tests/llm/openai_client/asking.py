"""The types of the fixtures in ``conftest.py``, for annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from tests.llm.questions import Answer
from tests.support.openai_server import OpenAIServer

from nutgraf.errors import ModelError, OutputError
from nutgraf.llm.client import Completion

Fail: TypeAlias = Callable[[OpenAIServer], ModelError | OutputError]


class Ask(Protocol):
    """Asks one question of a server."""

    def __call__(
        self, server: OpenAIServer, *, mode: str = "json_schema", reasks: int = 2
    ) -> Completion[Answer]:
        """Return the answer."""
        ...
