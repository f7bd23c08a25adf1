"""Progress: a bar in a terminal, a line now and then elsewhere, nothing where it is unwanted."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from tests.support.suites import bad, good

from nutgraf.cli.eval import progress
from nutgraf.cli.eval.progress import shown_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_quiet_is_quiet() -> None:
    with shown_progress(quiet=True) as watch:
        assert watch is None


def test_lines_come_first_last_and_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 5.0, 31.0, 32.0, 33.0])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with shown_progress(quiet=False) as watch:
        assert watch is not None
        for done, outcome in enumerate([good("a"), bad("b"), good("c"), bad("d"), good("e")], 1):
            watch(outcome, done, 5)
    assert capsys.readouterr().err.splitlines() == [
        "1 of 5",
        "3 of 5, 1 failed",
        "5 of 5, 2 failed",
    ]


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with shown_progress(quiet=False) as watch:
        assert watch is not None
        watch(good("ash"), 1, 2)
        watch(bad("birch"), 2, 2)
    assert "birch, 1 failed" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
