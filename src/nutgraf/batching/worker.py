"""A worker in a process of its own, and how the process that started it speaks with it.

``python -m nutgraf.batching.worker`` reads its job from its standard input: a line of JSON, and no
argument, since arguments are for everybody to see and a job may hold a key. Each further line asks
it to stop; the end of the input does too, since then whoever started it is gone.
"""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import threading
from contextlib import redirect_stdout, suppress
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from nutgraf import errors
from nutgraf.batching.attempt import Pace
from nutgraf.batching.budget import Budget
from nutgraf.batching.job import Job, opened
from nutgraf.batching.plan import Plan
from nutgraf.batching.stopping import Stop, on_signals
from nutgraf.drafting.records import schema_name
from nutgraf.errors import ConfigError, NutgrafError
from nutgraf.schema.loading import load_schema
from nutgraf.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOP: Final = "stop\n"


class Worker:
    """A process that works on a job.

    Args:
        job: What it is to do; its input was listed already.

    Raises:
        ConfigError: The job cannot be handed to another process.
    """

    def __init__(self, job: Job[Any]) -> None:
        told = as_json(job)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "nutgraf.batching.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._say(told + "\n")

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still works."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Ask it to stop; the second time, at once."""
        self._say(_STOP)

    def error(self) -> NutgrafError | None:
        """Wait for its end, and return what it ended with.

        Raises:
            WorkerDied: It ended without a word.
        """
        said, _ = self._process.communicate()
        if not said.strip():
            raise WorkerDied
        told: dict[str, Any] = json.loads(said)  # Any: JSON
        return error_of(told["exit_code"], told["message"])

    def kill(self) -> None:
        """End it now; what it had in flight comes back by itself."""
        self._process.kill()
        self._process.communicate()

    def _say(self, words: str) -> None:
        assert self._process.stdin is not None  # noqa: S101  a pipe; this tells the type checker
        with suppress(OSError):  # it is gone, which its end will tell
            self._process.stdin.write(words)
            self._process.stdin.flush()


class WorkerDied(Exception):  # noqa: N818  no error of the user's
    """A worker was killed, or crashed."""


def as_json(job: Job[Any]) -> str:
    """Return a job as JSON on one line, its key included.

    Raises:
        ConfigError: Another process cannot load its schema, or has not its client.
    """
    schema = schema_name(job.schema)
    if schema.startswith("__main__:") or "<locals>" in schema or job.client:
        raise ConfigError(
            "several workers need a schema that can be imported from a module, and no client of "
            "one's own; use one worker"
        )
    settings = job.settings.model_dump(mode="json", exclude_none=True)
    if job.settings.api_key:
        settings["api_key"] = job.settings.api_key.get_secret_value()
    if job.settings.price:
        settings["price"] = [str(price) for price in job.settings.price]
    cost = job.budget.max_cost
    told = {
        "folder": str(job.folder.absolute()),
        "schema": schema,
        "settings": settings,
        "pace": asdict(job.pace),
        "max_cost": None if cost is None else str(cost),
        "max_tokens": job.budget.max_tokens,
    }
    return json.dumps(told)


def from_json(text: str) -> Job[Any]:
    """Return the job that another process told.

    Raises:
        SchemaError: Its schema cannot be loaded here.
    """
    told: dict[str, Any] = json.loads(text)  # Any: JSON, from ourselves
    cost = told["max_cost"]
    return Job(
        folder=Path(told["folder"]),
        plan=Plan(inputs=()),
        schema=load_schema(told["schema"]),
        settings=Settings.model_validate(told["settings"]),
        pace=Pace(**told["pace"]),
        budget=Budget(None if cost is None else Decimal(cost), told["max_tokens"]),
    )


def main(stdin: TextIO = sys.stdin, stdout: TextIO = sys.stdout) -> None:
    """Do the job on the standard input, and say on the standard output how it ended."""
    stop = Stop()
    ended = {"exit_code": 0, "message": ""}
    # What a schema of the user's prints is no word of ours, and nobody reads it before the end.
    with on_signals(stop.ask_to_drain, (signal.SIGTERM,)), redirect_stdout(sys.stderr):
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; one of us obeys
        try:
            job = from_json(stdin.readline())
            threading.Thread(target=_listen, args=(stdin, stop), daemon=True).start()
            asyncio.run(_work(job, stop))
        except NutgrafError as error:
            ended = {"exit_code": error.exit_code, "message": str(error)}
    print(json.dumps(ended), file=stdout, flush=True)


async def _work(job: Job[Any], stop: Stop) -> None:
    with opened(job) as run:
        async for _ in run.finished(stop):
            pass  # the ledger has it


def _listen(stdin: Iterable[str], stop: Stop) -> None:
    """Do what whoever started this asks for, until the end of what it has to say."""
    ask = stop.ask_to_drain  # as a signal to all processes may have said the same before
    for _ in stdin:
        ask()
        ask = stop.ask
    stop.ask_to_drain()


def error_of(exit_code: int, message: str) -> NutgrafError | None:
    """Return the error that another process told by its exit code; None where there was none."""
    kinds = (kind for kind in vars(errors).values() if isinstance(kind, type))
    known = {kind.exit_code: kind for kind in kinds if issubclass(kind, NutgrafError)}
    return known[exit_code](message) if exit_code else None


if __name__ == "__main__":
    main()
