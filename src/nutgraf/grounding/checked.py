"""From an answer to a checked summary: trimmed, anchored, its citations set right, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.bounds import trim
from nutgraf.grounding.checks import check
from nutgraf.grounding.support import correct_citations

if TYPE_CHECKING:
    from nutgraf.language.readings import Readings
    from nutgraf.schema.result import Finding

SummaryT = TypeVar("SummaryT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Checked(Generic[SummaryT]):
    """A summary, anchored and checked.

    Attributes:
        summary: The summary.
        findings: What is wrong with it.
        notes: What was changed on the way here, which no later check will find again.
        examples: What the model was told besides the article, for checking it again.
    """

    summary: SummaryT
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    examples: str = ""


def ground(summary: SummaryT, readings: Readings, *, examples: str = "") -> Checked[SummaryT]:
    """Do all of it.

    Args:
        summary: The answer.
        readings: The article that it is about.
        examples: What the model was told besides the article.
    """
    trimmed, trimmings = trim(summary)
    checked = ground_as_it_is(trimmed, readings, examples=examples)
    return replace(checked, notes=(*trimmings, *checked.notes))


def ground_as_it_is(
    summary: SummaryT, readings: Readings, *, examples: str = ""
) -> Checked[SummaryT]:
    """Do all of it but the trimming, so that every item keeps its place in its list."""
    corrected, corrections = correct_citations(anchor(summary, readings), readings)
    findings = check(corrected, readings, examples)
    return Checked(corrected, findings, corrections, examples)
