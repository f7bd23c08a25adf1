"""Where work is done that takes the processor's time: where it stands, or beside the event loop.

Grounding an article takes a second or so. A loop that serves many articles at once must go on
hearing from servers and timers meanwhile.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

WorkP = ParamSpec("WorkP")
ReturnT = TypeVar("ReturnT")


@dataclass(frozen=True, slots=True)
class Aside:
    """Does work that holds up whoever waits for it.

    Attributes:
        executor: Who does it; None for the caller's own thread, which is what one article wants.
    """

    executor: Executor | None = None

    async def do(
        self, work: Callable[WorkP, ReturnT], *args: WorkP.args, **kwargs: WorkP.kwargs
    ) -> ReturnT:
        """Return what the work returns, or raise what it raises."""
        if self.executor is None:
            return work(*args, **kwargs)
        done = self.executor.submit(work, *args, **kwargs)
        return await asyncio.wrap_future(done)


HERE = Aside()
