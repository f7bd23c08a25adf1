from __future__ import annotations

import pytest

from nutgraf.evals.comparison import Comparison, compare
from nutgraf.evals.scores import Metric
from nutgraf.evals.statistics.corrections import holm
from nutgraf.evals.statistics.sign_flips import sign_flip_p

RECALL = Metric("facts.recall", "higher", share=True, what="")
TRAPS = Metric("traps.fallen", "lower", share=False, what="")
LENGTH = Metric("length.words", None, share=False, what="")
CASES = [f"case-{number}" for number in range(12)]


def scores(*values: float | None) -> dict[str, float | None]:
    return dict(zip(CASES, values * (len(CASES) // len(values)), strict=True))


def test_each_metric_is_judged_by_its_own_direction() -> None:
    metrics = [RECALL, TRAPS, LENGTH]
    before = {metric.name: scores(0.5) for metric in metrics}
    after = {metric.name: scores(0.7) for metric in metrics}
    found = compare(before, after, metrics)
    assert [one.verdict for one in found.metrics] == ["better", "worse", "changed"]
    turned = compare(after, before, metrics)
    assert [one.verdict for one in turned.metrics] == ["worse", "better", "changed"]


def test_p_values_are_corrected_for_the_metrics_that_moved() -> None:
    moved = [0.1, -0.05, 0.2, 0.1, 0.1, 0.05, -0.1, 0.1, 0.2, 0.1, 0.1, 0.0]
    more = [0.1, 0.1, 0.2, 0.1, 0.1, 0.05, 0.1, 0.1, 0.2, 0.1, 0.1, 0.0]
    before = {metric.name: scores(0.0) for metric in (RECALL, TRAPS, LENGTH)}
    after = {RECALL.name: scores(*moved), LENGTH.name: scores(*more), TRAPS.name: scores(0.0)}
    found = compare(before, after, [RECALL, TRAPS, LENGTH])
    assert found.corrected_for == 2
    recall, traps, length = found.metrics
    assert (recall.p_adjusted, length.p_adjusted) == holm([sign_flip_p(moved), sign_flip_p(more)])
    assert (traps.p_adjusted, traps.verdict) == (1.0, "not shown")


def test_one_difference_among_many_metrics_needs_to_be_clearer() -> None:
    moved = [*[0.1] * 10, -0.1, -0.1]  # p is 0.039
    noise = [0.1, -0.1]
    metrics = [Metric(f"m{number}", "higher", share=True, what="") for number in range(5)]
    before = {metric.name: scores(0.0) for metric in metrics}
    after = {metric.name: scores(*noise) for metric in metrics} | {"m0": scores(*moved)}
    assert compare(before, after, metrics[:1]).metrics[0].verdict == "better"
    among = compare(before, after, metrics).metrics[0]
    assert among.verdict == "not shown"
    alone = compare(before, after, metrics[:1]).metrics[0]
    assert among.paired.shows is not None
    assert alone.paired.shows is not None
    assert among.paired.shows > alone.paired.shows


def test_few_cases_show_nothing_and_say_so() -> None:
    before, after = {"facts.recall": {"a": 0.1, "b": 0.1}}, {"facts.recall": {"a": 0.9, "b": 0.9}}
    [found] = compare(before, after, [RECALL]).metrics
    assert found.verdict == "too few cases"


def test_a_metric_of_one_run_only_is_kept_with_all_its_cases_named() -> None:
    found = compare({RECALL.name: scores(0.5)}, {}, [RECALL, TRAPS])
    assert [one.verdict for one in found.metrics] == ["no pairs"] * 2
    assert [one.case for one in found.metrics[0].paired.unpaired] == sorted(CASES)
    assert found.corrected_for == 0


def test_a_comparison_comes_back_from_json() -> None:
    found = compare(
        {RECALL.name: scores(0.5, 0.6, None)},
        {RECALL.name: scores(0.4, 0.6, 0.7)},
        [RECALL],
        before="extractive",
        after="qwen",
        alpha=0.1,
    )
    assert Comparison.model_validate_json(found.to_json()) == found
    assert (found.before, found.after, found.alpha) == ("extractive", "qwen", 0.1)


def test_scores_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        compare({RECALL.name: scores(float("nan"))}, {RECALL.name: scores(0.5)}, [RECALL])
