"""That a server asked one process to slow down, told to the others of the machine by way of a file.

The file is a row of records of one size, which processes append to and never change: that it has
grown is all that has to be looked for, which takes microseconds and so can be done for every
request. What was told before a process came is no news to it.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pathlib import Path

_RECORD: Final = struct.Struct("<d")  # until when nobody is to send; -inf for no such time
AT_ONCE: Final = float("-inf")


class Slowdowns(Protocol):
    """Who passes on that fewer requests are wanted; times are those of one clock for all."""

    def tell(self, until: float = AT_ONCE) -> None:
        """Tell the others to send fewer, and none before a time."""
        ...

    def heard(self) -> list[float]:
        """Return what others told since this was last asked: a time for each slow-down."""
        ...


class NoOthers:
    """Nobody else sends."""

    def tell(self, until: float = AT_ONCE) -> None:
        """Tell nobody."""

    def heard(self) -> list[float]:
        """Return nothing."""
        return []


class SharedSlowdowns:
    """Passes on what the processes that open the same file were asked for.

    It is advice: where the file cannot be read or written, each process finds out for itself.

    Args:
        file: Made when there is something to tell, in a folder that is there.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen = self._size()

    def tell(self, until: float = AT_ONCE) -> None:
        """Tell the others to send fewer, and none before a time."""
        with suppress(OSError), self._file.open("ab", buffering=0) as stream:
            stream.write(_RECORD.pack(until))
            self._seen += _RECORD.size  # one's own is no news

    def heard(self) -> list[float]:
        """Return what others told since this was last asked: a time for each slow-down."""
        size = self._size()
        if size <= self._seen:
            return []
        with suppress(OSError), self._file.open("rb") as stream:
            stream.seek(self._seen)
            content = stream.read(size - self._seen)
            whole = len(content) // _RECORD.size * _RECORD.size
            self._seen += whole
            return [until for (until,) in _RECORD.iter_unpack(content[:whole])]
        return []

    def _size(self) -> int:
        try:
            size = self._file.stat().st_size
        except OSError:
            return 0
        return size // _RECORD.size * _RECORD.size
