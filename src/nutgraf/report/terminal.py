"""A result as text for a terminal: wrapped to its width, in colour only where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from nutgraf.report.sections import finding_lines, sections, source_line

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.report.sections import Line
    from nutgraf.schema.result import Result

_WIDEST = 100  # columns; longer lines are hard to read
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
            console.print(_rendered(line))
    lines = finding_lines(result)
    console.print()
    console.print(Text("Findings" if lines else "No findings", style="bold"))
    for line in lines:
        console.print(_rendered(line))
    console.print()
    console.print(Text(source_line(result), style="dim"))


def _rendered(line: Line) -> Padding:
    text = Text()
    if line.lead:
        text.append(f"{line.lead}  ", style=_STYLES.get(line.lead, "cyan"))
    text.append(line.text)
    if line.sentences:
        text.append(f" [{', '.join(map(str, line.sentences))}]", style="dim")
    return Padding(text, (0, 0, 0, 2))
