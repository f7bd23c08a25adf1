"""Rows into a Parquet file, some thousands at a time; the one module that knows pyarrow."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from nutgraf.errors import BatchError
from nutgraf.writing import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ROWS_AT_ONCE: Final = 1000
_TYPES: Final = {
    **dict.fromkeys(("errors", "warnings", "notes"), pa.int32()),
    **dict.fromkeys(("requests", "input_tokens", "output_tokens"), pa.int64()),
    "seconds": pa.float64(),
}


def write_parquet(
    path: Path, columns: tuple[str, ...], rows: Iterator[tuple[str | int | float | None, ...]]
) -> None:
    """Write a file whole or not at all. Costs are text, as no number of Parquet's holds them.

    Raises:
        BatchError: It cannot be written.
    """
    schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in columns])
    try:
        with beside(path) as part, ParquetWriter(part, schema) as writer:
            while some := list(islice(rows, _ROWS_AT_ONCE)):
                values = zip(*some, strict=True)
                arrays = [
                    pa.array(column, field.type)
                    for column, field in zip(values, schema, strict=True)
                ]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
    except OSError as error:
        raise BatchError(f"{path}: cannot be written ({error.strerror})") from error
