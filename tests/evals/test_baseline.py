from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.errors import EvalError
from nutgraf.evals.baseline import (
    Baseline,
    MeasuredRun,
    baseline_of,
    cases_digest,
    load_baseline,
    named,
    weakenings,
    write_baseline,
)
from nutgraf.evals.scores import Metric

RECALL = Metric("facts.recall", "higher", share=True, what="")
TRAPS = Metric("traps.fallen", "lower", share=False, what="")
LENGTH = Metric("length.words", None, share=False, what="")
CASES = {f"case-{number}": f"digest-{number}" for number in range(8)}


def run(recall: float = 0.5, traps: float = 1.0) -> MeasuredRun:
    return MeasuredRun(
        suite="fixtures",
        cases=CASES,
        task={"name": "extractive", "model": None},
        scores={
            RECALL.name: dict.fromkeys(CASES, recall),
            TRAPS.name: dict.fromkeys(CASES, traps),
            LENGTH.name: dict.fromkeys(CASES, 80.0),
        },
    )


def test_a_baseline_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "baselines" / "extractive.json"
    baseline = baseline_of(run(), [RECALL, TRAPS], alpha=0.1)
    write_baseline(baseline, path)
    assert load_baseline(path) == baseline
    assert [one.name for one in path.parent.iterdir()] == ["extractive.json"]
    assert baseline.metrics[RECALL.name].floor == 0.5
    assert baseline.digest == cases_digest(CASES)


def test_the_digest_of_cases_does_not_depend_on_their_order() -> None:
    turned = dict(reversed(CASES.items()))
    assert cases_digest(turned) == cases_digest(CASES)
    assert cases_digest({**CASES, "case-0": "other"}) != cases_digest(CASES)


def test_the_floor_is_the_mean_over_the_cases_to_which_a_metric_applies() -> None:
    scores = dict(zip(CASES, [0.2, 0.4, None, None, 0.6, 0.2, 0.4, 0.6], strict=True))
    measured = replace(run(), scores={RECALL.name: scores})
    assert baseline_of(measured, [RECALL]).metrics[RECALL.name].floor == pytest.approx(0.4)


def test_a_run_that_is_not_done_is_no_baseline() -> None:
    with pytest.raises(EvalError, match="lacks outcomes of case-3; finish it"):
        baseline_of(replace(run(), missing=frozenset({"case-3"})), [RECALL])


def test_what_has_no_better_way_cannot_be_gated() -> None:
    with pytest.raises(EvalError, match=r"length\.words cannot be gated: neither way"):
        baseline_of(run(), [LENGTH])


def test_a_metric_of_too_few_cases_can_be_gated_only_exactly() -> None:
    few = dict.fromkeys(CASES, None) | dict.fromkeys(list(CASES)[:4], 0.5)
    measured = replace(run(), scores={RECALL.name: few})
    with pytest.raises(EvalError, match=r"facts\.recall .* applies to 4 cases, .* 5 are needed"):
        baseline_of(measured, [RECALL])
    assert baseline_of(measured, [RECALL], exact=True).exact


@pytest.mark.parametrize("exact", [True, False])
def test_a_metric_that_the_run_lacks_cannot_be_gated(exact: bool) -> None:
    other = Metric("events.f1", "higher", share=True, what="")
    with pytest.raises(EvalError, match=r"events\.f1 cannot be gated: it applies to 0 cases"):
        baseline_of(run(), [other], exact=exact)


def test_a_lower_floor_needs_to_be_allowed(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    metrics = [RECALL, TRAPS]
    write_baseline(baseline_of(run(0.5, 1.0), metrics), path)
    lower = baseline_of(run(0.4, 2.0), metrics)
    with pytest.raises(EvalError, match=r"facts\.recall falls .*; traps\.fallen rises .* allow it"):
        write_baseline(lower, path)
    assert load_baseline(path).metrics[RECALL.name].floor == 0.5
    write_baseline(lower, path, allow_lower=True)
    assert load_baseline(path) == lower


def test_a_higher_floor_needs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    for recall in (0.5, 0.5, 0.7):
        write_baseline(baseline_of(run(recall), [RECALL]), path)
    assert load_baseline(path).metrics[RECALL.name].floor == 0.7


def test_gating_less_is_a_lower_floor_too() -> None:
    former = baseline_of(run(), [RECALL, TRAPS], exact=True)
    new = baseline_of(run(), [RECALL], alpha=0.01)
    assert list(weakenings(former, new)) == [
        "traps.fallen is no longer gated",
        "it is no longer exact",
        "alpha falls from 0.05 to 0.01",
    ]
    assert list(weakenings(new, former)) == []


def test_harder_articles_that_are_added_or_changed_lower_nothing() -> None:
    former = baseline_of(run(0.5), [RECALL])
    harder = run(0.5)
    scores = {**harder.scores[RECALL.name], "new": 0.0, "case-0": 0.0}
    cases = {**CASES, "new": "digest", "case-0": "changed"}
    new = baseline_of(replace(harder, cases=cases, scores={RECALL.name: scores}), [RECALL])
    assert new.metrics[RECALL.name].floor < 0.5
    assert list(weakenings(former, new)) == []


def test_of_wholly_other_cases_no_floor_can_be_compared() -> None:
    other = {f"other-{number}": "digest" for number in range(8)}
    measured = replace(run(), cases=other, scores={RECALL.name: dict.fromkeys(other, 0.1)})
    assert list(weakenings(baseline_of(run(), [RECALL]), baseline_of(measured, [RECALL]))) == []


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"none\.json: cannot be read \(No such file"):
        load_baseline(tmp_path / "none.json")


def test_a_file_that_is_no_baseline_is_refused_by_field(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    text = baseline_of(run(), [RECALL]).model_dump_json()
    path.write_text(text.replace('"alpha":0.05', '"alpha":5'), encoding="utf-8")
    with pytest.raises(EvalError, match=r"base\.json: is no baseline: alpha: Input should be less"):
        load_baseline(path)
    with pytest.raises(EvalError, match="is no baseline"):
        write_baseline(Baseline.model_validate_json(text), path)
    path.write_text("[", encoding="utf-8")
    with pytest.raises(EvalError, match="is no baseline: it: Invalid JSON"):
        load_baseline(path)


def test_many_cases_are_named_in_part() -> None:
    assert named({"b", "a"}) == "a, b"
    assert named(f"c{n}" for n in range(10)) == "c0, c1, c2, c3, c4, c5, c6, c7 and 2 more"
