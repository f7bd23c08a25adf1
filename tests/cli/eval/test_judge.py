"""``nutgraf eval judge``, ``calibrate`` and ``agreement``, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.support.openai_server import Behaviour, OpenAIServer, Received, answer

from nutgraf.cli import nutgraf
from nutgraf.errors import NutgrafError
from nutgraf.evals.judging.calibration import Calibration
from nutgraf.evals.statistics.prevalence import Share

EVALS = Path(__file__).parents[3] / "evals"
CASE = "council-budget"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(nutgraf, ["eval", *map(str, arguments)])


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Return a suite of one labelled article."""
    folder = tmp_path / "suite" / CASE
    folder.mkdir(parents=True)
    for file in (EVALS / "fixtures" / CASE).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder.parent


def said(value: bool) -> str:
    return json.dumps({"differs": None, "said": value})


def test_a_judge_is_calibrated_on_labels_and_used_on_a_run(suite: Path, tmp_path: Path) -> None:
    run, kept = tmp_path / "run", tmp_path / "calibration.json"
    recorded = tmp_path / "judge.jsonl"
    assert call("run", suite, "--out", run, "--quiet").exit_code == 0
    with OpenAIServer(answer(said(True))) as server:
        who = ("--model", "m", "--base-url", server.base_url, "--record", recorded)
        calibrated = call("calibrate", suite, "--sample", 6, "-o", kept, *who)
        judged = call("judge", run, "--calibration", kept, *who)
    assert calibrated.exit_code == judged.exit_code == 0, calibrated.output + judged.output
    found = Calibration.model_validate_json(kept.read_bytes())
    assert (found.trial.sensitivity.part, found.trial.sensitivity.whole) == (3, 3)
    assert (found.trial.specificity.part, found.trial.specificity.whole) == (0, 3)
    assert "no better than guessing" in calibrated.output
    lines = [json.loads(line) for line in (run / "judgements.jsonl").read_text().splitlines()]
    assert {line["judgement"]["kind"] for line in lines} == {"support", "coverage"}
    assert {line["case"] for line in lines} == {CASE}
    assert "statements said by what they cite" in judged.output
    replayed = call("judge", run, "--replay", recorded, "--format", "json")
    rates = [json.loads(line) for line in replayed.stdout.splitlines()]
    assert [rate["reported"]["value"] for rate in rates] == [1.0, 1.0]


def test_judged_summaries_calibrate_too(tmp_path: Path) -> None:
    document = {
        "id": "d",
        "text": "The port had no berth.",
        "judgements": [
            {"summary": "The port had no berth.", "consistent": True},
            {"summary": "The port had a berth.", "consistent": False},
        ],
    }
    data = tmp_path / "summaries.jsonl"
    data.write_text(json.dumps(document), encoding="utf-8")
    with OpenAIServer(answer(said(False))) as server:
        who = ("--model", "m", "--base-url", server.base_url)
        found = call("calibrate", "--summaries", data, "--format", "json", *who)
    calibration = Calibration.model_validate_json(found.stdout)
    assert (calibration.source, calibration.agreement.value) == ("summaries.jsonl", 0.5)


def test_readers_calibrate_coverage_and_each_kind_corrects_its_own(
    suite: Path, tmp_path: Path
) -> None:
    run, kept = tmp_path / "run", tmp_path / "coverage.json"
    told = tmp_path / "told.jsonl"
    statement = {"text": "The council passed a budget.", "cited": [1]}
    line = {"reader": "a", "case": CASE, "drafter": "d", "statements": [statement]}
    told.write_text(json.dumps(line | {"told": {"vote": "all", "libraries": "none"}}))
    assert call("run", suite, "--out", run, "--quiet").exit_code == 0

    def says(received: Received) -> Behaviour:
        return answer(said("21 votes to 20" in received.messages[-1]["content"]))

    with OpenAIServer(says) as server:
        who = ("--model", "m", "--base-url", server.base_url)
        found = call("calibrate", suite, "--told", told, "-o", kept, *who)
        judged = call("judge", run, "--calibration", kept, "--format", "json", *who)
        twice = failure("judge", run, "--calibration", kept, "--calibration", kept, *who)
    assert found.exit_code == judged.exit_code == 0, found.output + judged.output
    assert Calibration.model_validate_json(kept.read_bytes()).kind == "coverage"
    rates = [json.loads(line) for line in judged.stdout.splitlines()]
    assert {one["kind"]: one["corrected"] is not None for one in rates} == {
        "support": False,
        "coverage": True,
    }
    assert "second calibration for coverage" in str(twice)


