"""A task is asked for each case, several at a time; what comes is kept as it comes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.support.suites import a_result, a_suite, bad, good

from nutgraf.article import Article
from nutgraf.errors import (
    ModelError,
    RecordingError,
    TransientModelError,
    TruncatedError,
)
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.runner import Task, missing, run_cases
from nutgraf.schema.result import Result

EVERY: dict[str, tuple[int, ...]] = {"ash": (1,), "birch": (1,), "cedar": (1,)}


def ask(task: Task, wanted: dict[str, tuple[int, ...]] = EVERY, **how: int) -> list[Outcome[Any]]:
    kept: list[Outcome[Any]] = []
    asyncio.run(run_cases(a_suite(), task, wanted, kept.append, **how))
    return kept


async def answers(_: Article) -> Result[Any]:
    return a_result()


@pytest.mark.parametrize("task", [answers, lambda _: a_result()])
def test_a_task_may_be_async_or_not(task: Task) -> None:
    kept = ask(task)
    assert [(one.case, one.repeat, one.digest) for one in kept] == [
        ("ash", 1, "d1"),
        ("birch", 1, "d1"),
        ("cedar", 1, "d1"),
    ]
    for one in kept:
        assert one.result is not None
        assert one.result.summary == a_result().summary
        assert one.failure is None


def test_only_what_is_missing_is_asked() -> None:
    asked = [(one.case, one.repeat) for one in ask(answers, {"birch": (2, 3)})]
    assert asked == [("birch", 2), ("birch", 3)]
    assert ask(answers, {}) == []


def test_no_more_cases_than_allowed_are_asked_at_a_time() -> None:
    under_way, most = 0, 0

    async def task(_: Article) -> Result[Any]:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return a_result()

    assert len(ask(task, concurrency=2)) == 3
    assert most == 2
    with pytest.raises(ValueError, match="at least one case at a time"):
        ask(task, concurrency=0)


def test_the_repeats_of_a_case_come_in_order() -> None:
    async def slower_each_time(article: Article) -> Result[Any]:
        await asyncio.sleep(0.001 if article.source == "ash" else 0)
        return a_result()

    wanted: dict[str, tuple[int, ...]] = dict.fromkeys(EVERY, (1, 2, 3))
    kept = ask(slower_each_time, wanted, concurrency=3)
    for case in EVERY:
        assert [one.repeat for one in kept if one.case == case] == [1, 2, 3]


def test_an_error_of_nutgraf_is_an_outcome_with_what_it_cost() -> None:
    def task(article: Article) -> Result[Any]:
        if article.source == "birch":
            error = TruncatedError("the answer was cut off")
            error.input_tokens, error.output_tokens = 100, 40
            raise error
        return a_result()

    [failed] = [one for one in ask(task) if one.failure]
    assert failed.case == "birch"
    assert failed.result is None
    assert failed.failure is not None
    assert failed.failure.model_dump() == {
        "kind": "TruncatedError",
        "message": "the answer was cut off",
        "input_tokens": 100,
        "output_tokens": 40,
    }


def test_a_fault_of_the_task_ends_the_run_as_what_it_is() -> None:
    def task(article: Article) -> Result[Any]:
        if article.source == "birch":
            raise ZeroDivisionError
        return a_result()

    with pytest.raises(ZeroDivisionError):
        ask(task)


def test_a_stale_recording_ends_the_run_and_names_the_case() -> None:
    kept: list[Outcome[Any]] = []

    async def task(article: Article) -> Result[Any]:
        if article.source == "birch":
            raise RecordingError("no answer; record again")
        return a_result()

    with pytest.raises(RecordingError, match="case birch: no answer; record again"):
        asyncio.run(run_cases(a_suite(), task, EVERY, kept.append, concurrency=1))
    assert [one.case for one in kept] == ["ash"]


def test_what_is_done_is_kept_when_the_run_is_cancelled() -> None:
    kept: list[Outcome[Any]] = []

    async def work() -> None:
        run = asyncio.current_task()
        assert run is not None

        async def task(article: Article) -> Result[Any]:
            if article.source == "cedar":
                run.cancel()
                await asyncio.sleep(9)
            return a_result()

        await run_cases(a_suite(), task, EVERY, kept.append, concurrency=1)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(work())
    assert [one.case for one in kept] == ["ash", "birch"]


def test_what_has_an_outcome_is_not_asked_again() -> None:
    there = {("ash", 1): good("ash"), ("ash", 2): bad("ash", 2), ("birch", 2): good("birch", 2)}
    assert missing(a_suite(), 2, there) == {"birch": (1,), "cedar": (1, 2)}


def test_of_a_recording_a_case_is_asked_again_as_a_whole() -> None:
    there = {("ash", 1): good("ash"), ("ash", 2): good("ash", 2), ("birch", 1): good("birch")}
    wanted = missing(a_suite(), 2, there, whole_cases=True)
    assert wanted == {"birch": (1, 2), "cedar": (1, 2)}


@pytest.mark.parametrize("error", [ModelError, TransientModelError])
def test_a_failure_of_the_provider_is_asked_again(error: type[ModelError]) -> None:
    there = {("ash", 1): bad("ash", kind=error.__name__), ("birch", 1): bad("birch")}
    assert missing(a_suite(), 1, there) == {"ash": (1,), "cedar": (1,)}
