"""How often the gate calls a regression where there is none, and how often where there is one.

    python evals/measurements/gate_simulation.py [--runs 1000]

Suites are made up: articles of unequal ease, metrics that are shares of a few labelled items (so
with many zeros, ones and ties) and depend on the article, answers that are luckier or less lucky in
all metrics at once. A baseline and a run are drawn from the same suite, and the gate judges the
run, at alpha 0.05. First without any change; then with baselines that are not like the
run (more repeats, or picked for being good); then with a true fall of one metric.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from nutgraf.evals.baseline import Baseline, MeasuredRun, baseline_of
from nutgraf.evals.gate import GateReport, gate
from nutgraf.evals.scores import Metric
from nutgraf.evals.statistics.prevalence import Share, wilson

SEED = 20261123
LUCK = 0.1  # standard deviation of what moves all metrics of an answer
OWN = 0.15  # of what sets a metric of an article apart from the article's ease

Table = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Items = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True)
class Setting:
    """What is simulated.

    Attributes:
        kind: Of the scores, see `KINDS`.
        cases: Articles of the suite.
        metrics: How many are gated.
        repeats: Answers to each article, in the run.
        baseline_repeats: Likewise, in the baseline; None for as many.
        best_of: Runs of which the one with the highest mean is made the baseline.
        fall: By how much the first metric's true mean falls.
    """

    kind: str = "spread"
    cases: int = 24
    metrics: int = 5
    repeats: int = 1
    baseline_repeats: int | None = None
    best_of: int = 1
    fall: float = 0.0


@dataclass(frozen=True)
class Kind:
    """How easy articles are, a beta distribution, and how many items are labelled, at most."""

    a: float
    b: float
    items: int


KINDS = {
    "spread": Kind(2, 2, 8),
    "mostly right": Kind(8, 1, 8),
    "zeros and ones": Kind(0.6, 0.2, 2),
}


SETTINGS = {
    "no change": [
        *(Setting(k, n, m) for k in KINDS for n in (8, 12, 24, 60) for m in (1, 5)),
        *(Setting(metrics=m, repeats=r) for m, r in ((5, 3), (10, 1), (10, 3))),
    ],
    "no change, but a baseline that is not like the run": [
        *(Setting(kind, baseline_repeats=5) for kind in KINDS),
        *(Setting(best_of=runs) for runs in (2, 5)),
    ],
    "a true fall of one metric": [
        Setting("mostly right", cases, metrics, repeats, fall=fall)
        for fall in (0.05, 0.10, 0.20)
        for cases in (12, 24, 60)
        for metrics, repeats in ((1, 1), (5, 1), (5, 3))
    ],
}


def main() -> None:
    """Parse, simulate, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    runs = parser.parse_args().runs
    for title, settings in SETTINGS.items():
        print(f"{title}: regressions called")
        for setting in settings:
            _report(setting, runs)


def _report(setting: Setting, runs: int) -> None:
    rng = np.random.default_rng([SEED, *(ord(c) for c in repr(setting))])
    verdicts = Counter(_judged(setting, rng).verdict for _ in range(runs))
    rate = wilson(Share(part=verdicts["regression"], whole=runs))
    told = [
        f"{setting.kind:15}{setting.cases:3} cases {setting.metrics:2} metrics",
        f"{setting.repeats} repeats",
        f"baseline of {setting.baseline_repeats}" if setting.baseline_repeats else "",
        f"best of {setting.best_of}" if setting.best_of > 1 else "",
        f"fall {setting.fall:.2f}" if setting.fall else "",
    ]
    line = f"{rate.value:6.1%} [{rate.low:5.1%}, {rate.high:5.1%}]"
    if lacking := verdicts["not enough data"]:
        line += f"  not enough data {lacking / runs:.1%}"
    print(f"{'  '.join(part for part in told if part):62}{line}", flush=True)


def _judged(setting: Setting, rng: np.random.Generator) -> GateReport:
    """Draw a suite, a baseline and a run, and let the gate judge."""
    kind = KINDS[setting.kind]
    shape = setting.cases, setting.metrics
    ease = rng.beta(kind.a, kind.b, size=(setting.cases, 1))
    truth = np.clip(ease + rng.normal(0, OWN, size=shape), 0, 1)
    items = rng.integers(1, kind.items + 1, size=shape)
    repeats = setting.baseline_repeats or setting.repeats
    drawn = [_answers(truth, items, repeats, rng) for _ in range(setting.best_of)]
    best = max(drawn, key=lambda scores: float(scores.mean()))
    fallen = truth.copy()
    # A like part of what is right becomes wrong everywhere, so that no share falls below zero.
    fallen[:, 0] *= 1 - setting.fall / max(setting.fall, float(truth[:, 0].mean()))
    run = _run(_answers(fallen, items, setting.repeats, rng))
    return gate(_baseline(_run(best)), replace(run, repeats=setting.repeats), resamples=1)


def _answers(truth: Table, items: Items, repeats: int, rng: np.random.Generator) -> Table:
    """Return the mean share of items that are right, by case and metric."""
    luck = rng.normal(0, LUCK, size=(repeats, len(truth), 1))
    right = rng.binomial(items, np.clip(truth + luck * (truth > 0) * (truth < 1), 0, 1))
    means: Table = (right / items).mean(axis=0)
    return means


def _run(scores: Table) -> MeasuredRun:
    cases = [f"case-{number}" for number in range(len(scores))]
    return MeasuredRun(
        suite="simulated",
        cases=dict.fromkeys(cases, "digest"),
        task={"name": "simulated"},
        scores={
            f"metric-{index}": dict(zip(cases, column.tolist(), strict=True))
            for index, column in enumerate(scores.T)
        },
    )


def _baseline(run: MeasuredRun) -> Baseline:
    metrics = [Metric(name, "higher", share=True, what="") for name in run.scores]
    return baseline_of(run, metrics)


if __name__ == "__main__":
    main()
