from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nutgraf.errors import EvalError, NotEnoughDataError, RegressionError
from nutgraf.evals.baseline import Baseline, MeasuredRun, baseline_of
from nutgraf.evals.gate import GateReport, Verdict, gate
from nutgraf.evals.scores import Metric
from nutgraf.evals.statistics.sign_flips import sign_flip_p

RECALL = Metric("facts.recall", "higher", share=True, what="")
TRAPS = Metric("traps.fallen", "lower", share=False, what="")
BEFORE = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 0.4, 0.3, 0.6, 0.7]


def run(recall: Sequence[float | None], traps: Sequence[float | None] | None = None) -> MeasuredRun:
    cases = {f"case-{number}": f"digest-{number}" for number in range(len(recall))}
    scores: dict[str, dict[str, float | None]] = {
        RECALL.name: dict(zip(cases, recall, strict=True))
    }
    if traps is not None:
        scores[TRAPS.name] = dict(zip(cases, traps, strict=True))
    return MeasuredRun("fixtures", cases, {"name": "prompted", "prompt": "news@v3"}, scores)


def fallen(by: float) -> list[float]:
    return [score - by for score in BEFORE]


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return baseline_of(run(BEFORE), [RECALL])


@pytest.fixture(scope="module")
def exact() -> Baseline:
    return baseline_of(run(BEFORE), [RECALL], exact=True)


def verdict(report: GateReport) -> tuple[Verdict, str]:
    return report.verdict, report.metrics[0].why


def test_the_same_scores_pass(baseline: Baseline) -> None:
    report = gate(baseline, run(BEFORE))
    assert verdict(report) == ("pass", "it is not shown to be worse")
    report.raise_for_verdict()


def test_a_fall_everywhere_is_a_regression(baseline: Baseline) -> None:
    report = gate(baseline, run(fallen(0.1)))
    assert report.verdict == "regression"
    assert report.metrics[0].p == report.metrics[0].p_adjusted == 1 / 1024
    assert report.metrics[0].worst[0].by == pytest.approx(-0.1)
    with pytest.raises(
        RegressionError, match=r"facts\.recall: -0\.1000 over 10 cases \(p = 0\.000"
    ):
        report.raise_for_verdict()


def test_a_rise_is_none(baseline: Baseline) -> None:
    assert gate(baseline, run(fallen(-0.1))).verdict == "pass"


def test_what_may_be_chance_passes_and_the_report_says_what_would_not(baseline: Baseline) -> None:
    noisy = [
        s + d for s, d in zip(BEFORE, [-0.3, 0.2, -0.1, 0, 0, -0.2, 0.1, 0, 0, 0], strict=True)
    ]
    report = gate(baseline, run(noisy))
    assert report.verdict == "pass"
    assert report.metrics[0].shows is not None
    assert report.metrics[0].shows > 0.1


def test_of_a_metric_that_is_better_when_lower_a_rise_is_a_regression() -> None:
    baseline = baseline_of(run(BEFORE, [1.0] * 10), [RECALL, TRAPS])
    report = gate(baseline, run(BEFORE, [2.0] * 10))
    assert [one.verdict for one in report.metrics] == ["pass", "regression"]
    assert [move.by for move in report.metrics[1].worst] == [1.0] * 10
    assert gate(baseline, run(BEFORE, [0.0] * 10)).verdict == "pass"


def test_p_values_are_corrected_for_the_metrics_gated() -> None:
    moved = [-0.1] * 7 + [0.05] * 1 + [0.2] * 2
    after = [score + by for score, by in zip(BEFORE, moved, strict=True)]
    alone = gate(baseline_of(run(BEFORE), [RECALL], alpha=0.9), run(after)).metrics[0]
    other = baseline_of(run(BEFORE, [1.0] * 10), [RECALL, TRAPS], alpha=0.9)
    among = gate(other, run(after, [1.0] * 10)).metrics[0]
    assert alone.p == among.p == sign_flip_p(moved, side="less")
    assert alone.p is not None
    assert alone.p_adjusted == alone.p
    assert among.p_adjusted == min(1.0, 2 * alone.p)


def test_cases_that_are_not_there_yet_are_not_passed_over(baseline: Baseline) -> None:
    report = gate(baseline, replace(run(BEFORE), missing=frozenset({"case-4"})))
    assert verdict(report) == ("not enough data", "there are no scores of case-4")
    assert report.missing == ("case-4",)
    with pytest.raises(NotEnoughDataError, match=r"facts\.recall: there are no scores of case-4"):
        report.raise_for_verdict()


