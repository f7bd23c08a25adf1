"""Sentences by which an article says that something is open: not known, not decided, awaited.

The phrases are in ``question_words``. Whether something happened is read in ``status``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nutgraf.language.clauses import reporters_words
from nutgraf.language.question_words import NOT_KNOWN, SETTLED_LATER

_LEAST_WORDS: Final = 3  # "Really?" asks nothing of the article


@cache
def _settled_later() -> re.Pattern[str]:
    return re.compile("|".join(SETTLED_LATER))


@cache
def _not_known() -> re.Pattern[str]:
    return re.compile("|".join(NOT_KNOWN))


def is_open_question(sentence: str) -> bool:
    """Tell whether a sentence says that something is not known, decided, disclosed or settled.

    A question that the reporter asks counts; one inside quotation marks does not, and neither
    does "unclear" there. What is "to be determined" counts in anybody's mouth. That somebody
    declined to say, name or confirm a thing leaves it open; that somebody declined to comment
    only says who kept silent.
    """
    own = reporters_words(sentence)
    return (
        _settled_later().search(_folded(sentence)) is not None
        or _not_known().search(_folded(own)) is not None
        or _asks(own)
    )


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower()).strip()


def _asks(own: str) -> bool:
    return own.rstrip(" \t\n)").endswith("?") and len(own.split()) >= _LEAST_WORDS
