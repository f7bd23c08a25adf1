"""Statements of the summary from lines of the article, with the numbers of what carries them.

Which lines are taken is decided elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.selection import places_of
from nutgraf.schema.fields import Citation
from nutgraf.schema.news import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.drafting.extractive.lines import Line

_MOST_CITATIONS: Final = 3  # the bound of the schema's Evidence


def cite(numbers: Iterable[int]) -> tuple[Citation, ...]:
    """Return citations of these sentences, each once, at most three."""
    return tuple(Citation(sentence=n) for n in list(dict.fromkeys(numbers))[:_MOST_CITATIONS])


def state(line: Line, lines: Sequence[Line]) -> Statement:
    """Return a line as a statement that cites it, and where else the article says so."""
    return Statement(text=line.text, evidence=cite(places_of(line, lines)))
