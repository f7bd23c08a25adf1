from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary, ScriptedClient, Settings, Summarizer
from nutgraf.cli import main
from nutgraf.reading import read
from nutgraf.schema.check_report import CheckReport, report_schema

TRUE = "Engineers found 14 cracks in the Kell Street bridge."
FALSE = "Engineers found 41 cracks in the Kell Street bridge."
UNSAID = "Penguins breed on glaciers near Antarctica."


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, without settings from outside."""
    for name in ("NUTGRAF_MODEL", "NUTGRAF_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(f"Date: 2026-03-12\n\n{BRIDGE.text}", encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as exited:
        main(["check", *map(str, arguments)])
    code = exited.value.code
    assert isinstance(code, int)
    return code


def written(text: str, name: str = "summary.txt") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def fits(value: Any, schema: Any, root: Any) -> bool:  # Any: JSON
    """Tell whether a value fits those parts of JSON Schema that say what keys and types there are.

    Raises:
        AssertionError: The schema says something that is not looked at here.
    """
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        return any(fits(value, one, root) for one in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kind = schema["type"]
    if kind == "object":
        known = schema.get("properties", {})
        rest = schema.get("additionalProperties", True)
        return (
            isinstance(value, dict)
            and value.keys() >= set(schema.get("required", ()))
            and all(
                fits(item, known[key], root)
                if key in known
                else isinstance(rest, dict) and fits(item, rest, root)
                for key, item in value.items()
            )
        )
    if kind == "array":
        return isinstance(value, list) and all(fits(one, schema["items"], root) for one in value)
    types = {"string": str, "integer": int, "number": (int, float), "null": type(None)}
    return isinstance(value, types[kind])


def test_a_summary_without_a_fault_ends_well(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(story, written(TRUE)) == 0
    printed = capsys.readouterr()
    assert f"line 1  {TRUE} [1]" in printed.out
    assert "1 statement: no findings" in printed.out
    assert printed.err == ""


def test_markdown_is_checked_by_line(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, written(f"# Shut\n\n- {TRUE}\n- {FALSE} [2]\n", "summary.md")) == 13
    printed = capsys.readouterr()
    assert f"line 4  {FALSE} [1]" in printed.out
    assert "summary.md, read as markdown" in printed.out
    assert printed.err == "nutgraf: 1 finding of severity error\n"


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (FALSE, "error", 13),
        (FALSE, "warning", 13),
        (FALSE, "note", 13),
        (FALSE, "never", 0),
        (UNSAID, "error", 0),
        (UNSAID, "warning", 13),
        (UNSAID, "never", 0),
        (TRUE, "note", 0),
    ],
)
def test_the_exit_code_follows_the_gravest_finding(
    story: Path, text: str, fail_on: str, code: int
) -> None:
    assert run(story, written(text), "--fail-on", fail_on) == code


def test_several_findings_are_counted(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{FALSE} Repairs would cost $7 million."
    assert run(story, written(text), "--fail-on", "warning") == 13
    assert capsys.readouterr().err == "nutgraf: 2 findings of severity warning or worse\n"


def test_fields_of_json_are_named_or_told(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = {"gist": TRUE, "points": [{"text": FALSE}], "city": "Arden"}
    path = written(json.dumps(answer), "answer.json")
    assert run(story, path) == 13
    assert "texts of gist, points[].text (no field was named" in capsys.readouterr().out
    assert run(story, path, "--field", "gist") == 0
    assert "texts of gist (as named)" in capsys.readouterr().out
    assert run(story, path, "--field", "gist", "--field", "points[].text") == 13
    capsys.readouterr()
    assert run(story, path, "--field", "lead") == 3
    assert "its texts: gist, points[].text, city" in capsys.readouterr().err


def test_a_result_file_is_checked_against_its_own_article_only(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = ScriptedClient([json.dumps(bridge_answer())])
    summarizer = Summarizer(NewsSummary, settings=Settings(repairs=0), client=client)
    summarizer.summarize(read(story)).save(tmp_path / "out.json")
    assert run(story, "out.json", "--fail-on", "warning") == 0
    assert "out.json, read as result" in capsys.readouterr().out
    assert run(story, "out.json", "--published", "2020-01-02") == 15
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "not this article (different: the day of publication)" in printed.err


def test_either_may_be_standard_input_but_not_both(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, FALSE.encode())
    assert run(story, "-") == 13
    assert "-, read as text" in capsys.readouterr().out
    type_in(monkeypatch, BRIDGE.text.encode())
    assert run("-", written(TRUE)) == 0
    capsys.readouterr()
    assert run("-", "-") == 2
    assert "only one of ARTICLE and SUMMARY" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b"Key points\n", "no statement"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "no text that can be read"),
        (b"caf\xc3", None),
        (b"a " * 600_000, "larger than 1,000,000 bytes"),
    ],
)
def test_a_summary_that_cannot_be_read_has_its_exit_code_and_one_line(
    story: Path, data: bytes, says: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("given.txt").write_bytes(data)
    code = run(story, "given.txt")
    printed = capsys.readouterr()
    if says is None:  # bytes of another encoding are read as that, and are checked
        assert code in {0, 15}
        return
    assert code == 15
    assert printed.out == ""
    assert printed.err.startswith("nutgraf: given.txt: ")
    assert says in printed.err
    assert printed.err.count("\n") == 1


def test_missing_files_have_the_exit_code_of_what_they_are(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(story, "none.txt") == 15
    assert run("none.txt", written(TRUE)) == 4
    assert run(story, written("%PDF", "given.pdf")) == 15
    assert "--summary-format" in capsys.readouterr().err


def test_the_form_of_a_summary_can_be_stated(story: Path) -> None:
    assert run(story, written(TRUE, "given.html")) == 15
    assert run(story, "given.html", "--summary-format", "text") == 0
    assert run(story, "given.html", "--summary-format", "json") == 15
    assert run(story, "given.html", "--summary-format", "result") == 6


def test_the_json_form_is_the_report_and_fits_its_schema(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(f"Summary\n\n{TRUE} {FALSE} {UNSAID}")
    assert run(story, path, "--format", "json") == 13
    printed = capsys.readouterr().out
    report = CheckReport.model_validate_json(printed)
    assert report.at_least("warning") == 2
    value, schema = json.loads(printed), report_schema()
    assert fits(value, schema, schema)
    value["statements"][0]["place"]["line"] = "one"
    assert not fits(value, schema, schema)


def test_the_report_is_written_to_a_file_by_its_name(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(FALSE)
    assert run(story, path, "-o", "report.json") == 13
    report = CheckReport.model_validate_json(Path("report.json").read_bytes())
    assert report.counts.by_kind == {"number": 1}
    assert run(story, path, "-o", "report.txt") == 13
    assert "1 statement: 1 error" in Path("report.txt").read_text(encoding="utf-8")
    assert run(story, path, "-o", "report.txt", "--format", "json") == 13
    assert CheckReport.model_validate_json(Path("report.txt").read_bytes()) == report
    assert capsys.readouterr().out == ""
    assert list(Path().glob(".*.part")) == []


def test_options_of_the_article_are_those_of_summarize(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"id": name, "text": f"{name} won the race. It rained."} for name in ("Ann", "Bo")]
    path = written("\n".join(map(json.dumps, lines)), "stories.jsonl")
    summary = written("Bo won the race.")
    assert run(path, summary, "--id", "Bo", "--title", "Race", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["article"]["title"] == "Race"
    assert run(path, summary, "--id", "Bo", "--max-bytes", "5") == 4


def test_nothing_of_a_summary_acts_in_a_terminal(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = f"{FALSE[:-1]} \x1b[2J\x07\u202e[bold]x[/bold]\x9b1m."
    run(story, written(hostile))
    run(story, written(json.dumps({"a\x1b[2J": hostile}), "a.json"), "--field", "b\x1b[2J")
    run(story, "a.json")
    printed = capsys.readouterr()
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(printed.out + printed.err)
    assert "41 cracks" in printed.out


def test_the_command_loads_no_client_of_a_model(story: Path) -> None:
    path = written(TRUE)
    code = (
        "import sys\n"
        "from nutgraf.cli import main\n"
        "try:\n"
        f"    main(['check', {str(story)!r}, {str(path)!r}, '-o', 'out.txt'])\n"
        "except SystemExit as exited:\n"
        "    print(exited.code, sorted({'openai', 'instructor', 'httpx'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "0 []\n"
