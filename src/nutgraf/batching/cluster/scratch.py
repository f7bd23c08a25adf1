"""The ledger of a shard, in its worker's memory: made from it, asked what came of it, and gone.

So the worker's loop, its accounts and its budget are those of a batch on one machine.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nutgraf.batching.cluster.shards import Report
from nutgraf.batching.ledger.settling import Outcome, Party, Spent
from nutgraf.batching.ledger.spending import Amount
from nutgraf.batching.ledger.store import in_memory
from nutgraf.batching.ledger.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from nutgraf.batching.cluster.shards import Shard

PARTY: Final = Party(worker=1, asked=1)
"""The only one who works on such a ledger."""

_NAME: Final = Path("the ledger of a shard")
_ENTER: Final = """
INSERT INTO document (id, path, line, name, start, length, size, modified_ns, state, worker)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'leased', ?)
"""
_ROWS: Final = """
SELECT document.id, state, digest, kind, message, answer.result,
    requests, input_tokens, output_tokens, cost, seconds,
    (SELECT coalesce(sum(tokens), 0) FROM reservation WHERE document = document.id),
    (SELECT coalesce(sum(cost), 0) FROM reservation WHERE document = document.id)
FROM document LEFT JOIN answer USING (digest)
WHERE ? OR state NOT IN ('waiting', 'leased')
"""


@contextmanager
def scratch(shard: Shard) -> Iterator[Writer]:
    """Yield a writer to a ledger in which the documents of a shard are leased to `PARTY`."""
    with Writer(_NAME, connection=in_memory()) as writer:
        writer.do(partial(_enter, shard=shard))
        yield writer


def finished(connection: sqlite3.Connection) -> list[Report]:
    """Return what came of the documents that are finished, and forget them."""
    return _reports(connection, everything=False)


def rest(connection: sqlite3.Connection) -> list[Report]:
    """Return what came of all documents that are left, finished or not, and forget them."""
    return _reports(connection, everything=True)


def _enter(connection: sqlite3.Connection, shard: Shard) -> None:
    connection.execute("INSERT INTO asked VALUES (?, '', '')", (PARTY.asked,))
    connection.execute("INSERT INTO run (id, asked) VALUES (1, ?)", (PARTY.asked,))
    for sent in shard.documents:
        place = (sent.line, sent.name, sent.start, sent.length, sent.size, sent.modified_ns)
        row = (sent.id, os.fsencode(sent.path), *place, PARTY.worker)
        connection.execute(_ENTER, row)


def _reports(connection: sqlite3.Connection, *, everything: bool) -> list[Report]:
    reports = [_report(row) for row in connection.execute(_ROWS, (everything,))]
    ids = [(report.document,) for report in reports]
    connection.executemany("DELETE FROM document WHERE id = ?", ids)
    digests = [(report.outcome.digest,) for report in reports if report.outcome]
    connection.executemany("DELETE FROM answer WHERE digest = ?", digests)
    return reports


def _report(row: tuple[Any, ...]) -> Report:  # Any: what SQLite gives
    document, state, digest, kind, message, result = row[:6]
    spent, uncounted = Spent(*row[6:11]), Amount(*row[11:13])
    if state in {"waiting", "leased"}:
        return Report(document, None, spent, uncounted)
    outcome = Outcome(
        state=state, digest=digest, result=result, kind=kind, message=message, spent=spent
    )
    return Report(document, outcome, spent, uncounted)
