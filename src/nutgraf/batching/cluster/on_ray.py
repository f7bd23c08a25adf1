"""Workers as Ray's actors; the one module that knows Ray.

With ``RAY_ADDRESS`` set it goes to that cluster, else a Ray of its own is started on this machine.
What is sent is an argument of an actor's method, which Ray neither logs nor shows.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from nutgraf.batching.cluster.driving import Driver
from nutgraf.batching.cluster.shard_worker import KEY_VARIABLE, ShardWorker, without_key
from nutgraf.batching.cluster.shards import WorkerLost
from nutgraf.batching.stopping import SIGNALS
from nutgraf.batching.worker import error_of
from nutgraf.errors import BatchError, ConfigError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import ModuleType

    from nutgraf.batching.cluster.shards import Shard, Told
    from nutgraf.batching.job import Job, Run
    from nutgraf.batching.stopping import Stop

ADDRESS_VARIABLE: Final = "RAY_ADDRESS"
_LOOPBACK: Final = "127.0.0.2"  # Ray takes 127.0.0.1 for the address that others reach it by
_AT_A_TIME: Final = 8  # methods of an actor: its shards, and a word in between


async def work_on_ray(run: Run[Any], workers: int, stop: Stop) -> None:
    """Have so many actors do a run.

    Raises:
        ConfigError: Ray is not installed, or the job cannot be done elsewhere.
        BatchError: Ray cannot be started or reached; and what `Driver.work` raises.
    """
    job = run.job
    told, keyed = without_key(job), job.settings.api_key is not None
    with _connected(job, workers) as ray:
        actor = ray.remote(ShardWorker).options(
            num_cpus=1, max_concurrency=_AT_A_TIME, max_restarts=0, max_task_retries=0
        )
        await Driver(run, lambda: _Actor(ray, actor.remote(told, keyed=keyed)), stop).work(workers)


class _Actor:
    """An actor as the driver sees it."""

    def __init__(self, ray: ModuleType, actor: Any) -> None:  # Any: made by Ray
        self._ray = ray
        self._actor = actor

    async def introduce(self) -> str:
        with _losses(self._ray):
            asks, ended = await self._actor.introduce.remote()
        if error := error_of(ended.exit_code, ended.message):
            raise error
        return str(asks)

    async def work(self, shard: Shard) -> AsyncIterator[Told]:
        with _losses(self._ray):
            async for told in self._actor.work.remote(shard):
                yield await told

    async def drain(self) -> None:
        with _losses(self._ray):
            await self._actor.drain.remote()

    def dismiss(self) -> None:
        self._ray.kill(self._actor)


@contextmanager
def _losses(ray: ModuleType) -> Iterator[None]:
    """Tell a worker that is gone from one that has a fault."""
    try:
        yield
    except ray.exceptions.RayTaskError as error:  # its text holds the worker's
        raise BatchError(
            f"a fault in a worker of the cluster ({type(error.cause).__name__}); please report it"
        ) from None
    except ray.exceptions.RayError as error:
        raise WorkerLost from error


@contextmanager
def _connected(job: Job[Any], workers: int) -> Iterator[ModuleType]:
    """Yield Ray, connected to the cluster or started here."""
    try:
        import ray  # noqa: PLC0415  an extra, and slow to load
    except ImportError as error:
        raise ConfigError(
            'ray is not installed: pip install "nutgraf[cluster]", or leave --engine ray out'
        ) from error
    try:
        with _signals_kept(), _environment(job):
            ray.init(**_reached(workers), log_to_driver=False, configure_logging=False)
    except Exception as error:  # Ray raises bare ones
        raise BatchError(f"ray cannot be started or reached ({type(error).__name__})") from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _reached(workers: int) -> dict[str, Any]:
    """Return how Ray is told which cluster it is."""
    if address := os.environ.get(ADDRESS_VARIABLE):
        return {"address": address}
    own: dict[str, Any] = {"address": "local", "num_cpus": workers, "include_dashboard": False}
    return {**own, "_node_ip_address": _LOOPBACK} if sys.platform == "linux" else own


@contextmanager
def _environment(job: Job[Any]) -> Iterator[None]:
    """Set what the processes that Ray starts here are to inherit: the key, and no usage reports."""
    wanted = {"RAY_USAGE_STATS_ENABLED": os.environ.get("RAY_USAGE_STATS_ENABLED", "0")}
    if job.settings.api_key:
        wanted[KEY_VARIABLE] = job.settings.api_key.get_secret_value()
    former = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Put back the handlers that Ray puts its own in the place of."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
