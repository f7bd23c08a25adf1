"""The one retry policy: what is worth saying again, how often, and how long to wait in between.

Only transport is retried here; asking again for an answer that does not fit is another matter, and
the adapter's.
"""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from tenacity import retry_if_exception_type, stop_after_attempt, stop_any, stop_before_delay
from tenacity.asyncio import AsyncRetrying

from nutgraf.errors import ConfigError, TransientModelError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from tenacity import RetryCallState

ResultT = TypeVar("ResultT")

_FIRST_WAIT_S = 1.0
_SPREAD = 0.1  # of the wait a server asked for, so that many clients do not return as one


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to keep trying; all times in seconds.

    Waits grow exponentially with full jitter: between nothing and 1, 2, 4, ... seconds. A wait that
    the server asked for replaces them.

    Attributes:
        attempts: The most times that one request is sent.
        attempt_s: The longest that one attempt may take, from sending to the last byte.
        longest_wait_s: The cap on each wait, the server's own included.
        deadline_s: No attempt starts later than this after the first one.
        sleep: What waits; a test replaces it.
    """

    attempts: int = 4
    attempt_s: float = 120.0
    longest_wait_s: float = 20.0
    deadline_s: float = 600.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ConfigError(f"attempts must be at least 1, not {self.attempts}")
        if min(self.attempt_s, self.deadline_s) <= 0 or self.longest_wait_s < 0:
            raise ConfigError("the times of a retry policy must be positive")

    async def retry(self, attempt: Callable[[], Coroutine[None, None, ResultT]]) -> ResultT:
        """Return what the attempt returns, made again while it fails with a transient error.

        Raises:
            TransientModelError: It still failed at the last attempt; the message says how many.
        """
        started_s = time.monotonic()
        try:
            return await attempt()  # nearly all pass at once, and need no tenacity
        except TransientModelError as error:
            return await self._go_on(error, time.monotonic() - started_s, attempt)

    async def _go_on(
        self,
        first: TransientModelError,
        took_s: float,
        attempt: Callable[[], Coroutine[None, None, ResultT]],
    ) -> ResultT:
        """Make an attempt again that failed once, after this time."""
        # One per call: tenacity keeps the state of a run on it, so tasks must not share one.
        retrying = AsyncRetrying(
            sleep=self.sleep,
            stop=stop_any(
                stop_after_attempt(self.attempts), stop_before_delay(self.deadline_s - took_s)
            ),
            wait=self._wait_s,
            retry=retry_if_exception_type(TransientModelError),
            reraise=True,
        )
        made = 0

        async def counted() -> ResultT:
            nonlocal made
            made += 1
            if made == 1:
                raise first  # tenacity counts the attempt that it did not see
            return await attempt()

        try:
            return await retrying(counted)
        except TransientModelError as error:
            raise TransientModelError(
                f"{error} (attempts: {made})", retry_after_s=error.retry_after_s
            ) from error

    def _wait_s(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, TransientModelError) and error.retry_after_s is not None:
            asked_s = max(error.retry_after_s, 0.0)
            wait_s = asked_s + random.uniform(0, _SPREAD * asked_s)  # noqa: S311  # jitter, no secret
        else:
            ceiling_s = min(_FIRST_WAIT_S * 2.0 ** (state.attempt_number - 1), self.longest_wait_s)
            wait_s = random.uniform(0, ceiling_s)  # noqa: S311  # jitter, no secret
        return min(wait_s, self.longest_wait_s)


UNATTENDED: Final = Patience(attempts=10, longest_wait_s=60.0, deadline_s=3600.0)
"""For a batch: it has the night, and its deadline must leave time for waiting behind a limiter."""
