"""A result as text for a terminal: wrapped to its width, in colour only where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from nutgraf.report.sections import finding_lines, sections, source_line

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.report.sections import Line
    from nutgraf.schema.result import Result

_WIDEST = 100  # columns; longer lines are hard to read
_INDENT = "  "
_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def to_terminal(result: Result[Any], stream: TextIO) -> None:  # Any: whatever the schema
    """Print a result to a stream."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    for index, section in enumerate(sections(result.summary)):
        if index:
            console.print()
        console.print(Text(section.title, style="bold"))
        for line in section.lines:
            _print(console, line)
    lines = finding_lines(result)
    console.print()
    console.print(Text("Findings" if lines else "No findings", style="bold"))
    for line in lines:
        _print(console, line)
    console.print()
    for row in Text(source_line(result), style="dim").wrap(console, console.width):
        row.rstrip()
        console.print(row)


def _print(console: Console, line: Line) -> None:
    """Print one line, wrapped and indented; what is wrapped is indented once more."""
    wrapped = _rendered(line).wrap(console, console.width - len(_INDENT) * 2)
    for index, row in enumerate(wrapped):
        row.rstrip()
        console.print(Text(_INDENT * (2 if index else 1)) + row)


def _rendered(line: Line) -> Text:
    text = Text()
    if line.lead:
        text.append(f"{line.lead}  ", style=_STYLES.get(line.lead, "cyan"))
    text.append(line.text)
    if line.sentences:
        text.append(f" [{', '.join(map(str, line.sentences))}]", style="dim")
    return text
