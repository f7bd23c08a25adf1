"""Running one check on statements about a text that a test makes up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.statements import Subject
from nutgraf.language.readings import Readings
from nutgraf.schema import Evidence
from nutgraf.schema.result import Finding

Check = Callable[[Subject], Iterator[Finding]]


class Said(BaseModel):
    """One statement, with the sentences that it cites."""

    text: str
    evidence: Evidence = ()


class Summary(BaseModel):
    """Some statements in a list."""

    points: list[Said]


def found(
    check: Check,
    text: str,
    *statements: str,
    cites: tuple[int, ...] = (),
    examples: str = "",
    language: str | None = "en",
) -> list[Finding]:
    """Return what a check finds in statements about a text."""
    wire = {"points": [{"text": one, "evidence": cites} for one in statements]}
    return found_in(check, text, Summary.model_validate(wire), examples, language)


def found_in(
    check: Check,
    text: str,
    summary: BaseModel,
    examples: str = "",
    language: str | None = "en",
) -> list[Finding]:
    """Return what a check finds in a summary of any schema."""
    readings = Readings(Article(text=text, language=language))
    return list(check(Subject(anchor(summary, readings), readings, examples)))


def kinds(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return kind and severity of each."""
    return [(finding.kind, finding.severity) for finding in findings]
