"""What a report is written on: plain text for a file or pipe, rich's console for a terminal."""

from __future__ import annotations

import os
import shutil
import textwrap
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from typing import TextIO

    from nutgraf.report.sections import Line

WIDEST: Final = 100  # columns; longer lines are hard to read
NARROWEST: Final = 10  # columns; with fewer, what is indented would have no room
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
    """Writes without colours, and without rich, which takes a tenth of a second to load."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = readable(shutil.get_terminal_size().columns)

    def title(self, text: str) -> None:
        """Print what stands out, after an empty line."""
        self._stream.write("\n")
        self._stream.writelines(f"{row}\n" for row in _wrapped(text, self._width))

    def line(self, line: Line, depth: int = 1) -> None:
        """Print one line, wrapped and indented; what is wrapped is indented once more."""
        rows = _wrapped(line.with_all, self._width - len(INDENT) * (depth + 1))
        for index, row in enumerate(rows):
            self._stream.write(f"{INDENT * (depth + 1 if index else depth)}{row}\n")


def readable(columns: int) -> int:
    """Return how wide to write where a terminal has so many columns."""
    return min(max(columns, NARROWEST), WIDEST)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def page_for(stream: TextIO) -> Page:
    """Return the page for a stream."""
    if not stream.isatty() and not any(switch in os.environ for switch in _SWITCHES):
        return PlainPage(stream)
    from nutgraf.report.terminal import TerminalPage  # noqa: PLC0415  slow to load

    return TerminalPage(stream)
