"""The file formats: their names, their suffixes, what gives each away, and who reads it.

How a format is read is said in its own module.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from nutgraf.errors import ConfigError
from nutgraf.reading.decoding import decode
from nutgraf.reading.headers import read_header
from nutgraf.reading.markdown import read_markdown
from nutgraf.reading.pdf import read_pdf
from nutgraf.reading.records import read_json
from nutgraf.reading.web_page import read_html
from nutgraf.reading.word import read_docx

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from nutgraf.reading.document import Document


class Format(StrEnum):
    """A file format that articles come in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"
    PDF = "pdf"
    DOCX = "docx"


SUFFIXES: dict[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}


def read_plain_text(data: bytes, name: str) -> Document:
    """Read plain text and its header lines.

    Raises:
        ArticleError: The bytes are no text.
    """
    return read_header(decode(data, name))


# Who reads a whole file as one article. JSON Lines are read line by line, by ``records``.
READERS: dict[Format, Callable[[bytes, str], Document]] = {
    Format.TEXT: read_plain_text,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
    Format.JSON: read_json,
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
}

_SNIFFED = 4096  # bytes looked at where no suffix tells the format
_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|article|\?xml|!--)[\s>-]", re.IGNORECASE)
_HTML_LATER = re.compile(r"<html[\s>]", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')


def format_of(path: str | os.PathLike[str], name: str | None = None) -> Format | None:
    """Return the format that a caller names, or that the suffix of a path gives; else None.

    Raises:
        ConfigError: There is no format of that name.
    """
    if name is None:
        return SUFFIXES.get(PurePath(path).suffix.lower())
    if name in tuple(Format):
        return Format(name)
    raise ConfigError(f"format: {name!r} is not known; give one of {', '.join(Format)}")


def sniff(data: bytes) -> Format:
    """Tell the format from the beginning of a file; what gives nothing away is plain text."""
    if data.startswith(b"%PDF-"):
        return Format.PDF
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return Format.DOCX
    head = _head(data)
    if _HTML.match(head) and _HTML_LATER.search(head):
        return Format.HTML
    if _FRONT_MATTER.match(head):
        return Format.MARKDOWN
    if _JSON_OBJECT.match(head):
        return Format.JSON_LINES if _is_object(data.lstrip().partition(b"\n")[0]) else Format.JSON
    return Format.TEXT


def _head(data: bytes) -> str:
    """Return the beginning as text; the marks looked for are ASCII, so bytes do for the rest."""
    head = data[:_SNIFFED]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False
