"""What was spent in all, and what is set aside for calls whose end is not known yet.

All workers on a run share these rows, so that together they keep within one budget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import sqlite3

    from nutgraf.batching.ledger.settling import Party

Answer: TypeAlias = int | Literal["wait", "no"]
"""To a reservation: its number; that it may fit once other calls have ended; that it does not."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens, and what they cost.

    Attributes:
        tokens: Of input and output together.
        cost: In millionths of a millionth of a US dollar.
    """

    tokens: int = 0
    cost: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.tokens + other.tokens, self.cost + other.cost)

    def fits(self, limit: Amount) -> bool:
        """Tell whether it is within a limit, in tokens and in cost."""
        return self.tokens <= limit.tokens and self.cost <= limit.cost


def reserve(
    connection: sqlite3.Connection, document: int, by: Party, worst: Amount, limit: Amount
) -> Answer:
    """Set the worst case of a call aside, where all that is spent and set aside leaves room.

    Args:
        connection: To the ledger.
        document: Whose call it is.
        by: Who makes it.
        worst: What it may take.
        limit: What the run may take in all.
    """
    if not (used(connection) + worst).fits(limit):
        others = connection.execute("SELECT 1 FROM reservation WHERE open LIMIT 1").fetchone()
        return "wait" if others else "no"
    return set_aside(connection, document, by.worker, worst)


def set_aside(connection: sqlite3.Connection, document: int, worker: int, worst: Amount) -> int:
    """Set an amount aside, whether or not there is room for it, and return its number."""
    entered = connection.execute(
        "INSERT INTO reservation (document, worker, tokens, cost) VALUES (?, ?, ?, ?)",
        (document, worker, worst.tokens, worst.cost),
    )
    assert entered.lastrowid is not None  # noqa: S101  an INSERT has one; this tells the type checker
    return entered.lastrowid


def close_reservation(
    connection: sqlite3.Connection, reservation: int, took: Amount | None, *, kept: bool = False
) -> None:
    """Put what a call took in the place of its worst case; None keeps the worst case for good.

    Args:
        connection: To the ledger.
        reservation: Its number.
        took: What the call took.
        kept: Whether that, too, stays for good, besides what is entered as spent.
    """
    if took is None:
        connection.execute("UPDATE reservation SET open = 0, kept = 1 WHERE id = ?", (reservation,))
        return
    connection.execute(
        "UPDATE reservation SET open = 0, kept = kept OR ?, tokens = ?, cost = ? WHERE id = ?",
        (kept, took.tokens, took.cost, reservation),
    )


def keep_reservations(connection: sqlite3.Connection, worker: int) -> None:
    """Take what a dead worker had set aside for spent: its calls may have been answered."""
    connection.execute(
        "UPDATE reservation SET open = 0, kept = 1 WHERE worker = ? AND NOT kept", (worker,)
    )


def enter_spent(connection: sqlite3.Connection, document: int, by: Party, spent: Amount) -> None:
    """Add what an attempt took to what was spent in all, in the place of its reservations.

    One that is open yet was for a call that was never made: its attempt ended before that.
    """
    connection.execute(
        "UPDATE run SET tokens = tokens + ?, cost = cost + ?", (spent.tokens, spent.cost)
    )
    connection.execute(
        "DELETE FROM reservation WHERE document = ? AND worker = ? AND NOT kept",
        (document, by.worker),
    )


def used(connection: sqlite3.Connection) -> Amount:
    """Return all that is spent and set aside."""
    row = connection.execute(
        "SELECT tokens + (SELECT coalesce(sum(tokens), 0) FROM reservation), "
        "cost + (SELECT coalesce(sum(cost), 0) FROM reservation) FROM run"
    ).fetchone()
    return Amount(*row)
