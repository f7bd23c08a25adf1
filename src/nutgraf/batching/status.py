"""A run folder looked at from outside: how it stands, what failed, what is to be tried again."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from nutgraf.article import on_one_line
from nutgraf.batching.failing import KINDS
from nutgraf.batching.ledger.asking import asked_now
from nutgraf.batching.ledger.figures import (
    copies,
    failures,
    kinds,
    rate,
    retry,
    totals,
)
from nutgraf.batching.ledger.leases import living_workers
from nutgraf.batching.ledger.shards import with_the_provider
from nutgraf.batching.ledger.store import FILE_NAME, connect
from nutgraf.batching.ledger.store import failures as ledger_failures
from nutgraf.batching.ledger.writer import Writer
from nutgraf.batching.progress import Look, as_json, cost_text, two_digits
from nutgraf.counting import counted
from nutgraf.errors import ConfigError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

CRASH: Final = "crash"


@contextmanager
def _reading(folder: Path) -> Iterator[sqlite3.Connection]:
    ledger = folder / FILE_NAME
    with closing(connect(ledger)) as connection, ledger_failures(ledger):
        yield connection


def status_text(folder: Path) -> str:
    """Return how a run stands, for people.

    Raises:
        BatchError: It is no run folder.
    """
    with _reading(folder) as connection:
        stands, shared = totals(connection), copies(connection)
        failed, workers = kinds(connection), living_workers(connection)
        asked, speed = asked_now(connection), rate(connection)
        away, batches = with_the_provider(connection)
    lines = [stands.conservation]
    if shared:
        lines.append(f"copies: {shared:,} of those done have the article of another, paid once")
    if away:
        shards = counted(batches, "batch", "batches")
        lines.append(f"with the provider: {away:,} of those waiting, in {shards}")
    if asked:
        told = json.loads(asked[1])
        lines.append(f"asked: {told.get('model') or 'no model'}, schema {told['schema']}")
    tokens = stands.input_tokens + stands.output_tokens
    lines.append(
        f"spent: {counted(stands.requests, 'request')}, {stands.input_tokens:,} + "
        f"{stands.output_tokens:,} = {tokens:,} tokens, {cost_text(stands)}"
    )
    if speed:
        lines.append(f"rate: {two_digits(speed * 60)} documents a minute")
    lines.append(f"workers: {workers}")
    lines += [f"{count:>8,} {kind}" for kind, count in failed.items()]
    return "\n".join(lines)


def status_json(folder: Path) -> str:
    """Return the same for machines.

    Raises:
        BatchError: It is no run folder.
    """
    with _reading(folder) as connection:
        look = Look(totals(connection), rate(connection))
        told = {
            **json.loads(as_json(look)),
            "copies": copies(connection),
            "with_provider": with_the_provider(connection)[0],
            "workers": living_workers(connection),
            "failures": kinds(connection),
        }
    return json.dumps(told)


def failures_text(folder: Path) -> Iterator[str]:
    """Yield a line for each document that failed, was cut off or skipped.

    Raises:
        BatchError: It is no run folder.
    """
    with _reading(folder) as connection:
        for one in failures(connection):
            yield on_one_line(f"{one.name}: {one.kind} (attempts: {one.attempts}): {one.message}")


def retry_failures(folder: Path, wanted: tuple[str, ...]) -> str:
    """Make what failed wait again, and return what to tell the user.

    Raises:
        BatchError: It is no run folder.
        ConfigError: There is no such kind of failure.
    """
    known = {*KINDS.values(), CRASH}
    if unknown := sorted(set(wanted) - known):
        raise ConfigError(
            f"kind: {', '.join(unknown)} is none; there are {', '.join(sorted(known))}"
        )
    with Writer(folder / FILE_NAME) as writer:
        count = writer.do(lambda connection: retry(connection, wanted))
    wait = "waits" if count == 1 else "wait"
    return f"{counted(count, 'document')} {wait} again; nutgraf batch with the same input goes on"
