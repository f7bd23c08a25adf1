"""Fetching what came of a shard: both files, joined to the documents by custom id.

Whatever way a batch ended, what it answered was paid for and is kept; what it did not answer waits
for another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from nutgraf.batching.failing import failing
from nutgraf.batching.ledger.fetching import (
    Count,
    Fetched,
    Refused,
    end_shard,
    enter_replies,
)
from nutgraf.batching.ledger.shards import drop
from nutgraf.errors import BatchError, ModelError, TransientModelError
from nutgraf.llm.stored import StoredReply

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from nutgraf.batching.ledger.shards import Shard
    from nutgraf.batching.provider.desk import Desk
    from nutgraf.llm.openai_client.batch_records import BatchRecord, Told

_AT_ONCE: Final = 500  # lines that are entered together
_CROWDED: Final = "token_limit_exceeded"
"""The provider's code for too many tokens in all batches that wait for it: no fault of this one."""


@dataclass(slots=True)
class Came:
    """What came of a shard.

    Attributes:
        crowded: Whether the provider had no room for it at the time.
        fault: What any other batch would meet too, such as an account without credit.
    """

    crowded: bool = False
    fault: ModelError | None = None


@dataclass(slots=True)
class _Tally:
    """What the lines of a shard's files told so far."""

    refused: dict[str, Refused] = field(default_factory=dict)
    count: Count = field(default_factory=Count)
    put_off: int = 0
    broken: int = 0
    uncounted: int = 0
    gone: int = 0
    fault: ModelError | None = None


async def collect(desk: Desk, shard: Shard, record: BatchRecord) -> Came:
    """Fetch what came of a batch that has ended, and end its shard.

    Raises:
        BatchError: The ledger failed, or the files cannot be kept.
        ModelError: The provider cannot be reached.
    """
    if record.fault_codes and not record.files:
        return await _refused_whole(desk, shard, record)
    tally = _Tally()
    for number, file_id in enumerate(record.files):
        path = desk.file(shard.id, f"came-{number}")
        if await _fetched(desk, file_id, path):
            await _enter(desk, shard, path, tally)
        else:
            tally.gone += 1
    again = await desk.writer.ado(
        partial(
            end_shard,
            shard=shard.id,
            by=desk.party,
            refused=tally.refused,
            counted=not tally.uncounted,
        )
    )
    for number, _ in enumerate(record.files):
        desk.file(shard.id, f"came-{number}").unlink(missing_ok=True)
    _tell(desk, shard, record, tally, again)
    return Came(fault=tally.fault)


async def _refused_whole(desk: Desk, shard: Shard, record: BatchRecord) -> Came:
    """End a shard that the provider did not even begin with."""
    await desk.writer.ado(partial(drop, shard=shard.id))
    codes = ", ".join(sorted(record.fault_codes))
    desk.log.add("refused", shard=shard.id, batch=record.id, codes=codes)
    if record.fault_codes == {_CROWDED}:
        return Came(crowded=True)
    return Came(
        fault=ModelError(
            f"{desk.batches.place}: it refused a batch as a whole ({codes}); see its dashboard, or "
            "leave out --via provider-batch"
        )
    )


async def _fetched(desk: Desk, file_id: str, path: Path) -> bool:
    """Fetch a file; False where the provider has it no longer."""
    from nutgraf.llm.openai_client.batches import MissingError  # noqa: PLC0415  takes a second

    try:
        path.parent.mkdir(exist_ok=True)
        await desk.batches.download(file_id, path)
    except MissingError:
        return False
    except OSError as error:
        raise BatchError(f"{path}: cannot be written ({error.strerror}); make room") from error
    return True


async def _enter(desk: Desk, shard: Shard, path: Path, tally: _Tally) -> None:
    with path.open("rb") as stream:
        while told := await desk.aside.do(_read, stream, desk.batches.place):
            tally.broken += told.count(None)
            lines = [line for line in told if line]
            fetched = [
                Fetched(line.key, line.came, desk.spent(line.came.usage))
                for line in lines
                if isinstance(line.came, StoredReply)
            ]
            tally.uncounted += sum(not one.reply.usage.input_tokens for one in fetched)
            work = partial(enter_replies, shard=shard.id, by=desk.party, fetched=fetched)
            _add(tally.count, await desk.writer.ado(work))
            for line in lines:
                if isinstance(line.came, ModelError):
                    _refuse(tally, line.key, line.came)


def _read(stream: BinaryIO, place: str) -> list[Told | None]:
    from nutgraf.llm.openai_client.batch_records import read_told  # noqa: PLC0415  takes a second

    return [read_told(line, place) for line in islice(stream, _AT_ONCE) if line.strip()]


def _add(count: Count, more: Count) -> None:
    count.replies += more.replies
    count.known += more.known
    count.strange += more.strange


def _refuse(tally: _Tally, key: str, error: ModelError) -> None:
    """Sort a failure: about this request for good, about every request, or about the moment."""
    if error.for_every_request:
        tally.fault = error
    elif isinstance(error, TransientModelError):
        tally.put_off += 1
    else:
        found = failing(error, deadline_s=0)
        tally.refused[key] = Refused(found.kind, found.message)


def _tell(desk: Desk, shard: Shard, record: BatchRecord, tally: _Tally, again: int) -> None:
    desk.log.add(
        "fetched",
        shard=shard.id,
        batch=record.id,
        status=record.status,
        replies=tally.count.replies,
        known=tally.count.known,
        strange=tally.count.strange,
        refused=len(tally.refused),
        put_off=tally.put_off,
        broken=tally.broken,
        files_gone=tally.gone,
        again=again,
    )
