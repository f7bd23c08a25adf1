"""Bytes from a path or from standard input, with limits and clear errors.

What the bytes mean is the business of ``formats`` and of each format's module.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nutgraf.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
DEFAULT_MAX_BYTES = 20_000_000

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "there is no such file; check the path"),
    (IsADirectoryError, "this is a folder; give one file in it"),
    (PermissionError, "it may not be read; check its permissions"),
)


def source_name(path: str | os.PathLike[str]) -> str:
    """Return how a path is written in messages and in ``Article.source``.

    Control characters and bytes that are no text are shown as U+FFFD, so that a hostile file name
    cannot write to a terminal.
    """
    return _UNPRINTABLE.sub("\ufffd", os.fspath(path))


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``, as bytes.

    Raises:
        ArticleError: It is missing, a folder, not permitted, or fails while it is read.
    """
    name = source_name(path)
    if name == STDIN:
        with _failures(name, path):
            yield _standard_input()
        return
    with _open(path, name) as stream, _failures(name, path):
        yield stream


def read_bounded(stream: BinaryIO, name: str, max_bytes: int) -> bytes:
    """Read all of a stream.

    Raises:
        ArticleError: It is empty, or larger than the limit.
    """
    data = stream.read(max_bytes + 1)
    if not data:
        raise ArticleError(f"{name}: it is empty; give a file with an article in it")
    if len(data) > max_bytes:
        raise ArticleError(f"{name}: {too_large(max_bytes)}")
    return data


def read_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None stands for a line over the limit.

    No more than one line is held at a time, whatever the length of the file.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(max_bytes + 1)
        yield number, None


def too_large(max_bytes: int) -> str:
    """Say what the limit is and how to raise it."""
    return f"it is larger than the limit of {max_bytes:,} bytes; raise max_bytes, or --max-bytes"


def _standard_input() -> BinaryIO:
    # A program without a console (pythonw, some services) has None here.
    if sys.stdin is None:
        raise ArticleError("standard input: there is none; give a path")
    return sys.stdin.buffer


def _open(path: str | os.PathLike[str], name: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        raise ArticleError(f"{name}: {_reason(path, error)}") from error


@contextmanager
def _failures(name: str, path: str | os.PathLike[str]) -> Iterator[None]:
    """Translate what goes wrong while the stream is read."""
    try:
        yield
    except OSError as error:
        raise ArticleError(f"{name}: {_reason(path, error)}") from error


def _reason(path: str | os.PathLike[str], error: Exception) -> str:
    # Windows answers an attempt to open a folder with PermissionError.
    if Path(path).is_dir():
        error = IsADirectoryError()
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    return f"it cannot be read ({type(error).__name__}); check the path"
