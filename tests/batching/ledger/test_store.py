from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nutgraf.batching.ledger.store import connect, create, failures
from nutgraf.errors import BatchError


def test_a_ledger_is_made_once_and_left_as_it_is_after_that(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    create(path)
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO asked (digest, described) VALUES ('d', '{}')")
    create(path)
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM asked").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_folder_without_a_ledger_is_no_run_folder(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="is no run folder: it has no ledger"):
        connect(tmp_path / "ledger.db")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_text("This is no ledger, but a text of some length.\n" * 100)
    with pytest.raises(BatchError, match="SQLITE_NOTADB"):
        create(path)


def test_another_programs_database_and_another_version_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
    with pytest.raises(BatchError, match="no ledger of version 2"):
        create(path)


def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="cannot be opened or made"):
        create(tmp_path / "nowhere" / "ledger.db")


def test_what_no_reason_is_known_for_is_told_by_its_name(tmp_path: Path) -> None:
    told = r"the ledger failed \(ProgrammingError\)"
    with pytest.raises(BatchError, match=told), failures(tmp_path):
        raise sqlite3.ProgrammingError
