from __future__ import annotations

import os
import platform
import time
from functools import partial
from pathlib import Path

import pytest
from tests.support.ledgers import RAIN, SNOW, begun, dead, party_for, rows, take

from nutgraf.batching.ledger.leases import (
    MOST_CRASHES,
    SILENT_S,
    beat,
    began,
    boot_id,
    free_the_dead,
    leave,
    living_workers,
)
from nutgraf.batching.ledger.settling import Party, claim
from nutgraf.batching.ledger.writer import Writer
from nutgraf.batching.runner import take_waiting
from nutgraf.errors import BatchError


def test_what_one_worker_has_no_other_gets(tmp_path: Path) -> None:
    with begun(tmp_path, "A.", "B.", "C.") as (writer, party):
        other = writer.do(partial(party_for, asked=RAIN))
        first, second = take(writer, party, 2), take(writer, other, 2)
        assert [one.name for one in (*first, *second)] == [f"articles/{n}.txt" for n in range(3)]
        assert writer.do(living_workers) == 2


def test_a_worker_that_leaves_gives_back_what_it_has(tmp_path: Path) -> None:
    with begun(tmp_path, "A.") as (writer, party):
        take(writer, party)
        writer.do(partial(leave, worker=party.worker))
        assert rows(writer, "state, attempts, crashes") == [("waiting", 0, 0)]
        assert writer.do(living_workers) == 0


def test_nobody_takes_himself_for_dead_after_the_machine_was_asleep(tmp_path: Path) -> None:
    with begun(tmp_path, "A.", "B.") as (writer, party):
        work = partial(take_waiting, by=party, most=1)
        writer.do(work)
        asleep = "UPDATE worker SET beat_at = beat_at - 100000"
        writer.do(lambda connection: connection.execute(asleep))
        writer.do(work)
        assert rows(writer, "state, crashes") == [("leased", 0), ("leased", 0)]


def test_what_a_dead_worker_had_comes_back_last(tmp_path: Path) -> None:
    with begun(tmp_path, "A.", "B.") as (writer, party):
        take(writer, party)
        writer.do(partial(dead, party=party))
        assert writer.do(free_the_dead) == 1
        assert writer.do(free_the_dead) == 0
        other = writer.do(partial(party_for, asked=RAIN))
        assert [one.name for one in take(writer, other, 2)] == ["articles/1.txt", "articles/0.txt"]


def test_a_document_that_workers_die_of_fails_and_its_copies_do_not(tmp_path: Path) -> None:
    with begun(tmp_path, "A.", "A.") as (writer, _):
        for _ in range(MOST_CRASHES):
            party = writer.do(partial(party_for, asked=RAIN))
            for leased in take(writer, party, 2):
                it = leased.id
                writer.do(partial(claim, document=it, by=party, digest="d", source="s"))
            writer.do(partial(dead, party=party))
            writer.do(free_the_dead)
        assert rows(writer, "state, kind, original") == [
            ("failed", "crash", None),
            ("waiting", None, None),
        ]


def test_a_silent_worker_is_taken_for_dead_and_comes_back_with_its_next_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begun(tmp_path, "A.") as (writer, party):
        now = time.time()
        monkeypatch.setattr("time.time", lambda: now + SILENT_S + 1)
        assert writer.do(living_workers) == 0
        assert writer.do(free_the_dead) == 1
        writer.do(partial(beat, worker=party.worker))
        assert writer.do(living_workers) == 1


def test_a_worker_on_another_machine_lives_as_long_as_it_gives_signs(tmp_path: Path) -> None:
    with begun(tmp_path, "A.") as (writer, _):
        writer.do(lambda c: c.execute("UPDATE worker SET host = 'elsewhere', pid = 0, boot = '?'"))
        assert writer.do(living_workers) == 1


def test_a_worker_from_before_the_machine_was_started_again_is_dead(tmp_path: Path) -> None:
    with begun(tmp_path, "A.") as (writer, _):
        writer.do(lambda c: c.execute("UPDATE worker SET boot = 'before'"))
        assert writer.do(living_workers) == 0


def test_a_run_that_asks_something_else_by_now_gives_nothing_out(tmp_path: Path) -> None:
    with begun(tmp_path, "A.") as (writer, party):
        writer.do(partial(leave, worker=party.worker))
        writer.do(partial(party_for, asked=SNOW))
        with pytest.raises(BatchError, match="other settings meanwhile"):
            take(writer, party)


def test_a_process_is_known_by_its_number_and_when_it_began() -> None:
    first = 1  # its parent may have begun within the same tick of the clock
    assert began(os.getpid()) == began(os.getpid()) != began(first)
    assert began(2**22 + 1) == "gone"


def test_where_the_system_tells_nothing_it_is_asked_for_the_process_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Path, "read_text", _unreadable)
    boot_id.cache_clear()
    assert boot_id() == ""
    boot_id.cache_clear()
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    assert (began(os.getpid()), began(2**22 + 1)) == ("", "gone")
    monkeypatch.setattr(os, "kill", _forbidden)
    assert began(1) == ""
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    assert began(1) == ""


def _unreadable(*_: object, **__: object) -> str:
    raise FileNotFoundError


def _forbidden(*_: object) -> None:
    raise PermissionError


def steps_to_take(writer: Writer, party: Party) -> int:
    """Return how many hundreds of instructions of SQLite's machine it takes to lease a document."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    writer.do(lambda connection: connection.set_progress_handler(count, 100))
    take(writer, party)
    writer.do(lambda connection: connection.set_progress_handler(None, 0))
    return steps


def test_taking_a_document_costs_the_same_however_many_wait(tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    few.mkdir()
    many.mkdir()
    with begun(few, "A.", "B.") as (writer, party):
        cost = steps_to_take(writer, party)
    with begun(many, *(f"{number}." for number in range(800))) as (writer, party):
        assert steps_to_take(writer, party) <= cost + 2
