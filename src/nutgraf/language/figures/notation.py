"""Numbers as other languages print them, put as English does, character for character.

"1.500,5" becomes "1,500.5", so that offsets stay what they are and one reader reads all.
"""

from __future__ import annotations

import re
from typing import Final

# Of the languages that nutgraf tells apart, all but English have a decimal comma, and points or, in
# Switzerland, apostrophes between thousands (Unicode CLDR 44, number symbols).
DECIMAL_COMMA: Final = frozenset(
    ("de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "tr")
)
_PRINTED: Final = re.compile(
    r"(?<![\d.,'\u2019])(?:\d{1,3}(?:(?P<mark>[.'\u2019])\d{3}(?:(?P=mark)\d{3}){0,4})?|\d{4,9})"
    r"(?:,\d{1,4})?(?![\d'\u2019]|[.,]\d)"
)
_MARKS: Final = str.maketrans({".": ",", "'": ",", "\u2019": ",", ",": "."})


def in_english_notation(text: str, language: str) -> str:
    """Return a text of the same length whose numbers are printed as in English.

    Args:
        text: The text.
        language: Its ISO 639-1 code; of a language that nutgraf does not tell apart a text stays as
            it is.
    """
    if language not in DECIMAL_COMMA:
        return text
    return _PRINTED.sub(lambda match: match[0].translate(_MARKS), text)
