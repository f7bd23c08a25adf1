"""Rates that the processes of one machine share, in a file that each of them opens.

The file holds nothing worth keeping: what was used in the last minute. A process that is killed
leaves its last reservations in it, which count for a minute and are gone. The clock is that of the
machine since it was started: what was left from before another start is not read.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

from nutgraf.errors import ConfigError
from nutgraf.llm.rates import Allowance, LocalRates, rates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from nutgraf.llm.rates import Reservation

_PATIENCE_S: Final = 10.0  # for another process, which takes a fraction of a millisecond
_STEP_S: Final = 60.0  # far more than passes between one reading the clock and its coming here


class SharedRates:
    """The rates of all processes that open the same file.

    Args:
        file: Made where it is not there, in a folder that is.
        requests: A minute, of all together; None for no limit.
        tokens: Likewise.

    Raises:
        ConfigError: A rate is not above 0, or the file cannot be used.
    """

    def __init__(
        self, file: Path, requests: float | None = None, tokens: float | None = None
    ) -> None:
        self._unused = rates(requests, tokens)
        self._file = file
        with self._failures():
            self._connection = sqlite3.connect(
                file, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")  # nothing in it outlives a crash
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS state "
                "(id INTEGER PRIMARY KEY, told TEXT NOT NULL, seen_at REAL NOT NULL)"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()

    def reserve(self, tokens: int, now: float) -> Reservation:
        """Set one request and its tokens aside at the earliest time that has room for them."""
        with self._held(now) as held:
            return held.reserve(tokens, now)

    def settle(self, reservation: Reservation, tokens: int) -> None:
        """Put the tokens that a request took in the place of those set aside."""
        if tokens != reservation.tokens:
            with self._held() as held:
                held.settle(reservation, tokens)

    def withdraw(self, reservation: Reservation) -> None:
        """Give back what a request that was never sent had set aside."""
        with self._held() as held:
            held.withdraw(reservation)

    def pause(self, until: float) -> None:
        """Let nobody send before a time."""
        with self._held() as held:
            held.pause(until)

    def paused_s(self, now: float) -> float:
        """Return for how many seconds more nobody may send."""
        with self._failures():
            return self._read(now).paused_s(now)

    @contextmanager
    def _held(self, now: float | None = None) -> Iterator[LocalRates]:
        """Keep the other processes waiting while the state is read and changed."""
        with self._failures():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                state = self._read(now)
                yield state
                self._connection.execute(
                    "INSERT INTO state VALUES (1, ?, coalesce(?, 0)) ON CONFLICT DO UPDATE "
                    "SET told = excluded.told, seen_at = coalesce(?, seen_at)",
                    (json.dumps(_as_json(state)), now, now),
                )
            finally:
                self._connection.execute("COMMIT")

    def _read(self, now: float | None) -> LocalRates:
        row = self._connection.execute("SELECT told, seen_at FROM state").fetchone()
        if row and now is not None and row[1] > now + _STEP_S:
            row = None
        told: dict[str, Any] = json.loads(row[0]) if row else {}  # Any: JSON, from ourselves
        return LocalRates(
            _allowance(self._unused.requests, told.get("requests")),
            _allowance(self._unused.tokens, told.get("tokens")),
            told.get("paused_until", float("-inf")),
        )

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise ConfigError(
                f"{self._file}: the rates that processes share cannot be read or written "
                f"({type(error).__name__}); delete the file while none of them runs"
            ) from error


def _as_json(state: LocalRates) -> dict[str, object]:
    kinds = {"requests": state.requests, "tokens": state.tokens}
    told = {
        name: {"used": list(kind.used.items()), "paid_at": kind.paid_at}
        for name, kind in kinds.items()
        if kind
    }
    return {**told, "paused_until": state.paused_until}


def _allowance(unused: Allowance | None, told: dict[str, Any] | None) -> Allowance | None:
    if unused is None or told is None:
        return unused and Allowance(unused.a_minute)
    used = {int(second): float(amount) for second, amount in told["used"]}
    return Allowance(unused.a_minute, used, told["paid_at"])
