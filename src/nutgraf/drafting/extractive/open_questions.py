"""Collects what the article itself says is not known, decided or settled.

Recognising such a sentence is the business of ``nutgraf.language.questions``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.selection import places_of
from nutgraf.drafting.extractive.statements import state
from nutgraf.language.questions import is_open_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.schema.news import Statement

_MOST_QUESTIONS: Final = 4
_MOSTLY_QUOTED: Final = 0.5


def collect_open_questions(lines: Sequence[Line]) -> list[Statement]:
    """Return the first 4 sentences that the article marks as open, each once, in reading order."""
    told: set[int] = set()
    found: list[Statement] = []
    for line in lines:
        if len(found) == _MOST_QUESTIONS:
            break
        if line.number not in told and _is_open(line):
            found.append(state(line, lines))
            told.update(places_of(line, lines))
    return found


def _is_open(line: Line) -> bool:
    """Tell whether the article leaves something open; a question that somebody asks does not."""
    is_asked = line.quoted > _MOSTLY_QUOTED and "?" in line.text
    return line.is_prose and not is_asked and is_open_question(line.text)
