"""Writing files whole or not at all, by one process at a time."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from nutgraf.errors import BatchError
from nutgraf.writing import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE_S: Final = 600.0


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Open a file beside its place, and put it there when it is whole; else leave what was there.

    Raises:
        BatchError: It cannot be written.
    """
    try:
        with beside(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise BatchError(
            f"{path}: cannot be written ({error.strerror}); make room, or check the permissions"
        ) from error


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other process is in here, and keep them out.

    SQLite's own lock is used, which every system has and which goes with its process.

    Raises:
        BatchError: The lock cannot be made, or another process has it for too long.
    """
    try:
        connection = sqlite3.connect(lock, timeout=_PATIENCE_S, isolation_level=None)
    except sqlite3.Error as error:
        raise BatchError(f"{lock}: cannot be made; check the folder's permissions") from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise BatchError(f"{lock}: another process writes the results") from error
        yield
    finally:
        connection.close()
