"""A result as titled sections of lines, before anybody decides how they look.

The built-in parts have lines of their own; a part of a caller's schema is shown field by field.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from nutgraf.article import on_one_line
from nutgraf.schema.fields import FieldType, When, is_evidence
from nutgraf.schema.news import Entity, Event, KeyFigure, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.schema.result import Result


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section.

    Attributes:
        text: What it says, free of control characters.
        lead: What is set apart before it, such as a date; may be empty.
        sentences: The numbers of the sentences that carry it.
    """

    text: str
    lead: str = ""
    sentences: tuple[int, ...] = ()

    @property
    def cited(self) -> str:
        """The numbers as they are printed behind the text; empty where there are none."""
        return f" [{', '.join(map(str, self.sentences))}]" if self.sentences else ""

    @property
    def with_all(self) -> str:
        """The whole line: lead, text and numbers."""
        return f"{self.lead}  {self.text}{self.cited}" if self.lead else self.text + self.cited


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the summary, with its title."""

    title: str
    lines: tuple[Line, ...]


def sections(summary: BaseModel) -> Iterator[Section]:
    """Yield a section for each field of a summary that is not empty.

    Evidence has none of its own: its numbers stand behind the text that it is for.
    """
    cited = _cited(summary)
    for name in type(summary).model_fields:
        value = getattr(summary, name)
        values = value if isinstance(value, (list, tuple)) else [value]
        shown = [item for item in values if item is not None and item != ""]
        if shown and not is_evidence(value):
            lines = [line_of(item) for item in shown]
            if isinstance(value, str):
                lines = [replace(line, sentences=cited) for line in lines]
            yield Section(name.replace("_", " ").capitalize(), tuple(lines))


def finding_lines(result: Result[Any]) -> tuple[Line, ...]:  # Any: whatever the schema
    """Return a line for each finding, with where it is and what is wrong."""
    return tuple(
        Line(on_one_line(f"{finding.path}: {finding.message}"), lead=finding.severity)
        for finding in result.findings
    )


def source_line(result: Result[Any]) -> str:  # Any: whatever the schema
    """Return one line that says what was summarised and by what."""
    article, made = result.article, result.provenance
    published = f", published {article.published}" if article.published else ""
    by = f"{made.model}, prompt {made.prompt.name}@v{made.prompt.version}" if made.prompt else ""
    return on_one_line(
        f"{article.source or 'article'}{published}, {article.sentences} sentences; "
        f"{by or 'extractive, no model'}"
    )


@singledispatch
def line_of(value: object) -> Line:
    """Return the line that shows a value."""
    return Line(on_one_line(str(value)))


@line_of.register
def _(value: FieldType) -> Line:
    return Line(on_one_line(str(value.wire)))


@line_of.register
def _(value: BaseModel) -> Line:
    shown = []
    for name in type(value).model_fields:
        item = getattr(value, name)
        if item is None or item in ([], ()) or is_evidence(item):
            continue
        items = item if isinstance(item, (list, tuple)) else [item]
        shown.append(f"{name.replace('_', ' ')}: {', '.join(line_of(i).text for i in items)}")
    return Line("; ".join(shown), sentences=_cited(value))


@line_of.register
def _(value: Statement) -> Line:
    return Line(on_one_line(value.text), sentences=_cited(value))


@line_of.register
def _(value: Event) -> Line:
    status = "" if value.status == "happened" else f" ({value.status})"
    return Line(on_one_line(value.what) + status, lead=_time(value.when), sentences=_cited(value))


@line_of.register
def _(value: Quote) -> Line:
    return Line(f"“{on_one_line(value.words.text)}” — {on_one_line(value.speaker.text)}")


@line_of.register
def _(value: Entity) -> Line:
    role = f": {value.role}" if value.role else ""
    return Line(on_one_line(f"{value.name.text} ({value.kind}){role}"))


@line_of.register
def _(value: KeyFigure) -> Line:
    return Line(
        f"{on_one_line(value.amount.text)}: {on_one_line(value.of)}", sentences=_cited(value)
    )


def _time(when: When | None) -> str:
    if when is None:
        return "no date"
    return when.value or on_one_line(when.text)


def _cited(part: BaseModel) -> tuple[int, ...]:
    fields = (getattr(part, name) for name in type(part).model_fields)
    return tuple(c.sentence for value in fields if is_evidence(value) for c in value)
