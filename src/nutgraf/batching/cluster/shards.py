"""What goes between the driver and a worker: documents one way, what came of them the other.

Articles are sent as they were read, so that the machines need no file system in common. A key is
never sent: each machine has it in its environment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from nutgraf.batching.documents import Sent
    from nutgraf.batching.ledger.settling import Outcome, Spent
    from nutgraf.batching.ledger.spending import Amount


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents for one worker.

    Attributes:
        documents: Leased and claimed for it.
        room: How many of them may be in flight at a time.
        allowance: What they may spend together; None where the run has no budget.
    """

    documents: tuple[Sent, ...]
    room: int
    allowance: Amount | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a document.

    Attributes:
        document: Its row in the driver's ledger.
        outcome: How it ended; None where it is to wait again.
        spent: What it took, in either case.
        uncounted: The worst case of calls of which nobody knows what they took.
    """

    document: int
    outcome: Outcome | None
    spent: Spent
    uncounted: Amount


@dataclass(frozen=True, slots=True)
class Ended:
    """The last that is heard of a shard.

    Attributes:
        exit_code: Of the error that ended it early, as `nutgraf.errors` has them; 0 for none.
        message: The error's.
    """

    exit_code: int = 0
    message: str = ""


Told: TypeAlias = "list[Report] | Ended"


class WorkerLost(Exception):  # noqa: N818  no error of the user's
    """A worker died, or its machine did, or cannot be reached any more."""


class Hand(Protocol):
    """A worker somewhere, as the driver sees it; each method may raise `WorkerLost`."""

    async def introduce(self) -> str:
        """Return what the worker asks of the model, as `Asked.text`.

        Raises:
            NutgrafError: It cannot do the job.
        """
        ...

    def work(self, shard: Shard) -> AsyncIterator[Told]:
        """Yield what comes of a shard's documents as it does, and `Ended` at last."""
        ...

    async def drain(self) -> None:
        """Ask it to begin no document any more."""
        ...

    def dismiss(self) -> None:
        """End it, whatever it does."""
        ...
