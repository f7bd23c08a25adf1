"""The built wheel, with no source tree to fall back on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    target = folder / "site"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(target)], check=True)
    return target


def run(installed: Path, *arguments: str) -> str:
    environ = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=installed,
        env=environ,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def test_the_wheel_stands_alone(installed: Path) -> None:
    where = run(installed, "-c", "import nutgraf; print(nutgraf.__file__)")
    assert Path(where.strip()).is_relative_to(installed)


def test_the_prompts_ship_and_are_sound(installed: Path) -> None:
    listed = run(installed, "-m", "nutgraf", "prompts", "check")
    shipped = {line.split()[0] for line in listed.splitlines()}
    in_tree = {f"{path.parent.name}@{path.stem}" for path in (ROOT / "prompts").glob("*/*.prompty")}
    assert shipped == in_tree


def test_an_article_is_summarised(installed: Path) -> None:
    article = ROOT / "evals" / "articles" / "harbour-ferry.txt"
    assert "Key points" in run(installed, "-m", "nutgraf", "summarize", str(article))


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(installed: Path) -> None:
    assert (installed / "nutgraf" / "py.typed").is_file()
    [metadata] = installed.glob("nutgraf-*.dist-info/METADATA")
    assert "License-Expression: Apache-2.0" in metadata.read_text(encoding="utf-8")
