"""Folds the spellings of one name together: case, accents, apostrophes, full stops of acronyms.

Which names are merged is decided in ``clusters``.
"""

from __future__ import annotations

import unicodedata


def fold(form: str) -> str:
    """Fold a form: "Miličević" as "milicevic", "U.S." as "us"."""
    if not form.isascii():
        decomposed = unicodedata.normalize("NFKD", form.replace("\u2019", "'"))
        form = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return form.replace(".", "").casefold()
