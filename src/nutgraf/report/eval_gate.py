"""What a gate says of a run, for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.article import on_one_line
from nutgraf.report.eval_sheet import (
    CASES_SHOWN,
    Sheet,
    interval,
    lists,
    moved,
    not_compared,
    p_value,
    print_sheet,
    sheet_to_markdown,
    shown,
)
from nutgraf.report.sections import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from nutgraf.evals.gate import GatedResult, GateReport

_COLUMNS: Final = ("metric", "base", "run", "change", "95 % from to", "p", "n", "verdict")


def gate_to_terminal(report: GateReport, stream: TextIO, *, cases: int = CASES_SHOWN) -> None:
    """Print what a gate says to a stream, of 80 columns or more; the verdict comes last.

    Args:
        report: What to print.
        stream: Where to.
        cases: How many of the cases that became worse to name for each metric.
    """
    print_sheet(_gate(report, cases), stream)


def gate_to_markdown(report: GateReport, *, cases: int = CASES_SHOWN) -> str:
    """Return what a gate says as a Markdown document; arguments as for the terminal."""
    return sheet_to_markdown(_gate(report, cases))


def _gate(report: GateReport, cases: int) -> Sheet:
    if report.exact:
        note = "Exact: a mean below its floor is a regression."
    else:
        note = (
            "p: one-sided sign-flip permutation test over cases, corrected for "
            f"{len(report.metrics)} metrics (Holm); {report.alpha:g} or less is a regression."
        )
    return Sheet(
        title=f"Gate of {on_one_line(report.suite)}",
        columns=_COLUMNS,
        rows=tuple(_gated_row(result) for result in report.metrics),
        notes=(note,),
        lists=lists(
            ("Not passed", (_reason(result) for result in report.metrics)),
            ("Smallest change that would be found four times in five", _smallest(report)),
            ("Cases that became worse", (_worse(result, cases) for result in report.metrics)),
            ("Not compared", (not_compared(r.metric, r.unpaired) for r in report.metrics)),
            ("Task", (Line(on_one_line(line)) for line in report.task_differs)),
        ),
        verdict=report.verdict,
    )


def _gated_row(result: GatedResult) -> tuple[str, ...]:
    share = result.share
    return (
        on_one_line(result.metric),
        shown(result.before, share=share),
        shown(result.after, share=share),
        shown(result.difference.value, share=share, signed=True),
        interval(result.difference, share=share),
        p_value(result.p_adjusted),
        str(result.difference.cases),
        result.verdict,
    )


def _worse(result: GatedResult, cases: int) -> Line | None:
    if not result.worst:
        return None
    more = f", and {len(result.worst) - cases} more" if result.worst[cases:] else ""
    text = moved(result.worst[:cases], share=result.share) + more
    return Line(text, lead=on_one_line(result.metric))


def _reason(result: GatedResult) -> Line | None:
    if result.verdict == "pass":
        return None
    return Line(f"{on_one_line(result.metric)}: {result.why}", lead=result.verdict)


def _smallest(report: GateReport) -> Iterator[Line]:
    known = [
        f"{on_one_line(result.metric)} {shown(result.shows, share=result.share)}"
        for result in report.metrics
        if result.shows is not None
    ]
    if known:
        yield Line(", ".join(known))
