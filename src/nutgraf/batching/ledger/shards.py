"""Shards: documents whose drafts are asked for in one of the provider's batches.

A shard is filled, then handed over, then fetched. Each step is entered before and after it is made
with the provider, so that whoever comes after a crash knows what may have happened there. A shard
is the business of one worker; what a dead one had is taken over.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from nutgraf.batching.ledger.leases import LEASED, Leased, living_numbers
from nutgraf.batching.ledger.settling import answered
from nutgraf.batching.ledger.spending import Amount, set_aside, used

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from nutgraf.batching.ledger.settling import Party

ShardState: TypeAlias = Literal["filling", "filled", "uploaded", "submitted", "ended"]
"""How far a shard has come.

``filled``: its file is whole, and nothing was told to the provider. ``uploaded``: a batch may have
been made of it, or not. ``submitted``: there is one, and its id is known.
"""

Place: TypeAlias = Literal["line", "shared", "ready", "no room"]
"""What becomes of an enquiry: a line of the file; the same as one that is there; none, since there
is a reply or an answer already; none now, for lack of budget."""

_NOBODY: Final = 0  # the worker of a shard's reservation: it does not end with any process
_COLUMNS: Final = "id, state, digest, batch, made_at"
_WAITING: Final = "state = 'waiting' AND original IS NULL AND shard IS NULL AND NOT ready"
_BY_TURN: Final = "document INDEXED BY left_to_do"  # else SQLite sorts all that is waiting
_PICK: Final = f"""
UPDATE document SET shard = ? WHERE id IN (
    SELECT id FROM {_BY_TURN} WHERE {_WAITING} ORDER BY crashes, id LIMIT ?
) RETURNING {LEASED}
"""  # noqa: S608  a constant
_STAND_IN: Final = """
SELECT enquiry.shard FROM enquiry JOIN shard ON shard.id = enquiry.shard
WHERE enquiry.key = ? AND shard.asked = ? AND shard.state <> 'ended'
"""


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard as the ledger has it.

    Attributes:
        id: Its number.
        state: How far it has come.
        digest: Of its file; None until that is whole.
        batch: The provider's id of it; None until it is known.
        made_at: When it was begun or, later, submitted; seconds since 1970.
    """

    id: int
    state: ShardState
    digest: str | None
    batch: str | None
    made_at: float


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What is asked about a document.

    Attributes:
        document: Its row.
        key: The request's digest.
        digest: The article's.
        worst: The most that it may take.
    """

    document: int
    key: str
    digest: str
    worst: Amount


def run_token(connection: sqlite3.Connection) -> str:
    """Return what tells the batches of this run from all others that the provider has."""
    connection.execute("INSERT OR IGNORE INTO token VALUES (1, ?)", (secrets.token_hex(16),))
    word: str = connection.execute("SELECT word FROM token").fetchone()[0]
    return word


def begin_shard(connection: sqlite3.Connection, by: Party) -> int:
    """Enter a shard with nothing in it, and return its number."""
    entered = connection.execute(
        "INSERT INTO shard (asked, worker, made_at) VALUES (?, ?, ?)",
        (by.asked, by.worker, time.time()),
    )
    assert entered.lastrowid is not None  # noqa: S101  an INSERT has one; this tells the type checker
    return entered.lastrowid


def pick(connection: sqlite3.Connection, shard: int, most: int) -> list[Leased]:
    """Put documents that wait for a batch into a shard, and return where they are."""
    rows = connection.execute(_PICK, (shard, most)).fetchall()
    return [Leased.of(row) for row in sorted(rows)]


def enquire(
    connection: sqlite3.Connection,
    shard: int,
    by: Party,
    enquiries: Sequence[Enquiry],
    limit: Amount | None,
) -> list[Place]:
    """Enter what is asked about documents of a shard, and return what becomes of each.

    Args:
        connection: To the ledger.
        shard: Their shard.
        by: Who asks.
        enquiries: One a document.
        limit: What the run may take in all; None for no limit.
    """
    places: list[Place] = []
    before = used(connection) if limit else Amount()
    taken = Amount()
    for enquiry in enquiries:
        place = _place(connection, shard, by, enquiry)
        if place == "line" and limit:
            more = taken + enquiry.worst
            if (before + more).fits(limit):
                taken = more
            else:
                place = "no room"
                _leave_out(connection, shard, enquiry.document)
        places.append(place)
    if taken.tokens:
        set_aside(connection, -shard, _NOBODY, taken)
    return places


def _place(connection: sqlite3.Connection, shard: int, by: Party, enquiry: Enquiry) -> Place:
    asked = by.asked
    if has_reply(connection, asked, enquiry.key) or answered(connection, asked, enquiry.digest):
        let_go(connection, [enquiry.document], ready=True)
        return "ready"
    found = connection.execute(_STAND_IN, (enquiry.key, asked)).fetchone()
    where = found[0] if found else shard
    connection.execute(
        "INSERT OR REPLACE INTO enquiry VALUES (?, ?, ?, ?)",
        (where, enquiry.document, enquiry.key, enquiry.digest),
    )
    connection.execute(
        "UPDATE document SET shard = ?, digest = ? WHERE id = ?",
        (where, enquiry.digest, enquiry.document),
    )
    return "shared" if found else "line"


def has_reply(connection: sqlite3.Connection, asked: int, key: str) -> bool:
    """Tell whether the reply to a request is there."""
    row = connection.execute("SELECT 1 FROM reply WHERE asked = ? AND key = ?", (asked, key))
    return row.fetchone() is not None


def _leave_out(connection: sqlite3.Connection, shard: int, document: int) -> None:
    connection.execute("DELETE FROM enquiry WHERE shard = ? AND document = ?", (shard, document))
    let_go(connection, [document], ready=False)


def give_back_reservation(connection: sqlite3.Connection, shard: int) -> None:
    """Take back what was set aside for a shard, as it is known by now what was spent."""
    connection.execute(
        "DELETE FROM reservation WHERE document = ? AND worker = ?", (-shard, _NOBODY)
    )


def let_go(connection: sqlite3.Connection, documents: Iterable[int], *, ready: bool) -> None:
    """Take documents out of their shard, to wait for another or, if ready, for a worker."""
    rows = ((ready, document) for document in documents)
    connection.executemany("UPDATE document SET shard = NULL, ready = ? WHERE id = ?", rows)


def filled(connection: sqlite3.Connection, shard: int, digest: str) -> None:
    """Note that a shard's file is whole; nothing was told to the provider so far."""
    connection.execute(
        "UPDATE shard SET state = 'filled', digest = ? WHERE id = ?", (digest, shard)
    )


