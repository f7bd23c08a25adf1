"""A result as a run keeps it: without what differs between two runs that come to the same.

Seconds, tokens, requests and cost stand in the ledger. What is kept of a result is shared by all
documents with its article; where each was read from is put in when a line is made.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, Final

from nutgraf.schema.result import parse_result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.schema.result import Result
    from nutgraf.summarizer import SummaryT

_SPENT: Final = {
    "requests", "input_tokens", "output_tokens", "cost_usd", "price_source", "seconds",
}  # fmt: skip
_NO_SOURCE: Final = '"source":null'
_QUICK: Final = 1  # of zlib's levels: 4 times smaller, and next to no time


def pack(result: Result[Any]) -> bytes:
    """Return what the ledger keeps of a result."""
    article = result.article.model_copy(update={"source": None})
    bare = result.model_copy(update={"article": article})
    return zlib.compress(bare.model_dump_json(exclude={"provenance": _SPENT}).encode(), _QUICK)


def unpack(kept: bytes, source: str | None) -> str:
    """Return the JSON of a result on one line, read from this source."""
    text = zlib.decompress(kept).decode()
    # The first one that is no part of a string is the article's: the record of it comes first.
    return text.replace(_NO_SOURCE, f'"source":{_json(source)}', 1)


def line(name: str, kept: bytes, source: str | None) -> str:
    """Return a line of ``results.jsonl``."""
    return f'{{"id":{_json(name)},"result":{unpack(kept, source)}}}\n'


def read_results(path: Path, schema: type[SummaryT]) -> Iterator[tuple[str, Result[SummaryT]]]:
    """Yield the id and the result of each line of a ``results.jsonl``.

    Args:
        path: The file.
        schema: What the summaries in it must fit.

    Raises:
        SchemaError: A line is no result; the message names it.
        OSError: The file cannot be read.
    """
    with path.open(encoding="utf-8") as stream:
        for number, text in enumerate(stream, start=1):
            fields: dict[str, Any] = json.loads(text)  # Any: JSON
            where = f"{path}, line {number}"
            yield fields["id"], parse_result(json.dumps(fields["result"]), schema, where)


def _json(value: str | None) -> str:
    return json.dumps(value, ensure_ascii=False)
