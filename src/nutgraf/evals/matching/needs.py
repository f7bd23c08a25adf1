"""Whether a statement says what a faithful statement of a key fact has to say.

A need is said if one of its alternatives stands in the statement, case not minded. An alternative
begins where a word begins and may go on with any ending, since labels write stems ("postpone" is
said by "postponed", "13%" is not by "113%"). A number ends where it ends: "17" is not said by
"170", nor "1.8" by "1.85". In English a function word stands alone, so that "not" is not said by
"noted"; another of up to three letters goes on with a regular ending only, so that "may" is not
said by "mayor".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORT: Final = 3
_BEGINS: Final = r"(?<![^\W_])(?<!\d[.,])"
_NUMBER_ENDS: Final = r"(?![.,]?\d)"
_REGULAR_ENDINGS: Final = r"(?:'?s|e[sd]|\w?ed|\w?ing)?"
_WHOLE: Final = r"(?![^\W_])"
_APOSTROPHE: Final = str.maketrans({"\u2019": "'", "\u2018": "'"})


def unsaid(
    needs: Iterable[Sequence[str]], statement: str, language: str
) -> tuple[Sequence[str], ...]:
    """Return the needs that a statement does not say.

    Args:
        needs: Each with its alternatives.
        statement: Any text.
        language: ISO 639-1 of the article.
    """
    english = language == "en"
    plain = statement.translate(_APOSTROPHE).casefold()
    return tuple(
        need for need in needs if not any(_is_said(words, plain, english) for words in need)
    )


def _is_said(alternative: str, plain: str, english: bool) -> bool:
    words = alternative.translate(_APOSTROPHE).casefold()
    # Most do not stand there at all, and need no pattern.
    return words in plain and _pattern(words, english).search(plain) is not None


@lru_cache(maxsize=8192)
def _pattern(words: str, english: bool) -> re.Pattern[str]:
    end = ""
    if words[-1:].isdigit():
        end = _NUMBER_ENDS
    elif english and words in FUNCTION_WORDS["en"]:
        end = _WHOLE
    elif english and words.isalpha() and len(words) <= _SHORT:
        end = _REGULAR_ENDINGS + _WHOLE
    begin = _BEGINS if words[:1].isalnum() else ""
    return re.compile(begin + re.escape(words) + end)
