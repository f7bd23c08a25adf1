"""``nutgraf eval`` as a user meets it: what it prints, what it writes, what it exits with."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from tests.support.articles import bridge_answer
from tests.support.openai_server import Failure, OpenAIServer, answer, refusal
from tests.support.suites import labels, record, write_corpus, write_fixture

from nutgraf.cli import main
from nutgraf.errors import ConfigError, EvalError, FixtureError, RecordingError, RegressionError
from nutgraf.evals.report import Report
from nutgraf.evals.runs.folder import RunFolder
from nutgraf.schema.news import NewsSummary

ANSWER = json.dumps(bridge_answer())
BAD_USAGE = 2


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-key")
    write_fixture(tmp_path / "suite" / "ash")
    write_fixture(tmp_path / "suite" / "birch", labels(desk="traffic"))


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as exited:
        main(["eval", *(str(argument) for argument in arguments)])
    code = exited.value.code
    assert isinstance(code, int)
    return code


def asked(server: OpenAIServer, *more: object) -> int:
    model = ("--model", "small", "--base-url", server.base_url, "--repairs", "0", "--quiet")
    return run("run", "suite", *model, *more)


def report_in(folder: str) -> Report:
    return Report.model_validate_json(Path(folder, "report.json").read_bytes())


def test_without_a_model_the_extractive_drafter_is_scored(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("run", "suite") == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("suite: 2 cases; extractive\n")
    assert "entities.f1" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80
    assert printed.err == "1 of 2\n2 of 2\n"
    assert sorted(path.name for path in Path().iterdir()) == ["suite"]


def test_a_run_is_kept_in_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "-o", "runs/first", "--quiet", "--format", "json") == 0
    printed = capsys.readouterr()
    assert Report.model_validate_json(printed.out) == report_in("runs/first")
    assert printed.err == ""
    assert sorted(path.name for path in Path("runs/first").iterdir()) == [
        "outcomes.jsonl",
        "report.json",
        "report.md",
        "run.json",
        "scores.jsonl",
    ]
    markdown = Path("runs/first/report.md").read_text(encoding="utf-8")
    assert markdown.startswith("# suite: 2 cases; extractive\n")
    assert run("score", "runs/first", "--format", "markdown") == 0
    assert capsys.readouterr().out == markdown


def test_cases_are_chosen_and_grouped_by_their_tags(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "--only", "desk=traffic", "--quiet") == 0
    assert capsys.readouterr().out.startswith("suite (desk=traffic): 1 case; extractive\n")
    both = ("--only", "id=ash", "--only", "id=birch", "--by", "desk", "--worst", "1")
    assert run("run", "suite", *both, "--quiet") == 0
    printed = capsys.readouterr().out
    assert "By desk" in printed
    assert "Lowest first" in printed
    assert run("run", "suite", "--only", "desk=sport") == EvalError.exit_code
    assert "no case has desk=sport; there are local; traffic" in capsys.readouterr().err
    assert run("run", "suite", "--only", "sport") == BAD_USAGE
    assert "expected KEY=VALUE, such as genre=news" in capsys.readouterr().err


def test_a_corpus_is_scored_by_what_it_has_labels_for(capsys: pytest.CaptureFixture[str]) -> None:
    path = write_corpus(Path("gum/data.jsonl"), record(), record(id="doc-2", genre="voyage"))
    assert run("run", path, "--only", "genre=news", "--quiet", "--format", "json") == 0
    report = Report.model_validate_json(capsys.readouterr().out)
    assert [case.case for case in report.cases] == ["doc-1"]
    assert report.metric("entities.recall").mean.cases == 1
    assert report.metric("facts.recall").mean.value is None


def test_a_model_is_asked_and_what_it_took_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with OpenAIServer(answer(ANSWER)) as server:
        assert asked(server, "--repeats", "2", "--out", "run") == 0
    assert len(server.requests) == 4
    printed = capsys.readouterr().out
    assert printed.startswith("suite: 2 cases, 2 times each; small, prompt news@v1\n")
    assert "4 outcomes: 4 requests" in printed
    task = RunFolder.open("run").manifest.task
    assert task.settings["temperature"] == 0
    assert str(task.settings["server"]).startswith("127.0.0.1:")
    assert "secret" not in Path("run/run.json").read_text(encoding="utf-8")


def test_answers_that_cost_something_are_kept_without_being_asked_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with OpenAIServer(answer(ANSWER)) as server:
        assert asked(server) == 0
        [folder] = Path("eval-runs").iterdir()
        assert re.fullmatch(r"suite-small-[0-9a-f]{8}", folder.name)
        assert str(folder) in capsys.readouterr().err
        assert asked(server) == 0
        assert len(server.requests) == 2
        assert asked(server, "--temperature", "1") == 0
    assert len(list(Path("eval-runs").iterdir())) == 2


def test_a_case_that_fails_counts_as_nothing_and_is_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with OpenAIServer(answer(ANSWER), refusal("No.")) as server:
        assert asked(server, "--out", "run", "--concurrency", "1") == 0
    report = report_in("run")
    assert [(one.case, one.kind) for one in report.failures] == [("birch", "RefusalError")]
    values = [case.values["entities.f1"] for case in report.cases]
    assert values == [pytest.approx(1.0), 0.0]
    assert "Failed: 1 case" in capsys.readouterr().out


def test_a_run_of_another_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "--out", "run", "--quiet") == 0
    assert run("run", "suite", "--out", "run", "--repeats", "2") == EvalError.exit_code
    assert "holds another run (repeats: 1 there, 2 now)" in capsys.readouterr().err


def test_a_recording_gives_the_same_run_without_a_server(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with OpenAIServer(answer(ANSWER)) as server:
        assert asked(server, "--record", "answers.jsonl", "--out", "live") == 0
    replay = ("--replay", "answers.jsonl", "--repairs", "0", "--quiet")
    assert run("run", "suite", *replay, "--out", "replayed") == 0
    live, replayed = (
        RunFolder.open(name).outcomes(NewsSummary)["ash", 1] for name in ("live", "replayed")
    )
    assert live.result is not None
    assert replayed.result is not None
    assert live.result.summary == replayed.result.summary
    assert "replay" in RunFolder.open("replayed").manifest.task.settings


def test_a_stale_recording_is_a_failure_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with OpenAIServer(answer(ANSWER)) as server:
        assert asked(server, "--record", "answers.jsonl") == 0
    replay = ("--replay", "answers.jsonl", "--temperature", "0.5", "--quiet")
    assert run("run", "suite", *replay) == RecordingError.exit_code
    said = capsys.readouterr().err
    assert "case ash: answers.jsonl has no answer" in said
    assert "record again" in said


def test_a_gate_holds_scores_to_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    only = ("--metric", "quotes.precision", "--metric", "entities.f1")
    assert run("run", "suite", "--quiet", "--write-baseline", "base.json", *only) == 0
    assert "2 metrics are the baseline base.json" in capsys.readouterr().err
    assert run("run", "suite", "--quiet", "--out", "run", "--gate", "base.json") == 0
    assert "pass" in capsys.readouterr().err
    baseline = json.loads(Path("base.json").read_text(encoding="utf-8"))
    assert baseline["exact"] is True
    baseline["metrics"]["quotes.precision"]["floor"] = 1.0
    Path("base.json").write_text(json.dumps(baseline), encoding="utf-8")
    assert run("score", "run", "--gate", "base.json") == RegressionError.exit_code
    assert "quotes.precision" in capsys.readouterr().err.splitlines()[-1]


def test_a_baseline_is_lowered_only_if_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    first = ("--metric", "facts.recall", "--metric", "entities.f1", "--quiet")
    assert run("run", "suite", "--write-baseline", "base.json", *first) == 0
    fewer = ("run", "suite", "--write-baseline", "base.json", "--metric", "entities.f1", "--quiet")
    assert run(*fewer) == EvalError.exit_code
    assert "facts.recall is no longer gated" in capsys.readouterr().err
    assert run(*fewer, "--allow-lower") == 0


def test_a_baseline_is_of_all_shares_that_apply(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "--quiet", "--write-baseline", "base.json") == 0
    gated = json.loads(Path("base.json").read_text(encoding="utf-8"))["metrics"]
    assert "entities.f1" in gated
    assert "dates.resolved" not in gated  # nobody labelled dates
    assert "seconds" not in gated
    capsys.readouterr()
    assert run("run", "suite", "--write-baseline", "b", "--metric", "x") == EvalError.exit_code
    assert "there is no metric 'x'" in capsys.readouterr().err


def test_a_baseline_of_a_live_model_is_no_exact_one() -> None:
    with OpenAIServer(answer(ANSWER)) as server:
        few = asked(server, "--write-baseline", "base.json", "--metric", "entities.f1")
    assert few == EvalError.exit_code  # two cases can show nothing
    assert not Path("base.json").exists()


def test_stored_outcomes_are_scored_only_with_the_labels_of_their_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("run", "suite", "--out", "run", "--quiet") == 0
    Path("suite").rename("moved")
    assert run("score", "run") == FixtureError.exit_code
    assert run("score", "run", "--suite", "moved", "--by", "desk", "--worst", "1") == 0
    assert "Lowest first" in capsys.readouterr().out
    write_fixture(Path("moved/ash"), labels(desk="sport"))
    assert run("score", "run", "--suite", "moved") == EvalError.exit_code
    assert "not what they were when they were asked: ash;" in capsys.readouterr().err


def test_a_case_is_shown_with_what_was_expected(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "--out", "run", "--quiet", "--repeats", "2") == 0
    capsys.readouterr()
    assert run("show", "run", "--case", "birch", "--repeat", "2") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("birch, time 2 (desk traffic, form news, language en)")
    assert "- must  The bridge in Arden was" in printed
    assert "entities.f1" in printed
    assert run("show", "run", "--case", "elm") == EvalError.exit_code
    assert "has no case 'elm'; there are ash, birch" in capsys.readouterr().err
    assert run("show", "run", "--case", "ash", "--repeat", "3") == EvalError.exit_code
    assert "'ash' was asked 2 times, not 3" in capsys.readouterr().err


def test_what_is_no_run_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (("score", "suite"), ("show", "suite", "--case", "ash")):
        assert run(*command) == EvalError.exit_code
        assert "is no run folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "A a, B b"), ("markdown", "# A a, B b"), ("json", "{")]
)
def test_two_runs_are_compared(form: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "suite", "--out", "a", "--quiet") == 0
    with OpenAIServer(answer(ANSWER)) as server:
        assert asked(server, "--out", "b") == 0
    capsys.readouterr()
    assert run("compare", "a", "b", "--metric", "entities.f1", "--format", form) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(begins)
    assert "entities.f1" in printed
    assert "facts.recall" not in printed
    assert run("compare", "a", "b", "--suite", "suite", "--metric", "x") == EvalError.exit_code


def test_linting_tells_all_faults_and_exits_with_their_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("lint", "suite") == 0
    assert capsys.readouterr().out == "2 fixtures, no faults\n"
    write_fixture(Path("suite/ash"), labels(title="Another"))
    assert run("lint", "suite") == FixtureError.exit_code
    printed = capsys.readouterr()
    assert printed.out.startswith("ash/labels.yaml: title: the file is read as 'Arden closes")
    assert printed.err == "nutgraf: 1 fault in 2 fixtures\n"
    write_fixture(Path("suite/ash"), labels(title="Another", published=None))
    assert run("lint", "suite") == FixtureError.exit_code
    assert capsys.readouterr().err == "nutgraf: 2 faults in 2 fixtures\n"


def test_the_schema_for_editors_is_written_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_fixture(Path("one/ash"))
    assert run("lint", "one", "--write-schema") == 0
    printed = capsys.readouterr()
    assert printed.err == "written: one/labels.schema.json\n"
    assert printed.out == "1 fixture, no faults\n"
    schema: dict[str, Any] = json.loads(Path("one/labels.schema.json").read_text(encoding="utf-8"))
    assert "key_facts" in schema["properties"]


def test_a_run_that_is_interrupted_keeps_what_is_done_and_goes_on() -> None:
    with OpenAIServer(answer(ANSWER), Failure.HANG) as server:
        command = (sys.executable, "-m", "nutgraf", "eval", "run", "suite", "--model", "small")
        how = ("--base-url", server.base_url, "--repairs", "0", "--concurrency", "1", "-o", "run")
        process = subprocess.Popen(
            [*command, *how],
            stderr=subprocess.PIPE,
            text=True,
            # A job that a shell starts in the background ignores Ctrl-C, and so would its children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads
        )
        kept = Path("run/outcomes.jsonl")
        deadline = time.monotonic() + 60
        while not kept.exists() or len(server.requests) < 2:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "what is done is kept in run; the same command goes on" in said
    assert kept.read_bytes().count(b"\n") == 1


def test_without_a_folder_nothing_is_kept_of_what_is_interrupted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(work: Coroutine[Any, Any, object]) -> None:
        work.close()
        raise KeyboardInterrupt

    monkeypatch.setattr("asyncio.run", interrupted)
    assert run("run", "suite", "--quiet") == 130
    assert "nothing is kept without --out" in capsys.readouterr().err


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from nutgraf.cli import nutgraf\n"
        "for command in ('run', 'score', 'show', 'compare', 'lint'):\n"
        "    assert CliRunner().invoke(nutgraf, ['eval', command, '--help']).exit_code == 0\n"
        "heavy = {'numpy', 'scipy', 'pydantic', 'openai', 'rich', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_without_the_extra_it_is_said_what_to_install() -> None:
    code = (
        "import sys\n"
        "sys.modules |= dict.fromkeys(['numpy', 'scipy', 'rouge_score_rs'])\n"
        "from nutgraf.cli import main\n"
        "main(['eval', 'run', 'suite'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.returncode == ConfigError.exit_code
    assert "pip install 'nutgraf[evals]'" in done.stderr
