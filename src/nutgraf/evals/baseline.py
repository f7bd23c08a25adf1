"""What later runs are held to: the scores of an accepted run, in a file under version control.

A baseline holds for the very cases that it was made of, told by their digests. Its floors are a
ratchet: a new baseline with a lower one is written only if the caller says so.

Take the run that is there, not the best of several: one that was lucky makes every later run look
worse than it is.
"""

from __future__ import annotations

import hashlib
import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf.errors import EvalError
from nutgraf.evals.scores import Better
from nutgraf.evals.statistics.sign_flips import fewest_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from nutgraf.evals.scores import Metric

BASELINE_VERSION: Final = 1
"""Raised when a baseline of the former version would no longer load."""
ALPHA: Final = 0.05
SAME: Final = 1e-9
"""Means that differ by less are equal but for rounding."""

Scalar: TypeAlias = str | int | float | bool | None
_FAULTS_SHOWN = 5
_CASES_NAMED = 8


class _Record(BaseModel):
    """The base of what a baseline holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GatedMetric(_Record):
    """A metric that may not get worse.

    Attributes:
        better: Which way is better.
        share: Whether it lies between 0 and 1.
        floor: The mean over the cases to which it applied; of a metric that is better when lower, a
            ceiling.
        cases: The score of each case, a mean over its repeats; None where it did not apply.
    """

    better: Better
    share: bool
    floor: float
    cases: dict[str, float | None]


class Baseline(_Record):
    """Scores of an accepted run.

    Attributes:
        format_version: Of this file format.
        suite: Name of the suite.
        digest: Of its cases, see `cases_digest`.
        cases: Digest of each case, by id.
        task: What was asked, by name, such as ``model``, ``prompt``, ``prompt_digest``: all that
            tells whether another run asked the same.
        repeats: How often each case was asked.
        alpha: The chance that a run which is no worse is called a regression, over all metrics.
        exact: For tasks that always give the same (a replay, the extractive drafter): any fall of a
            metric's mean below its floor is a regression, and nothing is tested.
        metrics: What is gated, by name.
    """

    format_version: Literal[1] = BASELINE_VERSION
    suite: str
    digest: str
    cases: dict[str, str] = Field(min_length=1)
    task: dict[str, Scalar]
    repeats: int = Field(default=1, ge=1)
    alpha: float = Field(default=ALPHA, gt=0, lt=1)
    exact: bool = False
    metrics: dict[str, GatedMetric] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class MeasuredRun:
    """A run, as far as a gate looks at it.

    Attributes:
        suite: Name of the suite.
        cases: Digest of each case, by id.
        task: As in `Baseline.task`.
        scores: Of each metric, of each case, the mean over its repeats; None where it does not
            apply.
        repeats: How often each case was asked.
        missing: Cases that have not, or not all of, their outcomes yet.
    """

    suite: str
    cases: Mapping[str, str]
    task: Mapping[str, Scalar]
    scores: Mapping[str, Mapping[str, float | None]]
    repeats: int = 1
    missing: frozenset[str] = frozenset()


def cases_digest(cases: Mapping[str, str]) -> str:
    """Return the SHA-256 of the cases' ids and digests, hexadecimal, whatever their order."""
    lines = (f"{case}\0{digest}\n" for case, digest in sorted(cases.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def baseline_of(
    run: MeasuredRun, metrics: Iterable[Metric], *, alpha: float = ALPHA, exact: bool = False
) -> Baseline:
    """Return the baseline that holds later runs to the scores of this one.

    Args:
        run: The run; all its cases must have been asked.
        metrics: Which to gate. The fewer, the smaller the falls that are found.
        alpha: See `Baseline.alpha`.
        exact: See `Baseline.exact`.

    Raises:
        EvalError: The run lacks outcomes, or a metric has no better way or too few scores.
    """
    if run.missing:
        raise EvalError(
            f"the run lacks outcomes of {named(run.missing)}; finish it before a baseline is made"
        )
    asked = tuple(metrics)
    needed = 1 if exact else fewest_cases(alpha / max(1, len(asked)), side="less")
    return Baseline(
        suite=run.suite,
        digest=cases_digest(run.cases),
        cases=dict(run.cases),
        task=dict(run.task),
        repeats=run.repeats,
        alpha=alpha,
        exact=exact,
        metrics={metric.name: _gated(metric, run, needed) for metric in asked},
    )


def load_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Read a baseline file.

    Raises:
        EvalError: It cannot be read, or is no baseline.
    """
    try:
        return Baseline.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise EvalError(f"{path}: cannot be read ({error.strerror}); write it first") from error
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)[:_FAULTS_SHOWN]
        )
        raise EvalError(f"{path}: is no baseline: {faults}") from error


def write_baseline(
    baseline: Baseline, path: str | os.PathLike[str], *, allow_lower: bool = False
) -> None:
    """Write a baseline file, whole or not at all.

    Args:
        baseline: What later runs are to be held to.
        path: Where to; folders are made.
        allow_lower: Whether it may ask less than the file that it replaces, see `weakenings`.

    Raises:
        EvalError: It asks less and must not; or the file there is no baseline.
        OSError: The file cannot be written.
    """
    target = Path(path)
    if target.exists() and not allow_lower:
        lower = list(weakenings(load_baseline(target), baseline))
        if lower:
            raise EvalError(
                f"{path}: the new baseline would ask less than this one: {'; '.join(lower)}; "
                "allow it explicitly if it is meant"
            )
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_text(baseline.model_dump_json(indent=2) + "\n", encoding="utf-8")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def weakenings(former: Baseline, new: Baseline) -> Iterator[str]:
    """Yield what a new baseline asks less than the former one, metrics by name.

    Means are compared over the cases that are the same in both: a suite that gets harder articles
    may have a lower mean without asking less.
    """
    same = {case for case, digest in former.cases.items() if new.cases.get(case) == digest}
    for name, gated in former.metrics.items():
        if name not in new.metrics:
            yield f"{name} is no longer gated"
            continue
        old, now = _means(gated.cases, new.metrics[name].cases, same)
        if worse_by(old, now, gated.better) > SAME:
            way = "falls" if gated.better == "higher" else "rises"
            yield f"{name} {way} from {old:.4f} to {now:.4f}"
    if former.exact and not new.exact:
        yield "it is no longer exact"
    if not new.exact and new.alpha < former.alpha:
        yield f"alpha falls from {former.alpha} to {new.alpha}"


def worse_by(before: float, after: float, better: Better) -> float:
    """Return how much worse a mean has become; below zero where it has become better."""
    return before - after if better == "higher" else after - before


def named(cases: Iterable[str]) -> str:
    """Return the first few cases by name, and how many more there are."""
    ordered = sorted(cases)
    more = len(ordered) - _CASES_NAMED
    return ", ".join(ordered[:_CASES_NAMED]) + (f" and {more} more" if more > 0 else "")


def _gated(metric: Metric, run: MeasuredRun, needed: int) -> GatedMetric:
    if metric.better is None:
        raise EvalError(f"{metric.name} cannot be gated: neither way is better")
    scores = run.scores.get(metric.name, {})
    values = [value for value in scores.values() if value is not None]
    if len(values) < needed:
        raise EvalError(
            f"{metric.name} cannot be gated: it applies to {len(values)} cases, and with so many "
            f"metrics {needed} are needed for a fall ever to be shown"
        )
    return GatedMetric(
        better=metric.better, share=metric.share, floor=_mean(values), cases=dict(scores)
    )


def _means(
    former: Mapping[str, float | None], new: Mapping[str, float | None], same: set[str]
) -> tuple[float, float]:
    """Return both means over the cases that have a score in both; of no such case, twice zero."""
    both = [
        (old, now)
        for case in sorted(same)
        if (old := former.get(case)) is not None and (now := new.get(case)) is not None
    ]
    if not both:
        return 0.0, 0.0
    return _mean([old for old, _ in both]), _mean([now for _, now in both])


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
