"""Putting what was found into the ledger: new documents added, changed ones made to wait again.

What is there and has not changed is not touched, so that going on with a run of 100,000 documents
takes a look at the folder and no writing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from nutgraf.collecting import uncollected

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.batching.plan import File, Plan

_FILES_AT_ONCE: Final = 1000
_AS_IT_IS: Final = 3  # the first fields of a file: path, size and time

_KNOWN_BETWEEN = """
SELECT path, size, modified_ns FROM document WHERE path BETWEEN ? AND ? ORDER BY path LIMIT ?
"""
_KNOWN = "SELECT path, size, modified_ns FROM document WHERE path = ? LIMIT 1"
_AS_MANY: Final = 4  # rows for each file that were asked for
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
    with uncollected():
        while chunk := list(islice(files, _FILES_AT_ONCE)):
            listed.files += len(chunk)
            enter = partial(_enter, plan=plan, files=chunk)
            listed.documents += writer.do(enter, lasting=False)  # the folder tells again
    return listed


def _enter(connection: sqlite3.Connection, plan: Plan, files: list[File]) -> int:
    """Enter those of the files that are not known as they are; return how many documents."""
    known = _known(connection, [file.path for file in files])
    new = {file.path: file for file in files if file[:_AS_IT_IS] not in known}
    if not new:
        return 0
    changed = {path: new[path] for path, *_ in known if path in new}
    connection.executemany(_FREE, ((path,) for path in changed))
    new_rows = (row for file in new.values() for row in _rows(file, plan))
    entered = connection.executemany(_ADD, new_rows).rowcount
    # Lines that a file used to have; answers to them are kept.
    stale = ((path, file.size, file.modified_ns) for path, file in changed.items())
    connection.executemany(_GONE, stale)
    return max(entered, 0)


def _known(connection: sqlite3.Connection, paths: list[bytes]) -> set[tuple[bytes, int, int]]:
    """Return path, size and time of files that the ledger has, as they were when listed.

    Files of a walk lie side by side in the ledger, and are read in one go, ten times as fast as one
    by one. A list may name files from anywhere, and one file may have a million lines: then not.
    """
    most = _AS_MANY * len(paths)
    rows = connection.execute(_KNOWN_BETWEEN, (min(paths), max(paths), most)).fetchall()
    if len(rows) == most:
        found = (connection.execute(_KNOWN, (path,)).fetchone() for path in paths)
        rows = [row for row in found if row]
    return set(rows)


def _rows(file: File, plan: Plan) -> Iterator[tuple[object, ...]]:
    for part in plan.parts(file):
        empty = ("skipped", "empty", "there is nothing in it")
        stands = empty if not part.length else ("waiting", None, None)
        place = (part.line, file.name, part.start, part.length, file.size, file.modified_ns)
        yield (file.path, *place, *stands)
