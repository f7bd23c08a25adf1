"""Handing a shard over exactly once, whenever this process or the connection dies.

That a batch may be made is entered before it is asked for, and its id once it is known. Whoever
finds the one without the other looks through the provider's list first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nutgraf.batching.ledger.shards import drop, run_token, submitted, uploaded
from nutgraf.batching.provider.filling import digest_of
from nutgraf.errors import BatchError, TransientModelError

if TYPE_CHECKING:
    from nutgraf.batching.ledger.shards import Shard
    from nutgraf.batching.provider.desk import Desk
    from nutgraf.llm.openai_client.batch_records import BatchRecord


async def submit(desk: Desk, shard: Shard) -> bool:
    """Hand a shard over, unless that was done; return False if it had to be dropped instead.

    Args:
        desk: What is at hand.
        shard: As a process before may have left it: ``filled`` or ``uploaded``.

    Raises:
        BatchError: The ledger failed, or the shard's file cannot be read.
        ModelError: The provider said no, or cannot be reached.
    """
    if shard.state == "uploaded" and (record := await _found(desk, shard)):
        await _note(desk, shard, record)
        return True
    path = desk.file(shard.id, "input")
    try:
        if await desk.aside.do(digest_of, path) != shard.digest:
            raise FileNotFoundError  # noqa: TRY301  it comes to the same
        file_id = await desk.batches.upload(path)
    except FileNotFoundError:
        desk.log.add("shard file lost", shard=shard.id)
        await desk.writer.ado(partial(drop, shard=shard.id))
        return False
    except OSError as error:
        raise BatchError(f"{path}: cannot be read ({error.strerror})") from error
    await desk.writer.ado(partial(uploaded, shard=shard.id))
    await _note(desk, shard, await _made(desk, shard, file_id))
    return True


async def _made(desk: Desk, shard: Shard, file_id: str) -> BatchRecord:
    """Have a batch made; where nobody knows whether it was, look before asking again."""
    metadata = await _metadata(desk, shard)
    attempts = len(desk.limits.lags_s)
    for attempt in range(attempts):
        try:
            return await desk.batches.create(file_id, metadata)
        except TransientModelError as error:
            desk.log.add("not known whether a batch was made", shard=shard.id, why=str(error))
            if record := await _found(desk, shard):
                return record
            if attempt == attempts - 1:
                raise
    raise AssertionError  # pragma: no cover  the last attempt returns or raises


async def _found(desk: Desk, shard: Shard) -> BatchRecord | None:
    metadata = await _metadata(desk, shard)
    for lag_s in desk.limits.lags_s:
        await desk.limits.sleep(lag_s)
        if record := await desk.batches.find(metadata, shard.made_at):
            return record
    return None


async def _metadata(desk: Desk, shard: Shard) -> dict[str, str]:
    """Return what tells a shard's batch from all others of the account."""
    return {
        "nutgraf_run": await desk.writer.ado(run_token),
        "nutgraf_shard": str(shard.id),
        "nutgraf_digest": shard.digest or "",
    }


async def _note(desk: Desk, shard: Shard, record: BatchRecord) -> None:
    await desk.writer.ado(partial(submitted, shard=shard.id, batch=record.id))
    desk.log.add("submitted", shard=shard.id, batch=record.id)
    desk.file(shard.id, "input").unlink(missing_ok=True)
