"""The log of a run: an event a line, as JSON; no article text, no key.

Several processes add to it; each line is written in one go.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.batching.ledger.settling import Spent
    from nutgraf.batching.ledger.tables import State

LOG: Final = "log.jsonl"

_APPENDING: Final = os.O_WRONLY | os.O_APPEND | os.O_CREAT  # plain calls: it is once a document
_MODE: Final = 0o666


class Log:
    """Adds events to a file.

    That it cannot be written ends nothing: the ledger is what counts.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, event: str, **fields: str | float | None) -> None:
        """Add an event, such as ``done``, with what is to be said of it."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "event": event, "pid": os.getpid(), **fields}
        with suppress(OSError):
            file = os.open(self._path, _APPENDING, _MODE)
            try:
                os.write(file, json.dumps(told).encode() + b"\n")
            finally:
                os.close(file)

    def finished(self, state: State, document: str, kind: str | None, spent: Spent) -> None:
        """Add that a document is through: how it stands, why it failed if it did, what it took."""
        self.add(
            state,
            document=document,
            kind=kind,
            input_tokens=spent.input_tokens,
            output_tokens=spent.output_tokens,
            seconds=round(spent.seconds, 3),
        )
