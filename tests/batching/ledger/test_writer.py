from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.support.ledgers import ledger

from nutgraf.batching.ledger.writer import Writer
from nutgraf.errors import BatchError

_NOTE = "INSERT INTO asked (digest, described) VALUES (?, '')"


def note(connection: sqlite3.Connection, word: str) -> None:
    connection.execute(_NOTE, (word,))


def noted(connection: sqlite3.Connection) -> list[str]:
    return [word for (word,) in connection.execute("SELECT digest FROM asked ORDER BY id")]


def test_what_comes_during_a_commit_goes_into_the_next_one_together(tmp_path: Path) -> None:
    with ledger(tmp_path) as writer:
        held, go = threading.Event(), threading.Event()

        def hold(_: sqlite3.Connection) -> None:
            held.set()
            go.wait(10)

        first = writer.submit(hold)
        held.wait(10)
        rest = [writer.submit(partial(note, word=str(number))) for number in range(1000)]
        before = writer.commits
        go.set()
        for future in (first, *rest):
            future.result(10)
        assert writer.commits - before <= 4
        assert writer.do(noted) == [str(number) for number in range(1000)]


def test_what_goes_wrong_in_one_job_undoes_that_job_alone(tmp_path: Path) -> None:
    def half(connection: sqlite3.Connection) -> None:
        note(connection, "half")
        raise KeyError("no column")

    with ledger(tmp_path) as writer:
        wrong, right = writer.submit(half), writer.submit(partial(note, word="whole"))
        right.result(10)
        with pytest.raises(KeyError):
            wrong.result(10)
        assert writer.do(noted) == ["whole"]


def test_a_full_disk_undoes_the_commit_and_leaves_the_ledger_whole(tmp_path: Path) -> None:
    with ledger(tmp_path) as writer:
        writer.do(partial(note, word="before"))
        pages = writer.do(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
        writer.do(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())
        with pytest.raises(BatchError, match="the disk is full"):
            writer.do(lambda c: c.executemany(_NOTE, [("x" * 4000 + str(n),) for n in range(100)]))
        assert writer.do(noted) == ["before"]
    with ledger(tmp_path) as again:
        again.do(partial(note, word="after"))
        assert again.do(noted) == ["before", "after"]
        assert again.do(lambda c: c.execute("PRAGMA integrity_check").fetchone()) == ("ok",)


def test_work_is_done_even_where_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    async def give_up() -> None:
        waiting = asyncio.create_task(writer.ado(partial(note, word="paid")))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait({waiting})

    with ledger(tmp_path) as writer:
        asyncio.run(give_up())
        assert writer.do(noted) == ["paid"]


def test_an_error_reaches_the_task_that_waits(tmp_path: Path) -> None:
    async def fail() -> None:
        await writer.ado(lambda c: c.execute("SELECT * FROM nothing"))

    with ledger(tmp_path) as writer, pytest.raises(BatchError, match="SQLITE_ERROR"):
        asyncio.run(fail())


def test_signs_of_life_are_given_without_other_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.batching.ledger.writer._BEAT_S", 0.01)
    beats: list[float] = []
    with ledger(tmp_path) as writer:
        time.sleep(0.05)  # without anything to do
        writer.beat = lambda _: beats.append(time.monotonic())
        deadline = time.monotonic() + 10
        while len(beats) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert len(beats) >= 3


def test_only_what_must_outlive_a_loss_of_power_is_synced(tmp_path: Path) -> None:
    normal, full = 1, 2

    def held(connection: sqlite3.Connection) -> int:
        found: int = connection.execute("PRAGMA synchronous").fetchone()[0]
        return found

    with ledger(tmp_path) as writer:
        assert writer.do(held) == full
        assert writer.do(held, lasting=False) == normal
        assert asyncio.run(writer.ado(held, lasting=False)) == normal
        assert asyncio.run(writer.ado(held)) == full


def test_what_must_last_makes_what_is_committed_with_it_last(tmp_path: Path) -> None:
    with ledger(tmp_path) as writer:
        go = threading.Event()
        first = writer.submit(lambda _: go.wait(10))
        found = [
            writer.submit(lambda c: c.execute("PRAGMA synchronous").fetchone()[0], lasting=lasting)
            for lasting in (False, True, False)
        ]
        go.set()
        assert first.result(10)
        assert [future.result(10) for future in found] == [2, 2, 2]


class Failing(sqlite3.Connection):
    """A ledger whose disk is gone, once it is told so."""

    gone = False

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        if self.gone and sql in {"COMMIT", "ROLLBACK"}:
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(sql, *given)


def test_where_nothing_can_be_undone_either_nobody_waits_for_ever() -> None:
    connection = sqlite3.connect(
        ":memory:", factory=Failing, isolation_level=None, check_same_thread=False
    )
    with Writer(Path("ledger.db"), connection=connection) as writer:
        assert writer.do(lambda c: c.execute("SELECT 1").fetchone()) == (1,)
        connection.gone = True
        for _ in range(2):
            waiting = writer.submit(lambda c: c.execute("SELECT 1").fetchone())
            with pytest.raises(BatchError, match="the ledger failed"):
                waiting.result(10)
