"""A worker and a courier side by side: the one finishes what the other has fetched."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from functools import partial
from typing import TYPE_CHECKING

from nutgraf.batching.provider.courier import Courier
from nutgraf.batching.provider.desk import Desk
from nutgraf.batching.runner import Runner, take_waiting
from nutgraf.summarizer import SummaryT

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from nutgraf.batching.attempt import Finished
    from nutgraf.batching.job import Run
    from nutgraf.batching.ledger.leases import Leased
    from nutgraf.batching.stopping import Stop


async def worked(run: Run[SummaryT], stop: Stop) -> AsyncGenerator[Finished[SummaryT]]:
    """Work on a run by way of the provider's batches, and yield each document that is through.

    Raises:
        NutgrafError: As `Runner.run` and `Courier.run`.
    """
    from nutgraf.llm.openai_client import OpenAIClient  # noqa: PLC0415  takes a second

    assert isinstance(run.client, OpenAIClient)  # noqa: S101  the job saw to it; for the type checker
    desk = Desk(
        job=run.job,
        writer=run.writer,
        party=run.party,
        summarizer=run.summarizer,
        client=run.client,
        batches=run.client.batches,
        aside=run.aside,
        log=run.log,
        stop=stop,
    )
    courier = asyncio.create_task(Courier(desk).run())
    try:
        async with aclosing(_Finisher(run, stop, courier).run()) as finished:
            async for one in finished:
                yield one
    finally:
        courier.cancel()
        with suppress(asyncio.CancelledError):
            await courier


class _Finisher(Runner[SummaryT]):
    """Works on what the provider's batches are through with, for as long as the courier goes."""

    def __init__(self, run: Run[SummaryT], stop: Stop, courier: asyncio.Task[None]) -> None:
        work = (run.writer, run.party, run.summarizer, run.aside, run.job.pace, stop)
        super().__init__(*work)
        self._courier = courier

    async def take(self, most: int) -> tuple[list[Leased], bool]:
        """Return what is ready, and whether there is reason to wait for more.

        Once the courier has failed there is none; but what was paid for is finished even so.
        """
        work = partial(take_waiting, by=self._party, most=most, ready=True)
        leased, left = await self._writer.ado(work)
        return leased, bool(leased) or (left and not self._courier.done())
