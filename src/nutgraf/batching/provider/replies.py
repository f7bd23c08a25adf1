"""The replies that a ledger keeps, looked up by request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nutgraf.batching.ledger.fetching import reply_to

if TYPE_CHECKING:
    from nutgraf.batching.ledger.writer import Writer
    from nutgraf.llm.stored import StoredReply


class LedgerReplies:
    """Finds replies.

    Args:
        writer: To the ledger.

    Attributes:
        asked: The number of what the run asks; set before the first look.
    """

    asked: int

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def reply_to(self, key: str) -> StoredReply | None:
        """Return the reply to a request by its digest, or None."""
        return await self._writer.ado(partial(reply_to, asked=self.asked, key=key))
