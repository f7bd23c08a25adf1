"""Setting an answer's lists right before it is anchored: repeats and surplus are left out.

A long list is no reason to refuse an answer that was paid for; what was left out becomes a finding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import BaseModel

from nutgraf.schema.fields import AtMost, is_evidence
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import as_wire

if TYPE_CHECKING:
    from collections.abc import Sequence

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_NOT_WORD = re.compile(r"[\W_]+")


def trim(summary: SummaryT) -> tuple[SummaryT, tuple[Finding, ...]]:
    """Return the summary without repeated and surplus items, and a note for each list changed."""
    findings: list[Finding] = []
    trimmed = _trimmed(summary, "", findings)
    return cast("SummaryT", trimmed), tuple(findings)


def _trimmed(part: BaseModel, path: str, findings: list[Finding]) -> BaseModel:
    update: dict[str, object] = {}
    for name, field in type(part).model_fields.items():
        value, inner = getattr(part, name), f"{path}.{name}" if path else name
        if isinstance(value, (list, tuple)):
            most = next((m.items for m in field.metadata if type(m) is AtMost), None)
            kept = _cut(_without_repeats(value, inner, findings), most, inner, findings)
            items = (_inside(item, f"{inner}[{i}]", findings) for i, item in enumerate(kept))
            update[name] = type(value)(items)
        else:
            update[name] = _inside(value, inner, findings)
    return part.model_copy(update=update)


def _inside(value: object, path: str, findings: list[Finding]) -> object:
    return _trimmed(value, path, findings) if isinstance(value, BaseModel) else value


def _without_repeats(
    items: Sequence[object], path: str, findings: list[Finding]
) -> Sequence[object]:
    first: dict[str, object] = {}
    for item in items:
        first.setdefault(_gist(item), item)
    if len(first) < len(items):
        findings.append(
            Finding(
                path=path,
                kind="repeated",
                severity="note",
                message=f"{len(items) - len(first)} of {len(items)} items said the same as an "
                "item before; they were left out",
            )
        )
    return tuple(first.values())


def _gist(item: object) -> str:
    """Return what makes an item the same as another: its words, not what it cites or their case."""
    if isinstance(item, BaseModel) and not hasattr(item, "wire"):
        fields = (getattr(item, name) for name in type(item).model_fields)
        said = [as_wire(value) for value in fields if not is_evidence(value)]
        return _NOT_WORD.sub(" ", repr(said)).casefold()
    return repr(as_wire(item))


def _cut(
    items: Sequence[object], most: int | None, path: str, findings: list[Finding]
) -> Sequence[object]:
    if most is None or len(items) <= most:
        return items
    findings.append(
        Finding(
            path=path,
            kind="cut",
            severity="note",
            message=f"had {len(items)} items, of which the first {most} were kept",
        )
    )
    return items[:most]
