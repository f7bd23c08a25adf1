"""Opening a ledger, and saying what is wrong where that or a later statement fails.

What is asked of it is the business of the modules beside this one.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from nutgraf.batching.ledger.tables import TABLES, VERSION
from nutgraf.errors import BatchError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_NAME: Final = "ledger.db"
_PATIENCE_S: Final = 60.0  # for another process that is writing
_APPLICATION: Final = 0x6E757467  # "nutg": what tells a ledger from any other SQLite file
_CACHE_KIB: Final = 8192


def create(path: Path) -> None:
    """Make a ledger with nothing in it, or see that the one that is there fits.

    Two processes may do this at the same time.

    Raises:
        BatchError: It cannot be made, or what is there is no ledger of this version.
    """
    connection = _connect(path, "rwc")
    try:
        with failures(path):
            connection.execute("BEGIN IMMEDIATE")
            if _version(connection) == (0, 0) and not _tables(connection):
                _make_tables(connection)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
    finally:
        connection.close()
    connect(path).close()


def in_memory() -> sqlite3.Connection:
    """Return a ledger with nothing in it that is gone once it is closed."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make_tables(connection)
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """Open a ledger that is there, to be used from one thread at a time.

    A commit is on the disk when it returns, unless the caller has it otherwise. Transactions are
    begun and ended by the caller.

    Raises:
        BatchError: It is missing, unreadable, no ledger, or one of another version.
    """
    if not path.is_file():
        raise BatchError(
            f"{path.parent}: is no run folder: it has no {path.name}; give the folder that "
            "nutgraf batch --out was given"
        )
    connection = _connect(path, "rw")
    with failures(path):
        found = _version(connection)
    if found == (_APPLICATION, VERSION):
        return connection
    connection.close()
    raise BatchError(
        f"{path}: is no ledger of version {VERSION}; it was written by another version of "
        "nutgraf, or by another program: give another run folder"
    )


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what SQLite says into words about the ledger.

    Raises:
        BatchError: Something inside failed.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")
        raise BatchError(f"{path}: {_reason(code)} ({code or type(error).__name__})") from error


_REASONS: Final = {
    "SQLITE_FULL": "the disk is full; what was committed is whole: make room and start again",
    "SQLITE_READONLY": "it may not be written; check the folder's permissions",
    "SQLITE_CANTOPEN": "it cannot be opened or made; check the folder and its permissions",
    "SQLITE_BUSY": "another process kept it locked for too long; see which one works on this run",
    "SQLITE_NOTADB": "it is no ledger; give another run folder",
    "SQLITE_CORRUPT": "it is damaged; give another run folder",
    "SQLITE_IOERR": "the disk does not take it, or is full; what was committed is whole",
}


def _reason(code: str) -> str:
    found = (reason for name, reason in _REASONS.items() if code.startswith(name))
    return next(found, "the ledger failed")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    with failures(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_PATIENCE_S,
            isolation_level=None,
            check_same_thread=False,
        )
    try:
        with failures(path):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = FILE")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except BatchError:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        connection.execute(statement)


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _tables(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return found
