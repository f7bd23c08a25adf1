"""A table with notes, lists and a verdict: what comparisons and gates are shown as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from nutgraf.article import on_one_line
from nutgraf.report.markdown import escaped
from nutgraf.report.sections import Line
from nutgraf.report.terminal import console_for, print_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from nutgraf.evals.statistics.intervals import Estimate
    from nutgraf.evals.statistics.paired import Move, Unpaired

CASES_SHOWN: Final = 3
_NOTHING: Final = "-"
_HUNDRED: Final = 100
_SMALLEST_P: Final = 0.001
_WIDEST_NAME: Final = 24
_STYLES: Final = {
    "better": "green",
    "worse": "bold red",
    "changed": "yellow",
    "pass": "green",
    "regression": "bold red",
    "not enough data": "yellow",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is to show, before anybody decides how it looks.

    Attributes:
        title: What it is about.
        columns: Heads of the table.
        rows: Its cells; the last says the verdict.
        notes: How to read it.
        lists: Titled lists that follow.
        verdict: The last line, or empty.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    lists: tuple[tuple[str, tuple[Line, ...]], ...]
    verdict: str = ""


def print_sheet(sheet: Sheet, stream: TextIO) -> None:
    """Print a sheet to a stream, of 80 columns or more; a verdict comes last."""
    console = console_for(stream)
    console.print(Text(sheet.title, style="bold"))
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    longest = max((len(row[0]) for row in sheet.rows), default=0)
    for place, column in enumerate(sheet.columns):
        words = place in {0, len(sheet.columns) - 1}
        table.add_column(
            column,
            justify="left" if words else "right",
            no_wrap=not words,
            overflow="fold",
            min_width=None if place else min(longest, _WIDEST_NAME),
        )
    for row in sheet.rows:
        *cells, verdict = row
        table.add_row(*(Text(cell) for cell in cells), Text(verdict, _STYLES.get(verdict, "dim")))
    console.print(table)
    for note in sheet.notes:
        print_line(console, Line(note), depth=0)
    for title, lines in sheet.lists:
        console.print()
        console.print(Text(title, style="bold"))
        for line in lines:
            print_line(console, line)
    if sheet.verdict:
        console.print()
        console.print(Text(sheet.verdict, style=_STYLES[sheet.verdict]))


def sheet_to_markdown(sheet: Sheet) -> str:
    """Return a sheet as a Markdown document."""
    last = len(sheet.columns) - 1
    aligned = ["---" if place in {0, last} else "---:" for place in range(last + 1)]
    rows = [[escaped(cell) for cell in row] for row in (sheet.columns, *sheet.rows)]
    rows.insert(1, aligned)
    blocks = [
        f"# {escaped(sheet.title)}",
        "\n".join(f"| {' | '.join(row)} |" for row in rows),
        "\n".join(f"- {escaped(note)}" for note in sheet.notes),
    ]
    for title, lines in sheet.lists:
        blocks.append(f"## {title}\n\n" + "\n".join(f"- {_item(line)}" for line in lines))
    if sheet.verdict:
        blocks.append(f"**{sheet.verdict}**")
    return "\n\n".join(blocks) + "\n"


def _item(line: Line) -> str:
    lead = f"**{escaped(line.lead)}** " if line.lead else ""
    return lead + escaped(line.text)


def lists(
    *lists: tuple[str, Iterable[Line | None]],
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return titled lists without lines that are None, and without lists that are empty."""
    kept = ((title, tuple(line for line in lines if line)) for title, lines in lists)
    return tuple((title, lines) for title, lines in kept if lines)


def not_compared(metric: str, unpaired: Sequence[Unpaired]) -> Line | None:
    """Name every case: what is left out of a comparison is never left out of its report."""
    groups: dict[str, list[str]] = {}
    for one in unpaired:
        other = "after" if one.run == "before" else "before"
        groups.setdefault(f"{one.why} {other}", []).append(on_one_line(one.case))
    text = "; ".join(f"{why}: {', '.join(names)}" for why, names in groups.items())
    return Line(text, lead=on_one_line(metric)) if text else None


def moved(moves: Iterable[Move], *, share: bool) -> str:
    """Return cases with their scores before and after."""
    return ", ".join(
        f"{on_one_line(move.case)} {shown(move.before, share=share)} → "
        f"{shown(move.after, share=share)}"
        for move in moves
    )


def shown(value: float | None, *, share: bool, signed: bool = False) -> str:
    """Return a share or an amount in as many digits as can be read; a dash of none."""
    if value is None:
        return _NOTHING
    sign = "+" if signed else ""
    if share or value == 0:
        return f"{value:{sign}.2f}"
    return f"{value:{sign},.0f}" if abs(value) >= _HUNDRED else f"{value:{sign}.3g}"


def interval(estimate: Estimate, *, share: bool) -> str:
    """Return where the interval of a difference begins and ends; a dash of none."""
    if estimate.low is None or estimate.high is None:
        return _NOTHING
    low, high = (shown(one, share=share, signed=True) for one in (estimate.low, estimate.high))
    return f"{low} {high}"


def p_value(p: float | None) -> str:
    """Return a p-value as it is printed."""
    if p is None:
        return _NOTHING
    return "<.001" if p < _SMALLEST_P else f"{p:.3f}"