def uploaded(connection: sqlite3.Connection, shard: int) -> None:
    """Note that from now on a batch may have been made of a shard."""
    connection.execute("UPDATE shard SET state = 'uploaded' WHERE id = ?", (shard,))


def submitted(connection: sqlite3.Connection, shard: int, batch: str) -> None:
    """Note which batch was made of a shard."""
    connection.execute(
        "UPDATE shard SET state = 'submitted', batch = ?, made_at = ? WHERE id = ?",
        (batch, time.time(), shard),
    )


def drop(connection: sqlite3.Connection, shard: int) -> None:
    """End a shard that nothing came of, as if its documents had never been in it."""
    connection.execute("UPDATE document SET shard = NULL WHERE shard = ?", (shard,))
    connection.execute("DELETE FROM enquiry WHERE shard = ?", (shard,))
    connection.execute("UPDATE shard SET state = 'ended' WHERE id = ?", (shard,))
    give_back_reservation(connection, shard)


def take_over(connection: sqlite3.Connection, by: Party) -> list[Shard]:
    """Take over the shards of workers that are gone, and return all of one's own, by number.

    What they had not filled is dropped: nobody was told of it.
    """
    alive = living_numbers(connection) - {by.worker}
    rows = connection.execute(
        f"SELECT {_COLUMNS}, worker FROM shard WHERE asked = ? AND state <> 'ended' ORDER BY id",  # noqa: S608  a constant
        (by.asked,),
    ).fetchall()
    own = [(Shard(*row[:-1]), row[-1]) for row in rows if row[-1] not in alive]
    for shard, worker in own:
        if worker != by.worker:
            connection.execute("UPDATE shard SET worker = ? WHERE id = ?", (by.worker, shard.id))
            if shard.state == "filling":
                drop(connection, shard.id)
    return [s for s, worker in own if s.state != "filling" or worker == by.worker]


def with_the_provider(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many documents are with the provider, and in how many batches."""
    row = connection.execute(
        "SELECT count(*), count(DISTINCT shard) FROM document WHERE shard IS NOT NULL"
    ).fetchone()
    return row[0], row[1]


def waiting_for_a_batch(connection: sqlite3.Connection, most: int) -> list[int]:
    """Return documents that are to be put into a shard."""
    rows = connection.execute(
        f"SELECT id FROM {_BY_TURN} WHERE {_WAITING} ORDER BY crashes, id LIMIT ?",  # noqa: S608  a constant
        (most,),
    )
    return [row_id for (row_id,) in rows]
