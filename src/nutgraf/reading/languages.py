"""Names and codes of languages as metadata gives them.

Telling the language of a text from its words is not done here, nor anywhere in ``reading``.
"""

from __future__ import annotations

import re

# English name, own name, ISO 639-2 codes -> ISO 639-1 code. Languages with large news markets; any
# other is understood by its two-letter code.
_CODES = {
    name: code
    for code, names in (
        ("ar", "arabic العربية ara"),
        ("bn", "bengali বাংলা ben"),
        ("cs", "czech čeština ces cze"),
        ("da", "danish dansk dan"),
        ("de", "german deutsch deu ger"),
        ("el", "greek ελληνικά ell gre"),
        ("en", "english eng"),
        ("es", "spanish español spa"),
        ("fa", "persian farsi فارسی fas per"),
        ("fi", "finnish suomi fin"),
        ("fr", "french français fra fre"),
        ("he", "hebrew עברית heb"),
        ("hi", "hindi हिन्दी hin"),
        ("hu", "hungarian magyar hun"),
        ("id", "indonesian ind"),
        ("it", "italian italiano ita"),
        ("ja", "japanese 日本語 jpn"),
        ("ko", "korean 한국어 kor"),
        ("nl", "dutch nederlands nld dut"),
        ("no", "norwegian norsk nor"),
        ("pl", "polish polski pol"),
        ("pt", "portuguese português por"),
        ("ro", "romanian română ron rum"),
        ("ru", "russian русский rus"),
        ("sv", "swedish svenska swe"),
        ("tr", "turkish türkçe tur"),
        ("uk", "ukrainian українська ukr"),
        ("vi", "vietnamese vie"),  # codespell:ignore vie
        ("zh", "chinese 中文 zho chi"),
    )
    for name in names.split()
}

# A language tag: a primary subtag, then a script, a region or the like (BCP 47; POSIX writes "_").
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9@.]{1,12}){0,4}")


def language_code(value: str) -> str | None:
    """Return the ISO 639-1 code that a tag or a name stands for.

    Args:
        value: ``en``, ``en-GB``, ``en_US.UTF-8``, ``eng``, ``English``, ``Deutsch``.

    Returns:
        A two-letter code in lower case, or None where the value names no language known here.
    """
    folded = value.strip().casefold()
    tag = _TAG.fullmatch(folded)
    if tag is None:
        return _CODES.get(folded)
    primary = tag[1]
    return primary if len(primary) == 2 else _CODES.get(primary)  # noqa: PLR2004 - ISO 639-1
