"""Putting what was found into the ledger: new documents added, changed ones made to wait again.

What is there and has not changed is not touched, so that going on with a run of 100,000 documents
takes a look at the folder and no writing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.batching.plan import File, Plan

_FILES_AT_ONCE: Final = 1000

_FOUND = """
CREATE TEMP TABLE IF NOT EXISTS found (
    path BLOB PRIMARY KEY, size INTEGER, modified_ns INTEGER
) WITHOUT ROWID
"""
_NEW_OR_CHANGED = """
SELECT path, EXISTS (SELECT 1 FROM document WHERE document.path = found.path) FROM found
WHERE NOT EXISTS (
    SELECT 1 FROM document AS known
    WHERE known.path = found.path AND known.size = found.size
    AND known.modified_ns = found.modified_ns
)
"""
_ADD = """
INSERT INTO document (path, line, name, start, length, size, modified_ns, state, kind, message)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path, line) DO UPDATE SET
    start = excluded.start, length = excluded.length, size = excluded.size,
    modified_ns = excluded.modified_ns, state = excluded.state, digest = NULL, original = NULL,
    worker = NULL, kind = excluded.kind, message = excluded.message, shard = NULL, ready = 0
"""
_GONE = "DELETE FROM document WHERE path = ? AND (size, modified_ns) <> (?, ?)"
_FREE = """
UPDATE document SET original = NULL, state = 'waiting'
WHERE original IN (SELECT id FROM document WHERE path = ?) AND state = 'waiting'
"""


@dataclass(slots=True)
class Listed:
    """What a look at the input found.

    Attributes:
        files: That there are.
        documents: That were new or had changed.
    """

    files: int = 0
    documents: int = 0


def list_documents(plan: Plan, writer: Writer) -> Listed:
    """Look at the input and enter what is new.

    A file is entered with all of its lines or not at all.

    Raises:
        BatchError: The input cannot be listed, or the ledger failed.
    """
    listed = Listed()
    files = plan.files()
    while chunk := list(islice(files, _FILES_AT_ONCE)):
        listed.files += len(chunk)
        listed.documents += writer.do(partial(_enter, plan=plan, files=chunk))
    return listed


def _enter(connection: sqlite3.Connection, plan: Plan, files: list[File]) -> int:
    """Enter those of the files that are not known as they are; return how many documents."""
    connection.execute(_FOUND)
    connection.execute("DELETE FROM found")
    found = {_bytes(file): file for file in files}
    rows = ((path, file.size, file.modified_ns) for path, file in found.items())
    connection.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
    unknown: dict[bytes, bool] = dict(connection.execute(_NEW_OR_CHANGED))
    changed = [found[path] for path, known in unknown.items() if known]
    connection.executemany(_FREE, ((_bytes(file),) for file in changed))
    new_rows = (row for path in unknown for row in _rows(found[path], plan))
    entered = connection.executemany(_ADD, new_rows).rowcount
    # Lines that a file used to have; answers to them are kept.
    connection.executemany(_GONE, ((_bytes(f), f.size, f.modified_ns) for f in changed))
    return max(entered, 0)


def _rows(file: File, plan: Plan) -> Iterator[tuple[object, ...]]:
    path = _bytes(file)
    for part in plan.parts(file):
        empty = ("skipped", "empty", "there is nothing in it")
        stands = empty if not part.length else ("waiting", None, None)
        place = (part.line, file.name, part.start, part.length, file.size, file.modified_ns)
        yield (path, *place, *stands)


def _bytes(file: File) -> bytes:
    return os.fsencode(file.path)
