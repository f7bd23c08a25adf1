"""What schemas are built from, the built-in ones, and the result file.

These are the names for a schema of one's own; every field built from them is anchored and checked.
"""

from nutgraf.schema.fields import (
    Amount,
    AtLeast,
    AtMost,
    Citation,
    Evidence,
    FieldType,
    Mention,
    Passage,
    Speaker,
    Verbatim,
    When,
)

__all__ = [
    "Amount",
    "AtLeast",
    "AtMost",
    "Citation",
    "Evidence",
    "FieldType",
    "Mention",
    "Passage",
    "Speaker",
    "Verbatim",
    "When",
]
