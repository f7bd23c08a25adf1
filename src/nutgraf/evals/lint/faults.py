"""What linting finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LintFault:
    """Something that is wrong in a labels file.

    Attributes:
        file: Which, from the linted folder on.
        where: The label, such as ``events[2].date``.
        what: What is wrong.
        remedy: What to do.
    """

    file: str
    where: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting a folder has found.

    Attributes:
        fixtures: How many labelled articles there are.
        faults: What is wrong, by file.
    """

    fixtures: int
    faults: tuple[LintFault, ...]
