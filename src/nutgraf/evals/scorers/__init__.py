"""The scorers: one small module to a field, and the table of them all.

A scorer is a pure function from a case and the result of a task to a score for each of its metrics.
Somebody who wants another writes a `Scorer` and gives ``(*SCORERS, mine)`` to the run.
"""

from typing import Final

from nutgraf.evals.scorers import (
    dates,
    entities,
    events,
    evidence,
    facts,
    figures,
    findings,
    questions,
    quotes,
    rouge,
    spending,
    traps,
    wording,
)
from nutgraf.evals.scores import Scorer

__all__ = ["SCORERS"]

SCORERS: Final[tuple[Scorer, ...]] = (
    facts.SCORER,
    traps.SCORER,
    evidence.SCORER,
    events.SCORER,
    dates.SCORER,
    entities.SCORER,
    quotes.SCORER,
    figures.SCORER,
    questions.SCORER,
    findings.SCORER,
    findings.BY_KIND,
    rouge.SCORER,
    wording.SCORER,
    spending.SCORER,
)
