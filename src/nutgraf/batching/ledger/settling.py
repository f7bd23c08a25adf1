"""What comes of a document: claimed by its digest, then done, failed, cut, or put back.

An answer is entered and its document marked done in one transaction, so there is no moment at which
one is there without the other.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from nutgraf.batching.ledger.spending import Amount, enter_spent

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.batching.ledger.tables import State

Claim: TypeAlias = Literal["mine", "answered", "follows", "lost"]
"""What is to be done about a document that was read.

``mine``: ask the model. ``answered``: there is an answer already. ``follows``: another document
with the same article stands for it, or the article is with the provider's batches. ``lost``:
somebody else has it by now.
"""

_SETTLE = """
UPDATE document SET state = :state, kind = :kind, message = :message, digest = :digest,
    worker = NULL, finished_at = :now
WHERE id = :id AND state <> 'done'
"""
_SPEND = """
UPDATE document SET requests = requests + :requests, input_tokens = input_tokens + :input_tokens,
    output_tokens = output_tokens + :output_tokens, cost = cost + :cost,
    seconds = seconds + :seconds
WHERE id = :id
"""
_SETTLE_COPIES = """
UPDATE document SET state = :state, kind = :kind, message = :message, finished_at = :now
WHERE original = :id AND state = 'waiting' AND digest = :digest
"""


@dataclass(frozen=True, slots=True)
class Party:
    """Who works, and on what.

    Attributes:
        worker: Its number in the ledger.
        asked: The number of what it was told to ask.
    """

    worker: int
    asked: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What an attempt at a document took.

    Attributes:
        requests: That the model answered.
        input_tokens: As the server counted them.
        output_tokens: Likewise.
        cost: In millionths of a millionth of a US dollar; None where the price is not known.
        seconds: From reading it to its end.
    """

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = 0
    seconds: float = 0.0

    @property
    def amount(self) -> Amount:
        """What of it counts against a budget."""
        return Amount(self.input_tokens + self.output_tokens, self.cost or 0)


NOTHING: Final = Spent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an attempt ended.

    Attributes:
        state: ``done``, ``failed``, ``cut`` or ``skipped``.
        digest: Of the article; None where it could not be read.
        result: What is kept of a result; None where there is none.
        kind: Of the failure, in a word.
        message: The error's; it holds no article text.
        spent: What it took.
    """

    state: State
    digest: str | None = None
    result: bytes | None = None
    kind: str | None = None
    message: str | None = None
    spent: Spent = NOTHING


def claim(
    connection: sqlite3.Connection, document: int, by: Party, digest: str, source: str | None
) -> Claim:
    """Say which article a leased document is, and learn what is to be done about it.

    Copies of one article are asked about once: the first to be claimed stands for all.
    """
    mine = connection.execute(
        "UPDATE document SET digest = ?, source = ? "
        "WHERE id = ? AND state = 'leased' AND worker = ?",
        (digest, source, document, by.worker),
    )
    if not mine.rowcount:
        return "lost"
    _free_copies(connection, document, but=digest)
    if answered(connection, by.asked, digest):
        settle(connection, document, by, Outcome(state="done", digest=digest))
        return "answered"
    if _joined_shard(connection, document, by, digest):
        return "follows"
    other = connection.execute(
        "SELECT id, state, kind, message FROM document WHERE digest = ? AND id <> ? "
        "AND original IS NULL AND state IN ('leased', 'cut', 'failed') "
        "ORDER BY state = 'leased' LIMIT 1",
        (digest, document),
    ).fetchone()
    if other is None:
        return "mine"
    original, state, kind, message = other
    connection.execute(
        "UPDATE document SET state = ?, kind = ?, message = ?, original = ?, worker = NULL, "
        "attempts = attempts - 1 WHERE id = ?",
        ("waiting" if state == "leased" else state, kind, message, original, document),
    )
    return "follows"


def _joined_shard(connection: sqlite3.Connection, document: int, by: Party, digest: str) -> bool:
    """Put a document with its article, if that is with the provider; tell whether it is."""
    found = connection.execute(
        "SELECT enquiry.shard, enquiry.key FROM enquiry JOIN shard ON shard.id = enquiry.shard "
        "WHERE enquiry.digest = ? AND shard.asked = ? AND shard.state <> 'ended' LIMIT 1",
        (digest, by.asked),
    ).fetchone()
    if found is None:
        return False
    shard, key = found
    connection.execute(
        "INSERT OR REPLACE INTO enquiry VALUES (?, ?, ?, ?)", (shard, document, key, digest)
    )
    connection.execute(
        "UPDATE document SET state = 'waiting', shard = ?, worker = NULL, "
        "attempts = attempts - 1 WHERE id = ?",
        (shard, document),
    )
    return True


def settle(connection: sqlite3.Connection, document: int, by: Party, outcome: Outcome) -> None:
    """Enter how an attempt ended, for the document and for the copies that follow it.

    An answer is kept even where somebody else has the document by now: it was paid for.
    """
    if outcome.result is not None:
        connection.execute(
            "INSERT OR IGNORE INTO answer VALUES (?, ?, ?)",
            (by.asked, outcome.digest, outcome.result),
        )
    values = {
        "id": document,
        "state": outcome.state,
        "kind": outcome.kind,
        "message": outcome.message,
        "digest": outcome.digest,
        "now": time.time(),
    }
    spend(connection, document, by, outcome.spent)
    if not still_asked(connection, by):
        return
    connection.execute(_SETTLE, values)
    if outcome.digest is None:
        _free_copies(connection, document, but=None)
    else:
        connection.execute(_SETTLE_COPIES, values)


def still_asked(connection: sqlite3.Connection, by: Party) -> bool:
    """Tell whether the run still asks what this worker was told to ask."""
    row = connection.execute("SELECT asked FROM run").fetchone()
    return row is not None and row[0] == by.asked


def put_back(connection: sqlite3.Connection, document: int, by: Party, spent: Spent) -> None:
    """Make a document wait again that was not to blame for the end of its attempt."""
    spend(connection, document, by, spent)
    connection.execute(
        "UPDATE document SET state = 'waiting', worker = NULL, attempts = attempts - 1 "
        "WHERE id = ? AND state = 'leased' AND worker = ?",
        (document, by.worker),
    )


def spend(connection: sqlite3.Connection, document: int, by: Party, spent: Spent) -> None:
    """Enter what was spent on a document."""
    figures = {name: getattr(spent, name) for name in spent.__slots__}
    connection.execute(_SPEND, {"id": document, **figures})
    enter_spent(connection, document, by, spent.amount)


def answered(connection: sqlite3.Connection, asked: int, digest: str) -> bool:
    """Tell whether there is an answer for an article."""
    found = connection.execute(
        "SELECT 1 FROM answer WHERE asked = ? AND digest = ?", (asked, digest)
    )
    return found.fetchone() is not None


def _free_copies(connection: sqlite3.Connection, document: int, *, but: str | None) -> None:
    """Let documents wait on their own that followed one which turns out to be no copy of theirs."""
    connection.execute(
        "UPDATE document SET original = NULL "
        "WHERE original = ? AND state = 'waiting' AND digest IS NOT ?",
        (document, but),
    )
