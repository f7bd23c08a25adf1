from __future__ import annotations

import io
import json

from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary, ScriptedClient, Settings, Summarizer
from nutgraf.article import Article
from nutgraf.checking import SummarySource, check
from nutgraf.report.check import check_to_terminal
from nutgraf.schema.check_report import CheckReport, LocatedFinding
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

TRUE = "Engineers found 14 cracks in the Kell Street bridge."
FALSE = "Engineers found 41 cracks in the Kell Street bridge."


def shown(report: CheckReport) -> list[str]:
    stream = io.StringIO()
    check_to_terminal(report, stream)
    return stream.getvalue().splitlines()


def lines(summary: SummarySource, article: Article = BRIDGE) -> list[str]:
    return shown(check(article, summary))


def test_every_statement_has_its_line_and_its_sentences() -> None:
    text = lines(f"Summary\n\n{TRUE}\n\n{FALSE}")
    assert f"line 3  {TRUE} [1]" in text
    assert f"line 5  {FALSE} [1]" in text
    assert any(line.startswith("  error  ") for line in text)
    assert text[text.index(f"line 5  {FALSE} [1]") + 2] == "    article  “14”"
    assert "not checked, line 1  Summary (heading)" in text
    assert "2 statements: 1 error" in text
    assert text[-2:] == ["  summary, read as text", "  bridge.txt, 6 sentences"]


def test_a_summary_without_a_fault_says_so() -> None:
    assert "1 statement: no findings" in lines(TRUE)


def test_fields_are_named_and_how_they_were_chosen() -> None:
    answer = json.dumps({"points": [TRUE]})
    text = lines(answer)
    assert f"points[0], line 1  {TRUE} [1]" in text
    assert "  texts of points[] (no field was named: all texts of words)" in text
    named = shown(check(BRIDGE, answer, fields=["points"]))
    assert "  texts of points[] (as named)" in named


def test_a_statement_of_a_result_is_called_by_its_path() -> None:
    client = ScriptedClient([json.dumps(bridge_answer())])
    made = Summarizer(NewsSummary, settings=Settings(repairs=0), client=client).summarize(BRIDGE)
    text = lines(made)
    assert "gist.text  Arden closed a bridge after 14 cracks were found. [1]" in text
    assert text[-2] == "  summary, read as result"


def test_findings_elsewhere_and_what_cannot_be_checked_are_shown() -> None:
    other = LocatedFinding(
        path="quotes[0].words", kind="not_verbatim", severity="warning", message="not there"
    )
    left = Finding(path="", kind="not_checked", severity="note", message="no names in Finnish")
    report = check(BRIDGE, TRUE).model_copy(update={"elsewhere": (other,), "not_checked": (left,)})
    text = shown(report)
    assert text[text.index("Elsewhere in the summary") + 1] == "  warning  not there"
    assert "not checked  no names in Finnish" in text


def test_long_passages_are_cut_and_only_some_are_shown() -> None:
    long = Passage(text="many words " * 50, start=0, end=550)
    fault = LocatedFinding(
        path="statements[0].text",
        kind="no_evidence",
        severity="note",
        message="m",
        passages=(long,) * 5,
    )
    report = check(BRIDGE, TRUE)
    statement = report.statements[0].model_copy(update={"findings": (fault,)})
    text = shown(report.model_copy(update={"statements": (statement,)}))
    assert sum(line.startswith("    article") for line in text) == 3
    assert sum(line.endswith(" …”") for line in text) == 3
    assert max(map(len, text)) <= 100


def test_nothing_of_a_summary_acts_in_a_terminal() -> None:
    hostile = "The bridge \x1b[2J\x07\u202e[bold]was[/bold] closed\x9b1m on Thursday."
    for summary in (hostile, json.dumps({"a\x1b[2J": hostile}), [hostile]):
        text = "\n".join(lines(summary))
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(text)
        assert "[bold]was[/bold]" in text


def test_an_article_without_a_source_is_called_the_article() -> None:
    assert lines(TRUE, Article(text=BRIDGE.text))[-1] == "  article, 6 sentences"
