"""Workers as Ray's actors; the one module that knows Ray.

With ``RAY_ADDRESS`` set it goes to that cluster, else a Ray of its own is started on this machine,
which listens to this machine only and leaves nothing behind.

A key never goes through Ray, whose dashboard and logs show more than one thinks: on a cluster each
machine has it in its environment, and a Ray started here inherits it.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from nutgraf.batching.cluster.driving import Driver
from nutgraf.batching.cluster.shard_worker import KEY_VARIABLE, ShardWorker, told_to_each
from nutgraf.batching.cluster.shards import WorkerLost
from nutgraf.batching.ledger.fetching import has_replies
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
_AT_A_TIME: Final = 8  # methods of an actor: its shards, and a word in between
_LISTENER: Final = "ray_listen_error_messages"  # a thread of Ray's
_STORE_BYTES: Final = 256 << 20  # for shards under way, of a Ray that is started here
_WHERE_EVER: Final = {"RAY_DEDUP_LOGS": "0"}  # else it keeps some of them, to print at the end
_HERE: Final = {
    # Ray's name for it is of other systems, where this is what it does unasked.
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # listen to this machine only
    "RAY_USAGE_STATS_ENABLED": "0",  # tell nobody
}


async def work_on_ray(run: Run[Any], workers: int, stop: Stop) -> None:
    """Have so many actors do a run.

    Raises:
        ConfigError: Ray is not installed, or the job cannot be done elsewhere.
        BatchError: Ray cannot be started or reached; and what `Driver.work` raises.
    """
    if await run.writer.ado(has_replies):
        raise ConfigError(
            "this run has replies from the provider's batches, which only this machine can make "
            "use of: go on with it without --engine"
        )
    told, keyed = told_to_each(run.job, workers), run.job.settings.api_key is not None
    with _connected(run.job, workers) as ray:
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
    """Yield Ray, connected to the cluster or started here; one that runs already is left alone."""
    address = os.environ.get(ADDRESS_VARIABLE)
    with ExitStack() as until_connected, ExitStack() as until_done:
        until_connected.enter_context(_environment(job, own=not address))
        ray = _imported()
        if not ray.is_initialized():
            reached: dict[str, Any] = {"address": address}
            if not address:
                reached = {**_own(workers), "_temp_dir": until_done.enter_context(_folder())}
            until_connected.enter_context(_signals_kept())
            until_done.enter_context(_quiet())
            until_done.callback(ray.shutdown)
            try:
                ray.init(**reached, log_to_driver=False, configure_logging=False)
            except Exception as error:  # Ray raises bare ones
                raise BatchError(
                    f"ray cannot be started or reached ({type(error).__name__}): see "
                    f"{ADDRESS_VARIABLE}; or the machine is too busy, as Ray gives up after half a "
                    "minute"
                ) from error
        until_connected.close()
        yield ray


class _NotRays:
    """A stream that leaves out what Ray's listener prints, whatever it was told about its logs."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        ours = threading.current_thread().name != _LISTENER
        return self._stream.write(text) if ours else len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def _quiet() -> Iterator[None]:
    former = sys.stdout
    sys.stdout = cast("TextIO", _NotRays(former))
    try:
        yield
    finally:
        sys.stdout = former


def _imported() -> ModuleType:
    try:
        import ray  # noqa: PLC0415  an extra, and slow to load
    except ImportError as error:
        raise ConfigError(
            'ray is not installed: run pip install "nutgraf[cluster]", or leave --engine out'
        ) from error
    logging.getLogger("ray").setLevel(logging.ERROR)  # its advice is not for our user
    return ray


def _own(workers: int) -> dict[str, Any]:
    """Return how Ray is told to start here."""
    return {
        "address": "local",
        "num_cpus": workers,
        "object_store_memory": _STORE_BYTES,
        "include_dashboard": False,
    }


def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for Ray's sockets and logs, which nobody else may read.

    The path of a socket may have some hundred bytes, and Ray adds most of them.
    """
    short = "/tmp" if os.name == "posix" else None  # noqa: S108  a folder of its own is made there
    return tempfile.TemporaryDirectory(prefix="nutgraf-", dir=short, ignore_cleanup_errors=True)


@contextmanager
def _environment(job: Job[Any], *, own: bool) -> Iterator[None]:
    """Set what Ray reads, and what the processes are to inherit that it starts here."""
    told = _WHERE_EVER | _HERE if own else _WHERE_EVER
    wanted = {name: os.environ.get(name, value) for name, value in told.items()}
    if own and job.settings.api_key:
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
