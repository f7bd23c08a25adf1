"""A titled table of words, and how it looks in a terminal of 80 columns and in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.table import Table as RichTable
from rich.text import Text

from nutgraf.report.markdown import escaped

if TYPE_CHECKING:
    from rich.console import Console

NOT_APPLICABLE: Final = "–"  # noqa: RUF001  a dash, as in any table
_WIDEST_HEAD: Final = 11
_THOUSANDS: Final = 1000
_TENS: Final = 10


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        title: What it shows.
        header: The columns' names; the first column is of words, so are those in ``words``.
        rows: A cell for each column; free of control characters.
        words: Columns of words besides the first, by their place from 0; the others are of numbers.
        below: A line to read with it.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: frozenset[int] = frozenset()
    below: str = ""


def number(value: float | None, *, share: bool) -> str:
    """Return a value in as many digits as can be read; a dash where there is none."""
    if value is None:
        return NOT_APPLICABLE
    if share:
        return f"{value:.3f}"
    if abs(value) >= _THOUSANDS:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= _TENS else f"{value:.2f}"


def interval(low: float | None, high: float | None, *, share: bool) -> str:
    """Return the two ends of an interval; a dash where there is none."""
    if low is None:
        return NOT_APPLICABLE
    return f"{number(low, share=share)} to {number(high, share=share)}"


def print_table(table: Table, console: Console) -> None:
    """Print a table with its title and the line below it."""
    console.print()
    console.print(Text(table.title, style="bold"))
    console.print(_rendered(table))
    if table.below:
        console.print(Text(table.below, style="dim"))


def to_markdown(table: Table) -> str:
    """Return a table with its title and the line below it as Markdown."""
    blocks = [f"## {escaped(table.title)}", _rows_in_markdown(table)]
    if table.below:
        blocks.append(f"*{escaped(table.below)}*")
    return "\n\n".join(blocks)


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


def _rows_in_markdown(table: Table) -> str:
    aligned = ("---" if i == 0 or i in table.words else "---:" for i in range(len(table.header)))
    rows = [table.header, tuple(aligned), *table.rows]
    return "\n".join(
        f"| {' | '.join(cell if i == 1 else escaped(cell) for cell in row)} |"
        for i, row in enumerate(rows)
    )
