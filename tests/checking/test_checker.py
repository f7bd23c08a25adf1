from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.articles import BRIDGE, bridge_answer

import nutgraf
from nutgraf import NewsSummary, Result, ScriptedClient, Settings, Summarizer
from nutgraf.checking import check
from nutgraf.errors import ConfigError, SummaryError

TRUE = "Engineers found 14 cracks in the Kell Street bridge."
FALSE = "Engineers found 41 cracks in the Kell Street bridge."


def result(**changes: object) -> Result[NewsSummary]:
    client = ScriptedClient([json.dumps({**bridge_answer(), **changes})])
    return Summarizer(NewsSummary, settings=Settings(repairs=0), client=client).summarize(BRIDGE)


def test_it_is_public() -> None:
    assert nutgraf.check is check


def test_a_text_is_checked_statement_by_statement() -> None:
    report = check(BRIDGE, f"{TRUE} {FALSE}")
    true, false = report.statements
    assert true.findings == ()
    [finding] = false.findings
    assert (finding.kind, finding.severity) == ("number", "error")
    assert finding.place is not None
    assert f"{TRUE} {FALSE}"[finding.place.start : finding.place.end] == "41"
    assert [carrier.sentence for carrier in true.carriers] == [1]
    assert true.carriers[0].share > 0.5


def test_the_article_may_be_a_text_or_a_path(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE.text, encoding="utf-8")
    by_text, by_path = check(BRIDGE.text, FALSE), check(path, FALSE)
    assert by_text.statements == by_path.statements
    assert by_path.article.source == str(path)


def test_every_form_of_a_summary_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "summary.json"
    path.write_text(json.dumps({"gist": FALSE, "other": "Nobody has ever seen it."}))
    reports = [check(BRIDGE, FALSE), check(BRIDGE, [FALSE]), check(BRIDGE, path, fields=["gist"])]
    assert [report.counts.by_kind for report in reports] == [{"number": 1}] * 3
    assert [report.summary.form for report in reports] == ["text", "list", "json"]
    assert reports[2].summary.fields_were_named


def test_a_form_is_stated_where_the_content_misleads() -> None:
    report = check(BRIDGE, f"{TRUE}\n\n**Not** said.", summary_format="text")
    assert report.summary.form == "text"
    with pytest.raises(ConfigError, match="not known"):
        check(BRIDGE, TRUE, summary_format="pdf")


def test_a_result_is_checked_as_it_stands() -> None:
    made = result()
    report = check(BRIDGE, made)
    assert report.summary.form == "result"
    assert report.counts.by_severity == {"error": 0, "warning": 0, "note": 0}
    assert [statement.path for statement in report.statements][:2] == ["headline", "gist.text"]
    assert [carrier.sentence for carrier in report.statements[1].carriers] == [1]
    assert check(BRIDGE, made.summary).statements == report.statements


def test_what_a_result_file_says_of_itself_is_not_believed(tmp_path: Path) -> None:
    value = json.loads(result().to_json())
    value["summary"]["gist"]["text"] = FALSE
    assert value["findings"] == []
    path = tmp_path / "forged.json"
    path.write_text(json.dumps(value, indent=2))
    report = check(BRIDGE, path)
    [gist] = [statement for statement in report.statements if statement.path == "gist.text"]
    assert "number" in [finding.kind for finding in gist.findings]
    assert gist.place is not None
    assert gist.place.line == 1 + path.read_text().split(FALSE)[0].count("\n")


def test_a_result_of_another_article_is_refused() -> None:
    other = replace(BRIDGE, text=BRIDGE.text.replace("14", "41"))
    with pytest.raises(SummaryError, match=r"made from bridge\.txt, which is not this article"):
        check(other, result())


def test_a_statement_that_no_sentence_says_is_told() -> None:
    report = check(BRIDGE, ["Penguins breed on glaciers near Antarctica."])
    assert "no_evidence" in report.counts.by_kind


def test_a_check_loads_no_client_of_a_model() -> None:
    code = (
        "import sys, nutgraf\n"
        "report = nutgraf.check('The bridge was closed on Thursday.', 'The bridge was closed.')\n"
        "assert len(report.statements) == 1\n"
        "print(sorted({'openai', 'instructor', 'httpx', 'genai_prices'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
