from __future__ import annotations

from tests.benchmarks.start_up import COMMANDS, measure


def test_every_command_is_measured() -> None:
    spent = measure(runs=1, before=0)
    assert spent.keys() == COMMANDS.keys()
    assert all(one.cpu >= 0 and one.wall > 0 for one in spent.values())
