"""Articles out of files: one, one of many, or all of them.

What a format looks like inside is the business of its own module; folders are walked elsewhere.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Unpack

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.document import Known, Metadata
from nutgraf.reading.files import DEFAULT_MAX_BYTES, open_bytes, read_bounded, source_name
from nutgraf.reading.formats import READERS, Format, format_of, sniff
from nutgraf.reading.headers import read_header
from nutgraf.reading.records import Record, read_records

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from nutgraf.article import Article

_IDS_NAMED = 5  # how many ids a message lists


def read(
    path: str | os.PathLike[str],
    *,
    id: str | None = None,  # noqa: A002 - the name that the records and the command use
    format: str | None = None,  # noqa: A002 - likewise
    max_bytes: int = DEFAULT_MAX_BYTES,
    **known: Unpack[Known],
) -> Article:
    """Read one article from a file.

    Args:
        path: The file; ``-`` is standard input.
        id: Which article of a JSON Lines file: its ``id``, or ``line-N``.
        format: ``text``, ``markdown``, ``html``, ``json``, ``jsonl``, ``pdf`` or ``docx``; None to
            go by the suffix, or by the content where the suffix says nothing.
        max_bytes: The largest file that is read; for JSON Lines, the largest line.
        **known: ``title``, ``published``, ``authors``, ``source``, ``language``: they win over
            what the file says.

    Raises:
        ArticleError: The file is missing, empty, too large, binary or broken; or it holds several
            articles and no id picks one.
        ConfigError: The format, the limit or the language does not fit, or the library that reads
            the format is not installed.
    """
    stated, named = _settings(path, format, max_bytes, known)
    name = source_name(path)
    with open_bytes(path) as opened:
        kind, stream = _recognised(opened, named, name, max_bytes)
        if kind is Format.JSON_LINES:
            records = read_records(stream, name, max_bytes)
            record = _only(records, name) if id is None else _picked(records, id, name)
            return _article(record, stated, name)
        if id is not None:
            raise ArticleError(f"{name}: an id picks a line of JSON Lines, and this is {kind}")
        document = READERS[kind](read_bounded(stream, name, max_bytes), name)
        return document.article(stated, name)


def read_text(text: str, **known: Unpack[Known]) -> Article:
    """Make an article of a plain text held in memory; header lines are read as in a file.

    Args:
        text: The text.
        **known: ``title``, ``published``, ``authors``, ``source``, ``language``: they win over
            what the header lines say.

    Raises:
        ArticleError: The text is blank.
        ConfigError: The language is not known.
    """
    return read_header(text).article(Metadata.from_caller(known), None)


def iter_articles(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the name that the command uses
    max_bytes: int = DEFAULT_MAX_BYTES,
    **known: Unpack[Known],
) -> Iterator[tuple[str, Article | ArticleError]]:
    """Go through every article of a file, or why it cannot be read; a bad one does not end it.

    JSON Lines are read line by line, so memory does not grow with the file.

    Args:
        path: The file; ``-`` is standard input.
        format: As for ``read``.
        max_bytes: As for ``read``.
        **known: As for ``read``; it holds for every article of the file.

    Returns:
        An iterator of an identifier and the article or the error. The identifier is the record's
        ``id``, or ``line-N``, in JSON Lines, and the path elsewhere; ids that a file repeats are
        repeated.

    Raises:
        ConfigError: As for ``read``.
    """
    stated, kind = _settings(path, format, max_bytes, known)
    return _each(path, stated, kind, max_bytes)


def _each(
    path: str | os.PathLike[str], stated: Metadata, named: Format | None, max_bytes: int
) -> Iterator[tuple[str, Article | ArticleError]]:
    name = source_name(path)
    try:
        with open_bytes(path) as opened:
            kind, stream = _recognised(opened, named, name, max_bytes)
            if kind is not Format.JSON_LINES:
                document = READERS[kind](read_bounded(stream, name, max_bytes), name)
                yield name, document.article(stated, name)
                return
            for record in read_records(stream, name, max_bytes):
                yield record.id, _article_or_error(record, stated, name)
    except ArticleError as error:
        yield name, error


def _settings(
    path: str | os.PathLike[str],
    format_name: str | None,
    max_bytes: int,
    known: Known,
) -> tuple[Metadata, Format | None]:
    if max_bytes < 1:
        raise ConfigError(f"max_bytes: {max_bytes} is no limit; give a number of bytes above 0")
    return Metadata.from_caller(known), format_of(path, format_name)


def _recognised(
    stream: BinaryIO, kind: Format | None, name: str, max_bytes: int
) -> tuple[Format, BinaryIO]:
    """Tell the format where nothing names it, which takes reading the file whole."""
    if kind is not None:
        return kind, stream
    data = read_bounded(stream, name, max_bytes)
    return sniff(data), io.BytesIO(data)


def _article(record: Record, stated: Metadata, name: str) -> Article:
    if isinstance(record.document, ArticleError):
        raise record.document
    return record.document.article(stated, f"{name}#{record.id}")


def _article_or_error(record: Record, stated: Metadata, name: str) -> Article | ArticleError:
    try:
        return _article(record, stated, name)
    except ArticleError as error:
        return error


def _only(records: Iterator[Record], name: str) -> Record:
    """Return the one record of a file."""
    first = next(records, None)
    if first is None:
        raise ArticleError(f"{name}: there is no article in it; give one JSON object a line")
    ids = [first.id, *(record.id for _, record in zip(range(_IDS_NAMED), records, strict=False))]
    if len(ids) > 1:
        raise ArticleError(f"{name}: it holds several articles; pick one with id, of {_list(ids)}")
    return first


def _picked(records: Iterator[Record], wanted: str, name: str) -> Record:
    """Return the record with an id; every line is looked at, since two may have it."""
    ids: list[str] = []
    found: list[Record] = []
    for record in records:
        if len(ids) <= _IDS_NAMED:
            ids.append(record.id)
        if record.id == wanted:
            found.append(record)
    if not found:
        raise ArticleError(f"{name}: no article has the id {wanted!r}; there is {_list(ids)}")
    if len(found) > 1:
        lines = " and ".join(str(record.line) for record in found[:_IDS_NAMED])
        raise ArticleError(f"{name}: lines {lines} have the id {wanted!r}; ids must differ")
    return found[0]


def _list(ids: list[str]) -> str:
    more = ", ..." if len(ids) > _IDS_NAMED else ""
    return (", ".join(map(repr, ids[:_IDS_NAMED])) or "none") + more
