"""What a run has shown: means over cases, groups, failures, findings, and what it took."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.support.suites import BOTH, a_result, a_suite, bad, good

from nutgraf.errors import EvalError
from nutgraf.evals.aggregation import summarise
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.report import Report
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.evals.scoring import metrics_of, score_outcomes
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Finding


def report_of(*outcomes: Outcome[Any], repeats: int = 1, by: str | None = None) -> Report:
    suite = a_suite()
    manifest = Manifest(suite=SuiteRecord.of(suite), task=TaskRecord(name="t"), repeats=repeats)
    scores = score_outcomes(suite, outcomes, BOTH)
    return summarise(suite, manifest, outcomes, scores, metrics_of(BOTH), by=by)


def changed(case: str, **made: object) -> Outcome[NewsSummary]:
    """Return a good outcome whose summary was made otherwise."""
    result = a_result()
    provenance = result.provenance.model_copy(update=made)
    other = result.model_copy(update={"provenance": provenance})
    return Outcome[NewsSummary](case=case, repeat=1, digest="d1", result=other)


def test_a_mean_is_over_the_cases_to_which_a_metric_applies() -> None:
    report = report_of(good("ash"), good("birch"), good("cedar"))
    found = report.metric("names.found")
    assert found.mean.value == pytest.approx(0.75)
    assert (found.mean.cases, found.mean.items, found.not_applicable) == (2, 4, 1)
    assert found.mean.low is not None
    words = report.metric("gist.words")
    assert (words.mean.cases, words.not_applicable) == (3, 0)
    with pytest.raises(KeyError, match=r"names\.lost"):
        report.metric("names.lost")


def test_a_failed_case_counts_as_nothing_and_is_listed() -> None:
    report = report_of(good("ash"), bad("birch"), bad("cedar"))
    assert report.metric("names.found").mean.value == pytest.approx(0.5)
    assert report.metric("gist.words").mean.cases == 1
    assert [(one.case, one.kind, one.message) for one in report.failures] == [
        ("birch", "TruncatedError", "it was cut off"),
        ("cedar", "TruncatedError", "it was cut off"),
    ]
    assert [(one.case, one.failed) for one in report.cases] == [
        ("ash", 0),
        ("birch", 1),
        ("cedar", 1),
    ]


def test_a_case_counts_once_however_often_it_was_asked() -> None:
    outcomes = [good("ash", 1), bad("ash", 2), good("birch", 1), good("birch", 2)]
    report = report_of(*outcomes, repeats=2)
    found = report.metric("names.found")
    assert found.mean.value == pytest.approx((0.5 + 0.5) / 2)
    assert (found.mean.cases, found.mean.items) == (2, 4)
    # One case gave 1 and 0, the other the same twice: variances of a half and nothing.
    assert found.between_repeats == pytest.approx(0.5)
    assert report_of(good("ash")).metric("names.found").between_repeats is None


def test_cases_that_are_not_there_yet_are_named() -> None:
    report = report_of(good("ash", 1), good("ash", 2), good("birch"), repeats=2)
    assert report.missing == ("birch", "cedar")
    assert report.metric("gist.words").mean.cases == 2
    assert report_of(good("ash"), good("birch"), bad("cedar")).missing == ()


def test_groups_are_by_the_values_of_a_tag() -> None:
    report = report_of(good("ash"), good("birch"), good("cedar"), by="desk")
    assert report.by == "desk"
    local, world = report.groups
    assert (local.value, local.cases, world.value, world.cases) == ("local", 2, "world", 1)
    assert local.metrics[0].mean.value == pytest.approx(0.75)
    assert world.metrics[0].mean.value is None
    with pytest.raises(EvalError, match="no case has a tag 'form' to group by; there are desk"):
        report_of(good("ash"), by="form")


def test_the_worst_cases_are_those_with_the_lowest_shares() -> None:
    report = report_of(good("ash"), good("birch"), good("cedar"))
    assert [one.case for one in report.worst(2)] == ["birch", "ash"]
    assert [one.case for one in report.worst(9)] == ["birch", "ash"]


def test_findings_are_counted_by_kind_and_severity() -> None:
    wrong = Finding(path="gist.text", kind="number", severity="error", message="wrong")
    doubt = Finding(path="gist.text", kind="name", severity="warning", message="doubtful")
    result = a_result().model_copy(update={"findings": (wrong, wrong, doubt)})
    ash = Outcome[NewsSummary](case="ash", repeat=1, digest="d1", result=result)
    birch = ash.model_copy(update={"case": "birch"})
    findings = report_of(ash, birch, bad("cedar")).findings
    assert [(one.kind, one.severity, one.count, one.cases) for one in findings] == [
        ("number", "error", 4, 2),
        ("name", "warning", 2, 2),
    ]


def test_what_it_took_is_added_up() -> None:
    made = {"requests": 2, "repairs": 1, "input_tokens": 100, "output_tokens": 20, "seconds": 1.5}
    cost = {"cost_usd": Decimal("0.25")}
    totals = report_of(changed("ash", **made, **cost), changed("birch", **made, **cost)).totals
    assert totals.model_dump() == {
        "outcomes": 2,
        "requests": 4,
        "repairs": 2,
        "input_tokens": 200,
        "output_tokens": 40,
        "cost_usd": Decimal("0.50"),
        "seconds": 3.0,
    }


def test_a_cost_of_which_a_part_is_unknown_is_unknown() -> None:
    known = changed("ash", cost_usd=Decimal("0.25"))
    assert report_of(known, changed("birch", cost_usd="unknown")).totals.cost_usd == "unknown"
    with_failure = report_of(known, bad("birch")).totals
    assert with_failure.cost_usd == "unknown"
    assert with_failure.output_tokens == a_result().provenance.output_tokens + 9


def test_a_report_is_read_back_as_it_was() -> None:
    report = report_of(good("ash"), bad("birch"), by="desk")
    assert Report.model_validate_json(report.to_json()) == report
