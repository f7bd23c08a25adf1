"""The parts of a summary: the smallest pieces that can be asked for again, or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel


def parts(summary: BaseModel) -> dict[str, object]:
    """Return every part by its path; what the summary holds directly is a part of its own."""
    found: dict[str, object] = {}
    for leaf in leaves(summary):
        if leaf.owner_path:
            found.setdefault(leaf.owner_path, leaf.owner)
        else:
            found.setdefault(leaf.path, leaf.value)
    return found


def part_of(path: str, among: Iterable[str]) -> str:
    """Return the innermost of these parts that a path is in, or an empty string."""
    inside = (part for part in among if path == part or path.startswith((f"{part}.", f"{part}[")))
    return max(inside, key=len, default="")
