"""From a leased document to its article: the bytes at their place, read as any file is.

Which documents there are is the business of ``plan``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.batching.ledger.leases import Leased
from nutgraf.errors import ArticleError
from nutgraf.reading import read
from nutgraf.reading.document import Metadata
from nutgraf.reading.files import open_bytes, source_name
from nutgraf.reading.records import read_record

if TYPE_CHECKING:
    from nutgraf.article import Article


@dataclass(frozen=True, slots=True)
class Sent(Leased):
    """A document that was read elsewhere and sent here, as its file is not.

    Attributes:
        article: What it says.
    """

    article: Article


def read_document(leased: Leased, *, format: str | None, max_bytes: int) -> Article:  # noqa: A002  as for nutgraf.read
    """Read a document.

    Args:
        leased: Where it is.
        format: As for `nutgraf.read`.
        max_bytes: The largest document that is read.

    Raises:
        ArticleError: It went away, changed since it was listed, or cannot be read.
        ConfigError: The library that reads its format is not installed.
    """
    if isinstance(leased, Sent):
        return leased.article
    if not leased.line:
        article = read(leased.path, format=format, max_bytes=max_bytes)
        # Where nothing in the file says where it is from, its place on this machine is no answer.
        here = article.source == source_name(leased.path)
        return replace(article, source=leased.name) if here else article
    with open_bytes(leased.path) as stream:
        status = os.fstat(stream.fileno())
        if (status.st_size, status.st_mtime_ns) != (leased.size, leased.modified_ns):
            raise ArticleError(f"{leased.name}: it changed since it was listed; start again")
        stream.seek(leased.start)
        line = stream.read(leased.length) if leased.length <= max_bytes else None
    record = read_record(line, leased.line, leased.name, max_bytes)
    if isinstance(record.document, ArticleError):
        raise record.document
    return record.document.article(Metadata(), f"{leased.name}#{record.id}")
