"""From scores and outcomes to the report. A case counts once, however often it was asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from math import fsum, sqrt
from statistics import variance
from typing import TYPE_CHECKING, Any, Literal

from nutgraf.errors import EvalError
from nutgraf.evals.report import (
    CaseSummary,
    FailedCase,
    FindingCount,
    Group,
    MetricSummary,
    Report,
    Totals,
    mean_of,
)
from nutgraf.evals.statistics.intervals import mean_with_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.evals.case import Suite
    from nutgraf.evals.outcomes import Outcome
    from nutgraf.evals.runs.manifest import Manifest
    from nutgraf.evals.scores import Metric, Score
    from nutgraf.evals.scoring import CaseScores

    _ByCase = Mapping[str, Sequence[CaseScores]]


def summarise(
    suite: Suite,
    manifest: Manifest,
    outcomes: Sequence[Outcome[Any]],
    scores: Sequence[CaseScores],
    metrics: Sequence[Metric],
    *,
    by: str | None = None,
) -> Report:
    """Return the report of a run.

    Args:
        suite: The cases.
        manifest: What was asked.
        outcomes: What came of it; those that are not there yet are counted.
        scores: Of these outcomes.
        metrics: Which to report, in their order.
        by: A tag to group by as well.

    Raises:
        EvalError: No case has such a tag.
    """
    by_case: dict[str, list[CaseScores]] = {case.id: [] for case in suite.cases}
    for one in scores:
        by_case[one.case].append(one)
    return Report(
        run=manifest,
        missing=tuple(id_ for id_, there in by_case.items() if len(there) < manifest.repeats),
        metrics=_metrics(by_case, metrics),
        by=by,
        groups=_groups(suite, by_case, metrics, by) if by else (),
        cases=tuple(
            CaseSummary(
                case=case.id,
                tags=dict(case.tags),
                failed=sum(one.failed for one in by_case[case.id]),
                values={m.name: mean_of(_values(by_case[case.id], m)) for m in metrics},
            )
            for case in suite.cases
        ),
        failures=_failures(outcomes),
        findings=_findings(outcomes),
        totals=_totals(outcomes),
    )


def _metrics(by_case: _ByCase, metrics: Iterable[Metric]) -> tuple[MetricSummary, ...]:
    return tuple(_metric(by_case, metric) for metric in metrics)


def _metric(by_case: _ByCase, metric: Metric) -> MetricSummary:
    asked = [repeats for repeats in by_case.values() if repeats]
    values = [values for repeats in asked if (values := _values(repeats, metric))]
    items = sum(_items(repeats, metric) for repeats in asked)
    means = [fsum(one) / len(one) for one in values]
    return MetricSummary(
        name=metric.name,
        what=metric.what,
        better=metric.better,
        share=metric.share,
        mean=mean_with_interval(means, items=items),
        not_applicable=len(asked) - len(values),
        between_repeats=_spread(values),
    )


def _values(repeats: Iterable[CaseScores], metric: Metric) -> list[float]:
    scores = (_score(one, metric) for one in repeats)
    return [score.value for score in scores if score.value is not None]


def _items(repeats: Iterable[CaseScores], metric: Metric) -> int:
    """Return how many items a case has, not how many times it was asked for them."""
    return max(_score(one, metric).n for one in repeats)


def _score(one: CaseScores, metric: Metric) -> Score:
    return one.scores[metric.name]


def _spread(values: Iterable[Sequence[float]]) -> float | None:
    variances = [variance(one) for one in values if len(one) > 1]
    return sqrt(fsum(variances) / len(variances)) if variances else None


def _groups(
    suite: Suite, by_case: _ByCase, metrics: Sequence[Metric], by: str
) -> tuple[Group, ...]:
    known = sorted({key for case in suite.cases for key in case.tags})
    if by not in known:
        raise EvalError(f"no case has a tag {by!r} to group by; there are {', '.join(known)}")
    members: defaultdict[str, dict[str, Sequence[CaseScores]]] = defaultdict(dict)
    for case in suite.cases:
        members[case.tags.get(by, "")][case.id] = by_case[case.id]
    return tuple(
        Group(value=value, cases=len(cases), metrics=_metrics(cases, metrics))
        for value, cases in sorted(members.items())
    )


def _failures(outcomes: Iterable[Outcome[Any]]) -> tuple[FailedCase, ...]:
    return tuple(
        FailedCase(
            case=outcome.case,
            repeat=outcome.repeat,
            kind=outcome.failure.kind,
            message=outcome.failure.message,
        )
        for outcome in outcomes
        if outcome.failure
    )


def _findings(outcomes: Iterable[Outcome[Any]]) -> tuple[FindingCount, ...]:
    found = [
        (outcome.case, finding)
        for outcome in outcomes
        if outcome.result
        for finding in outcome.result.findings
    ]
    counts = Counter((finding.kind, finding.severity) for _, finding in found)
    having = Counter(
        (kind, severity) for _, kind, severity in {(case, f.kind, f.severity) for case, f in found}
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        FindingCount(kind=kind, severity=severity, count=n, cases=having[kind, severity])
        for (kind, severity), n in ordered
    )


def _totals(outcomes: Sequence[Outcome[Any]]) -> Totals:
    made = [outcome.result.provenance for outcome in outcomes if outcome.result]
    failed = [outcome.failure for outcome in outcomes if outcome.failure]
    spent = sum(failure.input_tokens + failure.output_tokens for failure in failed)
    return Totals(
        outcomes=len(outcomes),
        requests=sum(one.requests for one in made),
        repairs=sum(one.repairs for one in made),
        input_tokens=sum(one.input_tokens for one in made) + sum(f.input_tokens for f in failed),
        output_tokens=sum(one.output_tokens for one in made) + sum(f.output_tokens for f in failed),
        cost_usd="unknown" if spent else _cost([one.cost_usd for one in made]),
        seconds=round(fsum(one.seconds for one in made), 3),
    )


def _cost(costs: Iterable[Decimal | Literal["unknown"]]) -> Decimal | Literal["unknown"]:
    total = Decimal(0)
    for cost in costs:
        if cost == "unknown":
            return "unknown"
        total += cost
    return total
