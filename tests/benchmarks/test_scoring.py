from __future__ import annotations

import shutil
from pathlib import Path

from tests.benchmarks.scoring import FIXTURES, measure


def test_scoring_again_costs_less_than_drafting(tmp_path: Path) -> None:
    suite = tmp_path / "suite"
    shutil.copytree(FIXTURES / "council-budget", suite / "council-budget")
    found = measure(suite)
    assert 0 < found["scoring what is stored"] < found["drafting and scoring"]
    assert found["nutgraf eval score"] > found["scoring what is stored"]
