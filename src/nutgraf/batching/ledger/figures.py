"""Figures of a run: how many documents stand how, what was spent, what failed and why."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.batching.ledger.tables import STATES, State
from nutgraf.counting import counted
from nutgraf.reading.files import source_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

PICO: Final = Decimal(1).scaleb(-12)
"""What a unit of a cost in the ledger is, in US dollars."""

NAME: Final = """
CASE WHEN EXISTS (
    SELECT 1 FROM document AS other WHERE other.name = document.name
    AND other.line = document.line AND other.path <> document.path
) THEN document.path ELSE document.name END
"""
"""What tells a document from all others: its path where two inputs (``x/a``, ``y/a``) give a name
twice, else its name."""

_LATELY_S: Final = 600.0

_FORGET_REPLIES: Final = """
DELETE FROM reply WHERE EXISTS (
    SELECT 1 FROM enquiry JOIN shard ON shard.id = enquiry.shard
    JOIN document ON document.id = enquiry.document
    WHERE enquiry.key = reply.key AND shard.asked = reply.asked
    AND document.state IN ('failed', 'cut')
    AND (?1 = '[]' OR document.kind IN (SELECT value FROM json_each(?1)))
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How a run stands.

    Attributes:
        states: Documents in each state.
        requests: That models answered, over all attempts.
        input_tokens: Likewise.
        output_tokens: Likewise.
        cost_usd: Of what is known; see `unpriced`.
        unpriced: Documents whose cost is not known: they are not in `cost_usd`.
    """

    states: Mapping[State, int]
    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal = Decimal(0)
    unpriced: int = 0

    @property
    def documents(self) -> int:
        """How many there are."""
        return sum(self.states.values())

    @property
    def left(self) -> int:
        """How many are waiting or being worked on."""
        return self.states["waiting"] + self.states["leased"]

    @property
    def finished(self) -> int:
        """How many are neither."""
        return self.documents - self.left

    @property
    def conservation(self) -> str:
        """The account: documents in = those in each state; nothing is lost in between."""
        parts = [f"{self.states[s]:,} {s}" for s in ("done", "failed", "cut", "skipped")]
        if self.left:
            parts.append(f"{self.left:,} waiting")
        return f"{counted(self.documents, 'document')} = " + " + ".join(parts)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that failed, was cut or skipped.

    Attributes:
        name: Of the document.
        state: ``failed``, ``cut`` or ``skipped``.
        kind: In a word.
        message: The error's.
        attempts: How often it was tried.
    """

    name: str
    state: State
    kind: str
    message: str
    attempts: int


def totals(connection: sqlite3.Connection) -> Totals:
    """Return how the run stands."""
    row = connection.execute(
        "SELECT total(requests), total(input_tokens), total(output_tokens), "
        "coalesce(sum(cost), 0), count(*) FILTER (WHERE cost IS NULL) "
        "FROM document WHERE requests > 0"
    ).fetchone()
    return Totals(
        states=standing(connection).states,
        requests=int(row[0]),
        input_tokens=int(row[1]),
        output_tokens=int(row[2]),
        cost_usd=row[3] * PICO,
        unpriced=row[4],
    )


def standing(connection: sqlite3.Connection) -> Totals:
    """Return how many documents stand how, and nothing of what was spent: it is quicker."""
    states: dict[State, int] = dict.fromkeys(STATES, 0)
    states.update(connection.execute("SELECT state, count(*) FROM document GROUP BY state"))
    return Totals(states=states)


def copies(connection: sqlite3.Connection) -> int:
    """Return how many of the documents that are done share their article with another."""
    row = connection.execute(
        "SELECT count(*), count(DISTINCT digest) FROM document WHERE state = 'done'"
    ).fetchone()
    shared: int = row[0] - row[1]
    return shared


def rate(connection: sqlite3.Connection) -> float | None:
    """Return how many documents a second were finished in the last minutes of work, or None."""
    row = connection.execute(
        "SELECT count(*), max(finished_at) - min(finished_at) FROM document "
        "WHERE finished_at > (SELECT max(finished_at) FROM document) - ?",
        (_LATELY_S,),
    ).fetchone()
    return row[0] / row[1] if row[1] else None


def kinds(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many documents failed, were cut or skipped, by kind, the most frequent first."""
    return dict(
        connection.execute(
            "SELECT kind, count(*) FROM document WHERE state IN ('failed', 'cut', 'skipped') "
            "GROUP BY kind ORDER BY count(*) DESC, kind"
        )
    )


def failures(connection: sqlite3.Connection) -> Iterator[Failure]:
    """Yield what failed, was cut or skipped, by name."""
    for row in connection.execute(
        f"SELECT {NAME}, line, state, kind, message, attempts FROM document "  # noqa: S608  constant
        "WHERE state IN ('failed', 'cut', 'skipped') ORDER BY name, line, path"
    ):
        yield Failure(document_name(row[0], row[1]), *row[2:])


def retry(connection: sqlite3.Connection, wanted: tuple[str, ...]) -> int:
    """Make failed and cut documents wait again, and return how many.

    Args:
        connection: To the ledger.
        wanted: The kinds of failure; empty for all.
    """
    connection.execute(_FORGET_REPLIES, (json.dumps(wanted),))
    done = connection.execute(
        "UPDATE document SET state = 'waiting', ready = 0, original = NULL, kind = NULL, "
        "message = NULL, crashes = 0, finished_at = NULL WHERE state IN ('failed', 'cut') "
        "AND (?1 = '[]' OR kind IN (SELECT value FROM json_each(?1)))",
        (json.dumps(wanted),),
    )
    return done.rowcount


def document_name(name: str | bytes, line: int) -> str:
    """Return how a document is called: its file's name or path, and the line in JSON Lines."""
    called = name if isinstance(name, str) else source_name(os.fsdecode(name))
    return f"{called}#line-{line}" if line else called
