"""How the value of a date expression was come by.

The values themselves are worked out by the readers.
"""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How a value was come by.

    ``exact``: it is printed in full. ``resolved``: the words and the day of publication, or the
    tense, leave one reading. ``likely``: they leave a choice, made by a convention, by nearness or
    by the last mention. ``unresolved``: there is no value.
    """

    EXACT = "exact"
    RESOLVED = "resolved"
    LIKELY = "likely"
    UNRESOLVED = "unresolved"
