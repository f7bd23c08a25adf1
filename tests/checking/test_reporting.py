from __future__ import annotations

import json
from dataclasses import replace

from tests.checking.test_checker import FALSE, TRUE, result
from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary
from nutgraf.checking import check
from nutgraf.checking.checker import check_given
from nutgraf.checking.reporting import report_of
from nutgraf.checking.summaries import Wanted, read_summary
from nutgraf.grounding.statements import Subject
from nutgraf.language.readings import Readings
from nutgraf.schema.check_report import CheckReport
from nutgraf.schema.result import Finding


def report(path: str, kind: str = "no_evidence") -> CheckReport:
    """Return the report on a faultless result in which one fault was found."""
    given = read_summary(result(), Wanted(NewsSummary))
    assert given.own is not None
    found = Finding.model_validate(
        {"path": path, "kind": kind, "severity": "warning", "message": "m"}
    )
    return report_of(given, Subject(given.own, Readings(BRIDGE)), [found])


def homes(made: CheckReport) -> list[str]:
    return [statement.path for statement in made.statements if statement.findings]


def test_a_finding_belongs_to_its_statement() -> None:
    assert homes(report("key_points[1].text")) == ["key_points[1].text"]


def test_what_stands_beside_a_statement_belongs_to_it() -> None:
    assert homes(report("key_points[1].evidence[0]")) == ["key_points[1].text"]
    assert homes(report("key_points[1].evidence")) == ["key_points[1].text"]
    assert homes(report("key_points[1]")) == ["key_points[1].text"]


def test_what_belongs_to_no_statement_is_elsewhere() -> None:
    made = report("quotes[0].words")
    assert homes(made) == []
    [finding] = made.elsewhere
    assert (finding.path, finding.place) == ("quotes[0].words", None)
    assert made.counts.by_kind == {"no_evidence": 1}


def test_what_cannot_be_checked_is_no_finding_that_counts() -> None:
    made = report("gist.text", kind="not_checked")
    assert [finding.kind for finding in made.not_checked] == ["not_checked"]
    assert made.findings == ()
    assert made.at_least("note") == 0


def test_lines_and_places_are_those_of_the_file() -> None:
    text = f"# Shut\n\n- {TRUE}\n- Engineers found **41 cracks** [2] in\n  the bridge.\n"
    made = check(BRIDGE, text)
    assert [statement.place.line for statement in made.statements if statement.place] == [3, 4]
    [finding] = made.statements[1].findings
    assert finding.place is not None
    assert finding.place.line == 4
    assert text[finding.place.start : finding.place.end] == "41"
    [heading] = made.skipped
    assert (heading.reason, heading.text, heading.place.line) == ("heading", "Shut", 1)


def test_a_statement_of_a_field_has_the_field_and_the_place() -> None:
    text = json.dumps({"points": [{"text": TRUE}, {"text": FALSE}]}, indent=1)
    made = check(BRIDGE, text)
    assert [statement.field for statement in made.statements] == [
        "points[0].text",
        "points[1].text",
    ]
    place = made.statements[1].place
    assert place is not None
    assert text[place.start : place.end] == FALSE


def test_values_that_were_never_written_have_no_place() -> None:
    summary = NewsSummary.model_validate(result().summary.model_dump())
    made = check_given(BRIDGE, read_summary(summary, Wanted(NewsSummary)))
    assert {statement.place for statement in made.statements} == {None}


def test_empty_words_of_a_result_file_have_no_place() -> None:
    value = json.loads(result().to_json())
    value["summary"]["headline"] = ""
    assert bridge_answer()["headline"]
    made = check(BRIDGE, json.dumps(value))
    assert "headline" not in [statement.path for statement in made.statements]
    given = read_summary(json.dumps(value), Wanted(NewsSummary))
    assert given.own is not None
    fault = Finding(path="headline", kind="no_evidence", severity="note", message="it is empty")
    [finding] = report_of(given, Subject(given.own, Readings(BRIDGE)), [fault]).elsewhere
    assert finding.place is None


def test_the_source_of_the_article_is_kept() -> None:
    assert check(replace(BRIDGE, source="x.txt"), TRUE).article.source == "x.txt"
