from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.support.articles import BRIDGE

from nutgraf.checking import check
from nutgraf.schema.check_report import (
    SEVERITIES,
    CheckReport,
    Counts,
    LocatedFinding,
    Place,
    report_schema,
)
from nutgraf.schema.result import Severity


def report() -> CheckReport:
    return check(BRIDGE, "The bridge was closed after engineers found 99 cracks.")


def test_a_report_is_read_back_without_loss() -> None:
    made = report()
    assert CheckReport.model_validate_json(made.to_json()) == made


def test_a_report_is_the_same_text_each_time() -> None:
    text = report().to_json()
    assert text == report().to_json()
    assert text.endswith("}\n")


def test_unknown_keys_and_impossible_places_are_refused() -> None:
    with pytest.raises(ValidationError):
        CheckReport.model_validate({**report().model_dump(), "more": 1})
    with pytest.raises(ValidationError):
        Place(line=0, start=0, end=1)


def test_all_findings_are_those_of_statements_and_then_those_elsewhere() -> None:
    made = report()
    other = LocatedFinding(path="quotes[0]", kind="not_verbatim", severity="error", message="m")
    both = made.model_copy(update={"elsewhere": (other,)})
    assert both.findings == (*made.statements[0].findings, other)


@pytest.mark.parametrize(("severity", "count"), [("error", 1), ("warning", 3), ("note", 7)])
def test_graver_findings_count_too(severity: Severity, count: int) -> None:
    counts = Counts(by_severity=dict(zip(SEVERITIES, (1, 2, 4), strict=True)), by_kind={})
    assert report().model_copy(update={"counts": counts}).at_least(severity) == count


def test_the_published_schema_names_every_part_of_a_report() -> None:
    schema = report_schema()
    assert set(schema["properties"]) == set(report().model_dump())
    assert set(schema["required"]) >= {"article", "summary", "statements", "counts"}
    assert schema["additionalProperties"] is False
