"""Lines of plain text for where there is no terminal: as wide and as wrapped as rich makes them.

Rich takes a tenth of a second to load, for colours that a file or a pipe would not show.
"""

from __future__ import annotations

import os
import re
from typing import Final

from rich.cells import cell_len, chop_cells

_WORD: Final = re.compile(r"\s*\S+\s*")
_USUAL_COLUMNS: Final = 80
_STANDARD_STREAMS: Final = (0, 1, 2)


def columns() -> int:
    """Return how wide lines may be: what the environment says, else the terminal that is near."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdigit() and int(stated):
        return int(stated)
    for stream in _STANDARD_STREAMS:
        try:
            return os.get_terminal_size(stream).columns or _USUAL_COLUMNS
        except OSError:  # it is no terminal
            continue
    return _USUAL_COLUMNS


def wrapped(text: str, width: int) -> list[str]:
    """Return a text of one line as lines that fit; a word that fits on none is cut.

    Args:
        text: The text.
        width: In the cells of a terminal, of which some letters take two.
    """
    rows, used = [""], 0
    for match in _WORD.finditer(text):
        word = match[0]
        length = cell_len(word.rstrip())
        if length <= width - used:
            rows[-1] += word
        elif length <= width:
            rows.append(word)
            used = 0
        else:
            parts = chop_cells(word, width)
            rows = [*rows, *parts] if rows[-1] else parts
            used, word = 0, parts[-1]
        used += cell_len(word)
    return [row.rstrip() for row in rows]
