from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.llm.test_rates import most_in_a_minute

from nutgraf.errors import ConfigError
from nutgraf.llm.rates import Reservation
from nutgraf.llm.shared_rates import SharedRates

PROCESS = """
import sys, time
from pathlib import Path
from nutgraf.llm.shared_rates import SharedRates

FASTER = 100  # than time passes
with SharedRates(Path(sys.argv[1]), requests=120, tokens=10_000) as rates:
    for _ in range(40):
        now = time.monotonic() * FASTER
        reservation = rates.reserve(200, now)
        time.sleep(max(0.0, reservation.at - now) / FASTER)
        rates.settle(reservation, 100)
        print(reservation.at)
"""


def test_two_who_share_a_file_share_the_rates(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with (
        SharedRates(file, requests=10, tokens=1_000) as one,
        SharedRates(file, requests=10, tokens=1_000) as other,
    ):
        assert one.reserve(900, now=0.0).at == 0.0
        assert other.reserve(900, now=0.0).at > 60


def test_what_one_gives_back_the_other_may_use(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with SharedRates(file, tokens=1_000) as one, SharedRates(file, tokens=1_000) as other:
        one.withdraw(one.reserve(1_000, now=0.0))
        one.settle(one.reserve(100, now=0.0), 100)
        reservation = other.reserve(900, now=0.0)
        assert reservation.at == 0.0
        other.settle(reservation, 10)
        assert one.reserve(850, now=1.0).at == pytest.approx(1.0, abs=0.1)


def test_a_pause_holds_for_all(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with SharedRates(file) as one, SharedRates(file) as other:
        assert other.paused_s(now=1.0) == 0.0
        one.pause(until=5.0)
        assert other.paused_s(now=1.0) == 4.0


def test_processes_that_share_never_use_more_than_the_rate(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROCESS, str(tmp_path / "rates.db")]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    times = [float(line) for process in processes for line in process.communicate()[0].split()]
    assert len(times) == 120
    assert most_in_a_minute([(at, 100.0) for at in times]) <= 10_000
    assert most_in_a_minute([(at, 1.0) for at in times]) <= 120
    assert max(times) - min(times) > 50


def test_what_a_killed_process_had_set_aside_counts_for_a_minute_only(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with SharedRates(file, tokens=1_000) as killed:
        killed.reserve(1_000, now=0.0)
    with SharedRates(file, tokens=1_000) as after:
        assert after.reserve(1_000, now=30.0).at <= 63


def test_what_was_left_before_the_machine_was_started_again_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with SharedRates(file, requests=1) as before:
        before.reserve(0, now=864_000.0)
        before.pause(until=864_060.0)
    with SharedRates(file, requests=1) as after:
        assert after.paused_s(now=30.0) == 0.0
        assert after.reserve(0, now=30.0).at == 30.0
        assert after.reserve(0, now=30.0).at > 90


def test_a_limit_that_was_not_there_before_starts_with_nothing_used(tmp_path: Path) -> None:
    file = tmp_path / "rates.db"
    with SharedRates(file, requests=10) as before:
        before.reserve(500, now=0.0)
    with SharedRates(file, tokens=1_000) as after:
        assert after.reserve(1_000, now=0.0).at == 0.0


def test_taking_a_turn_is_quick(tmp_path: Path) -> None:
    with SharedRates(tmp_path / "rates.db", requests=10**6, tokens=10**9) as shared:
        began_s = time.process_time()
        for _ in range(200):
            shared.settle(shared.reserve(3_000, time.monotonic()), 2_000)
        assert time.process_time() - began_s < 0.4  # 2 ms each, 10 times what it takes


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look at", None])
def test_a_file_that_cannot_be_used_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "rates.db"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(ConfigError, match=r"rates\.db: the rates .* delete the file"):
        SharedRates(file, requests=5)


def test_what_is_in_the_file_must_be_ours(tmp_path: Path) -> None:
    with SharedRates(tmp_path / "rates.db", requests=5) as shared:
        shared._connection.execute("INSERT INTO state VALUES (1, 'nonsense', 0)")
        with pytest.raises(ConfigError, match="delete the file"):
            shared.withdraw(Reservation(0.0, 5))
        shared._connection.execute("DELETE FROM state")
        assert shared.reserve(0, now=0.0).at == 0.0
