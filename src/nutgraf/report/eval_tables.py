"""What a run has shown as titled tables of words, before anybody decides how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.article import on_one_line
from nutgraf.counting import counted
from nutgraf.evals.report import mean_of
from nutgraf.report.tables import NOT_APPLICABLE, Table, interval, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.evals.report import CaseSummary, MetricSummary, Report
    from nutgraf.evals.runs.manifest import Manifest

_GROUPS_A_TABLE: Final = 4  # more do not fit 80 columns
_LOWEST_SHOWN: Final = 3
_FEWEST_TO_TRUST: Final = 5


def heading(report: Report) -> str:
    """Return one line that says what was asked of what."""
    run = report.run
    only = ", ".join(f"{key}={'|'.join(values)}" for key, values in run.suite.only.items())
    cases = counted(len(run.suite.cases), "case")
    times = "" if run.repeats == 1 else f", {run.repeats} times each"
    suite = f"{run.suite.name} ({only})" if only else run.suite.name
    return on_one_line(f"{suite}: {cases}{times}; {_asked(run)}")


def tables(report: Report, *, worst: int = 0) -> Iterator[Table]:
    """Yield the tables of a report.

    Args:
        report: What to show.
        worst: How many of the cases with the lowest shares to show first.
    """
    if worst:
        yield _worst(report, worst)
    yield _metrics("Scores", report.metrics, repeated=report.run.repeats > 1)
    yield from _groups(report)
    if report.failures:
        yield _failures(report)
    if report.findings:
        yield _findings(report)


def closing(report: Report) -> Iterator[str]:
    """Yield the lines that say what the run took, and what it lacks."""
    totals = report.totals
    cost = "unknown" if totals.cost_usd == "unknown" else f"{totals.cost_usd:.4f} US dollars"
    yield (
        f"{counted(totals.outcomes, 'outcome')}: {counted(totals.requests, 'request')}, "
        f"{counted(totals.repairs, 'round')} of repair, {totals.input_tokens:,} tokens in, "
        f"{totals.output_tokens:,} out, cost {cost}, {totals.seconds:,.1f} s of work"
    )
    if report.missing:
        yield f"the run is not done: {counted(len(report.missing), 'case')} to be asked"


def _asked(run: Manifest) -> str:
    task = run.task
    if task.prompt is None:
        return task.name
    return f"{task.name}, prompt {task.prompt.name}@v{task.prompt.version}"


def _metrics(title: str, metrics: Sequence[MetricSummary], *, repeated: bool) -> Table:
    header = ("metric", "mean", "95 % interval", "cases", "items")
    shown = [metric for metric in metrics if _says_something(metric)]
    left_out = len(metrics) - len(shown)
    below = (
        f"{NOT_APPLICABLE} does not apply, or has no interval; of failed cases each share that "
        "applies is 0"
    )
    if left_out:
        below += f"; {counted(left_out, 'metric')} left out that apply to no case or are 0 in all"
    return Table(
        title,
        (*header, "between repeats") if repeated else header,
        tuple(_metric(metric, repeated=repeated) for metric in shown),
        below=below,
    )


def _says_something(metric: MetricSummary) -> bool:
    """Tell whether to show a metric: a share of 0 is news, an amount of 0 in every case is none."""
    value, low = metric.mean.value, metric.mean.low
    return value is not None and (metric.share or value != 0 or low is not None)


def _metric(metric: MetricSummary, *, repeated: bool) -> tuple[str, ...]:
    mean = metric.mean
    row = (
        on_one_line(metric.name),
        number(mean.value, share=metric.share),
        interval(mean.low, mean.high, share=metric.share),
        str(mean.cases),
        f"{mean.items:,}" if mean.items else NOT_APPLICABLE,
    )
    return (*row, number(metric.between_repeats, share=metric.share)) if repeated else row


def _groups(report: Report) -> Iterator[Table]:
    """Yield the mean shares by group: metrics down, groups across, as many as fit."""
    for start in range(0, len(report.groups), _GROUPS_A_TABLE):
        groups = report.groups[start : start + _GROUPS_A_TABLE]
        small = any(group.cases < _FEWEST_TO_TRUST for group in groups)
        yield Table(
            f"By {report.by}",
            ("metric", *(f"{on_one_line(g.value) or 'none'} ({g.cases})" for g in groups)),
            tuple(
                (
                    on_one_line(metric.name),
                    *(number(g.metrics[i].mean.value, share=metric.share) for g in groups),
                )
                for i, metric in enumerate(report.metrics)
                if metric.share and metric.mean.value is not None
            ),
            below="of one to four cases a mean says little" if small else "",
        )


def _worst(report: Report, count: int) -> Table:
    shares = [metric.name for metric in report.metrics if metric.share]
    return Table(
        "Lowest first",
        ("case", "mean", "lowest"),
        tuple(
            (
                on_one_line(case.case),
                number(mean_of(case.values[name] for name in shares), share=True),
                "no summary" if case.failed == report.run.repeats else _lowest(case, shares),
            )
            for case in report.worst(count)
        ),
        words=frozenset({2}),
        below="mean: of all shares that apply, each counted alike",
    )


def _lowest(case: CaseSummary, shares: Sequence[str]) -> str:
    known = [(value, name) for name in shares if (value := case.values[name]) is not None]
    return ", ".join(f"{name} {value:.2f}" for value, name in sorted(known)[:_LOWEST_SHOWN])


def _failures(report: Report) -> Table:
    cases = len({failure.case for failure in report.failures})
    return Table(
        f"Failed: {counted(cases, 'case')}",
        ("case", "time", "error", "message"),
        tuple(
            (on_one_line(f.case), str(f.repeat), on_one_line(f.kind), on_one_line(f.message))
            for f in report.failures
        ),
        words=frozenset({2, 3}),
    )


def _findings(report: Report) -> Table:
    return Table(
        "Findings of the checks",
        ("kind", "severity", "count", "cases"),
        tuple((f.kind, f.severity, str(f.count), str(f.cases)) for f in report.findings),
        words=frozenset({1}),
    )
