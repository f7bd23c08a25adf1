"""What is accepted stays: the drafters are held to their baselines on all labelled articles.

If one of these fails after a change that was meant, ``evals/README.md`` says how to record what is
missing and to write the baseline anew.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from nutgraf.cli import nutgraf
from nutgraf.errors import RecordingError
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.llm.recording import Recording

EVALS = Path(__file__).parents[2] / "evals"
MODEL = "qwen2.5-coder-1.5b"
RECORDING = EVALS / "recordings" / f"{MODEL}.jsonl"
FIXTURES = EVALS / "fixtures"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(
        nutgraf, ["eval", "run", str(FIXTURES), "--quiet", *map(str, arguments)]
    )


def test_the_extractive_drafter_is_no_worse_than_accepted() -> None:
    held = run("--gate", EVALS / "baselines" / "extractive.json")
    assert held.exit_code == 0, held.exception or held.output


def test_a_real_models_answers_give_what_was_accepted() -> None:
    held = run("--replay", RECORDING, "--gate", EVALS / "baselines" / f"{MODEL}.json")
    assert held.exit_code == 0, held.exception or held.output
    assert MODEL in held.output


def test_another_prompt_without_new_recordings_fails_by_name(tmp_path: Path) -> None:
    prompt = tmp_path / "other.prompty"
    text = (EVALS.parent / "prompts" / "news" / "v1.prompty").read_text(encoding="utf-8")
    prompt.write_text(text.replace("Add nothing", "Do not add anything"), encoding="utf-8")
    stale = run("--replay", RECORDING, "--prompt", prompt)
    assert isinstance(stale.exception, RecordingError)
    assert "record again" in str(stale.exception)


def test_the_recording_is_of_one_model_and_holds_answers_only() -> None:
    assert Recording(RECORDING).models == {MODEL}
    content = RECORDING.read_text(encoding="utf-8")
    sentences = (
        sentence.span.of(fixture.readings.article.text)
        for fixture in load_fixtures(FIXTURES)
        for sentence in fixture.readings.sentences[-3:]  # which no summary has word for word
    )
    assert sum(sentence in content for sentence in sentences) == 0
