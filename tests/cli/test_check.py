"""``nutgraf check`` as a user meets it: what it prints, what it writes, what it exits with."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.articles import BRIDGE

from nutgraf.cli import main
from nutgraf.errors import ArticleError, FindingsError, SummaryError
from nutgraf.schema.check_report import CheckReport

TRUE = "Engineers found 14 cracks in the Kell Street bridge."
FALSE = "Engineers found 41 cracks in the Kell Street bridge."
NOT_A_FINDING, BAD_USAGE = 0, 2


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(f"Date: 2026-03-12\n\n{BRIDGE.text}", encoding="utf-8")
    (tmp_path / "true.md").write_text(f"- {TRUE}\n", encoding="utf-8")
    (tmp_path / "false.md").write_text(f"- {TRUE}\n- {FALSE}\n", encoding="utf-8")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exited:
        main(["check", *arguments])
    code = exited.value.code
    assert isinstance(code, int)
    return code


def test_a_true_summary_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.txt", "true.md") == NOT_A_FINDING
    printed = capsys.readouterr()
    assert "1 statement: no findings" in printed.out
    assert printed.err == ""


def test_an_error_makes_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.txt", "false.md") == FindingsError.exit_code
    printed = capsys.readouterr()
    assert f"line 2  {FALSE} [1]" in printed.out
    assert printed.err == "nutgraf: 1 finding of severity error\n"


def test_the_caller_says_what_is_a_failure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("story.txt", "false.md", "--fail-on", "never") == NOT_A_FINDING
    (tmp_path / "two.md").write_text(f"- {TRUE}\n- {TRUE}\n- {FALSE}\n", encoding="utf-8")
    capsys.readouterr()
    assert run("story.txt", "two.md", "--fail-on", "note") == FindingsError.exit_code
    assert "of severity note or worse" in capsys.readouterr().err


def test_the_json_form_is_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.txt", "false.md", "--format", "json") == FindingsError.exit_code
    report = CheckReport.model_validate_json(capsys.readouterr().out)
    assert [finding.kind for finding in report.findings] == ["number"]
    assert report.article.published is not None


@pytest.mark.parametrize(("name", "is_json"), [("report.json", True), ("report.txt", False)])
def test_the_report_is_written_whole(name: str, *, is_json: bool, tmp_path: Path) -> None:
    assert run("story.txt", "true.md", "-o", name) == NOT_A_FINDING
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith("{") is is_json
    assert not list(tmp_path.glob(".*.part"))


def test_fields_of_a_json_summary_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    summary = {"gist": TRUE, "points": [{"text": FALSE, "note": "Engineers found 99 cracks."}]}
    (tmp_path / "answer.json").write_text(json.dumps(summary), encoding="utf-8")
    code = run("story.txt", "answer.json", "--field", "points[].text", "--format", "json")
    assert code == FindingsError.exit_code
    report = CheckReport.model_validate_json(capsys.readouterr().out)
    assert [statement.field for statement in report.statements] == ["points[0].text"]


def test_one_of_the_two_is_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(FALSE.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run("story.txt", "-") == FindingsError.exit_code
    assert "41" in capsys.readouterr().out
    assert run("-", "-") == BAD_USAGE
    assert "only one of ARTICLE and SUMMARY" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty"), (b"\x00\x01\x02\x03" * 50, "summary.txt")],
    ids=["empty", "binary"],
)
def test_a_summary_that_cannot_be_read_says_which(
    content: bytes, message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "summary.txt").write_bytes(content)
    assert run("story.txt", "summary.txt") == SummaryError.exit_code
    assert message in capsys.readouterr().err


def test_what_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.txt", "nowhere.md") == SummaryError.exit_code
    assert "nowhere.md" in capsys.readouterr().err
    assert run("nowhere.txt", "true.md", "--published", "2026-03-12") == ArticleError.exit_code
    assert "nowhere.txt" in capsys.readouterr().err


def test_it_loads_nothing_that_it_does_not_need() -> None:
    heavy = {"openai", "instructor", "asyncio", "rich.console", "jinja2", "yaml", "numpy"}
    others = {"nutgraf.cli.batch", "nutgraf.cli.eval", "nutgraf.llm", "nutgraf.drafting"}
    code = (
        "import sys; from nutgraf.cli import main\n"
        "try: main(['check', 'story.txt', 'true.md'])\n"
        f"except SystemExit: print({heavy | others} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.endswith("set()\n")


def test_the_schema_of_a_report_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "news", "--face", "check"])
    assert json.loads(capsys.readouterr().out)["title"] == "CheckReport"
