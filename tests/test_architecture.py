"""The shape that no linter holds: how long files and functions may get, and where prompts stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "nutgraf"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def modules() -> Iterator[tuple[str, str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(SOURCE).as_posix(), text, ast.parse(text)


def test_no_file_is_too_long_to_read_at_a_sitting() -> None:
    long = {name: text.count("\n") for name, text, _ in modules()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long_for_a_screen() -> None:
    long = {
        f"{name}:{node.name}": node.end_lineno - node.lineno + 1
        for name, _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno
    }
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_says_what_lives_there() -> None:
    assert [name for name, _, tree in modules() if not ast.get_docstring(tree)] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = re.compile(r"(^|/)(utils?|helpers?|common|misc|managers?)(/|\.py$)")
    assert [name for name, _, _ in modules() if drawers.search(name)] == []


def test_no_wording_of_a_prompt_stands_in_the_code() -> None:
    wording = re.compile(r"\b(You are|You answer|You summarise|Rules:)\b")
    assert [name for name, text, _ in modules() if wording.search(text)] == []
