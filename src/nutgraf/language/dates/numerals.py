"""Numbers in words and figures: "seventeenth", "17th", "a couple of", "5,000".

Amounts of money and the like are ``nutgraf.language.figures``' business.
"""

from __future__ import annotations

from nutgraf.language.dates.words import MONTHS, NUMBERS, ORDINALS


def ordinal(word: str) -> int:
    """Return the number of "17th" or "seventeenth"."""
    return leading_number(word) if word[0].isdigit() else ORDINALS[word.lower()]


def leading_number(word: str) -> int:
    """Return the number of "17" or "17th"."""
    return int(word.rstrip("stndrhSTNDRH"))


def month_number(word: str) -> int:
    """Return the month's number, 1 to 12, of "October" or "Oct."."""
    return MONTHS[word[:3].lower()]


def cardinal(words: str | None) -> int:
    """Return the number of "5,000", "a" or "a couple of"; 1 where there are no words."""
    if not words:
        return 1
    plain = " ".join(words.lower().split()).replace(",", "")
    return int(plain) if plain[0].isdigit() else NUMBERS[plain]
