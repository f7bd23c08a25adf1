from __future__ import annotations

import subprocess
import sys

import pytest

import nutgraf


def test_the_public_names_are_these_and_each_of_them_loads() -> None:
    assert sorted(nutgraf.__all__) == [
        "Article",
        "Finding",
        "NewsSummary",
        "NutgrafError",
        "Result",
        "ScriptedClient",
        "Settings",
        "Span",
        "Summarizer",
        "abatch",
        "asummarize",
        "batch",
        "check",
        "load_result",
        "read",
        "summarize",
    ]
    for name in nutgraf.__all__:
        assert getattr(nutgraf, name).__name__ == name
    assert set(nutgraf.__all__) <= set(dir(nutgraf))


def test_any_other_name_is_unknown() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        nutgraf.summarise  # noqa: B018  the look-up is what is tested


def test_importing_the_package_loads_nothing_heavy_and_touches_no_setting() -> None:
    code = (
        "import sys, nutgraf\n"
        "from nutgraf import summarize, read, Settings, load_result\n"
        "heavy = {'openai', 'instructor', 'trafilatura', 'genai_prices', 'rich', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
