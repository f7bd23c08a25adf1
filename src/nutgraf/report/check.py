"""A check's report as text for a terminal: statement by statement, with where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import on_one_line
from nutgraf.counting import counted
from nutgraf.report.page import page_for
from nutgraf.report.sections import Line
from nutgraf.schema.check_report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from nutgraf.report.page import Page
    from nutgraf.schema.check_report import CheckedStatement, CheckReport, LocatedFinding, Place

_LONGEST_PASSAGE_CHARS = 160
_PASSAGES_SHOWN = 3


def check_to_terminal(report: CheckReport, stream: TextIO) -> None:
    """Print a report to a stream."""
    page = page_for(stream)
    for statement in report.statements:
        page.line(_statement(statement), depth=0)
        _print_findings(statement.findings, page)
    if report.elsewhere:
        page.line(Line("", lead="Elsewhere in the summary"), depth=0)
        _print_findings(report.elsewhere, page)
    for line in _unchecked(report):
        page.line(line, depth=0)
    page.title(_verdict(report))
    for line in _sources(report):
        page.line(line)


def _statement(statement: CheckedStatement) -> Line:
    numbers = tuple(carrier.sentence for carrier in statement.carriers)
    where = statement.field or (None if statement.place else statement.path)
    return Line(on_one_line(statement.text), lead=_where(where, statement.place), sentences=numbers)


def _where(path: str | None, place: Place | None) -> str:
    parts = [on_one_line(path) if path else "", f"line {place.line}" if place else ""]
    return ", ".join(part for part in parts if part)


def _print_findings(findings: Iterable[LocatedFinding], page: Page) -> None:
    for finding in findings:
        page.line(Line(on_one_line(finding.message), lead=finding.severity))
        for passage in finding.passages[:_PASSAGES_SHOWN]:
            page.line(Line(f"“{_shortened(passage.text)}”", lead="article"), depth=2)


def _shortened(text: str) -> str:
    words = on_one_line(text)
    if len(words) <= _LONGEST_PASSAGE_CHARS:
        return words
    return words[:_LONGEST_PASSAGE_CHARS].rsplit(maxsplit=1)[0] + " …"


def _unchecked(report: CheckReport) -> Iterator[Line]:
    for finding in report.not_checked:
        yield Line(on_one_line(finding.message), lead="not checked")
    for part in report.skipped:
        words = f"{_shortened(part.text)} ({part.reason})"
        yield Line(words, lead=f"not checked, line {part.place.line}")


def _verdict(report: CheckReport) -> str:
    of = counted(len(report.statements), "statement")
    found = report.counts.by_severity
    said = [counted(found[severity], severity) for severity in SEVERITIES if found[severity]]
    return f"{of}: {', '.join(said) or 'no findings'}"


def _sources(report: CheckReport) -> Iterator[Line]:
    summary, article = report.summary, report.article
    yield Line(on_one_line(f"{summary.source or 'summary'}, read as {summary.form}"))
    if summary.fields:
        how = "as named" if summary.fields_were_named else "no field was named: all texts of words"
        yield Line(on_one_line(f"texts of {', '.join(summary.fields)} ({how})"))
    yield Line(on_one_line(f"{article.source or 'article'}, {article.sentences} sentences"))
