"""What a run gives out: ``results.jsonl``, a file an article, CSV, Parquet; all from the ledger.

Each is written anew from what is done, in the order of the documents' names, so that its bytes do
not tell how often the run was broken off, nor in which order the answers came.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from nutgraf.batching.ledger.figures import NAME, PICO, document_name, standing
from nutgraf.batching.ledger.store import FILE_NAME, connect, failures
from nutgraf.batching.lines import line, unpack
from nutgraf.batching.writing import alone, whole
from nutgraf.counting import counted
from nutgraf.errors import BatchError, ConfigError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

RESULTS: Final = "results.jsonl"
EACH: Final = "each"
_LOCK: Final = ".writing"
Form: TypeAlias = Literal["jsonl", "each", "csv", "parquet"]

_DONE: Final = f"""
SELECT document.path, document.line, {NAME}, document.source, document.requests,
    document.input_tokens, document.output_tokens, document.cost, document.seconds, answer.result
FROM document JOIN run JOIN answer ON answer.asked = run.asked AND answer.digest = document.digest
WHERE document.state = 'done' ORDER BY document.name, document.line, document.path
"""  # noqa: S608  of constants
_NOT_IN_A_NAME: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Done:
    """A document with its result.

    Attributes:
        key: Different for each document, the same on every day: of its place, in hexadecimal.
        name: For people; of this document alone.
        source: Of the article.
        requests: That were answered; 0 where another document's answer served.
        input_tokens: Likewise.
        output_tokens: Likewise.
        cost: In millionths of a millionth of a US dollar; None if not known.
        seconds: That it took.
        kept: The result as the ledger keeps it.
    """

    key: str
    name: str
    source: str | None
    requests: int
    input_tokens: int
    output_tokens: int
    cost: int | None
    seconds: float
    kept: bytes


def done(connection: sqlite3.Connection) -> Iterator[Done]:
    """Yield each document that is done, one held at a time."""
    for path, number, name, *rest in connection.execute(_DONE):
        key = hashlib.sha256(path + b"\0" + str(number).encode()).hexdigest()
        yield Done(key, document_name(name, number), *rest)


def write_results(folder: Path, form: Form, out: Path | None = None) -> Path:
    """Write what is done so far, and return where.

    Args:
        folder: The run.
        form: ``jsonl``, ``each`` (a folder of result files), ``csv`` or ``parquet``.
        out: Where to; None for a place in the run folder.

    Raises:
        BatchError: It is no run folder, or the file cannot be written.
        ConfigError: The library that Parquet needs is not installed.
    """
    ledger = folder / FILE_NAME
    with closing(connect(ledger)) as connection, alone(folder / _LOCK), failures(ledger):
        connection.execute("BEGIN")  # what is counted and what is written is of one moment
        target = out or folder / (EACH if form == "each" else f"results.{form}")
        if form == "each":
            _write_each(connection, target)
        elif form == "parquet":
            _write_parquet(connection, target)
        else:
            with whole(target) as stream:
                if form == "csv":
                    rows = csv.writer(stream)
                    rows.writerow(COLUMNS)
                    rows.writerows(map(_escaped, map(_row, _all_done(connection))))
                else:
                    stream.writelines(line(d.name, d.kept, d.source) for d in _all_done(connection))
    return target


def _all_done(connection: sqlite3.Connection) -> Iterator[Done]:
    """Yield each document that is done, and see that none is lost between its row and its answer.

    Raises:
        BatchError: There are more of them than have an answer.
    """
    written = 0
    for document in done(connection):
        written += 1
        yield document
    if lost := standing(connection).states["done"] - written:
        are = "is" if lost == 1 else "are"
        raise BatchError(
            f"the ledger has no answer for {counted(lost, 'document')} that {are} done; report it"
        )


COLUMNS: Final = (
    "id", "source", "title", "published", "headline", "gist", "key_points", "errors", "warnings",
    "notes", "model", "prompt", "requests", "input_tokens", "output_tokens", "cost_usd", "seconds",
    "result",
)  # fmt: skip
"""Of CSV and Parquet; the last is the whole result, as JSON."""

Cell: TypeAlias = str | int | float | None


def _row(document: Done) -> tuple[Cell, ...]:
    text = unpack(document.kept, document.source)
    fields: dict[str, Any] = json.loads(text)  # Any: JSON
    article, summary = fields["article"], fields["summary"]
    severities = [finding["severity"] for finding in fields["findings"]]
    prompt = fields["provenance"]["prompt"]
    return (
        document.name,
        document.source,
        article["title"],
        article["published"],
        _text(summary.get("headline")),
        _text(summary.get("gist")),
        "\n".join(filter(None, map(_text, _list(summary.get("key_points"))))) or None,
        *(severities.count(severity) for severity in ("error", "warning", "note")),
        fields["provenance"]["model"],
        f"{prompt['name']}@v{prompt['version']}" if prompt else None,
        document.requests,
        document.input_tokens,
        document.output_tokens,
        None if document.cost is None else str(document.cost * PICO),
        round(document.seconds, 3),
        text,
    )


def _text(value: object) -> str | None:
    """Return a field of the news schema as text; None where another schema has something else."""
    if isinstance(value, dict):
        value = value.get("text")
    return value if isinstance(value, str) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _escaped(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row with an apostrophe before what a spreadsheet would run as a formula."""
    return tuple(
        f"'{cell}" if isinstance(cell, str) and cell.lstrip()[:1] in _FORMULA_SIGNS else cell
        for cell in row
    )


_FORMULA_SIGNS: Final = frozenset("=+-@|%")


def _write_each(connection: sqlite3.Connection, folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise BatchError(f"{folder}: cannot be made ({error.strerror})") from error
    for document in _all_done(connection):
        fields = json.loads(unpack(document.kept, document.source))
        text = json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
        file = folder / file_name(document)
        if not _holds(file, text):
            with whole(file) as stream:
                stream.write(text)


def file_name(document: Done) -> str:
    """Return the name of a document's own file: letters of its name, and what makes it different.

    It has no separator and does not begin with a dot, so it stays in its folder.
    """
    slug = _NOT_IN_A_NAME.sub("-", document.name).strip("-.")[-_LONGEST_NAME:].lstrip("-.")
    return f"{slug or 'article'}-{document.key[:12]}.json"


def _holds(file: Path, text: str) -> bool:
    try:
        return file.read_bytes() == text.encode()
    except OSError:
        return False


def _write_parquet(connection: sqlite3.Connection, target: Path) -> None:
    try:
        from nutgraf.batching.parquet import write_parquet  # noqa: PLC0415  an extra, and heavy
    except ImportError as error:
        raise ConfigError(
            'Parquet needs pyarrow; run pip install "nutgraf[parquet]", or export to csv'
        ) from error
    write_parquet(target, COLUMNS, map(_row, _all_done(connection)))
