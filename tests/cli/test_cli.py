from __future__ import annotations

import io
import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.articles import BRIDGE, bridge_answer
from tests.support.openai_server import Failure, OpenAIServer, answer, refusal, status

from nutgraf.cli import main
from nutgraf.errors import NutgrafError
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import load_result

ROOT = Path(__file__).parents[2]
FERRY = str(ROOT / "evals" / "articles" / "harbour-ferry.txt")
KEY = "sk-very-secret-key"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, without settings from outside."""
    for name in ("NUTGRAF_MODEL", "NUTGRAF_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as exited:
        main([str(argument) for argument in arguments])
    code = exited.value.code
    assert isinstance(code, int)
    return code


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(f"Date: 2026-03-12\n\n{BRIDGE.text}", encoding="utf-8")
    return path


def test_the_first_command_of_the_readme_needs_no_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("summarize", FERRY) == 0
    printed = capsys.readouterr()
    assert "Key points" in printed.out
    assert printed.err.count("\n") == 1
    assert "--model openai/NAME" in printed.err


def test_asking_for_no_model_by_name_needs_no_hint(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", story, "--model", "extractive") == 0
    assert capsys.readouterr().err == ""


def test_the_json_form_is_the_result_file(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", story, "--format", "json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["format_version"] == 1
    assert run("summarize", story, "-o", tmp_path / "out.json") == 0
    saved = load_result(tmp_path / "out.json", NewsSummary)
    assert saved.article.published == BRIDGE.published
    assert list(tmp_path.glob(".*.part")) == []


def test_the_form_follows_the_name_of_the_output(story: Path, tmp_path: Path) -> None:
    assert run("summarize", story, "-o", tmp_path / "out.md") == 0
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# ")
    assert run("summarize", story, "-o", tmp_path / "out.txt") == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("Headline")


def test_options_go_before_what_the_file_says(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", story, "--published", "2020-01-02", "--title", "Mine") == 0
    assert "published 2020-01-02" in capsys.readouterr().out


def test_one_line_of_a_json_lines_file_is_picked_by_its_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stories.jsonl"
    lines = [{"id": name, "text": f"{name} won the race. It rained."} for name in ("Ann", "Bo")]
    path.write_text("\n".join(map(json.dumps, lines)))
    assert run("summarize", path, "--id", "Bo") == 0
    assert "Bo won" in capsys.readouterr().out
    assert run("summarize", path) == 4


def test_a_model_behind_a_base_url_answers(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with OpenAIServer(answer(json.dumps(bridge_answer()))) as server:
        assert run("summarize", story, "--model", "m", "--base-url", server.base_url) == 0
    printed = capsys.readouterr()
    assert "Arden shuts the Kell Street bridge" in printed.out
    assert printed.err == ""


def test_a_run_is_recorded_and_replayed(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = tmp_path / "answers.jsonl"
    with OpenAIServer(answer(json.dumps(bridge_answer()))) as server:
        asked = ["--model", "m", "--base-url", server.base_url, "--record", recording]
        assert run("summarize", story, *asked) == 0
    first = capsys.readouterr().out
    assert run("summarize", story, "--replay", recording) == 0
    assert capsys.readouterr().out == first
    assert run("summarize", FERRY, "--replay", recording) == 12


@pytest.mark.parametrize(
    ("behaviour", "code", "says"),
    [
        (status(401), 7, "key"),
        (status(404), 7, "127.0.0.1"),
        (refusal("I cannot"), 11, "refused"),
        (answer('{"headline": 7}'), 9, "headline"),
        (answer("{", finish_reason="length"), 10, "--max-tokens"),
    ],
)
def test_each_failure_of_a_model_has_its_exit_code_and_one_line(
    behaviour: Any,
    code: int,
    says: str,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with OpenAIServer(behaviour) as server:
        assert run("summarize", story, "--model", "m", "--base-url", server.base_url) == code
    said = capsys.readouterr().err
    assert said.startswith("nutgraf: ")
    assert said.count("\n") == 1
    assert says in said
    assert KEY not in said
    assert "cracks" not in said


def test_a_model_that_is_down_has_an_exit_code_of_its_own(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def no_wait(_: float) -> None:
        """Wait for nothing."""

    monkeypatch.setattr("nutgraf.llm.retry.asyncio.sleep", no_wait)
    with OpenAIServer(Failure.DROP) as server:
        asked = ["--model", "m", "--base-url", server.base_url, "--timeout", "5"]
        assert run("summarize", story, *asked) == 8
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["summarize", "none.txt"], 4, "none.txt"),
        (["summarize", "."], 4, "folder"),
        (["summarize"], 2, "Missing argument"),
        (["summarize", FERRY, "--colour"], 2, "No such option"),
        (["summarize", FERRY, "--format", "pdf"], 2, "pdf"),
        (["summarize", FERRY, "--published", "soon"], 2, "soon"),
        (["summarize", FERRY, "--max-bytes", "10"], 4, "--max-bytes"),
        (["summarize", FERRY, "--max-bytes", "0"], 3, "max_bytes"),
        (["summarize", FERRY, "--input-format", "json"], 4, "harbour-ferry.txt"),
        (["summarize", FERRY, "--timeout", "-1"], 3, "timeout"),
        (["summarize", FERRY, "--model", "openai/some"], 3, "OPENAI_API_KEY"),
        (["summarize", FERRY, "--model", "m", "--prompt", "none"], 3, "OPENAI_API_KEY"),
        (["summarize", FERRY, "--schema", "none"], 6, "no schema 'none'"),
        (["summarize", FERRY, "--schema", "nutgraf.schema:Nothing"], 6, "pydantic model"),
        (["summarize", FERRY, "--replay", "none.jsonl"], 12, "none.jsonl"),
        (["summarize", FERRY, "-o", "no/such/folder/out.json"], 1, "out.json"),
        (["prompts", "show", "none"], 5, "no prompt 'none'"),
        (["prompts", "check", "none.prompty"], 5, "none.prompty"),
        (["schema", "none"], 6, "no schema 'none'"),
    ],
)
def test_bad_input_gets_a_message_and_an_exit_code(
    arguments: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said


def test_errors_with_a_code_of_their_own_have_different_ones() -> None:
    def kinds(base: type[NutgrafError]) -> list[type[NutgrafError]]:
        return [base, *(k for child in base.__subclasses__() for k in kinds(child))]

    codes = {kind: kind.exit_code for kind in kinds(NutgrafError) if "exit_code" in vars(kind)}
    assert len(set(codes.values())) == len(codes)
    assert not {0, 2, 130} & set(codes.values())


def test_a_fault_of_our_own_shows_neither_traceback_nor_text(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError(BRIDGE.text)

    monkeypatch.setattr("nutgraf.summarizer.ground", broken)
    assert run("summarize", story) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "cracks" not in said


def test_an_interrupt_ends_quietly(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("nutgraf.summarizer.ground", interrupted)
    assert run("summarize", story) == 130
    assert capsys.readouterr().err.endswith("nutgraf: interrupted\n")


def test_prompts_are_listed_shown_and_checked(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("prompts", "list") == 0
    assert "news@v1" in capsys.readouterr().out
    assert run("prompts", "show", "news@v1") == 0
    source = (ROOT / "prompts" / "news" / "v1.prompty").read_text(encoding="utf-8")
    assert capsys.readouterr().out == source
    assert run("prompts", "show", "news", "--article", story) == 0
    shown = capsys.readouterr().out
    assert "[1] The Kell Street bridge" in shown
    assert '"key_points"' in shown
    (story.parent / "mine.prompty").write_text(source.replace("schema: news", "schema: sports"))
    assert run("prompts", "check", "./mine.prompty") == 5
    assert "no schema 'sports'" in capsys.readouterr().err
    assert run("prompts", "check", "news") == 0
    assert run("prompts", "check") == 0
    assert "news@v1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "holds"), [(["schema"], "provenance"), (["schema", "--face", "wire"], "gist")]
)
def test_both_faces_of_a_schema_are_printed(
    arguments: list[str], holds: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 0
    assert holds in json.loads(capsys.readouterr().out)["properties"]


def test_standard_input_is_read_and_a_closed_pipe_is_no_fault() -> None:
    command = f"{sys.executable} -m nutgraf summarize - --format json | head -c 20"
    done = subprocess.run(
        ["bash", "-c", command], input=BRIDGE.text.encode(), capture_output=True, check=True
    )
    assert done.stdout == b'{\n  "format_version"'
    assert b"Traceback" not in done.stderr


def test_help_loads_neither_a_model_library_nor_a_reader() -> None:
    code = (
        "import sys\n"
        "from nutgraf.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'openai', 'instructor', 'trafilatura', 'pydantic', 'rich', 'jinja2', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_ends_it_quietly(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("nutgraf.summarizer.ground", gone)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert run("summarize", story) == 141
    sys.stdout.close()


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["nutgraf", "--version"])
    with pytest.raises(SystemExit) as exited:
        runpy.run_module("nutgraf", run_name="__main__")
    assert exited.value.code == 0
