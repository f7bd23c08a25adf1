"""Findings are counted by the part of the summary that they are about."""

from __future__ import annotations

from pydantic import BaseModel
from tests.evals.scorers.scoring import CASE, IDEAL, scores
from tests.support.ideal import ideal_result

from nutgraf.evals.scorers.findings import BY_KIND, SCORER
from nutgraf.schema.fields import Citation, Evidence
from nutgraf.schema.result import Finding, FindingKind, Severity

LISTS = ("key_points", "events", "quotes", "entities", "figures", "open_questions")
PARTS = 2 + sum(len(getattr(IDEAL, name)) for name in LISTS)


def finding(path: str, severity: Severity = "error", kind: FindingKind = "number") -> Finding:
    return Finding(path=path, kind=kind, severity=severity, message="no such number")


def test_two_errors_in_one_part_are_one_faulty_part() -> None:
    two = (finding("key_points[0].text"), finding("key_points[0].evidence[0]"))
    found = scores(SCORER, findings=two)
    assert found["findings.without_error"].value == 1 - 1 / PARTS
    assert found["findings.without_error"].n == PARTS
    assert found["findings.without_error"].notes[0] == "key_points[0].text: number: no such number"


def test_warnings_count_for_the_stricter_share_only() -> None:
    both = (finding("headline"), finding("events[1].when", "warning"))
    found = scores(SCORER, findings=both)
    assert found["findings.without_error"].value == 1 - 1 / PARTS
    assert found["findings.without_fault"].value == 1 - 2 / PARTS


def test_a_finding_about_a_whole_list_is_of_no_part() -> None:
    found = scores(SCORER, findings=(finding("key_points"), finding("entities[99].name")))
    assert found["findings.without_error"].value == 1


def test_notes_are_counted_apart() -> None:
    found = scores(SCORER, findings=(finding("key_points", "note", "repeated"),))
    assert found["findings.notes"].value == 1
    assert found["findings.without_fault"].value == 1


def test_kinds_are_counted_one_by_one() -> None:
    found = scores(BY_KIND, findings=(finding("gist.text"), finding("headline", kind="date")))
    assert {name for name, score in found.items() if score.value} == {"found.number", "found.date"}


class Ruling(BaseModel):
    verdict: str
    evidence: Evidence = ()


def test_a_summary_of_another_schema_is_scored_too() -> None:
    ruling = Ruling(verdict="Not guilty.", evidence=(Citation(sentence=1),))
    result = ideal_result(CASE).model_copy(
        update={"summary": ruling, "findings": (finding("evidence[0]"),)}
    )
    assert SCORER.of(CASE, result)["findings.without_error"].value == 0.5
