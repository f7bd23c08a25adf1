"""Ledgers for tests: with documents that stand anywhere, and workers that never were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from nutgraf.batching.asked import Asked
from nutgraf.batching.ledger.asking import ask
from nutgraf.batching.ledger.leases import Leased, enter_worker, lease
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.ledger.settling import Party
from nutgraf.batching.ledger.store import FILE_NAME, create
from nutgraf.batching.ledger.writer import Writer
from nutgraf.batching.plan import Plan

RAIN = Asked({"model": "m", "prompt": "rain@v1", "schema": "news"})
SNOW = Asked({"model": "m", "prompt": "snow@v1", "schema": "news"})


@contextmanager
def ledger(folder: Path) -> Iterator[Writer]:
    """Make a ledger in a folder, or open the one that is there."""
    folder.mkdir(exist_ok=True)
    create(folder / FILE_NAME)
    with Writer(folder / FILE_NAME) as writer:
        yield writer


@contextmanager
def begun(folder: Path, *texts: str, asked: Asked = RAIN) -> Iterator[tuple[Writer, Party]]:
    """Make a run with a file for each text, and a worker of this process on it."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for number, text in enumerate(texts):
        (articles / f"{number}.txt").write_text(text)
    with ledger(folder / "run") as writer:
        party = writer.do(partial(party_for, asked=asked))
        list_documents(Plan(inputs=(articles,)), writer)
        yield writer, party


def party_for(connection: sqlite3.Connection, asked: Asked) -> Party:
    """Enter this process as a worker that asks this."""
    number = ask(connection, asked)
    return Party(enter_worker(connection), number)


def dead(connection: sqlite3.Connection, party: Party) -> None:
    """Have a worker look as if its process were gone."""
    connection.execute("UPDATE worker SET began = 'long ago' WHERE id = ?", (party.worker,))


def take(writer: Writer, party: Party, most: int = 1) -> list[Leased]:
    """Lease documents."""
    return writer.do(partial(lease, by=party, most=most))


def rows(writer: Writer, columns: str) -> list[tuple[object, ...]]:
    """Return columns of all documents, by name."""
    query = f"SELECT {columns} FROM document ORDER BY name, line"
    return writer.do(lambda connection: connection.execute(query).fetchall())
