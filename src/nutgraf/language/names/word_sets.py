"""Reads word lists that are written as plain blocks of text in the tables beside this module.

The lists themselves are in ``cue_words``, ``gazetteer``, ``given_names`` and ``vocabulary``.
"""

from __future__ import annotations


def words(block: str) -> frozenset[str]:
    """Read the words of a block, set apart by white space."""
    return frozenset(block.split())


def entries(block: str) -> frozenset[str]:
    """Read the entries of a block, set apart by commas and line ends; an entry may have spaces."""
    rows = (row.split(",") for row in block.splitlines())
    return frozenset(entry.strip() for row in rows for entry in row) - {""}
