"""Tells the capital that a word has from opening a sentence from that of a name.

Where names begin and end otherwise is decided in ``candidates``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.given_names import GIVEN_NAMES
from nutgraf.language.names.tokens import is_common

if TYPE_CHECKING:
    from nutgraf.language.names.lines import Evidence, Line


def only_opens(line: Line, evidence: Evidence, start: int, end: int) -> bool:
    """Tell whether a run's first word has its capital from opening the sentence only."""
    first = line.tokens[start]
    if first.text in GIVEN_NAMES or first.text in gazetteer.KNOWN:
        return False
    if line.roles[start + 1] == "&" or line.low(start) in cue_words.SURNAME_PARTICLES:
        return False
    if (
        (first.text in evidence.capital and first.text != "The")
        or _needs_its_first_word(line, start, end)
        or line.form(start, end) in gazetteer.KNOWN
    ):
        return False
    return is_common(first.text.lower()) or first.text.lower() in evidence.lower


def _needs_its_first_word(line: Line, start: int, end: int) -> bool:
    """Tell "Target Corp." and "Health Ministry" from "Rival Tollman Corp."."""
    head = line.low(end - 1).rstrip(".")
    if head not in cue_words.HEADS:
        return False
    named = end - start > 2 and not is_common(line.low(start + 1))  # noqa: PLR2004 - rival, name, head
    return not (named and head in cue_words.COMPANY_HEADS)
