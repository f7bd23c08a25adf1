"""How long it takes to start: the bare interpreter, the import, ``--help``, a summary, a check.

    python tests/benchmarks/start_up.py

CPU seconds (user and system) of fresh processes, bytecode warm (kept in a folder of its own, also
where the environment forbids it); the median of several, and how many times the bare interpreter's.
What is checked is the summary that ``nutgraf summarize`` makes, as a result file.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "evals" / "articles" / "harbour-ferry.txt"
COMMANDS = {
    "bare interpreter": ["-c", "pass"],
    "import nutgraf": ["-c", "import nutgraf"],
    "from nutgraf import summarize": ["-c", "from nutgraf import summarize"],
    "nutgraf --help": ["-m", "nutgraf", "--help"],
    "nutgraf summarize (extractive)": ["-m", "nutgraf", "summarize", str(ARTICLE)],
    "nutgraf check (statements)": ["-m", "nutgraf", "check", str(ARTICLE), "statements.txt"],
    "nutgraf check (result file)": ["-m", "nutgraf", "check", str(ARTICLE), "result.json"],
}
# True of the article, in other words than its own.
STATEMENTS = """\
Councillors sent the ferry plan back to the transport committee in a 9-6 vote.
The committee is to report by April 20.
Jonas Hale was among those who spoke.
"""


def prepare(folder: Path) -> None:
    """Write what the commands read beside the article."""
    (folder / "statements.txt").write_text(STATEMENTS, encoding="utf-8")
    cpu_seconds(["-m", "nutgraf", "summarize", str(ARTICLE), "-o", "result.json"], folder)


def cpu_seconds(arguments: list[str], folder: Path) -> float:
    """Return the CPU time of one run of Python with these arguments in a folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system


def measure(runs: int, *, before: int = 1) -> dict[str, float]:
    """Return the median CPU seconds of each command; the runs before them warm the bytecode."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        rounds = [
            {name: cpu_seconds(arguments, folder) for name, arguments in COMMANDS.items()}
            for _ in range(before + runs)
        ][before:]
    return {name: statistics.median(spent[name] for spent in rounds) for name in COMMANDS}


def main() -> None:
    """Measure and print."""
    spent = measure(runs=7)
    for name, seconds in spent.items():
        print(f"{name:<32}{seconds:7.3f} s{seconds / spent['bare interpreter']:7.1f} x")


if __name__ == "__main__":
    main()
