"""Lines and blocks of text: where a sentence ends with its line, and how blocks become one text.

What a block is, each format's module says.
"""

from __future__ import annotations

import re
from itertools import pairwise

# The marks that begin a list item or a table row, as trafilatura and Markdown write them.
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s")
_ROW = re.compile(r"\s*\|")


_STOPS = (".", "!", "?", "…", ":")
_CLOSING_MARKS = "\"'”’»)]"  # noqa: RUF001 - quotation marks


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends with a stop, or with one inside a quotation or brackets."""
    return line.rstrip().rstrip(_CLOSING_MARKS).endswith(_STOPS)


def join_blocks(blocks: list[str]) -> str:
    """Join blocks by blank lines; two items in a row, or two rows, by one line end.

    Blank blocks are left out.
    """
    kept = [block.rstrip() for block in blocks if block.strip()]
    if not kept:
        return ""
    joined = (_gap(before, block) + block for before, block in pairwise(kept))
    return kept[0] + "".join(joined)


def _gap(before: str, after: str) -> str:
    together = any(mark.match(before) and mark.match(after) for mark in (_ITEM, _ROW))
    return "\n" if together else "\n\n"
