"""JSON: one article as an object, or one object a line in a JSON Lines file.

Which line a caller wants is the business of ``articles``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from nutgraf.errors import ArticleError
from nutgraf.reading.decoding import decode
from nutgraf.reading.document import Document
from nutgraf.reading.fields import TEXT, read_metadata, text_field, type_name
from nutgraf.reading.files import read_lines, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a JSON Lines file.

    Attributes:
        id: The record's own id, or ``line-N`` where it gives none; ids may repeat.
        line: The number of its line, from 1.
        document: What it holds, or why it cannot be read.
    """

    id: str
    line: int
    document: Document | ArticleError


def read_json(data: bytes, name: str) -> Document:
    """Read a file that is one JSON object.

    The text is kept exactly as the field gives it; header lines in it are not looked for, so that
    offsets made elsewhere stay true.

    Raises:
        ArticleError: It is not valid JSON, not an object, has no text, or a field is of a wrong
            type.
    """
    return _document(_load(decode(data, name), name), name)


def read_records(stream: BinaryIO, name: str, max_bytes: int) -> Iterator[Record]:
    """Yield the article of each line that is not blank; a bad line is yielded as its error.

    JSON Lines are UTF-8. Memory is that of one line.

    Args:
        stream: The file.
        name: The file, for messages.
        max_bytes: The limit for one line.
    """
    for number, line in read_lines(stream, max_bytes):
        if line is None or not is_blank(line, number):
            yield read_record(line, number, name, max_bytes)


def is_blank(line: bytes, number: int) -> bool:
    """Tell whether a line holds nothing, or nothing but the mark that a file may begin with."""
    return not (line.removeprefix(_UTF8_MARK) if number == 1 else line).strip()


def read_record(line: bytes | None, number: int, name: str, max_bytes: int) -> Record:
    """Read the article of one line.

    Args:
        line: The line; None for one over the limit.
        number: Which line of its file, from 1.
        name: The file, for messages.
        max_bytes: The limit, for messages.
    """
    where, own = f"{name}, line {number}", f"line-{number}"
    if line is not None and number == 1:
        line = line.removeprefix(_UTF8_MARK)
    if line is None:
        return Record(own, number, ArticleError(f"{where}: {too_large(max_bytes)}"))
    try:
        fields = _load(_decode_line(line, where), where)
        own = _id(fields, where) or own
        return Record(own, number, _document(fields, where))
    except ArticleError as error:
        return Record(own, number, error)


def _decode_line(line: bytes, where: str) -> str:
    if line.startswith(_UTF16_MARKS):
        raise ArticleError(f"{where}: this is UTF-16, and JSON Lines are UTF-8; convert the file")
    try:
        return line.rstrip(b"\r\n").decode()
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: it is not UTF-8, as JSON Lines are; convert it") from error


def _load(source: str, where: str) -> Mapping[str, object]:
    try:
        value: object = json.loads(source)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise ArticleError(
            f"{where}: not valid JSON ({error.msg} at {place}column {error.colno}); correct it, or "
            "say what it is: format, or --input-format"
        ) from error
    except (ValueError, RecursionError) as error:  # a number too long, a nesting too deep
        raise ArticleError(
            f"{where}: not JSON that can be read ({type(error).__name__})"
        ) from error
    if isinstance(value, dict):
        return value
    raise ArticleError(
        f"{where}: {type_name(value)} where an object with a field 'text' was expected; a list of "
        "articles goes into a .jsonl file, one object a line"
    )


def _document(fields: Mapping[str, object], where: str) -> Document:
    text = text_field(fields, TEXT, where)
    if text is None or not text.strip():
        state = "there is no" if text is None else "there is nothing in the"
        raise ArticleError(f"{where}: {state} field 'text' (or 'body', 'content')")
    return Document(text, read_metadata(fields, where))


def _id(fields: Mapping[str, object], where: str) -> str | None:
    own = fields.get("id")
    if own is None or (isinstance(own, str | int) and not isinstance(own, bool)):
        return None if own is None else str(own).strip() or None
    raise ArticleError(f"{where}: field 'id' is {type_name(own)}; it must be text or a number")
