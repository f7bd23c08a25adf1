"""Statements about the fixtures in free words, true and false, as ``evals/retold`` has them.

They were written by somebody who knew the articles and not the checks, for what the labels cannot
tell: how often a true statement that is told in quite other words meets with a false alarm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.evals.fixtures import Fixture


@dataclass(frozen=True)
class Retold:
    """A statement in free words.

    Attributes:
        says: The statement.
        sentences: The numbers of those that carry it, or refute it.
        fault: The kind of fault that it has; None where it is true.
    """

    says: str
    sentences: tuple[int, ...]
    fault: str | None


def retold_of(fixture: Fixture, folder: Path) -> Iterator[Retold]:
    """Yield the statements about one article, none where nobody has written any."""
    file = folder / f"{fixture.id}.yaml"
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else []
    for entry in entries:
        yield Retold(entry["says"], fixture.sentences(entry["evidence"]), entry.get("fault"))
