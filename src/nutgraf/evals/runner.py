"""Asks a task for every case of a suite, several at a time, and keeps each outcome as it comes."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nutgraf.errors import NutgrafError, RecordingError
from nutgraf.evals.outcomes import Failure, Outcome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from nutgraf.article import Article
    from nutgraf.evals.case import Case, Suite
    from nutgraf.schema.result import Result

Task: TypeAlias = "Callable[[Article], Result[Any] | Awaitable[Result[Any]]]"
"""What is evaluated. One that is not async is called for one case after another."""
Key: TypeAlias = tuple[str, int]
"""A case's id and which time it was asked."""

CONCURRENCY: Final = 4

_ASK_AGAIN: Final = frozenset({"ModelError", "TransientModelError"})
"""Failures of the provider, not of the model: a run that goes on asks these again."""


def missing(
    suite: Suite, repeats: int, outcomes: Mapping[Key, Outcome[Any]], *, whole_cases: bool = False
) -> dict[str, tuple[int, ...]]:
    """Return which repeats of which cases have no outcome that counts.

    Args:
        suite: The cases.
        repeats: How often each is to be asked.
        outcomes: What is there.
        whole_cases: Whether a case that misses one repeat is to be asked for all of them again;
            so for a recording, which gives its answers in order from the first.
    """
    wanted: dict[str, tuple[int, ...]] = {}
    every = range(1, repeats + 1)
    for case in suite.cases:
        absent = tuple(n for n in every if not _counts(outcomes.get((case.id, n))))
        if absent:
            wanted[case.id] = tuple(every) if whole_cases else absent
    return wanted


async def run_cases(
    suite: Suite,
    task: Task,
    wanted: Mapping[str, Iterable[int]],
    keep: Callable[[Outcome[Any]], None],
    *,
    concurrency: int = CONCURRENCY,
) -> None:
    """Ask the task for cases and hand each outcome over as soon as it is there.

    The repeats of a case are asked one after another, so that a recording made in this order is
    replayed in it. An error of nutgraf is an outcome like any other; any other exception is a fault
    of the task and ends the run.

    Args:
        suite: The cases.
        task: What to ask.
        wanted: Which repeats, by case; see `missing`.
        keep: Called with each outcome, in the thread of the event loop.
        concurrency: Cases at a time.

    Raises:
        RecordingError: A recording has no answer for a case; all others that were under way stop.
        ValueError: The concurrency is below 1.
    """
    if concurrency < 1:
        raise ValueError(f"at least one case at a time must be asked, not {concurrency}")
    waiting = iter([case for case in suite.cases if case.id in wanted])

    async def work() -> None:
        for case in waiting:  # shared by all workers: each takes the next one
            for repeat in wanted[case.id]:
                keep(await _ask(task, case, repeat))

    first: Exception | None = None
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(min(concurrency, len(wanted))):
                group.create_task(work())
    except ExceptionGroup as errors:
        first = errors.exceptions[0]  # a group would hide which kind it is
    if first:
        raise first


async def _ask(task: Task, case: Case, repeat: int) -> Outcome[Any]:
    try:
        answer = task(case.readings.article)
        result = await answer if inspect.isawaitable(answer) else answer
    except RecordingError as error:
        raise RecordingError(f"case {case.id}: {error}") from error
    except NutgrafError as error:
        failure = _failure(error)
        return Outcome(case=case.id, repeat=repeat, digest=case.digest, failure=failure)
    return Outcome(case=case.id, repeat=repeat, digest=case.digest, result=result)


def _failure(error: NutgrafError) -> Failure:
    return Failure(
        kind=type(error).__name__,
        message=str(error),
        input_tokens=getattr(error, "input_tokens", 0),
        output_tokens=getattr(error, "output_tokens", 0),
    )


def _counts(outcome: Outcome[Any] | None) -> bool:
    if outcome is None:
        return False
    return outcome.failure is None or outcome.failure.kind not in _ASK_AGAIN
