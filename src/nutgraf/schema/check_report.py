"""What checking a summary gave: the file format of ``nutgraf check``.

A report says of every statement where it stands, which sentences of the article say most of it and
what is wrong with it; and what was left unchecked. The article's text is not in it, except for
these sentences.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.schema.fields import Passage
from nutgraf.schema.result import ArticleRecord, Finding, Severity

REPORT_VERSION: Final = 1
"""Raised when a report of the former version would no longer load."""

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
"""The gravest first."""

SummaryForm = Literal["result", "text", "markdown", "json", "list", "model"]


class _Record(BaseModel):
    """The base of what a report holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Record):
    """Where words stand in the text that the summary was given as.

    Attributes:
        line: The number of the line in which they begin, from 1.
        start: Where they begin, in code points from 0.
        end: Where they end; not part of it. Markup in between counts, so the stretch may be longer
            than the words.
    """

    line: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Carrier(_Record):
    """A sentence of the article that says some of a statement.

    Attributes:
        sentence: Its number, from 1.
        passage: The sentence itself.
        share: How much of the statement it says, by words of which the rare ones weigh more, from
            0 to 1.
    """

    sentence: int
    passage: Passage
    share: float = Field(ge=0, le=1)


class LocatedFinding(Finding):
    """Something that a check found, with its place in the summary as it was given.

    Attributes:
        place: Where the words that are meant stand, or the whole statement; None where that is not
            known, as for values that were never written to a file.
    """

    place: Place | None = None


class CheckedStatement(_Record):
    """A statement of the summary.

    Attributes:
        path: What findings call it: a path into this report, or into the result file.
        text: What it says, without markup and without its own citations.
        field: Where it stood in a JSON file, such as ``key_points[2].text``, or None.
        place: Where it stands in the summary as it was given, or None where that is not known.
        carriers: For a result the sentences that it cites, for any other summary those that were
            found to say most of it.
        findings: What is wrong with it and with what stands beside it in the same part.
    """

    path: str
    text: str
    field: str | None = None
    place: Place | None = None
    carriers: tuple[Carrier, ...] = ()
    findings: tuple[LocatedFinding, ...] = ()


class Skipped(_Record):
    """A part of the summary that is no statement and was not checked.

    Attributes:
        reason: Why, such as ``heading``.
        text: The part.
        place: Where it stands.
    """

    reason: str
    text: str
    place: Place


class SummaryRecord(_Record):
    """What is kept of the summary besides its statements.

    Attributes:
        source: The file, ``-``, or None where it did not come from one.
        form: What it was read as.
        fields: The fields of a JSON file whose texts were taken.
        fields_were_named: Whether the caller named them; else every text of some words was taken.
    """

    source: str | None
    form: SummaryForm
    fields: tuple[str, ...] = ()
    fields_were_named: bool = False


class Counts(_Record):
    """How many findings there are, notes on what was not checked left aside."""

    by_severity: dict[Severity, int]
    by_kind: dict[str, int]


class CheckReport(_Record):
    """What the checks say of one summary of one article.

    Attributes:
        format_version: Of this file format.
        package_version: Of nutgraf, whose checks these were.
        article: Which article it was compared with.
        summary: What was checked.
        statements: Its statements, in their order.
        elsewhere: Findings on parts that belong to no statement, such as a quotation's words.
        not_checked: What cannot be checked, such as some readings in the article's language.
        skipped: Parts that are no statements.
        counts: How many findings of each severity and kind.
    """

    format_version: Literal[1] = REPORT_VERSION
    package_version: str
    article: ArticleRecord
    summary: SummaryRecord
    statements: tuple[CheckedStatement, ...]
    elsewhere: tuple[LocatedFinding, ...] = ()
    not_checked: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    counts: Counts

    @property
    def findings(self) -> tuple[LocatedFinding, ...]:
        """All findings, statement by statement."""
        of_statements = (f for statement in self.statements for f in statement.findings)
        return (*of_statements, *self.elsewhere)

    def at_least(self, severity: Severity) -> int:
        """Return how many findings are of this severity or a graver one."""
        graver = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return sum(self.counts.by_severity[one] for one in graver)

    def to_json(self) -> str:
        """Return the report file's text: UTF-8 JSON, indented, the same for the same report."""
        return self.model_dump_json(indent=2) + "\n"


def report_schema() -> dict[str, Any]:  # Any: pydantic's own value type
    """Return the JSON Schema of a report file."""
    return CheckReport.model_json_schema(mode="serialization")
