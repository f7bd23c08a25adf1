"""A report becomes what gates and comparisons look at."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.suites import BOTH, FOUND, WORDS, a_suite, bad, good

from nutgraf.errors import EvalError
from nutgraf.evals.aggregation import summarise
from nutgraf.evals.measured import chosen_metrics, measured, scores_by_metric
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.report import Report
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.evals.scoring import metrics_of, score_outcomes
from nutgraf.schema.result import PromptRecord


def report_of(task: TaskRecord, *outcomes: Outcome[Any]) -> Report:
    suite = a_suite()
    manifest = Manifest(suite=SuiteRecord.of(suite), task=task)
    scores = score_outcomes(suite, outcomes, BOTH)
    return summarise(suite, manifest, outcomes, scores, metrics_of(BOTH))


def test_scores_are_by_metric_and_case() -> None:
    report = report_of(TaskRecord(name="t"), good("ash"), bad("birch"))
    scores = scores_by_metric(report)
    assert scores["names.found"] == {"ash": 1.0, "birch": 0.0}
    assert scores["gist.words"]["birch"] is None
    assert measured(report).missing == {"cedar"}


def test_a_case_to_which_nothing_applies_is_there_all_the_same() -> None:
    report = report_of(TaskRecord(name="t"), good("ash"), good("birch"), bad("cedar"))
    assert scores_by_metric(report)["names.found"] == {"ash": 1.0, "birch": 0.5, "cedar": None}
    assert measured(report).missing == frozenset()


def test_the_task_is_what_tells_whether_another_run_asked_the_same() -> None:
    prompt = PromptRecord(name="news", version=2, digest="abc")
    task = TaskRecord(
        name="small", model="small", prompt=prompt, settings={"repairs": 1}, code_digest="x"
    )
    run = measured(report_of(task, good("ash")))
    assert run.task == {
        "name": "small",
        "model": "small",
        "prompt": "news@v2",
        "prompt_digest": "abc",
        "schema": None,
        "schema_digest": None,
        "repairs": 1,
    }
    assert (run.suite, run.repeats) == ("bridges", 1)
    assert run.cases == {"ash": "d1", "birch": "d1", "cedar": "d1"}
    assert measured(report_of(TaskRecord(name="t"), good("ash"))).task["prompt"] is None


def test_metrics_are_chosen_by_name_or_are_the_shares() -> None:
    both = metrics_of(BOTH)
    assert chosen_metrics(both, ()) == (FOUND,)
    assert chosen_metrics(both, ("gist.words",)) == (WORDS,)
    with pytest.raises(EvalError, match=r"there is no metric 'length'; there are names\.found"):
        chosen_metrics(both, ("length",))
