"""Choosing by a seed: the same seed and words give the same choice, on any machine."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def choose(options: Sequence[T], seed: int, *about: str) -> T:
    """Return one of the options.

    Raises:
        IndexError: There are none.
    """
    if not options:
        raise IndexError("there is nothing to choose from")
    digest = sha256("\0".join([str(seed), *about]).encode()).digest()
    return options[int.from_bytes(digest[:8], "big") % len(options)]


def in_turn(options: Sequence[T], seed: int, *about: str) -> list[T]:
    """Return all options, beginning with the one that the seed chooses; none for none."""
    if not options:
        return []
    first = choose(range(len(options)), seed, *about)
    return [*options[first:], *options[:first]]
