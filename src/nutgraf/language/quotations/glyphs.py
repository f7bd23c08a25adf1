"""The quotation marks of the world's newspapers, and what one does where it stands.

Pairing them into quotations is the business of ``marks``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Span

# ruff: noqa: RUF001 - the look-alike characters are what this module is about

# Marks of one family may close one another, since writers and word processors mix them.
FAMILIES = {
    '"': ("``", "''", '"', "＂", "“", "”", "„", "‟"),
    "«": ("«", "»"),
    "‹": ("‹", "›"),
    "'": ("'", "‘", "’", "‚", "‛"),
    "「": ("「", "」"),
    "『": ("『", "』"),
    "《": ("《", "》"),
}
_FAMILY_OF = {glyph: family for family, glyphs in FAMILIES.items() for glyph in glyphs}
_MARK = re.compile("|".join(re.escape(glyph) for glyph in _FAMILY_OF))

# A mark that opens in most languages and closes what these low or reversed marks opened.
_CLOSES_AFTER = {"“": "„", "‘": "‚", "«": "»", "»": "«", "‹": "›", "›": "‹"}

_BEFORE_OPEN = frozenset("([{—–-*_>¿¡\"“„‟«»‹›‘‚‛'「『《`")
_MAYBE_BEFORE_OPEN = frozenset(",;:/…")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-*_</…\"”“»«›‹’‘'」』》、。，[(")

# A clitic set apart, or a word that begins with an apostrophe: not a quotation mark.
_ELISION = re.compile(r"['’‘](?:\d\ds?|s|re|ve|ll|d|m|t|[Tt]is|[Tt]was|til|[Cc]ause|em|n|bout)\b")
_FIRST_CJK = "\u2e80"  # from here on words stand without spaces, and so do the marks


class Role(Enum):
    """What a mark can do, as far as the characters beside it tell."""

    OPEN = auto()
    CLOSE = auto()
    WEAK = auto()  # closes, unless a surer mark does: plural possessives, feet and inches
    EITHER = auto()  # closes what is open, else opens


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the text; ``start`` and ``end`` are its offsets in code points."""

    start: int
    end: int
    glyph: str
    role: Role

    @property
    def family(self) -> str:
        """The family whose marks may close this one."""
        return _FAMILY_OF[self.glyph]

    @property
    def is_single(self) -> bool:
        """Whether it may also be an apostrophe."""
        return self.family == "'"


def read_marks(text: str, paragraph: Span) -> Iterator[Mark]:
    """Give the quotation marks of a paragraph in order, apostrophes left out."""
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        role = _role(text, found.start(), found.end())
        if role is not None:
            yield Mark(found.start(), found.end(), found.group(), role)


def closes(mark: Mark, opener: Mark) -> bool:
    """Tell whether a mark can close this opener of its own family."""
    if _CLOSES_AFTER.get(mark.glyph) == opener.glyph:
        return True
    return mark.role is not Role.OPEN and mark.glyph not in "«»‹›"


def _role(text: str, start: int, end: int) -> Role | None:
    glyph = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if glyph in ("``", "„", "‟", "‚", "‛", "“", "「", "『", "《", "«", "‹"):
        return Role.OPEN
    if glyph in ("''", "」", "』", "》"):
        return Role.CLOSE
    if glyph in ("”", "»", "›"):
        opening = _may_open(before, after) is Role.OPEN and not _may_close(before, after)
        return Role.EITHER if opening else Role.CLOSE
    if glyph in ("'", "‘", "’"):
        return _single_role(text, start, end)
    return _straight_role(text, start, end)


def _single_role(text: str, start: int, end: int) -> Role | None:
    glyph, before, after = text[start], text[start - 1 : start], text[end : end + 1]
    if (_is_word(before) and _is_word(after)) or _ELISION.match(text, start):
        return None
    if glyph == "‘":
        return Role.OPEN if after.strip() else None
    if _may_close(before, after):
        plural = before in "sS" or before.isdigit()
        return Role.WEAK if plural and _runs_into_word(text, end) else Role.CLOSE
    if glyph == "'":
        return _may_open(before, after) and Role.OPEN
    return None


def _straight_role(text: str, start: int, end: int) -> Role:
    before, after = text[start - 1 : start], text[end : end + 1]
    opening, closing = _may_open(before, after), _may_close(before, after)
    if _is_word(before) and _is_word(after):
        return Role.WEAK
    if closing and opening is not Role.OPEN:
        inches = before.isdigit() and _runs_into_word(text, end)
        return Role.WEAK if inches else Role.CLOSE
    if opening is Role.OPEN and not closing:
        return Role.OPEN
    return Role.EITHER


def _may_open(before: str, after: str) -> Role | None:
    if not after.strip() or after in ".,;:!?)]}":
        return None
    if not before.strip() or before in _BEFORE_OPEN:
        return Role.OPEN
    return Role.EITHER if before in _MAYBE_BEFORE_OPEN or before >= _FIRST_CJK else None


def _may_close(before: str, after: str) -> bool:
    if not before.strip():
        return False
    return not after.strip() or after in _AFTER_CLOSE or after >= _FIRST_CJK


def _is_word(character: str) -> bool:
    return character.isalnum() and character < _FIRST_CJK


def _runs_into_word(text: str, end: int) -> bool:
    return text[end : end + 1].isspace() and text[end + 1 : end + 2].islower()
