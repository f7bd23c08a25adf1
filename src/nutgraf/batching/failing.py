"""What the end of an attempt means for its document, and whether it is about the whole run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.errors import (
    ArticleError,
    BatchError,
    BudgetError,
    ConfigError,
    FindingsError,
    ModelError,
    NutgrafError,
    OutputError,
    PromptError,
    RecordingError,
    RefusalError,
    SchemaError,
    TransientModelError,
    TruncatedError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.batching.ledger.tables import State

KINDS: Final[Mapping[type[Exception], str]] = {
    # A class without an entry has that of its nearest base.
    ArticleError: "article",
    ConfigError: "config",
    TransientModelError: "busy",
    ModelError: "model",
    TruncatedError: "cut",
    RefusalError: "refusal",
    OutputError: "misfit",
    RecordingError: "recording",
    FindingsError: "findings",
    TimeoutError: "deadline",
    NutgrafError: "other",
    Exception: "fault",
}
"""What each failure is called, as ``--kind`` takes it. ``crash`` comes from the ledger itself."""

_BUSY: Final = KINDS[TransientModelError]
_DOWN_AFTER: Final = 20  # documents in a row that the server did not answer, for all the patience
_HOPELESS_AFTER: Final = 8  # workers that died in a row, without a document done in between
_OF_THE_RUN: Final = (BatchError, BudgetError, PromptError, SchemaError)


@dataclass(frozen=True, slots=True)
class Failing:
    """How a document failed.

    Attributes:
        state: ``cut`` or ``failed``.
        kind: In a word.
        message: For people; without article text.
    """

    state: State
    kind: str
    message: str


def failing(error: Exception, deadline_s: float) -> Failing:
    """Return what an error means for a document."""
    kind = next(KINDS[base] for base in type(error).__mro__ if base in KINDS)
    if isinstance(error, NutgrafError):
        message = str(error)
    elif isinstance(error, TimeoutError):
        message = f"not done within {deadline_s:g} s; raise --deadline"
    else:  # its own text may hold the article's
        message = f"a fault in nutgraf itself ({type(error).__name__}); please report it"
    return Failing("cut" if isinstance(error, TruncatedError) else "failed", kind, message)


def ends_the_run(error: Exception) -> bool:
    """Tell whether every other document would fail of the same, so that trying is no use."""
    if isinstance(error, ModelError):
        return error.for_every_request
    return isinstance(error, _OF_THE_RUN)


class Deaths:
    """Tells when so many workers in a row died that another one would do nothing else.

    Args:
        who: What the workers are called.
        advice: What to look at.
    """

    def __init__(self, who: str, advice: str) -> None:
        self._who = who
        self._advice = advice
        self._in_a_row = 0
        self._finished = 0

    def after(self, finished: int) -> BatchError | None:
        """Return the error that ends the run, or None to go on.

        Args:
            finished: Documents that are through, now that one more worker has died.
        """
        self._in_a_row = self._in_a_row + 1 if finished == self._finished else 1
        self._finished = finished
        if self._in_a_row < _HOPELESS_AFTER:
            return None
        return BatchError(
            f"{self._in_a_row} {self._who} died in a row without a document done: {self._advice}"
        )


class Outage:
    """Tells when so many documents in a row were not answered that the server must be down."""

    def __init__(self) -> None:
        self._unanswered = 0

    def after(self, kind: str | None) -> TransientModelError | None:
        """Return the error that ends the run, or None to go on.

        Args:
            kind: Of the failure of the document that ended last; None if it did not fail.
        """
        self._unanswered = self._unanswered + 1 if kind == _BUSY else 0
        if self._unanswered < _DOWN_AFTER:
            return None
        return TransientModelError(
            f"the server did not answer for {self._unanswered} documents in a row: see "
            "nutgraf status --failures; start again once it does, and nutgraf retry --kind busy"
        )
