"""How much goes into one of the provider's batches, and how long anything is waited for."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_HOUR_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the provider allows, as OpenAI documents it, and what we allow it.

    Attributes:
        requests: In one batch at most.
        file_bytes: Of one batch's file at most.
        first_look_s: Until the first look at a batch; each further wait is half as long again.
        look_s: The longest wait between two looks.
        lags_s: Waits before each look for a batch that may have been made: the list may lag behind.
        overdue_s: After which a batch that has not ended is cancelled: its own window is 24 hours.
        give_up_s: After which one that has not ended even so is waited for no longer.
        sleep: What waits; a test replaces it.
        now: Seconds since 1970.
    """

    requests: int = 50_000
    file_bytes: int = 200_000_000
    first_look_s: float = 5.0
    look_s: float = 60.0
    lags_s: tuple[float, ...] = (2.0, 10.0, 30.0)
    overdue_s: float = 26 * _HOUR_S
    give_up_s: float = 30 * _HOUR_S
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], float] = time.time

    def __post_init__(self) -> None:
        if self.requests < 1 or self.file_bytes < 1 or not self.look_s > 0:  # nor is NaN
            raise ConfigError("the limits of a provider's batch must be positive")
