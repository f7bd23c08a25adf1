"""Runs the nutgraf command in processes that start at once, for tests that kill them.

Importing everything takes seconds; a process that has done so forks one for each command. It has no
threads, so forking is safe.

    with Zygote() as zygote:
        pid = zygote.start("batch", "articles", "--out", "run")
        os.kill(pid, signal.SIGKILL)
        assert zygote.wait(pid) == -signal.SIGKILL
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

from nutgraf.cli import main as command

_LOADED = (  # so that those who are forked have it
    "nutgraf.batching.running",
    "nutgraf.batching.status",
    "nutgraf.language.predicates",
    "nutgraf.llm.openai_client",
)
ROOT = Path(__file__).parents[2]


class Zygote:
    """The process that forks."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def start(self, *arguments: str) -> int:
        """Start a command, and return its process."""
        return self._ask({"start": arguments})

    def wait(self, pid: int) -> int:
        """Wait for its end; return its exit code, or the negative of the signal that ended it."""
        return self._ask({"wait": pid})

    def run(self, *arguments: str) -> int:
        """Start a command and wait for its end."""
        return self.wait(self.start(*arguments))

    def _ask(self, wish: object) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _start(arguments: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        command(arguments)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 1)
    os._exit(1)


def main() -> None:
    """Do what each line of the standard input asks for."""
    for name in _LOADED:
        import_module(name)
    for line in sys.stdin:
        wish = json.loads(line)
        if "start" in wish:
            print(_start(wish["start"]), flush=True)
        else:
            print(os.waitstatus_to_exitcode(os.waitpid(wish["wait"], 0)[1]), flush=True)


if __name__ == "__main__":
    main()
