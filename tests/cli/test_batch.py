from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.openai_server import OpenAIServer, answer
from tests.support.rain import Model, summary, write_articles

from nutgraf.cli import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_articles(tmp_path / "articles", 4)
    return tmp_path / "articles"


@pytest.mark.usefixtures("articles")
def test_a_folder_becomes_a_run_and_the_account_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with OpenAIServer(Model()) as server:
        ask = ("batch", "articles", "--out", "run", "--model", "m", "--base-url", server.base_url)
        assert run(*ask, "--each", "--price", "1,2", "--max-cost", "1") == 0
    told = capsys.readouterr()
    assert told.out == (
        "4 documents = 4 done + 0 failed + 0 cut + 0 skipped\n4 requests, 480 tokens, $0.0006\n"
    )
    assert len(list(Path("run/each").iterdir())) == 4


def test_failures_have_their_own_exit_code_and_can_be_listed_and_tried_again(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "blank.txt").write_text("\n")
    (articles / "copy.txt").write_bytes((articles / "rain-000002.txt").read_bytes())
    cut = answer(summary(2)[:50], finish_reason="length")
    with OpenAIServer(cut, Model()) as server:
        ask = ("batch", "articles", "--out", "run", "--model", "m", "--base-url", server.base_url)
        one = (*ask, "--concurrency", "1", "--progress", "json")
        assert run(*one) == 22
        looks = [json.loads(look) for look in capsys.readouterr().err.splitlines()[:-1]]
        assert (looks[-1]["documents"], looks[-1]["cut"], looks[-1]["seconds_left"]) == (6, 2, 0.0)
        assert run("status", "run", "--failures") == 0
        told = capsys.readouterr().out
        assert "6 documents = 3 done + 1 failed + 2 cut + 0 skipped" in told
        assert "       2 cut\n       1 article\n" in told
        assert "articles/blank.txt: article (attempts: 1): " in told
        assert "price unknown" in told
        assert run("retry", "run", "--kind", "cut") == 0
        assert capsys.readouterr().out.startswith("2 documents wait again")
        assert run(*one) == 22
    assert run("status", "run", "--json") == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["done"], told["failed"], told["copies"]) == (5, 1, 1)
    assert told["failures"] == {"article": 1}


@pytest.mark.usefixtures("articles")
def test_a_list_may_come_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "articles/rain-000002.txt\n\narticles/rain-000003.txt\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(listed))
    assert run("batch", "-", "--out", "run", "--progress", "none") == 0
    assert len(Path("run/results.jsonl").read_text().splitlines()) == 2


@pytest.mark.usefixtures("articles")
def test_without_a_model_that_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("batch", "articles", "--out", "run", "--max-bytes", "10000") == 0
    assert "no model is configured" in capsys.readouterr().err
    assert run("batch", "articles", "--out", "run2", "--model", "extractive") == 0
    assert "no model is configured" not in capsys.readouterr().err


@pytest.mark.usefixtures("articles")
def test_an_estimate_asks_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ("batch", "articles", "--out", "run", "--model", "openai/gpt-5-mini", "--estimate")
    assert run(*ask) == 0
    assert capsys.readouterr().out.startswith("4 documents, 4 of them read")
    assert not Path("run").exists()


@pytest.mark.usefixtures("articles")
def test_what_is_done_can_be_exported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("batch", "articles", "--out", "run", "--model", "extractive") == 0
    capsys.readouterr()
    assert run("export", "run", "--to", "csv", "-o", "out.csv") == 0
    assert capsys.readouterr().out == "out.csv\n"
    assert len(Path("out.csv").read_text().splitlines()) >= 5


def test_a_kind_of_failure_that_is_none_is_refused_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("retry", str(tmp_path), "--kind", "bad") == 3
    assert "there are article, busy, config, crash, cut, deadline" in capsys.readouterr().err


def test_what_is_no_run_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("status", str(tmp_path)) == 19
    assert "is no run folder" in capsys.readouterr().err


@pytest.mark.usefixtures("articles")
def test_a_cluster_needs_ray_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    assert run("batch", "articles", "--out", "run", "--engine", "ray") == 3
    told = capsys.readouterr()
    assert 'ray is not installed: run pip install "nutgraf[cluster]"' in told.err
    assert told.out.startswith("4 documents = 0 done + 0 failed + 0 cut + 0 skipped + 4 waiting")


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("cost", "code", "told"),
    [
        ("much", 2, "Invalid value for '--max-cost': 'much' is no amount"),
        ("nan", 3, "a budget must be above 0"),
        ("inf", 3, "leave it out for no limit"),
    ],
)
def test_a_budget_that_is_none_is_refused(
    cost: str, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ("batch", "articles", "--out", "run", "--model", "openai/gpt-5-mini")
    assert run(*ask, "--max-cost", cost, "--estimate") == code
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("articles")
def test_the_end_of_the_budget_has_its_own_exit_code_and_is_gone_on_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with OpenAIServer(Model()) as server:
        ask = ("batch", "articles", "--out", "run", "--model", "m", "--base-url", server.base_url)
        assert run(*ask, "--max-tokens", "1000") == 21
        told = capsys.readouterr()
        assert told.out.startswith("4 documents = 0 done + 0 failed + 0 cut + 0 skipped + 4 wait")
        assert "the budget has no room" in told.err
        assert server.requests == []
        assert run(*ask, "--max-tokens", "1000000") == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_by_a_signal_to_stop_what_is_in_flight_is_kept_and_told(
    articles: Path, number: signal.Signals
) -> None:
    write_articles(articles, 30)
    with OpenAIServer(Model(after_s=1.0)) as server:
        place = ("--base-url", server.base_url, "--model", "m", "--concurrency", "4")
        process = subprocess.Popen(
            [sys.executable, "-m", "nutgraf", "batch", "articles", "--out", "run", *place],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads
        )
        deadline = time.monotonic() + 60
        while not server.requests and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(number)
        told, errors = process.communicate(timeout=60)
        asked = len(server.requests)
    assert process.returncode == 20
    assert 0 < asked <= 8, "no more than was in flight, and what came in its place before that"
    left = f"{asked} done + 0 failed + 0 cut + 0 skipped + {30 - asked} waiting"
    assert told.startswith(f"30 documents = {left}\n")
    assert "stopped with documents left; the same command goes on" in errors
    assert "Traceback" not in errors
    assert len(Path("run/results.jsonl").read_text().splitlines()) == asked


def test_who_ends_all_of_its_processes_at_once_loses_nothing_in_flight(articles: Path) -> None:
    write_articles(articles, 30)
    with OpenAIServer(Model(after_s=2.0)) as server:
        together = ("--concurrency", "4", "--workers", "2")
        place = ("--base-url", server.base_url, "--model", "m", *together)
        process = subprocess.Popen(
            [sys.executable, "-m", "nutgraf", "batch", "articles", "--out", "run", *place],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        while len(server.requests) < 4 and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGTERM)  # as systemd does
        told, _ = process.communicate(timeout=60)
        asked = len(server.requests)
    assert process.returncode == 20
    assert told.startswith(f"30 documents = {asked} done + 0 failed")
