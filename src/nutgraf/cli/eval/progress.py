"""How far a run is: a bar in a terminal, a line now and then elsewhere, nothing if unwanted."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nutgraf.evals.outcomes import Outcome

    Watch = Callable[[Outcome[Any], int, int], None]

_BETWEEN_LINES_S = 30.0


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Watch | None]:
    """Give what a run is to call after each outcome; it writes to standard error."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield _Lines()


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415  so that --help stays quick
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415  likewise  # noqa: PLC0415  likewise

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    failed = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=None)

        def watch(outcome: Outcome[Any], done: int, total: int) -> None:
            nonlocal failed
            failed += outcome.failure is not None
            said = f"{outcome.case}, {failed} failed" if failed else outcome.case
            progress.update(task, description=said, completed=done, total=total)

        yield watch


class _Lines:
    """A line for the first outcome, the last, and in between one every half a minute."""

    def __init__(self) -> None:
        self._failed = 0
        self._next = 0.0

    def __call__(self, outcome: Outcome[Any], done: int, total: int) -> None:
        self._failed += outcome.failure is not None
        now = time.monotonic()
        if now < self._next and done < total:
            return
        self._next = now + _BETWEEN_LINES_S
        failed = f", {self._failed} failed" if self._failed else ""
        print(f"{done} of {total}{failed}", file=sys.stderr, flush=True)
