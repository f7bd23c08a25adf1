"""What a batch may be told by name, in Python or on the command line, and the job that it makes."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from nutgraf.batching.attempt import Pace
from nutgraf.batching.budget import Budget
from nutgraf.batching.job import Job, Via
from nutgraf.batching.plan import Plan
from nutgraf.batching.provider.limits import Limits
from nutgraf.reading.files import DEFAULT_MAX_BYTES
from nutgraf.schema.news import NewsSummary
from nutgraf.settings import Options, Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from nutgraf.llm.client import Client


class BatchOptions(TypedDict, total=False):
    """What a batch may be told; see `Plan`, `Pace`, `Budget`, `Job` and `Limits`."""

    schema: type[Any]
    settings: Settings | Options
    client: Client
    glob: str
    format: str
    max_bytes: int
    concurrency: int
    deadline_s: float
    requests_per_minute: float
    tokens_per_minute: float
    max_cost: Decimal
    max_tokens: int
    via: Via
    limits: Limits


def job_of(
    inputs: str | PathLike[str] | Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    options: BatchOptions,
) -> Job[Any]:
    """Return the job that options make, with what holds for all that they leave out.

    Args:
        inputs: A folder or file, or several of them.
        out: The run folder.
        options: What else it is told.

    Raises:
        ConfigError: The options do not fit, or not together.
    """
    several = [inputs] if isinstance(inputs, str | PathLike) else inputs
    given = options.get("settings", Options())
    plain = Pace()
    return Job(
        folder=Path(out),
        plan=Plan(
            inputs=tuple(Path(one) for one in several),
            glob=options.get("glob"),
            format=options.get("format"),
            max_bytes=options.get("max_bytes", DEFAULT_MAX_BYTES),
        ),
        schema=options.get("schema", NewsSummary),
        settings=given if isinstance(given, Settings) else load_settings(given),
        pace=Pace(
            concurrency=options.get("concurrency", plain.concurrency),
            deadline_s=options.get("deadline_s", plain.deadline_s),
            format=options.get("format"),
            max_bytes=options.get("max_bytes", DEFAULT_MAX_BYTES),
            requests_per_minute=options.get("requests_per_minute"),
            tokens_per_minute=options.get("tokens_per_minute"),
        ),
        budget=Budget(options.get("max_cost"), options.get("max_tokens")),
        via=options.get("via", "calls"),
        limits=options.get("limits", Limits()),
        client=options.get("client"),
    )