def test_a_case_without_even_a_not_applicable_is_not_passed_over(baseline: Baseline) -> None:
    measured = run(BEFORE)
    scores = {RECALL.name: {"case-0": 0.5}}
    report = gate(baseline, replace(measured, scores=scores))
    assert report.verdict == "not enough data"
    assert "case-1, case-2" in report.metrics[0].why


def test_too_few_cases_to_compare_are_not_enough(baseline: Baseline) -> None:
    measured = run([*BEFORE[:4], *[None] * 6])
    report = gate(baseline, measured)
    assert verdict(report) == ("not enough data", "4 cases can be compared, and 5 are needed")
    assert [one.case for one in report.metrics[0].unpaired] == [f"case-{n}" for n in range(4, 10)]


def test_a_regression_weighs_more_than_missing_data() -> None:
    baseline = baseline_of(run(BEFORE, [1.0] * 10), [RECALL, TRAPS])
    report = gate(baseline, run(fallen(0.2), [None] * 10))
    assert [one.verdict for one in report.metrics] == ["regression", "not enough data"]
    assert report.verdict == "regression"
    with pytest.raises(RegressionError, match=r"^facts\.recall: [^;]*$"):
        report.raise_for_verdict()


def test_an_exact_baseline_calls_the_least_fall_a_regression(exact: Baseline) -> None:
    report = gate(exact, run([*BEFORE[:-1], 0.69]))
    assert verdict(report) == ("regression", "0.6490, where the floor is 0.6500")
    assert report.metrics[0].p is None
    rounded = [score + 1e-12 * (-1) ** n for n, score in enumerate(BEFORE)]
    assert gate(exact, run(rounded)).verdict == "pass"
    assert verdict(gate(exact, run(fallen(-0.1)))) == ("pass", "it is at its floor or better")


def test_an_exact_gate_looks_at_means_and_not_at_single_cases(exact: Baseline) -> None:
    assert gate(exact, run([0.4, 0.7, *BEFORE[2:]])).verdict == "pass"


def test_an_exact_gate_does_not_let_a_case_slip_away(exact: Baseline) -> None:
    without = run([*BEFORE[:6], 0.4, None, *BEFORE[8:]])
    assert gate(exact, without).verdict == "not enough data"
    assert "no longer applies to case-7" in gate(exact, without).metrics[0].why
    nothing = gate(exact, run([None] * 10))
    assert (nothing.verdict, nothing.metrics[0].after) == ("not enough data", None)
    missing = gate(exact, replace(run(BEFORE), missing=frozenset({"case-1"})))
    assert missing.metrics[0].why == "there are no scores of case-1"


def test_a_baseline_of_other_cases_is_an_error_that_names_them(baseline: Baseline) -> None:
    measured = run(BEFORE)
    cases = {**measured.cases, "case-0": "changed", "more": "new"}
    del cases["case-9"]
    with pytest.raises(
        EvalError, match="other cases than the run: changed: case-0; added: more; left out: case-9;"
    ):
        gate(baseline, replace(measured, cases=cases))


def test_a_baseline_of_another_suite_is_an_error(baseline: Baseline) -> None:
    with pytest.raises(EvalError, match="the suite is 'gum', not 'fixtures'"):
        gate(baseline, replace(run(BEFORE), suite="gum"))


def test_a_baseline_edited_by_hand_is_an_error(baseline: Baseline) -> None:
    edited = baseline.model_copy(update={"digest": "0" * 64})
    with pytest.raises(EvalError, match="edited by hand"):
        gate(edited, run(BEFORE))


def test_a_gated_metric_that_the_run_lacks_is_an_error(baseline: Baseline) -> None:
    with pytest.raises(EvalError, match=r"gates facts\.recall, which the run does not have"):
        gate(baseline, replace(run(BEFORE), scores={}))


def test_an_exact_baseline_of_another_model_is_an_error(exact: Baseline) -> None:
    measured = replace(run(BEFORE), task={"name": "prompted", "model": "other"})
    with pytest.raises(EvalError, match="exact and of the model None, the run of 'other'"):
        gate(exact, measured)


def test_a_changed_prompt_is_told_and_judged(baseline: Baseline) -> None:
    changed = replace(run(BEFORE), task={"name": "prompted", "prompt": "news@v4"}, repeats=3)
    report = gate(baseline, changed)
    assert report.verdict == "pass"
    assert report.task_differs == (
        "prompt: news@v3 in the baseline, news@v4 in the run",
        "repeats: 1 in the baseline, 3 in the run",
    )


def test_a_report_comes_back_from_json(baseline: Baseline) -> None:
    report = gate(baseline, run(fallen(0.1)))
    assert GateReport.model_validate_json(report.to_json()) == report
    assert gate(baseline, run(fallen(0.1))) == report
