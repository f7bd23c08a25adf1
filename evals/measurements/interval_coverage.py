"""How often an interval for the mean of a suite holds the true mean: which method to use.

    python evals/measurements/interval_coverage.py [--suites 1000] [--resamples 1000]

Suites are drawn from kinds of shares that scorers give (skewed, with many ones, with ties), in
several sizes; for each method the share of suites whose interval of 95 % holds the true mean, and
the mean width. Where all cases have the same value there is no interval; that counts as a miss.
``expanded`` is what `nutgraf.evals.statistics.intervals` does; the others stand beside it.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable

import numpy as np
from scipy import stats

from nutgraf.evals.statistics.intervals import mean_with_interval

SEED = 20261123
SIZES = (6, 12, 24, 60)
LEVEL = 0.95

Values = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Draw = Callable[[np.random.Generator, int], Values]
Bounds = tuple[float, float]

KINDS: dict[str, Draw] = {
    "spread, Beta(2, 2)": lambda rng, n: rng.beta(2, 2, n),
    "skewed, Beta(8, 1)": lambda rng, n: rng.beta(8, 1, n),
    "J-shaped, Beta(0.6, 0.2)": lambda rng, n: rng.beta(0.6, 0.2, n),
    "of 3 items, p = Beta(4, 1)": lambda rng, n: rng.binomial(3, rng.beta(4, 1, n)) / 3,
    "one or zero, p = 0.8": lambda rng, n: rng.binomial(1, 0.8, n).astype(float),
    "mostly one, some Beta(1, 2)": lambda rng, n: np.where(
        rng.binomial(1, 0.75, n), 1.0, rng.beta(1, 2, n)
    ),
}


def main() -> None:
    """Parse, simulate, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--suites", type=int, default=1000)
    parser.add_argument("--resamples", type=int, default=1000)
    options = parser.parse_args()
    print(f"{'shares':28}{'cases':>6}" + "".join(f"{name:>17}" for name in METHODS))
    for kind, draw in KINDS.items():
        truth = float(np.mean(draw(np.random.default_rng(SEED), 2_000_000)))
        for size in SIZES:
            rng = np.random.default_rng([SEED, size])
            suites = [draw(rng, size) for _ in range(options.suites)]
            cells = (_coverage(m, suites, truth, options.resamples) for m in METHODS.values())
            print(f"{kind:28}{size:6}" + "".join(f"{c:10.1%} {w:6.3f}" for c, w in cells))


Method = Callable[[Values, int, int], Bounds]


def _coverage(
    method: Method, suites: list[Values], truth: float, resamples: int
) -> tuple[float, float]:
    """Return the share of intervals that hold the truth, and the mean width."""
    held, widths = 0, []
    for seed, values in enumerate(suites):
        if np.ptp(values) == 0:
            continue
        low, high = method(values, resamples, seed)
        held += low <= truth <= high
        widths.append(high - low)
    return held / len(suites), float(np.mean(widths))


def _expanded(values: Values, resamples: int, seed: int) -> Bounds:
    estimate = mean_with_interval(values.tolist(), level=LEVEL, resamples=resamples, seed=seed)
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.high


def _scipy(name: str) -> Method:
    def bounds(values: Values, resamples: int, seed: int) -> Bounds:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = stats.bootstrap(
                (values,),
                np.mean,
                confidence_level=LEVEL,
                n_resamples=resamples,
                method=name,  # type: ignore[arg-type]  # its type lists the names one by one
                rng=np.random.default_rng(seed),
            ).confidence_interval
        return float(found.low), float(found.high)

    return bounds


def _student(values: Values, resamples: int, seed: int) -> Bounds:  # noqa: ARG001  as the others
    half = stats.t.ppf((1 + LEVEL) / 2, len(values) - 1) * stats.sem(values)
    return float(np.mean(values) - half), float(np.mean(values) + half)


METHODS: dict[str, Method] = {
    "expanded": _expanded,
    "percentile": _scipy("percentile"),
    "BCa": _scipy("BCa"),
    "Student": _student,
}

if __name__ == "__main__":
    main()
