"""One limiter for all requests: how many at once, how many a minute, and when not at all.

    async with limiter.turn(tokens=3_000) as turn:
        ...  # send one request; a TransientModelError from here tells the limiter what to do
        turn.settle(2_411)

A turn is one attempt: whoever tries again takes another turn, at the end of the queue, so that each
retry counts as the request that it is. When to try again is the retry policy's business.
"""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Protocol

from nutgraf.errors import ConfigError, TransientModelError
from nutgraf.llm.concurrency import Concurrency
from nutgraf.llm.rates import LocalRates
from nutgraf.llm.slowdowns import AT_ONCE, NoOthers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from nutgraf.llm.rates import Rates, Reservation
    from nutgraf.llm.slowdowns import Slowdowns

_FIRST_ROUND_TRIP_S: Final = 1.0  # until one has been seen
_WEIGHT: Final = 0.125  # of the last round trip in their mean, as RFC 6298 has it


class Turn:
    """One attempt that was let through.

    Attributes:
        tokens: What it is taken to use; at first, what was set aside for it.
    """

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens

    def settle(self, tokens: int) -> None:
        """Say what it used, as the server counted; nothing, where it was refused."""
        self.tokens = tokens


class Gate(Protocol):
    """Who lets requests through."""

    def turn(self, tokens: int) -> AbstractAsyncContextManager[Turn]:
        """Wait until a request may be sent; it may take so many tokens, answer included."""
        ...


class OpenGate:
    """Lets everybody through at once."""

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[Turn]:
        """Do not wait."""
        yield Turn(tokens)


class Limiter:
    """Lets requests through in the order in which they come, so that none is passed over.

    It may be used from one event loop only. Processes that share their rates wait for each other's
    requests; of those that share their slow-downs, all send half as many once one was asked to.
    Up from there, each finds its own way.

    Args:
        most: Requests in flight at most, of this process.
        rates: Requests and tokens a minute; None for no limit.
        slowdowns: Where others are told, and tell, that fewer requests are wanted; None for nobody.
        longest_pause_s: The most that a server's ``Retry-After`` holds up everybody.
        clock: In seconds; all who share the rates must have the same.

    Raises:
        ConfigError: A number does not fit.
    """

    def __init__(
        self,
        most: int,
        rates: Rates | None = None,
        slowdowns: Slowdowns | None = None,
        *,
        longest_pause_s: float = 60.0,
        clock: Callable[[], float] = time.monotonic,  # one for all processes of a machine
    ) -> None:
        if longest_pause_s < 0:
            raise ConfigError(f"the longest pause must not be negative, but is {longest_pause_s}")
        self.concurrency = Concurrency(most)
        self._rates = rates or LocalRates()
        self._slowdowns = slowdowns or NoOthers()
        self._longest_pause_s = longest_pause_s
        self._clock = clock
        self._queue = asyncio.Lock()  # hands over to whoever has waited longest
        self._left = asyncio.Event()
        self._round_trip_s = _FIRST_ROUND_TRIP_S
        self._to_spread = 0

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[Turn]:
        """Wait until a request may be sent.

        What is raised inside goes on to the caller. Where it is a `TransientModelError` that asks
        for fewer requests, half as many are let through from then on, and none before the time that
        the server asked for.

        Args:
            tokens: What it may take, answer included.
        """
        reservation = await self._admitted(tokens)
        turn, began, cuts = Turn(tokens), self._clock(), self.concurrency.cuts
        try:
            yield turn
        except TransientModelError as error:
            if error.too_fast:
                self._slow_down(error, cuts)
            raise
        else:
            self.concurrency.went_well()
            self._round_trip_s += _WEIGHT * (self._clock() - began - self._round_trip_s)
        finally:
            self._leave()  # first, as what the rates are kept in may fail
            self._rates.settle(reservation, turn.tokens)

    async def _admitted(self, tokens: int) -> Reservation:
        async with self._queue:
            while True:
                self._hear()
                await self._room()
                await self._end_of_pause()
                await self._spread()
                reservation = self._rates.reserve(tokens, self._clock())
                if await self._due(reservation):
                    self.concurrency.enter()
                    return reservation

    def _hear(self) -> None:
        """Do what others were asked to do; several that were refused together count once."""
        heard = self._slowdowns.heard()
        if heard:
            self._fewer(self.concurrency.cuts)
            self._rates.pause(max(heard))

    async def _room(self) -> None:
        while not self.concurrency.has_room:
            self._left.clear()
            await self._left.wait()

    async def _end_of_pause(self) -> None:
        while (paused_s := self._rates.paused_s(self._clock())) > 0:
            self._spread_the_next()
            await asyncio.sleep(paused_s)

    async def _spread(self) -> None:
        """Let those that waited for the same moment go one by one, over one round trip or so."""
        if self._to_spread > 0:
            self._to_spread -= 1
            mean_s = self._round_trip_s / self.concurrency.limit
            await asyncio.sleep(random.uniform(0, 2 * mean_s))  # noqa: S311  # jitter, no secret

    async def _due(self, reservation: Reservation) -> bool:
        """Wait for its time; give it back and say no where there is no sending at that time."""
        due = False
        try:
            if (left_s := reservation.at - self._clock()) > 0:
                await asyncio.sleep(left_s)
            due = self.concurrency.has_room and self._rates.paused_s(self._clock()) <= 0
        finally:
            if not due:
                self._rates.withdraw(reservation)
        return due

    def _slow_down(self, error: TransientModelError, cuts: int) -> None:
        self._hear()  # whoever was refused for the same reason may have told already
        until = AT_ONCE
        if error.retry_after_s:
            until = self._clock() + min(error.retry_after_s, self._longest_pause_s)
            self._rates.pause(until)
        if self._fewer(cuts):
            self._slowdowns.tell(until)

    def _fewer(self, cuts: int) -> bool:
        cut = self.concurrency.was_too_fast(cuts)
        if cut:
            self._spread_the_next()
        return cut

    def _spread_the_next(self) -> None:
        self._to_spread = int(self.concurrency.limit)

    def _leave(self) -> None:
        self.concurrency.leave()
        self._left.set()
