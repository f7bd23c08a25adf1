"""From findings to the report: each with its statement, and with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from importlib.metadata import version
from typing import TYPE_CHECKING

from nutgraf.checking.claiming import path_of
from nutgraf.grounding.identity import article_record
from nutgraf.schema.check_report import (
    SEVERITIES,
    Carrier,
    CheckedStatement,
    CheckReport,
    Counts,
    LocatedFinding,
    Place,
    Skipped,
)
from nutgraf.schema.fields import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.article import Span
    from nutgraf.checking.mapped import Mapped
    from nutgraf.checking.summaries import Given
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.schema.result import Finding

_ITEM = re.compile(r"\[\d+\]\Z")


def report_of(given: Given, subject: Subject, findings: Sequence[Finding]) -> CheckReport:
    """Return the report on a summary.

    Args:
        given: The summary as it was given.
        subject: The same as the checks saw it.
        findings: What they found.
    """
    checked = [finding for finding in findings if finding.kind != "not_checked"]
    homes = _homes(subject.statements)
    of_statements: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in checked:
        of_statements[_home(finding.path, homes)].append(finding)
    writing = _Writing(given)
    return CheckReport(
        package_version=version("nutgraf"),
        article=article_record(subject.readings),
        summary=given.record,
        statements=tuple(
            writing.statement(statement, subject, of_statements[statement.path])
            for statement in subject.statements
        ),
        elsewhere=tuple(writing.located(f) for f in of_statements[""]),
        not_checked=tuple(finding for finding in findings if finding.kind == "not_checked"),
        skipped=writing.skipped(),
        counts=_counts(checked),
    )


def _homes(statements: Iterable[Statement]) -> dict[str, str]:
    """Map the path of each statement, and of the part that holds it, to the statement."""
    homes: dict[str, str] = {}
    for statement in statements:
        homes[statement.path] = statement.path
        owner = statement.path.rpartition(".")[0]
        if owner:
            homes.setdefault(owner, statement.path)
    return homes


def _home(path: str, homes: Mapping[str, str]) -> str:
    """Return the path of the statement that a finding belongs to; empty where to none.

    What is found of a field beside a statement, such as its evidence, belongs to the statement.
    """
    field = _ITEM.sub("", path)
    return homes.get(path) or homes.get(field) or homes.get(field.rpartition(".")[0], "")


def _counts(findings: Iterable[Finding]) -> Counts:
    findings = tuple(findings)
    severities = Counter(finding.severity for finding in findings)
    kinds = Counter(finding.kind for finding in findings)
    return Counts(
        by_severity={severity: severities[severity] for severity in SEVERITIES},
        by_kind=dict(sorted(kinds.items())),
    )


class _Writing:
    """Finds the places of a summary's words in the text that it was given as."""

    def __init__(self, given: Given) -> None:
        self._given = given
        breaks = re.finditer("\n", given.text or "")
        self._line_starts = [0, *(match.end() for match in breaks)]
        said = (part for part in given.parts if part.skipped is None)
        self._written = {path_of(index): part for index, part in enumerate(said)}

    def statement(
        self, statement: Statement, subject: Subject, findings: Iterable[Finding]
    ) -> CheckedStatement:
        """Return a statement with all that is known of it."""
        written = self._written.get(statement.path)
        words = self._words(statement.path)
        text = subject.readings.article.text
        return CheckedStatement(
            path=statement.path,
            text=statement.text,
            field=written.field if written else None,
            place=self._place(words.span) if words else None,
            carriers=tuple(
                Carrier(
                    sentence=sentence.number,
                    passage=Passage.at(sentence.span, text),
                    share=round(subject.relevance.share(statement.text, [sentence]), 3),
                )
                for sentence in statement.support
            ),
            findings=tuple(self.located(finding) for finding in findings),
        )

    def located(self, finding: Finding) -> LocatedFinding:
        """Return a finding with its place."""
        words = self._words(finding.path)
        place = None
        if words is not None:
            said = finding.said
            place = self._place(words.source_of(said.span) if said else words.span)
        return LocatedFinding(**dict(finding), place=place)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the parts that are no statements."""
        return tuple(
            Skipped(reason=part.skipped, text=part.words.text, place=self._place(part.words.span))
            for part in self._given.parts
            if part.skipped is not None
        )

    def _words(self, path: str) -> Mapped | None:
        """Return the words at a path with their places, where they are known and not empty."""
        written = self._written.get(path)
        words = written.words if written else (self._given.places or {}).get(path)
        return words if words is not None and words.text else None

    def _place(self, span: Span) -> Place:
        line = bisect_right(self._line_starts, span.start)
        return Place(line=line, start=span.start, end=span.end)
