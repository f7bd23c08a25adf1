"""What a report is written on: plain text for a file or pipe, rich's console for a terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Protocol

from nutgraf.report.wrapping import columns, wrapped

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.report.sections import Line

WIDEST: Final = 100  # columns; longer lines are hard to read
INDENT: Final = "  "
# With these, whoever starts the program says whether it shall write as to a terminal.
_SWITCHES: Final = ("FORCE_COLOR", "TTY_COMPATIBLE")


class Page(Protocol):
    """Takes a report line by line."""

    def title(self, text: str) -> None:
        """Print what stands out, after an empty line."""
        ...

    def line(self, line: Line, depth: int = 1) -> None:
        """Print one line, wrapped and indented; what is wrapped is indented once more."""
        ...


class PlainPage:
    """Writes without colours."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = min(columns(), WIDEST)

    def title(self, text: str) -> None:
        """Print what stands out, after an empty line."""
        rows = wrapped(text, self._width)
        self._stream.writelines(("\n", *(f"{row}\n" for row in rows)))

    def line(self, line: Line, depth: int = 1) -> None:
        """Print one line, wrapped and indented; what is wrapped is indented once more."""
        rows = wrapped(line.with_all, self._width - len(INDENT) * (depth + 1))
        for index, row in enumerate(rows):
            self._stream.write(f"{INDENT * (depth + 1 if index else depth)}{row}\n")


def page_for(stream: TextIO) -> Page:
    """Return the page for a stream."""
    if not stream.isatty() and not any(switch in os.environ for switch in _SWITCHES):
        return PlainPage(stream)
    from nutgraf.report.terminal import TerminalPage  # noqa: PLC0415  slow to load

    return TerminalPage(stream)
