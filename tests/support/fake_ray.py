"""Ray as far as nutgraf speaks to it, with actors that live in this process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest


class RayError(Exception):
    """As Ray's: the worker is gone."""


class RayTaskError(RayError):
    """As Ray's: the worker raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"a traceback, with whatever stands in {cause}")
        self.cause = cause


class FakeRay(ModuleType):
    """Stands in for the module.

    Attributes:
        told: What it was initialised with.
        inherited: The environment at that time.
        actors: Those that were started.
        killed: Those that were ended.
        shut_down: How often it was.
        running: Whether it is initialised.
        failure: What initialising it raises.
        faults: What the first calls for work raise, in their order.
    """

    def __init__(self) -> None:
        super().__init__("ray")
        self.exceptions = SimpleNamespace(RayError=RayError, RayTaskError=RayTaskError)
        self.told: dict[str, Any] | None = None
        self.inherited: dict[str, str] = {}
        self.actors: list[_Actor] = []
        self.killed: list[_Actor] = []
        self.shut_down = 0
        self.running = False
        self.failure: Exception | None = None
        self.faults: list[Exception] = []
        self.limits: dict[str, Any] = {}

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Be what ``import ray`` finds."""
        monkeypatch.setitem(sys.modules, "ray", self)

    def is_initialized(self) -> bool:
        return self.running

    def init(self, **told: Any) -> None:
        """Note what it is told, and take over a signal as Ray does."""
        self.told, self.inherited, self.running = told, dict(os.environ), True
        if told.get("_temp_dir"):
            assert Path(told["_temp_dir"]).stat().st_mode & 0o077 == 0
        with suppress(ValueError):  # not the main thread
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if self.failure:
            raise self.failure

    def shutdown(self) -> None:
        """Print something first, in the thread that Ray prints in."""
        listener = threading.Thread(
            target=print, args=("(raylet) a worker died",), name="ray_listen_error_messages"
        )
        listener.start()
        listener.join()
        print("not of Ray", flush=True)
        self.shut_down += 1
        self.running = False

    def remote(self, made: type[Any]) -> Any:
        """Return what makes actors of a class."""

        def options(**limits: Any) -> Any:
            self.limits = limits
            return SimpleNamespace(remote=start)

        def start(*arguments: Any, **named: Any) -> _Actor:
            self.actors.append(_Actor(self, made(*arguments, **named)))
            return self.actors[-1]

        return SimpleNamespace(options=options)

    def kill(self, actor: _Actor) -> None:
        self.killed.append(actor)


class _Actor:
    def __init__(self, ray: FakeRay, made: Any) -> None:
        self._ray = ray
        self._made = made
        self.introduce = SimpleNamespace(remote=self._introduce)
        self.drain = SimpleNamespace(remote=made.drain)
        self.work = SimpleNamespace(remote=self._work)

    async def _introduce(self) -> Any:
        with patch.dict(os.environ, self._ray.inherited, clear=True):
            return await self._made.introduce()

    async def _work(self, shard: Any) -> AsyncIterator[Awaitable[Any]]:
        if self._ray.faults:
            raise self._ray.faults.pop(0)
        async for told in self._made.work(shard):
            yield _ready(told)()


def _ready(value: Any) -> Callable[[], Awaitable[Any]]:
    async def ready() -> Any:
        return value

    return ready
