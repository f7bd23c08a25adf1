"""What schemas are built from, the built-in ones, and the result file.

These are the names for a schema of one's own; every field built from them is anchored and checked.
"""

from nutgraf.schema.fields import (
    Amount,
    AtMost,
    Citation,
    Evidence,
    FieldType,
    Mention,
    Passage,
    Verbatim,
    When,
)

__all__ = [
    "Amount",
    "AtMost",
    "Citation",
    "Evidence",
    "FieldType",
    "Mention",
    "Passage",
    "Verbatim",
    "When",
]
