"""Which documents there are: folders walked, files named, the lines of JSON Lines counted.

Nothing is read but names, sizes and where lines begin; what the articles say is the business of
``documents``. All of it is streamed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from nutgraf.batching.ledger.store import FILE_NAME
from nutgraf.errors import BatchError
from nutgraf.reading.files import DEFAULT_MAX_BYTES, source_name
from nutgraf.reading.formats import SUFFIXES, Format, format_of
from nutgraf.reading.records import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_READ_AT_ONCE: Final = 1 << 20
_LEDGER: Final = os.fsencode(FILE_NAME)
_SUFFIXES: Final = frozenset(map(os.fsencode, SUFFIXES))


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file.

    Attributes:
        line: Its line in JSON Lines, from 1; 0 where the file is the document.
        start: Where it begins in the file, in bytes from 0.
        length: How long it is, in bytes; the end of its line included.
    """

    line: int
    start: int
    length: int


class File(NamedTuple):
    """A file as it was found; a plain tuple, as there may be very many.

    Attributes:
        path: Absolute, in the bytes of the file system, as the ledger has it.
        size: In bytes.
        modified_ns: Nanoseconds since 1970.
        folder: For people: the folder that was given, and the way from there; empty where the file
            itself was given.
    """

    path: bytes
    size: int
    modified_ns: int
    folder: str

    @property
    def name(self) -> str:
        """The file with its folder, for people; put together when asked, as most never are."""
        last = source_name(self.location.name)
        return f"{self.folder}/{last}" if self.folder else last

    @property
    def location(self) -> Path:
        """The path, to open the file by."""
        return Path(os.fsdecode(self.path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a batch is to work on.

    Attributes:
        inputs: Folders and files.
        glob: Which files of the folders, such as ``*.story`` or ``2025/*.html``: matched against
            the name, or with a ``/`` against the way from the folder. None for all whose suffix
            names a format.
        format: What the files are, where neither name nor content says; see `nutgraf.read`.
        max_bytes: The largest document that is read.
    """

    inputs: tuple[Path, ...]
    glob: str | None = None
    format: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise BatchError(f"max_bytes: {self.max_bytes} is no limit; give a number above 0")
        format_of("", self.format)  # refuses what is none

    def files(self) -> Iterator[File]:
        """Yield each file, those of a folder in the order of their names.

        Names that begin with a dot, links to folders, and run folders are left out.

        Raises:
            BatchError: An input does not exist, or a folder cannot be listed.
        """
        for given in self.inputs:
            top = Path(os.path.abspath(given))  # noqa: PTH100  resolve() would follow links
            try:
                if top.is_dir():
                    yield from self._under(os.fsencode(top), source_name(top.name))
                else:
                    yield _file(os.fsencode(top), "", top.stat())
            except (OSError, ValueError) as error:
                named = source_name(os.fsdecode(getattr(error, "filename", None) or given))
                reason = getattr(error, "strerror", None) or type(error).__name__
                raise BatchError(
                    f"{named}: {reason}; give folders and files that can be read"
                ) from error

    def parts(self, file: File) -> Iterator[Part]:
        """Yield each document of a file: the whole of it, or each line that is not blank.

        A file that went away meanwhile is one document, whose reading will say so.
        """
        if format_of(file.location, self.format) is not Format.JSON_LINES:
            yield Part(0, 0, file.size)
            return
        try:
            with file.location.open("rb") as stream:
                yield from _lines(stream, file.size)
        except OSError:
            yield Part(0, 0, file.size)

    def _under(self, folder: bytes, shown: str, way: str = "") -> Iterator[File]:
        with os.scandir(folder) as entries:
            # Nothing of an entry is kept but this: it would hold on to all that is asked of it.
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
        if any(name == _LEDGER for name, _ in found):
            return
        for name, is_folder in found:
            path = folder + b"/" + name
            if name.startswith(b"."):
                continue
            if is_folder:
                label = os.fsdecode(name)
                yield from self._under(path, f"{shown}/{source_name(label)}", f"{way}{label}/")
            elif self._wants(name, way) and (stat := _stat(path)):
                yield _file(path, shown, stat)

    def _wants(self, name: bytes, way: str) -> bool:
        if self.glob is None:
            return name[name.rfind(b".") :].lower() in _SUFFIXES
        label = os.fsdecode(name)
        return fnmatch(f"{way}{label}" if "/" in self.glob else label, self.glob)


def listed(stream: Iterable[str]) -> Iterator[Path]:
    """Yield the paths that a list has, one a line; blank lines are left out."""
    return (Path(line.rstrip("\r\n")) for line in stream if line.strip())


def _stat(path: bytes) -> os.stat_result | None:
    """Return what is known of a file, or None where there is none, or went away meanwhile."""
    try:
        stat = os.stat(path)  # noqa: PTH116  no Path for each of many
    except FileNotFoundError:
        return None
    return stat if S_ISREG(stat.st_mode) else None


def _file(path: bytes, folder: str, stat: os.stat_result) -> File:
    return File(path, stat.st_size, stat.st_mtime_ns, folder)


def _lines(stream: BinaryIO, size: int) -> Iterator[Part]:
    """Yield where each line is; a line is held only to see whether it is blank."""
    start = number = 0
    seen = False
    while head := stream.readline(_READ_AT_ONCE):
        number += 1
        length = len(head)
        blank = is_blank(head, number)
        while not head.endswith(b"\n") and (head := stream.readline(_READ_AT_ONCE)):
            length += len(head)
            blank = False
        if not blank:
            seen = True
            yield Part(number, start, length)
        start += length
    if not seen:  # so that a file without any article is told of
        yield Part(0, 0, size)
