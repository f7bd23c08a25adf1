"""Statements about an article that tests invent, checked by one check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.statements import Subject
from nutgraf.language.readings import Readings
from nutgraf.schema.fields import Citation, Evidence
from nutgraf.schema.result import Finding

Check = Callable[[Subject], Iterator[Finding]]
PUBLISHED = date(2026, 3, 12)  # a Thursday


class Claim(BaseModel):
    """A statement with what it cites."""

    text: str
    evidence: Evidence = ()


class Claims(BaseModel):
    """Some statements in a list."""

    points: list[Claim]


def listed(*statements: str) -> Claims:
    """Return statements that cite nothing, as a list."""
    return Claims(points=[Claim(text=statement) for statement in statements])


def story(
    text: str,
    *,
    title: str | None = None,
    language: str | None = "en",
    authors: tuple[str, ...] = (),
    published: date | None = PUBLISHED,
) -> Readings:
    """Return the readings of an article published on `PUBLISHED`, unless said otherwise."""
    return Readings(
        Article(text=text, title=title, language=language, authors=authors, published=published)
    )


def found(check: Check, readings: Readings, statement: str, *cited: int) -> list[Finding]:
    """Return what a check finds in a statement that cites these sentences."""
    claim = Claim(text=statement, evidence=tuple(Citation(sentence=n) for n in cited))
    return list(check(Subject(claim, readings)))


def found_in(
    check: Check, readings: Readings, summary: BaseModel, *, examples: str = ""
) -> list[Finding]:
    """Return what a check finds in a summary, once it is anchored."""
    return list(check(Subject(anchor(summary, readings), readings, examples)))


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return kind and severity of each finding."""
    return [(finding.kind, finding.severity) for finding in findings]