@pytest.mark.parametrize(
    ("questions", "sensitivity", "specificity"),
    [((), 6, 9), (("--told", EVALS / "second_pass" / "told.jsonl"), 4, 12)],
)
def test_a_small_model_as_judge_is_what_the_readme_says(
    questions: tuple[object, ...], sensitivity: int, specificity: int
) -> None:
    recorded = EVALS / "recordings" / "judge" / "qwen2.5-coder-1.5b.jsonl"
    asked = (EVALS / "fixtures", *questions, "--sample", 24, "--replay", recorded)
    found = call("calibrate", *asked, "--format", "json")
    trial = Calibration.model_validate_json(found.stdout).trial
    assert trial.sensitivity == Share(part=sensitivity, whole=12)
    assert trial.specificity == Share(part=specificity, whole=12)


def test_two_calibrations_at_once_are_refused(suite: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.touch()
    where = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    error = failure("calibrate", suite, "--told", file, "--summaries", file, *where)
    assert "give one of them" in str(error)


def failure(*arguments: object) -> NutgrafError:
    error = call(*arguments).exception
    assert isinstance(error, NutgrafError)
    return error


def test_without_a_model_there_is_no_judge(suite: Path) -> None:
    assert "a judge is a model" in str(failure("calibrate", suite))


def test_a_calibration_of_another_judge_is_refused(suite: Path, tmp_path: Path) -> None:
    run, kept = tmp_path / "run", tmp_path / "calibration.json"
    call("run", suite, "--out", run, "--quiet")
    with OpenAIServer(answer(said(True))) as server:
        where = ("--base-url", server.base_url)
        call("calibrate", suite, "--sample", 2, "-o", kept, "--model", "one", *where)
        other = failure("judge", run, "--calibration", kept, "--model", "two", *where)
    assert "is the calibration of one" in str(other)


@pytest.mark.parametrize(("content", "told"), [(None, "cannot be read"), ("{}", "no calibration")])
def test_a_calibration_that_is_none_is_told(
    suite: Path, tmp_path: Path, content: str | None, told: str
) -> None:
    kept = tmp_path / "calibration.json"
    if content is not None:
        kept.write_text(content)
    where = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert told in str(failure("judge", tmp_path, "--calibration", kept, *where))


def test_a_suite_without_key_facts_cannot_calibrate(tmp_path: Path) -> None:
    data = tmp_path / "corpus.jsonl"
    summary = {"text": "The port had no berth.", "human": True}
    document = {
        "id": "d",
        "genre": "news",
        "text": "The port had no berth.",
        "summaries": [summary],
    }
    data.write_text(json.dumps(document), encoding="utf-8")
    where = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert "no case has key facts" in str(failure("calibrate", data, *where))


def test_two_labellings_are_compared() -> None:
    shown = call("agreement", EVALS / "fixtures", EVALS / "second_pass")
    assert shown.exit_code == 0, shown.output
    assert max(map(len, shown.output.splitlines())) <= 80
    for part in (
        "Labelled by both",
        "facts: must",
        "kappa",
        "true or false",
        "kappa of two readers",
    ):
        assert part in shown.output
    as_json = call("agreement", EVALS / "fixtures", EVALS / "second_pass", "--format", "json")
    assert {one["field"] for one in json.loads(as_json.stdout)["fields"]} >= {
        "facts",
        "events",
        "quotes",
    }


def test_without_judgements_only_the_labels_are_compared(suite: Path) -> None:
    shown = call("agreement", suite, suite)
    assert shown.exit_code == 0, shown.output
    assert "Labelled by both" in shown.output
    assert "judged" not in shown.output
    as_json = call("agreement", suite, suite, "--format", "json")
    assert json.loads(as_json.stdout)["told"] is None
