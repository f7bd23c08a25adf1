"""A run's report as text for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from nutgraf.report.eval_tables import closing, heading, tables
from nutgraf.report.markdown import escaped
from nutgraf.report.tables import print_table, to_markdown
from nutgraf.report.terminal import console_for

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.evals.report import Report


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
        print_table(table, console)
    console.print()
    for line in closing(report):
        console.print(Text(line))


def evaluation_to_markdown(report: Report, *, worst: int = 0) -> str:
    """Return a report as a Markdown document."""
    blocks = [f"# {escaped(heading(report))}"]
    blocks.extend(to_markdown(table) for table in tables(report, worst=worst))
    return "\n\n".join([*blocks, *(escaped(line) for line in closing(report))]) + "\n"
