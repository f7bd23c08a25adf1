"""What a run has shown: the run's ``report.json``.

How it looks is the business of ``nutgraf.report``, how it is computed of ``aggregation``.
"""

from __future__ import annotations

from decimal import Decimal
from math import fsum
from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel, ConfigDict

from nutgraf.evals.runs.manifest import Manifest
from nutgraf.evals.scores import Better
from nutgraf.evals.statistics.intervals import Estimate
from nutgraf.schema.result import FindingKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT_VERSION: Final = 1


class _Record(BaseModel):
    """The base of what a report holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MetricSummary(_Record):
    """A metric over the cases.

    Attributes:
        name: Such as ``entities.f1``.
        what: What it says, in a line.
        better: Which way is better; None where neither is.
        share: Whether it lies between 0 and 1.
        mean: Over the cases to which it applies, each the mean of its repeats, with an interval by
            bootstrap over cases.
        not_applicable: Cases to which it does not apply: neither 0 nor 1.
        between_repeats: Standard deviation between the answers to one case, pooled over cases; None
            where no case was asked twice.
    """

    name: str
    what: str
    better: Better | None
    share: bool
    mean: Estimate
    not_applicable: int = 0
    between_repeats: float | None = None


class CaseSummary(_Record):
    """One case.

    Attributes:
        case: Its id.
        tags: Its desk, form and the like.
        failed: How many of its repeats gave no summary.
        values: Mean over the repeats by metric; None where the metric does not apply.
    """

    case: str
    tags: dict[str, str]
    failed: int
    values: dict[str, float | None]


class FailedCase(_Record):
    """A case without a summary.

    Attributes:
        case: Its id.
        repeat: Which time it was asked.
        kind: The class of the error.
        message: Its message.
    """

    case: str
    repeat: int
    kind: str
    message: str


class FindingCount(_Record):
    """How often the checks found something in the summaries.

    Attributes:
        kind: What kind of fault.
        severity: How bad.
        count: Findings, over all repeats.
        cases: Cases with at least one.
    """

    kind: FindingKind
    severity: Severity
    count: int
    cases: int


class Totals(_Record):
    """What the run took, over all cases and repeats, failed ones included.

    Attributes:
        outcomes: Summaries and failures.
        requests: Requests that the model answered.
        repairs: Rounds of repair.
        input_tokens: As the server counted them.
        output_tokens: Likewise.
        cost_usd: In US dollars; ``unknown`` where the price of any part is.
        seconds: Added up; what ran at the same time is counted each. Of a recording, the time that
            replaying it took.
    """

    outcomes: int
    requests: int
    repairs: int
    input_tokens: int
    output_tokens: int
    cost_usd: Decimal | Literal["unknown"]
    seconds: float


class Group(_Record):
    """Some of the cases: those with one value of a tag.

    Attributes:
        value: Of the tag; empty for cases that do not have it.
        cases: How many.
        metrics: As for all cases.
    """

    value: str
    cases: int
    metrics: tuple[MetricSummary, ...]


class Report(_Record):
    """What a run has shown.

    Attributes:
        format_version: Of this file.
        run: What was asked.
        missing: Cases that have not all their outcomes yet; none of a run that is done.
        metrics: Over all cases.
        by: The tag that ``groups`` are by, or None.
        groups: The same for some of the cases each.
        cases: Case by case.
        failures: Cases without a summary.
        findings: What the checks found, most frequent first.
        totals: What it took.
    """

    format_version: Literal[1] = FORMAT_VERSION
    run: Manifest
    missing: tuple[str, ...]
    metrics: tuple[MetricSummary, ...]
    by: str | None = None
    groups: tuple[Group, ...] = ()
    cases: tuple[CaseSummary, ...]
    failures: tuple[FailedCase, ...]
    findings: tuple[FindingCount, ...]
    totals: Totals

    def to_json(self) -> str:
        """Return the report file's text: UTF-8 JSON, indented, the same for the same report."""
        return self.model_dump_json(indent=2) + "\n"

    def metric(self, name: str) -> MetricSummary:
        """Return one metric.

        Raises:
            KeyError: There is none of this name.
        """
        for metric in self.metrics:
            if metric.name == name:
                return metric
        raise KeyError(name)

    def worst(self, count: int) -> tuple[CaseSummary, ...]:
        """Return the cases whose shares are lowest on average, the lowest first."""
        shares = [metric.name for metric in self.metrics if metric.share]
        scored = [(mean_of(case.values[name] for name in shares), case) for case in self.cases]
        known = [(mean, case) for mean, case in scored if mean is not None]
        return tuple(case for _, case in sorted(known, key=lambda pair: pair[0])[:count])


def mean_of(values: Iterable[float | None]) -> float | None:
    """Return the mean of the values that there are; of none there is none."""
    there = [value for value in values if value is not None]
    return fsum(there) / len(there) if there else None
