"""Telling the language of some prose by its function words, where they leave no doubt.

The scripts of other languages, which tell them apart at sight, are for whoever compares scripts.
"""

from __future__ import annotations

import re
from collections import Counter

from nutgraf.language.function_words import FUNCTION_WORDS, NEAR_LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 6
_FEWEST_HITS = 3  # different function words
# Of prose, a third to a half is function words; of a list of names, next to nothing.
_LEAST_SHARE = 0.25
_LEAD = 3  # times as many as of the language that was expected
_WORDS_READ = 2000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that some prose is most likely in.

    Returns:
        None for a few words, for what is no prose, and for languages that are not in the table.
    """
    words = _words(text)
    return _most_likely(words) if len(words) >= _FEWEST_WORDS else None


def foreign_language(text: str, expected: str) -> str | None:
    """Return the language of some prose if it is certainly not in the one expected.

    Args:
        text: Some prose; at least a short sentence, or nothing is certain.
        expected: An ISO 639-1 code.

    Returns:
        The code of a language in the table, or None where there is doubt or the expected language
        is not in the table.
    """
    found = language_of(text)
    if found is None or expected not in FUNCTION_WORDS or _are_near(found, expected):
        return None
    words = _words(text)
    return found if _hits(words, found) >= _LEAD * max(1, _hits(words, expected)) else None


def _words(text: str) -> list[str]:
    found = (word[0].casefold() for word in _WORD.finditer(text))
    return [word for word, _ in zip(found, range(_WORDS_READ), strict=False)]


def _most_likely(words: list[str]) -> str | None:
    counted = Counter(words)
    counts = {
        code: sum(times for word, times in counted.items() if word in table)
        for code, table in FUNCTION_WORDS.items()
    }
    best = max(counts, key=counts.__getitem__)
    several = len(counted.keys() & FUNCTION_WORDS[best]) >= _FEWEST_HITS
    return best if several and counts[best] >= _LEAST_SHARE * len(words) else None


def _hits(words: list[str], code: str) -> int:
    return sum(word in FUNCTION_WORDS[code] for word in words)


def _are_near(one: str, other: str) -> bool:
    return one == other or any(one in near and other in near for near in NEAR_LANGUAGES)
