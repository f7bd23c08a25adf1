"""A result as text for a terminal: wrapped to its width, in colour only where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from nutgraf.report.page import INDENT, readable
from nutgraf.report.sections import finding_lines, sections, source_line

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.report.sections import Line
    from nutgraf.schema.result import Result

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def to_terminal(result: Result[Any], stream: TextIO) -> None:  # Any: whatever the schema
    """Print a result to a stream."""
    console = console_for(stream)
    for index, section in enumerate(sections(result.summary)):
        if index:
            console.print()
        console.print(Text(section.title, style="bold"))
        for line in section.lines:
            print_line(console, line)
    lines = finding_lines(result)
    console.print()
    console.print(Text("Findings" if lines else "No findings", style="bold"))
    for line in lines:
        print_line(console, line)
    console.print()
    for row in Text(source_line(result), style="dim").wrap(console, console.width):
        row.rstrip()
        console.print(row)


def console_for(stream: TextIO) -> Console:
    """Return a console on a stream that reads nothing as markup, of a width that can be read."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    console.width = readable(console.width)
    return console


class TerminalPage:
    """A page of a report that is printed on a console."""

    def __init__(self, stream: TextIO) -> None:
        self._console = console_for(stream)

    def title(self, text: str) -> None:
        """Print what stands out, after an empty line."""
        self._console.print()
        self._console.print(Text(text, style="bold"))

    def line(self, line: Line, depth: int = 1) -> None:
        """Print one line, wrapped and indented; what is wrapped is indented once more."""
        print_line(self._console, line, depth)


def print_line(console: Console, line: Line, depth: int = 1) -> None:
    """Print one line, wrapped and indented; what is wrapped is indented once more.

    Args:
        console: Where to.
        line: What to print.
        depth: How many steps to indent it.
    """
    wrapped = _rendered(line).wrap(console, console.width - len(INDENT) * (depth + 1))
    for index, row in enumerate(wrapped):
        row.rstrip()
        console.print(Text(INDENT * (depth + 1 if index else depth)) + row)


def _rendered(line: Line) -> Text:
    text = Text()
    if line.lead:
        text.append(f"{line.lead}  ", style=_STYLES.get(line.lead, "cyan"))
    text.append(line.text)
    text.append(line.cited, style="dim")
    return text
