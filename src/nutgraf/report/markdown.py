"""A result as Markdown, with nothing from the article or the model read as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from nutgraf.report.sections import finding_lines, sections, source_line

if TYPE_CHECKING:
    from nutgraf.report.sections import Line
    from nutgraf.schema.result import Result

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def to_markdown(result: Result[Any]) -> str:  # Any: whatever the schema
    """Return the summary, its findings and its source as a Markdown document."""
    blocks = []
    for index, section in enumerate(sections(result.summary)):
        if index == 0 and len(section.lines) == 1:
            blocks.append(f"# {escaped(section.lines[0].text)}")
        elif len(section.lines) == 1:
            blocks.append(f"## {section.title}\n\n{_rendered(section.lines[0])}")
        else:
            blocks.append(f"## {section.title}\n\n{_listed(section.lines)}")
    if lines := finding_lines(result):
        blocks.append(f"## Findings\n\n{_listed(lines)}")
    blocks.append(f"*{escaped(source_line(result))}*")
    return "\n\n".join(blocks) + "\n"


def _listed(lines: tuple[Line, ...]) -> str:
    return "\n".join(f"- {_rendered(line)}" for line in lines)


def _rendered(line: Line) -> str:
    lead = f"**{escaped(line.lead)}** " if line.lead else ""
    cited = f" \\[{', '.join(map(str, line.sentences))}\\]" if line.sentences else ""
    return f"{lead}{escaped(line.text)}{cited}"


def escaped(text: str) -> str:
    """Return text in which Markdown reads nothing as markup."""
    return _SPECIAL.sub(r"\\\1", text)
