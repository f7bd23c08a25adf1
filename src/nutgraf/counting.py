"""Numbers of things, told in words that fit the number."""

from __future__ import annotations


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a number of things, such as "1 document" or "2,000 documents".

    Args:
        count: How many there are.
        noun: What one of them is called.
        plural: What several are called; None for the noun with an s.
    """
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
