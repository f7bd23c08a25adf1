"""How many requests may be in flight at once, found by trying.

Additive increase, multiplicative decrease, with slow start, as TCP finds what a path carries (RFC
5681; Chiu and Jain 1989, doi:10.1016/0169-7552(89)90019-6). Whoever adapts like that shares a
server fairly with others who do. Processes of one machine tell each other besides when the server
asks one of them to slow down (``slowdowns``), so that it need not ask each.
"""

from __future__ import annotations

from typing import Final

from nutgraf.errors import ConfigError

FIRST: Final = 8
"""Requests in flight at the start, where so many are allowed."""


class Concurrency:
    """The limit, and who has room under it.

    Args:
        most: What the limit never exceeds.

    Attributes:
        limit: How many may be in flight; a part of one counts for nothing yet.
        in_flight: How many are.
        cuts: How often the limit was halved.

    Raises:
        ConfigError: Not even one may be in flight.
    """

    def __init__(self, most: int) -> None:
        if most < 1:
            raise ConfigError(f"at least one request must be allowed at a time, not {most}")
        self._most = most
        self.limit = float(min(FIRST, most))
        self.in_flight = 0
        self.cuts = 0
        self._peak = 0
        self._well = 0

    @property
    def has_room(self) -> bool:
        """Whether one more may be sent."""
        return self.in_flight < int(self.limit)

    def enter(self) -> None:
        """Count one that is sent."""
        self.in_flight += 1
        self._peak = max(self._peak, self.in_flight)

    def leave(self) -> None:
        """Count one that has ended."""
        self.in_flight -= 1

    def went_well(self) -> None:
        """Allow more, where what is allowed was needed: twice as many in each round trip at first.

        After the first cut it is one more in each round trip. Needed is what was half used.
        """
        self._well += 1
        if 2 * self._peak >= int(self.limit):
            more = 1.0 if self.cuts == 0 else 1.0 / self.limit
            self.limit = min(self.limit + more, float(self._most))
        if self._well >= self.limit:  # a round trip
            self._well, self._peak = 0, self.in_flight

    def was_too_fast(self, cuts_when_sent: int) -> bool:
        """Allow half as many, and say so.

        Those that were sent before the last cut tell nothing about what is allowed since: many that
        were sent together and refused together halve it once.
        """
        if cuts_when_sent < self.cuts:
            return False
        self.limit = max(1.0, self.limit / 2)
        self.cuts += 1
        return True
