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
