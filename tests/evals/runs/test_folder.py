"""A run folder keeps what came, survives being cut off, and holds one run only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.support.suites import BOTH, a_suite, bad, good

from nutgraf.errors import EvalError
from nutgraf.evals.runs.code import code_digest
from nutgraf.evals.runs.folder import RunFolder
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.evals.scoring import CaseScores, score_outcomes
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import PromptRecord


def manifest(model: str = "small", *, repeats: int = 1, **settings: int) -> Manifest:
    prompt = PromptRecord(name="news", version=1, digest="a" * 64)
    task = TaskRecord(name=model, model=model, prompt=prompt, settings={**settings})
    return Manifest(suite=SuiteRecord.of(a_suite()), task=task, repeats=repeats)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder.begin(tmp_path / "runs" / "first", manifest())


def test_a_run_is_begun_once_and_then_gone_on_with(folder: RunFolder) -> None:
    folder.add(good("ash"))
    again = RunFolder.begin(folder.path, manifest())
    assert again == folder
    assert list(again.outcomes(NewsSummary)) == [("ash", 1)]
    assert RunFolder.open(folder.path).manifest == manifest()


def test_outcomes_come_back_as_they_were(folder: RunFolder) -> None:
    assert folder.outcomes(NewsSummary) == {}
    given = [good("ash"), bad("birch"), good("ash", 2)]
    for outcome in given:
        folder.add(outcome)
    assert list(folder.outcomes(NewsSummary).values()) == given


def test_the_last_outcome_of_a_case_counts(folder: RunFolder) -> None:
    folder.add(bad("ash"))
    folder.add(good("ash"))
    assert folder.outcomes(NewsSummary) == {("ash", 1): good("ash")}


@pytest.mark.parametrize("cut", [1, 40, 900])
def test_a_line_that_was_cut_off_costs_its_own_case_only(folder: RunFolder, cut: int) -> None:
    folder.add(good("ash"))
    folder.add(good("birch"))
    file = folder.path / "outcomes.jsonl"
    file.write_bytes(file.read_bytes()[: -cut - 1])
    folder.add(good("cedar"))
    assert list(folder.outcomes(NewsSummary)) == [("ash", 1), ("cedar", 1)]
    folder.add(good("birch"))
    assert len(folder.outcomes(NewsSummary)) == 3


def test_a_last_line_without_its_end_is_whole(folder: RunFolder) -> None:
    folder.add(good("ash"))
    file = folder.path / "outcomes.jsonl"
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    folder.add(good("birch"))
    assert len(folder.outcomes(NewsSummary)) == 2


def test_a_line_that_was_changed_is_an_error_that_names_it(folder: RunFolder) -> None:
    folder.add(good("ash"))
    with (folder.path / "outcomes.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"case": "birch", "repeat": 0, "digest": "d1"}\n')
    with pytest.raises(EvalError, match=r"outcomes\.jsonl, line 2: repeat: .* greater than"):
        folder.outcomes(NewsSummary)


def test_another_run_is_refused_with_what_differs(folder: RunFolder) -> None:
    with pytest.raises(EvalError) as raised:
        RunFolder.begin(folder.path, manifest("large", repeats=3, max_tokens=9))
    said = str(raised.value)
    assert "repeats: 1 there, 3 now" in said
    assert "task.model: small there, large now" in said
    assert "task.settings.max_tokens: none there, 9 now" in said
    assert "prompt" not in said


def test_of_many_differences_the_first_are_named(folder: RunFolder) -> None:
    many = manifest(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, i=9)
    with pytest.raises(EvalError, match="; and 3 more"):
        RunFolder.begin(folder.path, many)


def test_a_long_value_is_shortened() -> None:
    prompt = PromptRecord(name="news", version=1, digest="b" * 64)
    other = manifest()
    other = other.model_copy(update={"task": other.task.model_copy(update={"prompt": prompt})})
    assert manifest().differences(other) == (
        "task.prompt.digest: aaaaaaaaaaaa… there, bbbbbbbbbbbb… now",
    )


def test_where_the_suite_lay_makes_no_difference() -> None:
    moved = manifest()
    moved = moved.model_copy(update={"suite": moved.suite.model_copy(update={"path": "/there"})})
    assert manifest().differences(moved) == ()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("important", encoding="utf-8")
    with pytest.raises(EvalError, match="is no run folder and not empty"):
        RunFolder.begin(tmp_path, manifest())
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_is_no_run_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"is no run folder: run\.json cannot be read"):
        RunFolder.open(tmp_path)
    (tmp_path / "run.json").write_text('{"format_version": 2}', encoding="utf-8")
    with pytest.raises(EvalError, match=r"run\.json: format_version: .*another version"):
        RunFolder.open(tmp_path)
    (tmp_path / "run.json").write_text("[", encoding="utf-8")
    with pytest.raises(EvalError, match=r"run\.json: it: "):
        RunFolder.open(tmp_path)


def test_scores_are_a_line_each_and_files_are_written_whole(folder: RunFolder) -> None:
    scores = score_outcomes(a_suite(), [good("ash"), bad("birch")], BOTH)
    folder.write_scores(scores)
    folder.write("report.md", "# Report\n")
    lines = (folder.path / "scores.jsonl").read_text(encoding="utf-8").splitlines()
    assert [CaseScores.model_validate_json(line) for line in lines] == list(scores)
    names = sorted(path.name for path in folder.path.iterdir())
    assert names == ["report.md", "run.json", "scores.jsonl"]


def test_the_codes_digest_is_the_same_each_time() -> None:
    assert len(code_digest()) == 64
    code_digest.cache_clear()
    first = code_digest()
    code_digest.cache_clear()
    assert code_digest() == first


def test_the_codes_digest_is_that_of_what_summaries_depend_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.__file__", str(tmp_path / "__init__.py"))

    def digest(**files: str) -> str:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        code_digest.cache_clear()
        return code_digest()

    first = digest(drafting__one="x = 1", report__page="y = 1")
    assert digest(report__page="y = 2", cli__run="z = 1") == first
    assert digest(drafting__one="x = 2") != first
    code_digest.cache_clear()


def test_the_manifest_is_readable_json(folder: RunFolder) -> None:
    content = json.loads((folder.path / "run.json").read_text(encoding="utf-8"))
    assert content["format_version"] == 1
    assert content["suite"]["cases"] == {"ash": "d1", "birch": "d1", "cedar": "d1"}
    assert content["suite"]["digest"] == a_suite().digest
