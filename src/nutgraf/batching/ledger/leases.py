"""Who works on what: workers that show signs of life, and the documents that they have leased.

A lease belongs to a worker and lasts as long as the worker does, so that nothing expires while it
waits its turn. What a dead worker had comes back.
"""

from __future__ import annotations

import os
import platform
import socket
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nutgraf.batching.ledger.settling import still_asked
from nutgraf.batching.ledger.spending import keep_reservations
from nutgraf.errors import BatchError

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.batching.ledger.settling import Party

SILENT_S: Final = 120.0
"""Seconds without a sign of life after which a worker is taken for dead, wherever it runs."""

MOST_CRASHES: Final = 5
"""Workers that may die with a document before it is taken for the cause."""

# By itself SQLite would sort all that is waiting, each time.
_NEXT: Final = """
SELECT id FROM document INDEXED BY left_to_do
WHERE state = 'waiting' AND original IS NULL AND shard IS NULL AND ready >= ?
ORDER BY crashes, id LIMIT ?
"""
LEASED: Final = "id, path, line, name, start, length, size, modified_ns, digest, attempts"
"""The columns of a document that `Leased.of` makes it from."""

_TAKE: Final = f"""
UPDATE document SET state = 'leased', worker = ?, attempts = attempts + 1, kind = NULL,
    message = NULL
WHERE id = ? RETURNING {LEASED}
"""  # noqa: S608  a constant


@dataclass(frozen=True, slots=True)
class Leased:
    """A document that a worker has.

    Attributes:
        id: Its row.
        path: Of the file, absolute.
        line: Of JSON Lines, from 1; 0 where the file is the document.
        name: For people.
        start: Where it begins in the file, in bytes.
        length: In bytes.
        size: Of the file when it was listed.
        modified_ns: Likewise.
        digest: Of the article, if it was read before.
        attempts: How often it was leased, this time included.
    """

    id: int
    path: Path
    line: int
    name: str
    start: int
    length: int
    size: int
    modified_ns: int
    digest: str | None
    attempts: int

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Leased:  # Any: what SQLite gives
        """Return the document of a row of the columns `LEASED`."""
        number, path, *rest = row
        return cls(number, Path(os.fsdecode(path)), *rest)


def enter_worker(connection: sqlite3.Connection) -> int:
    """Enter this process as a worker, and return its number."""
    row = (socket.gethostname(), boot_id(), os.getpid(), began(os.getpid()), time.time())
    entered = connection.execute(
        "INSERT INTO worker (host, boot, pid, began, beat_at) VALUES (?, ?, ?, ?, ?)", row
    )
    assert entered.lastrowid is not None  # noqa: S101  an INSERT has one; this tells the type checker
    return entered.lastrowid


def beat(connection: sqlite3.Connection, worker: int) -> None:
    """Give a sign of life; one who was taken for dead is alive again."""
    connection.execute(
        "UPDATE worker SET beat_at = ?, ended = 0 WHERE id = ?", (time.time(), worker)
    )


def leave(connection: sqlite3.Connection, worker: int) -> None:
    """End a worker; what it still has goes back, and is not held against the documents."""
    connection.execute(
        "UPDATE document SET state = 'waiting', worker = NULL, attempts = attempts - 1 "
        "WHERE state = 'leased' AND worker = ?",
        (worker,),
    )
    keep_reservations(connection, worker)
    connection.execute("UPDATE worker SET ended = 1 WHERE id = ?", (worker,))


def lease(
    connection: sqlite3.Connection, by: Party, most: int, *, ready: bool = False
) -> list[Leased]:
    """Take documents that are waiting, and are not with the provider.

    Args:
        connection: To the ledger.
        by: Who takes them.
        most: How many at most.
        ready: Whether to take only those that the provider's batches are through with.

    Raises:
        BatchError: The run was given other settings meanwhile.
    """
    if not still_asked(connection, by):
        raise BatchError("the run was given other settings meanwhile; start again with the same")
    rows = connection.execute(_NEXT, (ready, most)).fetchall()
    taken = (connection.execute(_TAKE, (by.worker, row_id)).fetchone() for (row_id,) in rows)
    return [Leased.of(row) for row in taken]


def free_the_dead(connection: sqlite3.Connection) -> int:
    """Take back what dead workers had, and return how many of them there were."""
    dead = [worker for worker, alive in _living(connection) if not alive]
    for worker in dead:
        bury(connection, worker)
    return len(dead)


def bury(connection: sqlite3.Connection, worker: int) -> None:
    """Take back what a worker had that is known to be dead.

    A document that too many workers died with fails: it may be what they died of.
    """
    connection.execute(
        "UPDATE document SET worker = NULL, crashes = crashes + 1, "
        "state = iif(crashes + 1 >= ?, 'failed', 'waiting'), "
        "kind = iif(crashes + 1 >= ?, 'crash', NULL), "
        "message = iif(crashes + 1 >= ?, 'its worker died with it, time and again', NULL) "
        "WHERE state = 'leased' AND worker = ?",
        (MOST_CRASHES, MOST_CRASHES, MOST_CRASHES, worker),
    )
    keep_reservations(connection, worker)
    connection.execute("UPDATE worker SET ended = 1 WHERE id = ?", (worker,))
    connection.execute(  # copies of what failed for good are tried on their own
        "UPDATE document SET original = NULL WHERE state = 'waiting' AND original IN "
        "(SELECT id FROM document WHERE state = 'failed' AND kind = 'crash')"
    )


def living_workers(connection: sqlite3.Connection) -> int:
    """Return how many workers have not ended and show signs of life."""
    return sum(alive for _, alive in _living(connection))


def living_numbers(connection: sqlite3.Connection) -> set[int]:
    """Return the numbers of those workers."""
    return {worker for worker, alive in _living(connection) if alive}


def _living(connection: sqlite3.Connection) -> list[tuple[int, bool]]:
    rows = connection.execute(
        "SELECT id, host, boot, pid, began, beat_at FROM worker WHERE NOT ended"
    )
    return [(row[0], _alive(*row[1:])) for row in rows]


def _alive(host: str, boot: str, pid: int, began_then: str, beat_at: float) -> bool:
    if time.time() - beat_at > SILENT_S:
        return False
    if host != socket.gethostname():
        return True
    return boot == boot_id() and began(pid) == began_then


@cache
def boot_id() -> str:
    """Return what differs after this machine was started again; empty where nothing tells."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def began(pid: int) -> str:
    """Return when a process began, in the system's own count; ``gone`` where there is none.

    Where the system does not tell, it is only known whether the process is there.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return fields.rpartition(")")[2].split()[19]
    except OSError:
        return _there(pid)


def _there(pid: int) -> str:
    if platform.system() in {"Linux", "Windows"}:  # os.kill ends a process there, whatever it says
        return "gone" if platform.system() == "Linux" else ""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return "gone"
    except PermissionError:
        return ""
    return ""
