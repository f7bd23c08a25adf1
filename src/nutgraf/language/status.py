"""What a statement says of its event: that it happened, goes on, is planned, possible or denied.

The cues are a table in ``status_cues``; the clause they are sought in is found in ``clauses``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.language.clauses import main_clause, reporters_words
from nutgraf.language.status_cues import (
    CONDITION,
    DENIALS,
    FUTURE_IN_THE_PAST,
    NEGATORS,
    NOT_NEGATIVE,
    STRONGER_THAN_NEGATION,
    WEAKER_THAN_NEGATION,
    WOULD,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Status", "depends", "is_negated", "read_status"]


def read_status(sentence: str) -> Status:
    """Return what a sentence says of the event in its main clause.

    Reported speech counts as what is reported ("said that he'll meet" is planned). Quoted words
    count only where the reporter adds no clause of his own. The cues are tried in the order of
    ``status_cues``, the strongest first; without a cue the event happened. A plan under an
    "if" is possible.
    """
    clause = main_clause(sentence)
    status = _read_clause(sentence, clause)
    return Status.POSSIBLE if status is Status.PLANNED and depends(sentence) else status


def depends(sentence: str) -> bool:
    """Tell whether the reporter says under which condition something comes about: "if it rains"."""
    return _compiled(CONDITION).search(reporters_words(sentence)) is not None


def is_negated(sentence: str) -> bool:
    """Tell whether the main clause of a sentence is negated.

    "Not only", "no doubt", "cannot but" and their like negate nothing, and two negations cancel
    ("did not fail to"). A verb that denies is no negation; ``read_status`` reads those.
    """
    return _negates(main_clause(sentence))


def _read_clause(sentence: str, clause: str) -> Status:
    if (status := _first_cue(STRONGER_THAN_NEGATION, clause)) is not None:
        return status
    denied = _compiled(DENIALS).search(clause) is not None
    if denied != _negates(clause):
        return Status.DENIED
    if (status := _first_cue(WEAKER_THAN_NEGATION, clause)) is not None:
        return status
    if _compiled(WOULD).search(clause):
        told = _compiled(FUTURE_IN_THE_PAST).search(sentence)
        return Status.PLANNED if told else Status.POSSIBLE
    return Status.HAPPENED


def _first_cue(rows: Sequence[tuple[Status, str]], clause: str) -> Status | None:
    return next((status for status, cue in rows if _compiled(cue).search(clause)), None)


def _negates(clause: str) -> bool:
    words = clause.lower()
    for phrase in NOT_NEGATIVE:
        words = _compiled(phrase).sub(" ", words)
    return len(_compiled(NEGATORS).findall(words)) % 2 == 1


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
