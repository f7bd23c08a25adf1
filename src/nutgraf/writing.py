"""Writing a file whole or not at all: beside its place first, so that none is ever half there."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Yield where to write a file first; it is put in its place once that was done.

    Where anything is raised inside, what was there stays, and nothing is left beside it. A link
    stays one. What is there and no file, such as a pipe or /dev/stdout, is itself written to.

    Raises:
        OSError: It cannot be put there.
    """
    place = path.resolve()
    if place.exists() and not place.is_file():
        yield path
        return
    part = place.with_name(f".{place.name}.part")
    try:
        yield part
        part.replace(place)
    except OSError as error:
        if error.filename == str(part):
            error.filename = str(path)  # the name that the caller knows
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a text file.

    Raises:
        OSError: It cannot be written; what was there stays.
    """
    with beside(path) as part:
        part.write_text(text, encoding="utf-8")
