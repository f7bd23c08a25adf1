"""Stopping in two steps: first no new calls, and what is in flight is kept; then out at once."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """What was asked of a run so far; may be asked from any thread.

    Attributes:
        drain: Set once no new document is to be begun.
        leave: Set once those in flight are to be given up.
    """

    def __init__(self) -> None:
        self.drain = threading.Event()
        self.leave = threading.Event()
        self._wakers: list[Callable[[], None]] = []

    def ask(self) -> None:
        """Ask to stop; the second time, at once."""
        (self.leave if self.drain.is_set() else self.drain).set()
        for wake in tuple(self._wakers):
            wake()

    def ask_to_drain(self) -> None:
        """Ask to begin nothing new; asked again, it is no request to leave at once."""
        if not self.drain.is_set():
            self.ask()

    @contextmanager
    def waking(self, changed: asyncio.Event) -> Iterator[None]:
        """Have an event of the running loop set whenever something was asked."""
        loop = asyncio.get_running_loop()

        def wake() -> None:
            loop.call_soon_threadsafe(changed.set)

        self._wakers.append(wake)
        try:
            yield
        finally:
            self._wakers.remove(wake)


@contextmanager
def on_signals(
    ask: Callable[[], None], signals: tuple[signal.Signals, ...] = SIGNALS
) -> Iterator[None]:
    """Have signals ask to stop, while inside; only a main thread can.

    Args:
        ask: What each of them does; see `Stop`.
        signals: Which.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(_: int, __: FrameType | None) -> None:
        ask()

    former = {number: signal.signal(number, handle) for number in signals}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
