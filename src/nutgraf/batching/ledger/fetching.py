"""What came of a shard: replies kept and paid for once, the rest failed or waiting again."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.batching.ledger.settling import Outcome, settle, spend
from nutgraf.batching.ledger.shards import give_back_reservation, has_reply, let_go
from nutgraf.llm.stored import StoredReply

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from nutgraf.batching.ledger.settling import Party, Spent

MOST_TRIES: Final = 5
"""Batches that may put a document off before it fails, to be told and tried again by hand."""

_QUICK: Final = 1  # of zlib's levels


@dataclass(frozen=True, slots=True)
class Fetched:
    """A reply to one request.

    Attributes:
        key: The request's digest.
        reply: What the model said.
        spent: What it took.
    """

    key: str
    reply: StoredReply
    spent: Spent


@dataclass(slots=True)
class Count:
    """What the lines of a shard came to.

    Attributes:
        replies: That are new.
        known: That were there already: fetched before, or told twice.
        strange: To requests that are not of this shard.
    """

    replies: int = 0
    known: int = 0
    strange: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request failed for good.

    Attributes:
        kind: In a word; see `nutgraf.batching.failing`.
        message: For people.
    """

    kind: str
    message: str


def enter_replies(
    connection: sqlite3.Connection, shard: int, by: Party, fetched: Sequence[Fetched]
) -> Count:
    """Keep replies, and enter what each took with the first document that asked for it.

    Doing it again changes nothing, so a fetch that was broken off is begun anew.
    """
    count = Count()
    for one in fetched:
        asker = connection.execute(
            "SELECT min(document) FROM enquiry WHERE shard = ? AND key = ?", (shard, one.key)
        ).fetchone()[0]
        if asker is None:
            count.strange += 1
            continue
        kept = zlib.compress(one.reply.model_dump_json().encode(), _QUICK)
        entered = connection.execute(
            "INSERT OR IGNORE INTO reply VALUES (?, ?, ?)", (by.asked, one.key, kept)
        )
        if entered.rowcount:
            count.replies += 1
            spend(connection, asker, by, one.spent)
        else:
            count.known += 1
    return count


def reply_to(connection: sqlite3.Connection, asked: int, key: str) -> StoredReply | None:
    """Return the reply to a request, or None."""
    row = connection.execute(
        "SELECT content FROM reply WHERE asked = ? AND key = ?", (asked, key)
    ).fetchone()
    return StoredReply.model_validate_json(zlib.decompress(row[0])) if row else None


def has_replies(connection: sqlite3.Connection) -> bool:
    """Tell whether anything was ever fetched."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM reply)").fetchone()[0])


def end_shard(
    connection: sqlite3.Connection,
    shard: int,
    by: Party,
    refused: Mapping[str, Refused],
    *,
    counted: bool,
) -> int:
    """End a shard: its documents are ready, have failed, or wait for another.

    Args:
        connection: To the ledger.
        shard: Which.
        by: Who ends it.
        refused: Requests that failed for good, by key.
        counted: Whether the provider told of all replies what they took; else what was set aside
            for the shard stays so.

    Returns:
        How many documents wait for another.
    """
    rows = connection.execute(
        "SELECT document, key, enquiry.digest FROM enquiry "
        "JOIN document ON document.id = enquiry.document AND document.shard = enquiry.shard "
        "WHERE enquiry.shard = ?",
        (shard,),
    ).fetchall()
    connection.execute("UPDATE shard SET state = 'ended' WHERE id = ?", (shard,))
    again = 0
    for document, key, digest in rows:
        ready = has_reply(connection, by.asked, key)
        let_go(connection, [document], ready=ready)
        why = None if ready else refused.get(key) or _put_off(connection, document, by)
        if why:
            outcome = Outcome(state="failed", digest=digest, kind=why.kind, message=why.message)
            settle(connection, document, by, outcome)
        again += not ready and not why
    if counted:
        give_back_reservation(connection, shard)
    return again


def _put_off(connection: sqlite3.Connection, document: int, by: Party) -> Refused | None:
    tries = connection.execute(
        "SELECT count(*) FROM enquiry JOIN shard ON shard.id = enquiry.shard "
        "WHERE document = ? AND shard.asked = ? AND shard.state = 'ended'",
        (document, by.asked),
    ).fetchone()[0]
    if tries < MOST_TRIES:
        return None
    return Refused("busy", f"the provider put it off in {tries} batches; retry, or leave out --via")
