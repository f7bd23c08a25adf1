from __future__ import annotations

from io import StringIO

from nutgraf.evals.baseline import MeasuredRun, baseline_of
from nutgraf.evals.gate import GateReport, gate
from nutgraf.evals.scores import Metric
from nutgraf.report.eval_gate import gate_to_markdown, gate_to_terminal

RECALL = Metric("facts.must_recall", "higher", share=True, what="")
TRAPS = Metric("traps.fallen", "lower", share=False, what="")
CASES = {f"council-budget-{number}": f"digest-{number}" for number in range(12)}
FALLS = [0.3, 0.2, 0.25, 0.1, 0.15, 0.3, 0.2, 0.1, 0.05, 0.3, 0.2, -0.05]


def run(falls: list[float], prompt: str, traps: float | None = 1.0) -> MeasuredRun:
    recall = {case: 0.8 - fall for case, fall in zip(CASES, falls, strict=True)}
    scores = {RECALL.name: recall, TRAPS.name: dict.fromkeys(CASES, 1.0)}
    scores[TRAPS.name]["council-budget-3"] = traps  # type: ignore[assignment]  # None, at times
    return MeasuredRun("fixtures", CASES, {"name": "prompted", "prompt": prompt}, scores)


def report(falls: list[float], *, exact: bool = False) -> GateReport:
    baseline = baseline_of(run([0.0] * 12, "news@v3"), [RECALL, TRAPS], exact=exact)
    return gate(baseline, run(falls, "news@v4", traps=None))


def printed(gated: GateReport) -> str:
    stream = StringIO()
    gate_to_terminal(gated, stream, cases=2)
    return stream.getvalue()


def test_it_fits_80_columns_and_ends_with_the_verdict() -> None:
    lines = printed(report(FALLS)).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert lines[0] == "Gate of fixtures"
    assert lines[-1] == "regression"


def test_it_says_why_where_and_by_how_much() -> None:
    text = " ".join(printed(report(FALLS)).split())
    why = report(FALLS).metrics[0].why
    assert why.startswith("-0.1750 over 12 cases (p = 0.00")
    assert f"Not passed regression facts.must_recall: {why}" in text
    assert "council-budget-0 0.80 → 0.50, council-budget-5 0.80 → 0.50, and 9 more" in text
    assert "traps.fallen not applicable after: council-budget-3" in text
    assert "prompt: news@v3 in the baseline, news@v4 in the run" in text
    assert "corrected for 2 metrics (Holm); 0.05 or less is a regression" in text


def test_it_says_how_small_a_fall_would_be_found() -> None:
    text = " ".join(printed(report([0.1, -0.1] * 6)).split())
    assert text.endswith("pass")
    assert "found four times in five facts.must_recall 0.09" in text
    assert "Not passed" not in text


def test_an_exact_gate_says_that_it_is_one() -> None:
    text = printed(report([0.0] * 12, exact=True))
    assert "Exact: a mean below its floor is a regression." in text
    assert text.splitlines()[-1] == "not enough data"
    assert "four times in five" not in text


def test_markdown_ends_with_the_verdict_too() -> None:
    text = gate_to_markdown(report(FALLS))
    assert text.startswith("# Gate of fixtures\n\n| metric | base | run |")
    assert text.endswith("\n\n**regression**\n")
    assert "- prompt: news@v3 in the baseline, news@v4 in the run" in text
