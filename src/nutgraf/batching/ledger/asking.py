"""What a run asks, and what becomes of its documents when it is given something else to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.batching.ledger.leases import free_the_dead, living_workers
from nutgraf.errors import BatchError

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.batching.asked import Asked

_START_OVER = """
UPDATE document SET original = NULL, worker = NULL, kind = NULL, message = NULL, crashes = 0,
    attempts = 0, finished_at = NULL, ready = 0, shard = NULL, state = iif(EXISTS (
        SELECT 1 FROM answer WHERE answer.asked = ? AND answer.digest = document.digest
    ), 'done', 'waiting')
WHERE state <> 'skipped'
"""
_BACK_TO_SHARDS = """
UPDATE document SET shard = (
    SELECT max(shard.id) FROM enquiry JOIN shard ON shard.id = enquiry.shard
    WHERE enquiry.document = document.id AND enquiry.digest = document.digest
    AND shard.asked = ? AND shard.state <> 'ended'
)
WHERE state = 'waiting' AND id IN (SELECT document FROM enquiry)
"""


def ask(connection: sqlite3.Connection, asked: Asked) -> int:
    """Have the run ask this, and return its number.

    What has an answer to it, from an earlier time, is done; the rest waits.

    Raises:
        BatchError: Somebody works on the run who asks something else.
    """
    free_the_dead(connection)
    connection.execute(
        "INSERT OR IGNORE INTO asked (digest, described) VALUES (?, ?)", (asked.digest, asked.text)
    )
    number: int = connection.execute(
        "SELECT id FROM asked WHERE digest = ?", (asked.digest,)
    ).fetchone()[0]
    former = asked_now(connection)
    if former is None or former[0] == number:
        connection.execute("INSERT OR IGNORE INTO run (id, asked) VALUES (1, ?)", (number,))
        return number
    if living_workers(connection):
        raise BatchError(
            f"another process works on this run with other settings "
            f"({asked.differences(former[1])}); wait for its end, or give another run folder"
        )
    connection.execute("UPDATE run SET asked = ?", (number,))
    connection.execute(_START_OVER, (number,))
    connection.execute(_BACK_TO_SHARDS, (number,))
    return number


def asked_now(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Return the number and the description of what the run asks; None in a new run."""
    found: tuple[int, str] | None = connection.execute(
        "SELECT asked.id, asked.described FROM run JOIN asked ON asked.id = run.asked"
    ).fetchone()
    return found
