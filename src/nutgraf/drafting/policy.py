"""What becomes of the parts that still have an error when all repairs are done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel

from nutgraf.drafting.pieces import withdrawal
from nutgraf.errors import FindingsError
from nutgraf.grounding.checked import Checked, ground
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import substitute

if TYPE_CHECKING:
    from nutgraf.language.readings import Readings

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_NAMED = 5  # findings that an error message spells out


def settle(
    checked: Checked[SummaryT], readings: Readings, on_finding: Literal["flag", "drop", "fail"]
) -> Checked[SummaryT]:
    """Return the summary as the caller wants it.

    Only findings of severity ``error`` count: warnings are doubts, and are always kept as findings.

    Args:
        checked: The summary after its repairs.
        readings: The article.
        on_finding: ``flag`` keeps everything; ``drop`` leaves out a list's items that have an
        error;
            ``fail`` raises.

    Raises:
        FindingsError: There are errors, and ``on_finding`` is ``fail``.
    """
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    if not errors or on_finding == "flag":
        return checked
    if on_finding == "fail":
        raise FindingsError(_message(errors))
    changes: dict[str, object] = {}
    notes: list[Finding] = []
    for finding in errors:
        back = withdrawal(checked.summary, finding.path)
        if back and back.path not in changes:
            changes[back.path] = back.value
            notes.append(_dropped(back.told_at, finding))
    kept = ground(substitute(checked.summary, changes), readings, examples=checked.examples)
    return replace(kept, notes=(*checked.notes, *notes))


def _message(errors: list[Finding]) -> str:
    named = "; ".join(f"{finding.path}: {finding.kind}" for finding in errors[:_NAMED])
    rest = f" and {len(errors) - _NAMED} more" if len(errors) > _NAMED else ""
    return f"the summary says what the article does not carry: {named}{rest}"


def _dropped(path: str, finding: Finding) -> Finding:
    return Finding(
        path=path,
        kind="dropped",
        severity="note",
        message=f"this was left out: {finding.message}",
        passages=finding.passages,
    )
