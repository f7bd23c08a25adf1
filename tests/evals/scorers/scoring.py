"""Scoring one changed summary of the article about the bridge."""

from __future__ import annotations

from dataclasses import replace

from tests.support.bridge_case import BRIDGE_EXPECTED, bridge_case
from tests.support.ideal import ideal_summary, result_of

from nutgraf.evals.case import Case
from nutgraf.evals.scores import Score, Scorer
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Finding

CASE = bridge_case()
IDEAL = ideal_summary(CASE)


def changed(**parts: object) -> NewsSummary:
    """Return the ideal summary with other parts."""
    return IDEAL.model_copy(update=parts)


def labelled(**parts: object) -> Case:
    """Return the case with other labels."""
    return bridge_case(replace(BRIDGE_EXPECTED, **parts))  # type: ignore[arg-type] # by name


def scores(
    scorer: Scorer,
    summary: NewsSummary = IDEAL,
    case: Case = CASE,
    findings: tuple[Finding, ...] = (),
) -> dict[str, Score]:
    """Return what a scorer gives."""
    return scorer.of(case, result_of(summary, case.readings, findings))


def values(
    scorer: Scorer, summary: NewsSummary = IDEAL, case: Case = CASE
) -> dict[str, float | None]:
    """Return the values of what a scorer gives."""
    return {name: score.value for name, score in scores(scorer, summary, case).items()}
