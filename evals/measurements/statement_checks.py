"""Checks the true statements of one article and the false ones made of them.

Counting what was found is the business of ``perturbations``; a process does an article at a time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from pydantic import BaseModel
from true_statements import Case, Source, told_of

from nutgraf.checking.claiming import check_support
from nutgraf.evals.perturbations import DEFECTS, perturb
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks import CHECKS
from nutgraf.grounding.checks.duplicates import check_duplicates
from nutgraf.grounding.statements import Subject
from nutgraf.schema.claims import Claim
from nutgraf.schema.fields import Citation, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.language.readings import Readings
    from nutgraf.schema.result import Finding

QUOTES = ("quotes", "gum-quotes")
COPIED = "duplicate"
SEVERITIES = ("error", "warning", "note")
PARTS = {True: "cited", False: "uncited"}
# How a near copy says it: the first rule that fits.
RESTATED = (
    (r"\bsaid that\b", "stated that"),
    (r"\bper ?cent\b", "%"),
    (r"\bwas\b", "had been"),
    (r"\bis to\b", "is due to"),
    (r"^The ", "In all, the "),
)


class Cited(BaseModel):
    """A statement with the sentences that carry it."""

    text: str
    evidence: Evidence

    @classmethod
    def of(cls, case: Case) -> Cited:
        """Return a case as a statement that cites what the labels say."""
        return cls(text=case.text, evidence=tuple(Citation(sentence=n) for n in case.cited))


class Told(BaseModel):
    """Statements about one article; those that cite nothing are as in ``nutgraf check``."""

    cited: tuple[Cited, ...]
    uncited: tuple[Claim, ...]


@dataclass(frozen=True)
class Wanted:
    """What was asked for.

    Attributes:
        sources: Only these; None for all.
        defects: Only those whose names begin so; None for all.
        severity: The least severity that counts.
        seeds: How many false statements of a kind are tried for each true one.
    """

    sources: list[str] | None
    defects: list[str] | None
    severity: str
    seeds: int

    def has(self, case: Case) -> bool:
        """Tell whether a case was asked for."""
        if self.sources and case.source not in self.sources:
            return False
        defect = case.defect
        return not self.defects or defect is None or defect.startswith(tuple(self.defects))


Checked = tuple[Case, list["Finding"]]


def check_unit(unit: Path | str, *, wanted: Wanted) -> list[Checked]:
    """Return every statement of one article with what the checks find of it."""
    told = told_of(unit)
    cases = list(cases_of(told, wanted))
    checked = list(zip(cases, check_each(cases, told[0], wanted.severity), strict=True))
    facts = [case for case in cases if case.source == "facts" and case.defect is None]
    return checked + check_copies(facts, told[0])


def cases_of(told: tuple[Readings, list[Source], list[Case]], wanted: Wanted) -> Iterator[Case]:
    """Yield each true statement, the false ones made of it, and people's."""
    for source, article, statement in told[1]:
        if wanted.sources and source not in wanted.sources:
            continue
        cited = tuple(s.number for s in statement.support) if statement.cited else ()
        yield Case(source, article, statement.text, statement.text, cited)
        for defect in DEFECTS:
            if source in QUOTES and defect.group not in {"speaker", "quotation"}:
                continue
            right = frozenset(str(kind) for kind in defect.found_as)
            made = {perturb(statement, defect, seed) for seed in range(wanted.seeds)}
            for text in sorted(t for t in made if t is not None):
                case = Case(source, article, statement.text, text, cited, defect.name, right)
                if wanted.has(case):
                    yield case
    yield from (trap for trap in told[2] if wanted.has(trap))


def check_each(cases: list[Case], readings: Readings, severity: str) -> list[list[Finding]]:
    """Return what the checks find of each case.

    All are checked as one summary, since reading the article is dear; no check but that for
    duplicates, which is left out, compares statements with one another.
    """
    summary = Told(
        cited=tuple(Cited.of(case) for case in cases if case.cited),
        uncited=tuple(Claim(text=case.text) for case in cases if not case.cited),
    )
    subject = Subject(anchor(summary, readings), readings)
    found: dict[str, list[Finding]] = defaultdict(list)
    for check in (*CHECKS, check_support):
        for finding in check(subject) if check is not check_duplicates else ():
            # Whether the labelled sentences say a thing is not asked of statements that cite them.
            if check is check_support and finding.path.startswith("cited"):
                continue
            if SEVERITIES.index(finding.severity) <= SEVERITIES.index(severity):
                found[finding.path.partition(".")[0]].append(finding)
    numbers = {True: count(), False: count()}
    paths = (f"{PARTS[bool(c.cited)]}[{next(numbers[bool(c.cited)])}]" for c in cases)
    return [found[path] for path in paths]


def check_copies(facts: list[Case], readings: Readings) -> list[Checked]:
    """Return different facts followed by a near copy of each, with what is found to be double."""
    copies = [
        Case(fact.source, fact.article, fact.text, text, fact.cited, COPIED)
        for of in (lambda text: text, restated)
        for fact in facts
        for text in [of(fact.text)]
    ]
    summary = Told(cited=tuple(Cited.of(copy) for copy in copies), uncited=())
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in check_duplicates(Subject(summary, readings)):
        found[finding.path.partition(".")[0]].append(finding)
    return [(copy, found[f"cited[{index}]"]) for index, copy in enumerate(copies)]


def restated(text: str) -> str:
    """Return a statement in nearly the same words."""
    for pattern, words in RESTATED:
        told = re.sub(pattern, words, text, count=1)
        if told != text:
            return told
    return f"In short, {text}"
