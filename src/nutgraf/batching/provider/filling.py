"""From documents that wait to the file of a shard: each read, its prompt rendered, a line written.

What cannot be asked about is left to the ordinary worker, who says why.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from nutgraf.batching.budget import worst_usage
from nutgraf.batching.documents import read_document
from nutgraf.batching.failing import ends_the_run
from nutgraf.batching.ledger.shards import (
    Enquiry,
    begin_shard,
    drop,
    enquire,
    filled,
    let_go,
    pick,
)
from nutgraf.errors import BatchError, NutgrafError
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from nutgraf.batching.ledger.leases import Leased
    from nutgraf.batching.provider.desk import Desk

_LOT: Final = 64  # documents that are read before the ledger hears of them


@dataclass(frozen=True, slots=True)
class Asking:
    """A document with what is asked about it.

    Attributes:
        enquiry: For the ledger.
        line: For the file.
    """

    enquiry: Enquiry
    line: bytes


@dataclass(slots=True)
class Filled:
    """How much is in a shard.

    Attributes:
        requests: Lines.
        size: Bytes.
        no_room: Whether the budget ended it.
    """

    requests: int = 0
    size: int = 0
    no_room: bool = False


class Filler:
    """Fills shards.

    Args:
        desk: What is at hand.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        drafter = desk.summarizer.drafter
        assert drafter  # noqa: S101  with a model there is one; this tells the type checker
        self._drafter = drafter

    async def fill(self, most: int) -> tuple[int | None, Filled]:
        """Fill a shard with what waits, and return its number; None where nothing came into it.

        Args:
            most: Requests at most.

        Raises:
            BatchError: The ledger failed, or the file cannot be written.
            PromptError: The prompt does not fit.
        """
        desk = self._desk
        shard = await desk.writer.ado(partial(begin_shard, by=desk.party))
        path = desk.file(shard, "input")
        try:
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as stream:
                held = await self._pour(shard, most, stream)
            if held.requests:
                digest = await desk.aside.do(digest_of, path)
                await desk.writer.ado(partial(filled, shard=shard, digest=digest))
                return shard, held
        except OSError as error:
            await desk.writer.ado(partial(drop, shard=shard))
            raise BatchError(f"{path}: cannot be written ({error.strerror}); make room") from error
        except NutgrafError:
            await desk.writer.ado(partial(drop, shard=shard))
            raise
        path.unlink()
        await desk.writer.ado(partial(drop, shard=shard))
        return None, held

    async def _pour(self, shard: int, most: int, stream: BinaryIO) -> Filled:
        desk, held = self._desk, Filled()
        while not desk.stop.drain.is_set():
            lot = min(_LOT, most - held.requests)
            leased = await desk.writer.ado(partial(pick, shard=shard, most=lot)) if lot else []
            if not leased:
                break
            askings = await desk.aside.do(self._askings, leased)
            await self._leave(leased, askings)
            fitting = self._fitting(askings, held)
            await self._enter(shard, fitting, held, stream)
            if len(fitting) < len(askings):
                rest = [asking.enquiry.document for asking in askings[len(fitting) :]]
                await desk.writer.ado(partial(let_go, documents=rest, ready=False))
                break
            if held.no_room:
                break
        stream.flush()
        return held

    async def _leave(self, leased: list[Leased], askings: list[Asking]) -> None:
        """Leave to the ordinary worker what cannot be asked about."""
        asked = {asking.enquiry.document for asking in askings}
        left = [one.id for one in leased if one.id not in asked]
        if left:
            await self._desk.writer.ado(partial(let_go, documents=left, ready=True))

    def _fitting(self, askings: list[Asking], held: Filled) -> list[Asking]:
        """Return those from the first on that the file has room for."""
        size = held.size
        for number, asking in enumerate(askings):
            size += len(asking.line)
            if size > self._desk.limits.file_bytes:
                return askings[:number]
        return askings

    async def _enter(
        self, shard: int, askings: list[Asking], held: Filled, stream: BinaryIO
    ) -> None:
        desk = self._desk
        work = partial(
            enquire,
            shard=shard,
            by=desk.party,
            enquiries=[asking.enquiry for asking in askings],
            limit=desk.budget,
        )
        places = await desk.writer.ado(work)
        for asking, place in zip(askings, places, strict=True):
            if place == "line":
                stream.write(asking.line)
                held.requests += 1
                held.size += len(asking.line)
            held.no_room = held.no_room or place == "no room"

    def _askings(self, leased: list[Leased]) -> list[Asking]:
        found = (self._asking(one) for one in leased)
        return [asking for asking in found if asking]

    def _asking(self, leased: Leased) -> Asking | None:
        from nutgraf.llm.openai_client.batch_records import (  # noqa: PLC0415  takes a second
            request_line,
        )

        pace, settings = self._desk.job.pace, self._desk.job.settings
        try:
            article = read_document(leased, format=pace.format, max_bytes=pace.max_bytes)
            if len(article.text) > settings.max_chars:
                return None
            request = self._drafter.request(Readings(article))
            key = request.digest(self._desk.client.model)
            line = request_line(key, self._desk.client.body(request))
        except NutgrafError as error:
            if ends_the_run(error):
                raise
            return None
        except UnicodeEncodeError:
            return None
        if len(line) > self._desk.limits.file_bytes:
            return None
        worst = self._desk.spent(worst_usage(request, asked=1)).amount
        return Asking(Enquiry(leased.id, key, article.digest, worst), line)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
