from __future__ import annotations

import doctest
from pathlib import Path
from typing import get_args

import pytest

from nutgraf import errors
from nutgraf.schema.result import FindingKind
from nutgraf.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_examples_print_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (failed, tried > 10) == (0, True)


def test_ci_runs_the_test_command_of_the_readme_word_for_word() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command in README.splitlines()


def test_every_setting_is_in_the_readme() -> None:
    for name in Settings.model_fields:
        assert f"`{PREFIX}{name.upper()}`" in README, name


def test_every_exit_code_is_in_the_readme() -> None:
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.NutgrafError):
            assert f"| {kind.exit_code} |" in README, kind


def test_every_kind_of_finding_is_in_the_readme() -> None:
    for kind in get_args(FindingKind):
        assert f"`{kind}`" in README, kind
