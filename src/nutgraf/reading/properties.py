"""What the properties of an office file may say about the article in it.

Programs fill these fields by themselves, so only plausible values pass; dates are not read at all.
"""

from __future__ import annotations

import re

from nutgraf.reading.bylines import is_name, split_authors

# Titles that programs write: "Microsoft Word - draft3.doc", "untitled", "Document1", a file name.
_PROGRAM_TITLE = re.compile(
    r"(?:microsoft \w+ -|untitled|document\s?\d*$|word document$|powerpoint presentation$).*"
    r"|\S*\.(?:docx?|pdf|rtf|odt|indd|tex|txt|html?)",
    re.IGNORECASE,
)


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Words in the author field that name an account or a program.
_PROGRAM_WORDS = _words("""
    admin administrator adobe apple author desktop libreoffice microsoft office owner pc
    python-docx root user word writer
""")


def plausible_title(value: str | None) -> str | None:
    """Return a title that somebody wrote, or None: more than one word, and no program's."""
    title = (value or "").strip()
    return title if len(title.split()) > 1 and not _PROGRAM_TITLE.fullmatch(title) else None


def plausible_author(value: str | None) -> tuple[str, ...]:
    """Return the authors, where every one has a first and a last name and is no program."""
    names = split_authors(value or "")
    return names if names and all(map(_is_person, names)) else ()


def _is_person(name: str) -> bool:
    words = name.casefold().split()
    return len(words) > 1 and is_name(name) and not _PROGRAM_WORDS.intersection(words)
