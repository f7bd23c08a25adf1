from __future__ import annotations

from tests.benchmarks.start_up import COMMANDS, measure


def test_every_command_is_measured() -> None:
    spent = measure(runs=1, before=0)
    assert spent.keys() == COMMANDS.keys()
    assert all(seconds >= 0 for seconds in spent.values())
