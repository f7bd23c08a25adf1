"""How long it takes to start: the bare interpreter, the import, ``--help``, a summary, a check.

    python tests/benchmarks/start_up.py

Of fresh processes, bytecode warm (kept in a folder of its own, also where the environment forbids
it): the CPU seconds (user and system), how many times the bare interpreter's that is, and the
milliseconds by the clock, which are longer where other programs run; the median of several each.
What is checked is the summary that ``nutgraf summarize`` makes, as a result file.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

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
    run(["-m", "nutgraf", "summarize", str(ARTICLE), "-o", "result.json"], folder)


class Spent(NamedTuple):
    """What a run took: seconds of CPU time, and seconds by the clock."""

    cpu: float
    wall: float


def run(arguments: list[str], folder: Path) -> Spent:
    """Return what one run of Python with these arguments in a folder took."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
    after = os.times()
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Spent(cpu, after.elapsed - before.elapsed)


def measure(runs: int, *, before: int = 1) -> dict[str, Spent]:
    """Return the medians of each command; the runs before them warm the bytecode."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        rounds = [
            {name: run(arguments, folder) for name, arguments in COMMANDS.items()}
            for _ in range(before + runs)
        ][before:]
    return {name: _median([spent[name] for spent in rounds]) for name in COMMANDS}


def _median(spent: list[Spent]) -> Spent:
    return Spent(*(statistics.median(kind) for kind in zip(*spent, strict=True)))


def main() -> None:
    """Measure and print."""
    spent = measure(runs=7)
    bare = spent["bare interpreter"].cpu
    for name, one in spent.items():
        print(f"{name:<32}{one.cpu:7.3f} s{one.cpu / bare:7.1f} x{one.wall * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
