"""How long it takes to start: the interpreter, the import, ``--help``, a check, a summary.

    python tests/benchmarks/start_up.py

CPU seconds (user and system) of fresh processes, bytecode warm; the median of several, and how many
times the bare interpreter's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "evals" / "articles" / "harbour-ferry.txt"
COMMANDS = {
    "bare interpreter": ["-c", "pass"],
    "import nutgraf": ["-c", "import nutgraf"],
    "from nutgraf import summarize": ["-c", "from nutgraf import summarize"],
    "nutgraf --help": ["-m", "nutgraf", "--help"],
    # An article against itself: every sentence of it is a statement to check.
    "nutgraf check": ["-m", "nutgraf", "check", str(ARTICLE), str(ARTICLE), "--fail-on", "never"],
    "nutgraf summarize (extractive)": ["-m", "nutgraf", "summarize", str(ARTICLE)],
}


def cpu_seconds(arguments: list[str]) -> float:
    """Return the CPU time of one run of Python with these arguments."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system


def measure(runs: int) -> dict[str, float]:
    """Return the median CPU seconds of each command; one run before them warms the bytecode."""
    for arguments in COMMANDS.values():
        cpu_seconds(arguments)
    rounds = [
        {name: cpu_seconds(arguments) for name, arguments in COMMANDS.items()} for _ in range(runs)
    ]
    return {name: statistics.median(spent[name] for spent in rounds) for name in COMMANDS}


def main() -> None:
    """Measure and print."""
    spent = measure(runs=7)
    for name, seconds in spent.items():
        print(f"{name:<32}{seconds:7.3f} s{seconds / spent['bare interpreter']:7.1f} x")


if __name__ == "__main__":
    main()
