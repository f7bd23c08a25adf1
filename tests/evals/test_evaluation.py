"""The harness from Python: asked, kept, gone on with, scored again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.support.suites import BOTH, NAMES, a_case, a_result, a_suite, write_fixture

import nutgraf.evals
from nutgraf.article import Article
from nutgraf.errors import EvalError, RefusalError, TransientModelError
from nutgraf.evals import aevaluate, evaluate, load_suite, rescore
from nutgraf.evals.evaluation import suite_of
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.report import Report
from nutgraf.evals.runs.folder import RunFolder
from nutgraf.evals.runs.manifest import TaskRecord
from nutgraf.schema.result import Result


class Counting:
    """A task that counts what it is asked, and fails as it is told."""

    def __init__(self, **failing: Exception) -> None:
        self.asked: list[str] = []
        self.failing = failing

    async def __call__(self, article: Article) -> Result[Any]:
        name = str(article.source)
        self.asked.append(name)
        if name in self.failing:
            raise self.failing[name]
        return a_result()


def test_a_suite_and_a_task_give_a_report() -> None:
    report = evaluate(a_suite(), Counting(birch=RefusalError("no")), scorers=BOTH, repeats=2)
    assert report.metric("names.found").mean.value == pytest.approx(0.5)
    assert [(one.case, one.repeat) for one in report.failures] == [("birch", 1), ("birch", 2)]
    assert report.run.task.name == "Counting"
    assert len(report.run.task.code_digest) == 64


def test_it_waits_inside_a_running_loop_too() -> None:
    async def notebook() -> Report:
        return evaluate(a_suite(), Counting(), scorers=BOTH)

    assert asyncio.run(notebook()).missing == ()


def test_a_suite_may_be_a_path_and_a_task_a_function(tmp_path: Path) -> None:
    write_fixture(tmp_path / "ash")

    def gives_the_same(_: Article) -> Result[Any]:
        return a_result()

    report = evaluate(tmp_path, gives_the_same, scorers=BOTH)
    assert [one.case for one in report.cases] == ["ash"]
    assert report.run.task.name.endswith("gives_the_same")


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    broken = Counting(birch=ZeroDivisionError())
    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path / "run", "concurrency": 1}
    with pytest.raises(ZeroDivisionError):
        evaluate(a_suite(), broken, **how)
    assert not (tmp_path / "run" / "report.json").exists()
    whole = Counting()
    report = evaluate(a_suite(), whole, **how)
    assert whole.asked == ["birch", "cedar"]
    assert report.missing == ()
    again = Counting()
    assert evaluate(a_suite(), again, **how) == report
    assert again.asked == []


def test_a_torn_last_line_is_asked_again(tmp_path: Path) -> None:
    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path, "concurrency": 1}
    evaluate(a_suite(), Counting(), **how)
    file = tmp_path / "outcomes.jsonl"
    file.write_bytes(file.read_bytes()[:-500])
    task = Counting()
    assert evaluate(a_suite(), task, **how).missing == ()
    assert task.asked == ["cedar"]


def test_a_server_that_was_down_is_asked_again_and_a_refusal_is_not(tmp_path: Path) -> None:
    down = Counting(ash=TransientModelError("down"), birch=RefusalError("no"))
    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path}
    assert len(evaluate(a_suite(), down, **how).failures) == 2
    up = Counting()
    assert [one.case for one in evaluate(a_suite(), up, **how).failures] == ["birch"]
    assert up.asked == ["ash"]


def test_another_run_is_not_mixed_in(tmp_path: Path) -> None:
    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path}
    evaluate(a_suite(), Counting(), **how)
    with pytest.raises(EvalError, match=r"task\.name: Counting there, other now"):
        evaluate(a_suite(), Counting(), record=TaskRecord(name="other"), **how)
    with pytest.raises(EvalError, match=r"suite\.cases\.elm: none there, d1 now"):
        evaluate(a_suite(*a_suite().cases, a_case("elm")), Counting(), **how)


def test_what_is_recorded_in_order_is_asked_in_order(tmp_path: Path) -> None:
    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path, "repeats": 2, "recorded": True}
    evaluate(a_suite(), Counting(), **how)
    file = tmp_path / "outcomes.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(b'{"case":"cedar","repeat":2')]
    file.write_bytes(b"".join(kept))
    task = Counting()
    evaluate(a_suite(), task, **how)
    assert task.asked == ["cedar", "cedar"]


def test_progress_is_told_after_each_outcome(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    def watch(outcome: Outcome[Any], done: int, total: int) -> None:
        seen.append((outcome.case, done, total))

    how: dict[str, Any] = {"scorers": BOTH, "out": tmp_path, "concurrency": 1, "watch": watch}
    with pytest.raises(ZeroDivisionError):
        evaluate(a_suite(), Counting(birch=ZeroDivisionError()), **how)
    evaluate(a_suite(), Counting(), **how)
    assert seen == [("ash", 1, 3), ("birch", 2, 3), ("cedar", 3, 3)]


def test_an_outcome_is_on_disk_before_the_next_is_asked(tmp_path: Path) -> None:
    lines: list[int] = []

    async def task(_: Article) -> Result[Any]:
        file = tmp_path / "outcomes.jsonl"
        lines.append(file.read_bytes().count(b"\n") if file.exists() else 0)
        return a_result()

    asyncio.run(aevaluate(a_suite(), task, scorers=BOTH, out=tmp_path, concurrency=1))
    assert lines == [0, 1, 2]


def test_stored_outcomes_are_scored_again_without_asking(tmp_path: Path) -> None:
    suite = a_suite()
    first = evaluate(suite, Counting(birch=RefusalError("no")), scorers=BOTH, out=tmp_path)
    assert rescore(tmp_path, suite, scorers=BOTH) == first
    assert Report.model_validate_json((tmp_path / "report.json").read_bytes()) == first
    fewer = rescore(tmp_path, suite, scorers=(NAMES,), keep=False)
    assert [metric.name for metric in fewer.metrics] == ["names.found"]
    assert Report.model_validate_json((tmp_path / "report.json").read_bytes()) == first
    assert rescore(tmp_path, suite, scorers=BOTH, by="desk").groups


def test_the_suite_is_read_where_the_run_read_it(tmp_path: Path) -> None:
    write_fixture(tmp_path / "suite" / "ash")
    write_fixture(tmp_path / "suite" / "birch")
    suite = load_suite(tmp_path / "suite", only={"id": ["ash"]})
    report = evaluate(suite, Counting(), scorers=BOTH, out=tmp_path / "run")
    assert rescore(tmp_path / "run", scorers=BOTH) == report


def test_cases_that_changed_are_named(tmp_path: Path) -> None:
    evaluate(a_suite(), Counting(), scorers=BOTH, out=tmp_path)
    folder = RunFolder.open(tmp_path)
    changed = a_suite(a_case("ash", digest="d2"), *a_suite().cases[1:2])
    with pytest.raises(EvalError, match="not what they were when they were asked: ash, cedar"):
        suite_of(folder, changed)
    with pytest.raises(EvalError, match="made in Python; give the suite again"):
        suite_of(folder)
    more = a_suite(*a_suite().cases, a_case("elm"))
    assert suite_of(folder, more).digest == a_suite().digest


def test_the_public_names_load_when_they_are_used() -> None:
    for name in nutgraf.evals.__all__:
        assert getattr(nutgraf.evals, name) is not None
    assert set(nutgraf.evals.__all__) <= set(dir(nutgraf.evals))
    with pytest.raises(AttributeError, match="no attribute 'evaluat'"):
        nutgraf.evals.evaluat  # noqa: B018  the look-up is what is tested
