"""Workers of a cluster that live in this process, and die when a test says so."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import aclosing
from functools import partial
from typing import Any

import pytest

from nutgraf.batching.cluster.driving import Driver
from nutgraf.batching.cluster.shard_worker import ShardWorker, told_to_each
from nutgraf.batching.cluster.shards import Shard, Told, WorkerLost
from nutgraf.batching.job import Run
from nutgraf.batching.stopping import Stop
from nutgraf.batching.worker import error_of


class InProcess:
    """A worker in this process.

    Args:
        worker: Who does the work.
        dies_after: Things that it still tells before it is gone; None for a long life.
    """

    def __init__(self, worker: ShardWorker, dies_after: int | None = None) -> None:
        self.worker = worker
        self.left = dies_after
        self.gone = False
        self.shards: list[Shard] = []

    async def introduce(self) -> str:
        asks, ended = await self.worker.introduce()
        if error := error_of(ended.exit_code, ended.message):
            raise error
        return asks

    async def work(self, shard: Shard) -> AsyncIterator[Told]:
        self.shards.append(shard)
        async with aclosing(self.worker.work(shard)) as all_told:
            async for told in all_told:
                if self.gone or self.left == 0:
                    self.gone = True
                    raise WorkerLost
                if self.left:
                    self.left -= 1
                yield told

    async def drain(self) -> None:
        await self.worker.drain()

    def dismiss(self) -> None:
        self.gone = True


class Crew:
    """Hires workers of this process in the place of Ray's, and remembers them.

    Args:
        lives: What each still tells before it dies, in the order in which they are hired.
        kinds: What each is; those after the last are like any other.
    """

    def __init__(self, *lives: int | None, kinds: Iterable[type[InProcess]] = ()) -> None:
        self._lives = iter(lives)
        self._kinds = iter(kinds)
        self.hired: list[InProcess] = []

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have ``engine="ray"`` mean this crew."""
        monkeypatch.setattr("nutgraf.batching.cluster.on_ray.work_on_ray", self._work)

    async def _work(self, run: Run[Any], workers: int, stop: Stop) -> None:
        told = told_to_each(run.job, workers)
        keyed = run.job.settings.api_key is not None
        await Driver(run, partial(self._hire, told, keyed), stop).work(workers)

    def _hire(self, told: str, keyed: bool) -> InProcess:
        kind = next(self._kinds, InProcess)
        self.hired.append(kind(ShardWorker(told, keyed=keyed), next(self._lives, None)))
        return self.hired[-1]
