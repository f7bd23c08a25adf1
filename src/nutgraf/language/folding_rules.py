"""The folding rule ``fold-1``: which printed differences count as none, and the way back from it.

Two texts that fold to the same say the same words. Searching is the business of ``folding``.
"""

# ruff: noqa: RUF001 - the look-alikes that ruff warns of are what this module is about

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Changes with every change of the tables or steps below, since results name it.
FOLDING = "fold-1"

_APOSTROPHES = "‘’‚‛′ʼʹ`´‹›"
_QUOTES = "“”„‟″«»「」『』〝〞〟"
_DASHES = "‐‑‒–—―−﹘﹣"
_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Soft hyphens, characters of no width, marks of direction, selectors of a glyph's variant.
_DROPPED = re.compile(
    "[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]+",
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Hangul vowels and final consonants, which compose with the letter before them.
_HANGUL_JOINING = frozenset(map(chr, [*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]))
_BRACKETS = re.compile(r"[\[\]]+")


@cache
def _one_for_one() -> dict[str, str]:
    table = {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(0x5E)}  # full-width
    for printed, folded in ((_APOSTROPHES, "'"), (_QUOTES, '"'), (_DASHES, "-"), (_BLANKS, " ")):
        table.update(dict.fromkeys(printed, folded))
    return table


@cache
def _runs() -> re.Pattern[str]:
    """Match runs of blanks; of dashes and of full stops, with the blanks around them."""
    # Each branch takes a whole run or fails at its second character, so that the scan stays linear.
    # The first character is a set, which the engine looks for faster than for branches.
    dots = r"(?:(?<=…)|(?: *+[.…])++)(?: *+[.…])*+ *+"
    after_blanks = rf"-[ -]*+|[.…]{dots}"
    return re.compile(
        rf"[ .…-](?:(?<= )(?: ++(?:{after_blanks})?|{after_blanks})|(?<=-)[ -]++|(?<=[.…]){dots})",
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a folding: the stretches that it replaced, in order; all else it kept.

    Attributes:
        old_starts: Where each stretch starts before the step.
        old_ends: Where it ends before the step; exclusive.
        new_starts: Where its replacement starts after the step.
        new_ends: Where the replacement ends; equal to its start if the stretch was dropped.
    """

    old_starts: list[int]
    old_ends: list[int]
    new_starts: list[int]
    new_ends: list[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of which the step made ``[start, end)``, which is not empty."""
        return self._old_bounds(start)[0], self._old_bounds(end - 1)[1]

    def forth(self, position: int) -> int:
        """Return where the character at a position is to be found after the step."""
        index = bisect_right(self.old_starts, position) - 1
        if index < 0:
            return position
        if position < self.old_ends[index]:
            return self.new_starts[index]
        return position - self.old_ends[index] + self.new_ends[index]

    def _old_bounds(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.new_starts, position) - 1
        if index < 0:
            return position, position + 1
        if position < self.new_ends[index]:
            return self.old_starts[index], self.old_ends[index]
        old = position - self.new_ends[index] + self.old_ends[index]
        return old, old + 1


def fold(text: str, *, ignore_case: bool = False) -> tuple[str, tuple[Step, ...]]:
    """Fold a text.

    Quotation marks, apostrophes, dashes and full-width forms become their plain form; soft hyphens
    and characters of no width are dropped; ligatures are spelt out; letters and their accents are
    composed (NFC); runs of blanks become one blank, runs of dashes one dash, runs of full stops and
    ``…`` three stops, without blanks around dashes and ellipses.

    Args:
        text: Any text.
        ignore_case: Whether capitals fold to small letters as well (Unicode's full case folding).

    Returns:
        The folded text, and the steps that lead from the text to it.
    """
    steps: list[Step] = []
    alphabet = set(text)
    for printed in alphabet & _one_for_one().keys():
        text = text.replace(printed, _one_for_one()[printed])
    if not text.isascii():
        text = _replace(text, _DROPPED, lambda _: "", steps)
    if ignore_case:
        text = _small(text)
    if not text.isascii():
        text = _spell_out(text, steps, ignore_case=ignore_case)
        text = _compose(text, steps)
    text = _replace(text, _runs(), _shortest, steps)
    return text, tuple(steps)


def without_brackets(folded: str) -> tuple[str, tuple[Step, ...]]:
    """Drop the square brackets of a folded text, as a further step."""
    steps: list[Step] = []
    return _replace(folded, _BRACKETS, lambda _: "", steps), tuple(steps)


def _shortest(run: str) -> str:
    if "-" in run:
        return "-"
    return " " if run.isspace() else "..."


def _small(text: str) -> str:
    if text.isascii():
        return text.lower()
    small = {letter: letter.casefold() for letter in set(text)}
    return text.translate({ord(old): new for old, new in small.items() if len(new) == 1})


def _spell_out(text: str, steps: list[Step], *, ignore_case: bool) -> str:
    alphabet = set(text)
    spelt = {letter: _LIGATURES[letter] for letter in alphabet & _LIGATURES.keys()}
    if ignore_case:
        cases = {letter: letter.casefold() for letter in alphabet}
        spelt |= {letter: folded for letter, folded in cases.items() if len(folded) > 1}
    if not spelt:
        return text
    pattern = re.compile(f"[{re.escape(''.join(spelt))}]")
    return _replace(text, pattern, spelt.__getitem__, steps)


def _compose(text: str, steps: list[Step]) -> str:
    alphabet = set(text)
    joining = re.escape("".join(letter for letter in alphabet if _joins(letter)))
    alone = re.escape("".join(c for c in alphabet if unicodedata.normalize("NFC", c) != c))
    choices = []
    if joining:
        choices.append(f"[^{joining}]?[{joining}]++")
    if alone:
        choices.append(f"[{alone}]")
    if not choices:
        return text
    pattern = re.compile("|".join(choices), re.DOTALL)
    return _replace(text, pattern, lambda run: unicodedata.normalize("NFC", run), steps)


def _joins(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or letter in _HANGUL_JOINING


def _replace(
    text: str,
    pattern: re.Pattern[str],
    replacement: Callable[[str], str],
    steps: list[Step],
) -> str:
    """Replace what matches, and note it as a step where it changed anything."""
    step = Step([], [], [], [])
    parts: list[str] = []
    copied = length = 0
    for match in pattern.finditer(text):
        old = match.group()
        new = replacement(old)
        if old == new:
            continue
        start, end = match.span()
        parts += (text[copied:start], new)
        length += start - copied
        step.old_starts.append(start)
        step.old_ends.append(end)
        step.new_starts.append(length)
        length += len(new)
        step.new_ends.append(length)
        copied = end
    if not parts:
        return text
    steps.append(step)
    parts.append(text[copied:])
    return "".join(parts)
