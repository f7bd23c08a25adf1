"""How many requests and tokens a minute may be used, and at what time the next ones may.

Nothing waits here and no clock is read: the limiter does both. A rate is held in two ways. No more
than a minute's worth is used in any minute, however it falls; and it is used evenly, since servers
look at shorter times too, and what was sent in one burst would come again as one a minute later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Protocol

from nutgraf.errors import ConfigError

_MINUTE_S: Final = 60
_ON_ITS_WAY_S: Final = 1  # that a request may be late, since it is the server who counts
_AHEAD_S: Final = 6.0  # how far a burst may run ahead of the even rate: a tenth of a minute's worth


@dataclass(frozen=True, slots=True)
class Reservation:
    """A request that may be sent at its time and not before.

    Attributes:
        at: Its time, in the seconds of whoever's clock it was asked with.
        tokens: What was set aside for it.
    """

    at: float
    tokens: int


class Rates(Protocol):
    """Who hands out the times at which requests may be sent; all of ``now`` is of one clock.

    `LocalRates` is for one process, `nutgraf.llm.shared_rates.SharedRates` for several.
    """

    def reserve(self, tokens: int, now: float) -> Reservation:
        """Set one request and its tokens aside at the earliest time that has room for them."""
        ...

    def settle(self, reservation: Reservation, tokens: int) -> None:
        """Put the tokens that a request took in the place of those set aside."""
        ...

    def withdraw(self, reservation: Reservation) -> None:
        """Give back what a request that was never sent had set aside."""
        ...

    def pause(self, until: float) -> None:
        """Let nobody send before a time."""
        ...

    def paused_s(self, now: float) -> float:
        """Return for how many seconds more nobody may send."""
        ...


@dataclass(slots=True)
class Allowance:
    """What may be used of one thing in a minute.

    The even rate is the generic cell rate algorithm (ITU-T I.371): each use is paid for by the time
    that it takes at that rate.

    Attributes:
        a_minute: How much.
        used: How much in which second; what stands there counts for the minute after it.
        paid_at: When all that was used is paid for.
    """

    a_minute: float
    used: dict[int, float] = field(default_factory=dict)
    paid_at: float = float("-inf")

    def earliest(self, amount: float, now: float) -> float:
        """Return the earliest time that has room for an amount.

        What is more than a minute's worth by itself has room where nothing else is in the minute:
        the amount is an estimate, and the server knows better.
        """
        gone = [second for second in self.used if _counts_until(second) <= now]
        for second in gone:
            del self.used[second]
        total, at = sum(self.used.values()), now
        for second in sorted(self.used):
            if total + amount <= self.a_minute:
                break
            total -= self.used[second]
            at = _counts_until(second)
        return max(at, self.paid_at - _AHEAD_S)

    def use(self, amount: float, at: float) -> None:
        """Use an amount at a time that `earliest` gave, or a later one."""
        self.used[int(at)] = self.used.get(int(at), 0.0) + amount
        self.paid_at = max(self.paid_at, at) + self._paid_in_s(amount)

    def correct(self, by: float, at: float) -> None:
        """Add to what was used at a time, or take from it."""
        if int(at) in self.used:
            self.used[int(at)] += by
        self.paid_at += self._paid_in_s(by)

    def _paid_in_s(self, amount: float) -> float:
        return amount * _MINUTE_S / self.a_minute


@dataclass(slots=True)
class LocalRates:
    """The rates of one process.

    Attributes:
        requests: A minute; None for no limit.
        tokens: Likewise.
        paused_until: Nobody may send before.
    """

    requests: Allowance | None = None
    tokens: Allowance | None = None
    paused_until: float = float("-inf")

    def reserve(self, tokens: int, now: float) -> Reservation:
        """Set one request and its tokens aside at the earliest time that has room for them."""
        at = now
        if self.requests:
            at = max(at, self.requests.earliest(1, now))
        if self.tokens:
            at = max(at, self.tokens.earliest(tokens, now))
        if self.requests:
            self.requests.use(1, at)
        if self.tokens:
            self.tokens.use(tokens, at)
        return Reservation(at, tokens)

    def settle(self, reservation: Reservation, tokens: int) -> None:
        """Put the tokens that a request took in the place of those set aside."""
        if self.tokens:
            self.tokens.correct(tokens - reservation.tokens, reservation.at)

    def withdraw(self, reservation: Reservation) -> None:
        """Give back what a request that was never sent had set aside."""
        self.settle(reservation, 0)
        if self.requests:
            self.requests.correct(-1, reservation.at)

    def pause(self, until: float) -> None:
        """Let nobody send before a time."""
        self.paused_until = max(self.paused_until, until)

    def paused_s(self, now: float) -> float:
        """Return for how many seconds more nobody may send."""
        return max(0.0, self.paused_until - now)


def rates(requests: float | None = None, tokens: float | None = None) -> LocalRates:
    """Return rates with nothing used; both are a minute, None for no limit.

    Raises:
        ConfigError: A rate is not above 0.
    """
    if any(rate is not None and not 0 < rate < float("inf") for rate in (requests, tokens)):
        raise ConfigError("requests and tokens a minute must be above 0; leave out for no limit")
    return LocalRates(
        Allowance(requests) if requests else None, Allowance(tokens) if tokens else None
    )


def _counts_until(second: int) -> int:
    """Return when nothing that was used within a second counts any more."""
    return second + 1 + _MINUTE_S + _ON_ITS_WAY_S
