"""What it costs to score the stored summaries of a suite again, beside drafting them.

    python -m tests.benchmarks.scoring

CPU seconds, and how many times those of drafting (extractive) and scoring all: of the import, of
scoring what is stored, the articles read already, and of the whole command ``nutgraf eval score``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.start_up import run as run_python

FIXTURES = Path(__file__).parents[2] / "evals" / "fixtures"


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def measure(fixtures: Path = FIXTURES) -> dict[str, float]:
    """Return CPU seconds by what is done."""
    # Imported here: the first import in a process is what a part of the command's time goes to.
    imports = spent(lambda: __import__("nutgraf.evals.evaluation"))
    from nutgraf import summarize  # noqa: PLC0415
    from nutgraf.evals import evaluate, load_suite  # noqa: PLC0415
    from nutgraf.evals.evaluation import rescore  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        run = Path(name) / "run"
        drafting = spent(lambda: evaluate(fixtures, summarize, out=run))
        suite = load_suite(fixtures)
        command = ["-m", "nutgraf", "eval", "score", str(run)]
        run_python(command, run)  # compiles the modules
        return {
            "importing": imports,
            "drafting and scoring": drafting,
            "scoring what is stored": spent(lambda: rescore(run, suite, keep=False)),
            "nutgraf eval score": run_python(command, run).cpu,
        }


def main() -> None:
    """Measure and print."""
    found = measure()
    for what, seconds in found.items():
        print(f"{what:<28}{seconds:7.2f} s{seconds / found['drafting and scoring']:7.2f} x")


if __name__ == "__main__":
    main()
