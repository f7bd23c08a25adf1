"""A comparison of two runs for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.article import on_one_line
from nutgraf.counting import counted
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

    from nutgraf.evals.comparison import ComparedMetric, Comparison

_COLUMNS: Final = ("metric", "A", "B", "B - A", "95 % from to", "shows", "p", "n", "verdict")


def comparison_to_terminal(
    comparison: Comparison, stream: TextIO, *, cases: int = CASES_SHOWN
) -> None:
    """Print a comparison to a stream, of 80 columns or more.

    Args:
        comparison: What to print.
        stream: Where to.
        cases: How many of the cases that fell most, and that rose most, to name for each metric.
    """
    print_sheet(_comparison(comparison, cases), stream)


def comparison_to_markdown(comparison: Comparison, *, cases: int = CASES_SHOWN) -> str:
    """Return a comparison as a Markdown document; arguments as for the terminal."""
    return sheet_to_markdown(_comparison(comparison, cases))


def _comparison(comparison: Comparison, cases: int) -> Sheet:
    before, after = on_one_line(comparison.before), on_one_line(comparison.after)
    metrics = [metric for metric in comparison.metrics if _applies(metric)]
    return Sheet(
        title=f"A {before}, B {after}",
        columns=_COLUMNS,
        rows=tuple(_compared_row(metric) for metric in metrics),
        notes=(
            (
                "B - A: mean difference over the n cases that both have; 95 %: its interval, by "
                "bootstrap over cases."
            ),
            (
                "p: sign-flip permutation test, two-sided, corrected for the "
                f"{comparison.corrected_for} metrics that moved (Holm); a verdict needs "
                f"{comparison.alpha:g} or less."
            ),
            "shows: the smallest true difference that these cases would show four times in five.",
            *_left_out(len(comparison.metrics) - len(metrics)),
        ),
        lists=lists(
            ("Cases that moved", (_moves(metric, cases) for metric in metrics)),
            (
                "Not compared",
                (not_compared(m.metric, m.paired.unpaired) for m in metrics),
            ),
        ),
    )


def _applies(metric: ComparedMetric) -> bool:
    """Tell whether a metric applies to a case of either run."""
    return bool(metric.paired.difference.cases or metric.paired.unpaired)


def _left_out(metrics: int) -> Iterator[str]:
    if metrics:
        yield f"{counted(metrics, 'metric')} left out that no case has."


def _compared_row(metric: ComparedMetric) -> tuple[str, ...]:
    paired, share = metric.paired, metric.share
    return (
        on_one_line(metric.metric),
        shown(paired.before, share=share),
        shown(paired.after, share=share),
        shown(paired.difference.value, share=share, signed=True),
        interval(paired.difference, share=share),
        shown(paired.shows, share=share),
        p_value(metric.p_adjusted),
        str(paired.difference.cases),
        metric.verdict,
    )


def _moves(metric: ComparedMetric, cases: int) -> Line | None:
    fell = [move for move in metric.paired.moved if move.by < 0]
    rose = [move for move in reversed(metric.paired.moved) if move.by > 0]
    parts = (
        f"{len(moves)} {how}: {moved(moves[:cases], share=metric.share)}"
        + (", ..." if moves[cases:] else "")
        for how, moves in (("fell", fell), ("rose", rose))
        if moves
    )
    text = "; ".join(parts)
    return Line(text, lead=on_one_line(metric.metric)) if text else None
