"""A run's report as text for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table as RichTable
from rich.text import Text

from nutgraf.report.eval_tables import closing, heading, tables
from nutgraf.report.markdown import escaped
from nutgraf.report.terminal import console_for

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.evals.report import Report
    from nutgraf.report.eval_tables import Table

_WIDEST_HEAD = 11


def evaluation_to_terminal(report: Report, stream: TextIO, *, worst: int = 0) -> None:
    """Print a report to a stream, in tables that fit 80 columns.

    Args:
        report: What to show.
        stream: Where to.
        worst: How many of the cases with the lowest shares to show first.
    """
    console = console_for(stream)
    console.print(Text(heading(report), style="bold"))
    for table in tables(report, worst=worst):
        console.print()
        console.print(Text(table.title, style="bold"))
        console.print(_rendered(table))
        if table.below:
            console.print(Text(table.below, style="dim"))
    console.print()
    for line in closing(report):
        console.print(Text(line))


def evaluation_to_markdown(report: Report, *, worst: int = 0) -> str:
    """Return a report as a Markdown document."""
    blocks = [f"# {escaped(heading(report))}"]
    for table in tables(report, worst=worst):
        blocks.append(f"## {escaped(table.title)}")
        blocks.append(_markdown(table))
        if table.below:
            blocks.append(f"*{escaped(table.below)}*")
    return "\n\n".join([*blocks, *(escaped(line) for line in closing(report))]) + "\n"


def _rendered(table: Table) -> RichTable:
    rendered = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for index, name in enumerate(table.header):
        rendered.add_column(
            name,
            justify="left" if index == 0 or index in table.words else "right",
            overflow="fold",
            # Numbers and names stay whole; headings and sentences are wrapped.
            min_width=None if index in table.words else _longest(table, index),
            max_width=None if index in table.words else max(_longest(table, index), _WIDEST_HEAD),
        )
    for row in table.rows:
        rendered.add_row(*(Text(cell) for cell in row))
    return rendered


def _longest(table: Table, column: int) -> int:
    return max((len(row[column]) for row in table.rows), default=0)


def _markdown(table: Table) -> str:
    aligned = ("---" if i == 0 or i in table.words else "---:" for i in range(len(table.header)))
    rows = [table.header, tuple(aligned), *table.rows]
    return "\n".join(
        f"| {' | '.join(cell if i == 1 else escaped(cell) for cell in row)} |"
        for i, row in enumerate(rows)
    )
