"""Scores what nutgraf's own checks found: how much of a summary is free of it, and the kinds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import BaseModel

from nutgraf.evals.scorers.retrieval import share
from nutgraf.evals.scores import Metric, Score, Scorer
from nutgraf.schema.fields import FieldType
from nutgraf.schema.result import FindingKind
from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Collection

    from nutgraf.evals.case import Case
    from nutgraf.schema.result import Finding, Result, Severity

_KINDS: Final[tuple[FindingKind, ...]] = get_args(FindingKind)


def _amount(name: str, what: str) -> Metric:
    return Metric(name, "lower", share=False, what=what)


_METRICS: Final = (
    share("findings.without_error", None, "parts of the summary in which no check found an error"),
    share("findings.without_fault", None, "parts in which none found an error or a warning"),
    _amount("findings.notes", "what was set right, cut off or left out of the answer"),
)
_BY_KIND: Final = tuple(_amount(f"found.{kind}", f"findings of kind {kind}") for kind in _KINDS)


def score_findings(case: Case, result: Result[Any]) -> dict[str, Score]:  # Any: of any schema
    """Score how much of a summary, of any schema, has no finding.

    A part is an item of a list, or a field of the summary itself; what holds neither text nor a
    value that can be checked, such as a topic, is none.
    """
    del case
    parts = _parts(result.summary)
    errors = _faulty(parts, result.findings, {"error"})
    faults = _faulty(parts, result.findings, {"error", "warning"})
    notes = tuple(f for f in result.findings if f.severity == "note")
    return {
        "findings.without_error": _free(parts, errors, result.findings, {"error"}),
        "findings.without_fault": _free(parts, faults, result.findings, {"warning"}),
        "findings.notes": Score(value=len(notes), n=len(parts), notes=_lines(notes)),
    }


def score_kinds(case: Case, result: Result[Any]) -> dict[str, Score]:  # Any: as above
    """Count the findings of each kind, notes among them."""
    del case
    counts = Counter(finding.kind for finding in result.findings)
    return {f"found.{kind}": Score(value=counts[kind], n=counts[kind]) for kind in _KINDS}


def _parts(summary: BaseModel) -> frozenset[str]:
    said = (leaf for leaf in leaves(summary) if leaf.is_prose or isinstance(leaf.value, FieldType))
    return frozenset(leaf.owner_path or leaf.path for leaf in said)


def _faulty(
    parts: Collection[str], findings: Collection[Finding], severities: Collection[Severity]
) -> frozenset[str]:
    found = (_part_of(f.path, parts) for f in findings if f.severity in severities)
    return frozenset(part for part in found if part is not None)


def _part_of(path: str, parts: Collection[str]) -> str | None:
    """Return the innermost part that a path leads to or into; None where it is of no part."""
    while path not in parts:
        path, dot, _ = path.rpartition(".")
        if not dot:
            return None
    return path


def _free(
    parts: Collection[str],
    faulty: Collection[str],
    findings: Collection[Finding],
    shown: Collection[Severity],
) -> Score:
    notes = _lines(tuple(finding for finding in findings if finding.severity in shown))
    return Score.share_of(len(parts) - len(faulty), len(parts), notes)


def _lines(findings: Collection[Finding]) -> tuple[str, ...]:
    return tuple(f"{finding.path}: {finding.kind}: {finding.message}" for finding in findings)


SCORER: Final = Scorer("findings", _METRICS, score_findings, schema=BaseModel)
BY_KIND: Final = Scorer("found", _BY_KIND, score_kinds, schema=BaseModel)
