"""An event loop whose clock jumps to the next timer at once, so that tests wait for nothing.

    with virtual_time() as runner:
        runner.run(something())

It is for code that waits on timers and on other tasks only, not on sockets.
"""

from __future__ import annotations

import asyncio
import selectors


class _Jumping(selectors.DefaultSelector):
    """Passes the time that it is to wait, instead of waiting."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("every task waits for another one")
        self.now += max(0.0, timeout)
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def virtual_time() -> asyncio.Runner:
    """Return a runner of coroutines on a loop of virtual time, from 0 seconds on."""
    return asyncio.Runner(loop_factory=_Loop)


def now() -> float:
    """Return the running loop's time, in seconds."""
    return asyncio.get_running_loop().time()
