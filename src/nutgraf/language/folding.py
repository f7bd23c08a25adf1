"""Finding words in a text whatever their quotation marks, dashes, blanks or accents are made of.

What folds to what is in ``folding_rules``; whether a quotation is fair is for the checks to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from nutgraf.article import Span
from nutgraf.language.folding_rules import FOLDING, Step, fold, without_brackets
from nutgraf.language.folding_words import count_words, is_whole
from nutgraf.language.nearest import SIMILAR, Least, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["FOLDING", "Folded", "Match", "QuotationMatch", "QuotationRule"]

QuotationRule = Literal["exact", "folded", "bracketed", "elided", "approximate"]

# Fewer words than this occur near to anything: they are matched neither nearly nor around gaps.
_FEWEST_WORDS = 4
# What an editor's bracket may stand for, and what an ellipsis may leave out.
_BRACKET_CHARS = 60
_ELISION_CHARS = 600

# All of these match folded text.
_ELLIPSIS = re.compile(r"(?: ?[\[(])?\.\.\.(?:[\])] ?)?")
_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_BRACKET = re.compile(r" ?\[(?!\w\]\w)[^\[\]]*\] ?")
_CLOSING_STOP = re.compile(r"(?<=\w)[.,](?=[\"']*\Z)")
_MARKS = "\"' "


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text comes closest to some words.

    Attributes:
        span: The place in the original text.
        similarity: 1 less the edits a character of the folded words; 1 is equal.
    """

    span: Span
    similarity: float


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """Where quoted words stand in a text, and by which rule they were found there.

    Attributes:
        span: The place in the original text; with gaps, from the first word to the last.
        rule: ``exact``: character for character. ``folded``: the same when folded, the marks
            around and a closing comma or full stop set aside. ``bracketed``: the same but for an
            editor's brackets, in the quotation or in the text. ``elided``: its parts stand in this
            order, with words between them where the quotation has an ellipsis. ``approximate``:
            similar.
        similarity: 1, but for ``approximate``.
    """

    span: Span
    rule: QuotationRule
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class _View:
    """A folded text with the way back from it."""

    text: str
    steps: tuple[Step, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end

    def forth(self, position: int) -> int:
        for step in self.steps:
            position = step.forth(position)
        return position


class Folded:
    """A text, folded once, to be searched often. All spans point into the original text.

    Attributes:
        text: The original text.
    """

    def __init__(self, text: str, *, ignore_case: bool = False) -> None:
        """Fold a text under the rule named by ``FOLDING``.

        Args:
            text: Any text.
            ignore_case: Whether capitals and small letters are the same.
        """
        self.text = text
        self._ignore_case = ignore_case
        self._view = _View(*fold(text, ignore_case=ignore_case))

    def find(self, needle: str, *, words: bool = False) -> Span | None:
        """Return where the needle first occurs, or None; blanks around it do not count.

        Args:
            needle: What to find; a blank one is found nowhere.
            words: Whether only whole words and numbers count, as in `find_all`.
        """
        return next(self._occurrences(needle, words=words), None)

    def find_all(self, needle: str, *, words: bool = False) -> tuple[Span, ...]:
        """Return all places where the needle occurs, in order, without overlaps.

        Args:
            needle: What to find; a blank one is found nowhere.
            words: Whether only whole words and numbers count: ``art`` is then not found in
                ``party``. Where a script puts no blanks between words, any place will do.
        """
        return tuple(self._occurrences(needle, words=words))

    def closest(
        self, needle: str, within: Span | None = None, *, least: Least = SIMILAR
    ) -> Match | None:
        """Return where the text comes closest to the needle, counting edits of single characters.

        The time is linear in the text searched. The ends fall on the ends of words.

        Args:
            needle: At least four words.
            within: Where to search; None for everywhere.
            least: How similar it has to be.

        Returns:
            None if the needle is shorter, or nothing is similar enough.
        """
        wanted = self._fold(needle)
        low, high = self._bounds(within)
        searched = self._view.text[low:high]
        if count_words(wanted) < _FEWEST_WORDS or not searched:
            return None
        found = nearest(wanted, searched, least)
        if found is None:
            return None
        span = self._original(self._view, low + found.start, low + found.end)
        return Match(span, max(0.0, 1 - found.edits / len(wanted)))

    def find_quotation(self, words: str) -> QuotationMatch | None:
        """Return where quoted words stand, under the strictest rule that finds them, or None.

        The rules are those of ``QuotationMatch``. A quotation begins and ends where words do.
        """
        span = _first_whole(self.text, words)
        if span is not None:
            return QuotationMatch(span, "exact")
        folded = self._fold(words)
        for quoted in (folded, _bare(folded)):
            span = next(self._occurrences(quoted, words=True), None)
            if span is not None:
                return QuotationMatch(span, "folded")
        return self._find_with_gaps(_bare(folded)) or self._find_nearly(words)

    @cached_property
    def _bare_view(self) -> _View:
        """The folded text without square brackets."""
        text, steps = without_brackets(self._view.text)
        return _View(text, (*self._view.steps, *steps))

    def _fold(self, words: str) -> str:
        return fold(words, ignore_case=self._ignore_case)[0].strip(" ")

    def _bounds(self, within: Span | None) -> tuple[int, int]:
        if within is None:
            return 0, len(self._view.text)
        return self._view.forth(within.start), self._view.forth(within.end)

    def _occurrences(self, needle: str, *, words: bool) -> Iterator[Span]:
        for start, end in _places(self._view.text, self._fold(needle), words=words):
            yield self._original(self._view, start, end)

    def _original(self, view: _View, start: int, end: int) -> Span:
        """Return the place in the original text, without blanks that an ellipsis folded away."""
        start, end = view.back(start, end)
        printed = self.text[start:end]
        start = end - len(printed.lstrip())
        return Span(start, start + len(printed.strip()))

    def _find_with_gaps(self, quoted: str) -> QuotationMatch | None:
        parts, room = _parts(quoted)
        if not parts or (room and sum(map(count_words, parts)) < _FEWEST_WORDS):
            return None
        view = self._bare_view
        found = _in_order([_part_pattern(part) for part in parts], view.text, room + len(quoted))
        if found is None:
            return None
        rule: QuotationRule = "elided" if _ELLIPSIS.search(quoted) else "bracketed"
        return QuotationMatch(_with_bracket(self.text, self._original(view, *found)), rule)

    def _find_nearly(self, words: str) -> QuotationMatch | None:
        match = self.closest(words)
        return QuotationMatch(match.span, "approximate", match.similarity) if match else None


def _places(text: str, needle: str, *, words: bool) -> Iterator[tuple[int, int]]:
    """Yield where the needle stands, without overlaps; with ``words``, only between word ends."""
    at = text.find(needle) if needle else -1
    while at != -1:
        end = at + len(needle)
        counts = not words or is_whole(text, at, end)
        if counts:
            yield at, end
        at = text.find(needle, end if counts else at + 1)


def _first_whole(text: str, words: str) -> Span | None:
    place = next(_places(text, words, words=True), None) if words.strip() else None
    return Span(*place) if place else None


def _bare(folded: str) -> str:
    """Return quoted words without the marks around them and the comma or stop that closes them."""
    return _CLOSING_STOP.sub("", folded.strip(_MARKS)).strip(_MARKS)


def _parts(quoted: str) -> tuple[list[str], int]:
    """Cut a quotation at its brackets and ellipses; tell how many characters they may hide."""
    parts: list[str] = []
    stretches = _ELLIPSIS.split(quoted)
    room = (len(stretches) - 1) * _ELISION_CHARS
    for stretch in stretches:
        pieces = _BRACKET.split(stretch)
        room += (len(pieces) - 1) * _BRACKET_CHARS
        parts += [piece.strip(" ") for piece in pieces if piece.strip(" ")]
    return parts, room


def _part_pattern(part: str) -> re.Pattern[str]:
    """Match a part as printed, but for letters in brackets: ``[W]e`` matches ``We`` and ``we``."""
    literals = _CHANGED_LETTER.split(part)
    for index in range(1, len(literals), 2):
        letter = literals[index]
        literals[index] = f"(?:{re.escape(letter.lower())}|{re.escape(letter.upper())})"
    literals[::2] = map(re.escape, literals[::2])
    return re.compile("".join(literals))


def _in_order(
    parts: Sequence[re.Pattern[str]],
    text: str,
    room: int,
) -> tuple[int, int] | None:
    """Return the first stretch of at most ``room`` characters with all parts, in this order."""
    for first in parts[0].finditer(text):
        last: re.Match[str] | None = first
        for part in parts[1:]:
            last = last and part.search(text, last.end(), first.start() + room)
        if last is not None and is_whole(text, first.start(), last.end()):
            return first.start(), last.end()
    return None


def _with_bracket(text: str, span: Span) -> Span:
    """Take in the bracket of a first letter that the text itself prints in brackets."""
    opened = text[span.start - 1 : span.start] == "[" and "]" in text[span.start : span.end]
    return Span(span.start - opened, span.end)
