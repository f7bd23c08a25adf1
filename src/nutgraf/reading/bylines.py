"""Who wrote an article: bylines, and author fields that hold several names in one string.

Names inside the text of an article belong to ``nutgraf.language``.
"""

from __future__ import annotations

import re

_BY = re.compile(r"(?:By|BY|by)\b[ \t]*:?[ \t]*(\S.*)")
_LIST = re.compile(r"\s*[;|]\s*")
_JOINED = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", re.IGNORECASE)

_PLACE = re.compile(r" in [A-Z].*")


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Small words inside names; they need no capital.
_PARTICLES = _words(
    "al ap ben bin da das de del della den der di dos du e el i ibn la le ten ter van von y zu"
)
_ELIDED = frozenset({"d'", "d’"})  # noqa: RUF001 - both apostrophes
# What follows a name after a comma and is no author of its own.
_POSTS = _words("""
    agency analyst associated bureau chief columnist contributor correspondent editor news press
    reporter senior service special staff writer
""")
# A capitalised first word that makes "By ..." a phrase of time, not a byline.
_CALENDAR = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter
""")
_LONGEST_BYLINE = 120
_MOST_WORDS = 6


def split_authors(value: str) -> tuple[str, ...]:
    """Split one author field into names.

    ``;`` always separates. A comma or "and" does only where every part is a name of two words or
    more, so that ``Doe, Jane`` stays whole.
    """
    found = _BY.fullmatch(value.strip())
    names: list[str] = []
    for group in _LIST.split(found[1] if found else value.strip()):
        parts = [part for part in _JOINED.split(group) if part]
        several = len(parts) > 1 and all(len(part.split()) > 1 for part in parts)
        names.extend(parts if several else [group])
    return tuple(name for name in names if name)


def read_byline(line: str) -> tuple[str, ...]:
    """Return the authors that a line such as ``By Jane Doe and John Smith, Agency`` names.

    The line must be nothing but a byline: a sentence or a headline that begins with "By" gives
    nothing. The first author needs a first and a last name, capitalised.
    """
    found = _BY.fullmatch(line.strip())
    if found is None or len(line) > _LONGEST_BYLINE:
        return ()
    groups = _LIST.split(_PLACE.sub("", found[1]))
    parts = [part for group in groups for part in _JOINED.split(group) if part]
    names = [part for part in parts if len(part.split()) > 1 and not _is_post(part)]
    if not names or names[0] != parts[0] or not all(map(is_name, parts)):
        return ()
    return tuple(names)


def is_name(value: str) -> bool:
    """Tell whether a string has the shape of a name: few words, capitalised, no digits."""
    words = value.split()
    if not 0 < len(words) <= _MOST_WORDS or words[0].casefold().strip(",") in _CALENDAR:
        return False
    if not words[0][0].isupper() and words[0] not in _PARTICLES:
        return False
    return all(map(_is_name_word, words)) and words[-1] not in _PARTICLES


def _is_name_word(word: str) -> bool:
    if any(mark in word for mark in '0123456789:;|!?"“”()/'):
        return False
    ends = word.endswith(".") and len(word) > len("Jr.")
    return not ends and (word[0].isupper() or word in _PARTICLES or word[:2] in _ELIDED)


def _is_post(part: str) -> bool:
    return any(word.casefold() in _POSTS for word in part.split())
