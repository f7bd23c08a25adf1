"""Finds the stretches of a text that stand between quotation marks.

Who says them is not asked here; see ``attribution``. Every paragraph is read once, from left to
right, with a short stack of open marks, so a mark that never closes costs its own paragraph at
most. What one mark does where it stands is read in ``glyphs``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.quotations.glyphs import FAMILIES, Mark, Role, closes, read_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAX_OPEN = 8  # deeper nesting is damage, not writing; it also bounds the search of the stack


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    Attributes:
        outer: The stretch with its marks (without the closing one where that is missing).
        inner: The words alone, without the white space that some languages put inside.
        depth: 0 for a quotation of the article, 1 for one inside another, and so on.
        continues: The stretch goes on with the quotation of the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    continues: bool = False


def find_quoted(
    text: str, paragraphs: Sequence[Span], sentence_ends: Sequence[int]
) -> tuple[Quoted, ...]:
    """Find what stands between quotation marks.

    Args:
        text: The text to read.
        paragraphs: Its paragraphs, in order and without overlaps.
        sentence_ends: The offsets at which sentences end, ascending. A mark that is followed by
            others of its kind but never closed is taken to end with its sentence.

    Returns:
        The stretches by start, the enclosing one before the enclosed.
    """
    found: list[Quoted] = []
    pending: Mark | None = None
    rows = [tuple(read_marks(text, paragraph)) for paragraph in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        following = rows[number + 1 : number + 2]
        reader = _ParagraphReader(
            paragraph,
            rows[number],
            pending=pending,
            reopened=bool(following) and _begins(text, paragraphs[number + 1], following[0]),
            sentence_ends=sentence_ends,
        )
        found += reader.read(begins=_begins(text, paragraph, rows[number]))
        pending = reader.left_open
    trimmed = (replace(quoted, inner=_trimmed(text, quoted.inner)) for quoted in found)
    return tuple(_nested([quoted for quoted in trimmed if _has_words(text, quoted.inner)]))


def _begins(text: str, paragraph: Span, marks: Sequence[Mark]) -> bool:
    return bool(marks) and not text[paragraph.start : marks[0].start].strip()


def _trimmed(text: str, inner: Span) -> Span:
    words = inner.of(text)
    start = inner.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _has_words(text: str, inner: Span) -> bool:
    return any(map(str.isalnum, inner.of(text)))


def _nested(found: list[Quoted]) -> Iterator[Quoted]:
    found.sort(key=lambda quoted: (quoted.outer.start, -quoted.outer.end))
    open_ends: list[int] = []
    for quoted in found:
        while open_ends and open_ends[-1] <= quoted.outer.start:
            open_ends.pop()
        yield replace(quoted, depth=len(open_ends))
        open_ends.append(quoted.outer.end)


class _ParagraphReader:
    """Reads one paragraph's marks; ``left_open`` is then the mark that may run on."""

    def __init__(
        self,
        paragraph: Span,
        marks: tuple[Mark, ...],
        *,
        pending: Mark | None,
        reopened: bool,
        sentence_ends: Sequence[int],
    ) -> None:
        self.left_open: Mark | None = None
        self._paragraph = paragraph
        self._marks = marks
        self._pending = pending
        self._reopened = reopened
        self._sentence_ends = sentence_ends
        self._stack: list[int] = []
        self._found: list[Quoted] = []
        self._carried: int | None = None

    def read(self, *, begins: bool) -> list[Quoted]:
        """Pair the marks.

        Args:
            begins: The first of them is the paragraph's first character.
        """
        if begins and self._runs_on(self._marks[0]):
            self._carried = 0
            self._marks = (self._as_opener(self._marks[0]), *self._marks[1:])
        strong = _closed_further_on(self._marks)
        for position in range(len(self._marks)):
            self._take(position, strong_ahead=strong[position])
        for position in self._stack:
            self._give_up(position)
        return self._found

    def _runs_on(self, mark: Mark) -> bool:
        return self._pending is not None and self._pending.family == mark.family

    def _as_opener(self, mark: Mark) -> Mark:
        """French opens a quotation's next paragraph with the closing mark, too."""
        glyph = self._pending.glyph if self._pending is not None else mark.glyph
        return replace(mark, glyph=glyph, role=Role.OPEN)

    def _take(self, position: int, *, strong_ahead: bool) -> None:
        mark = self._marks[position]
        opener = self._opener_of(mark)
        weak = mark.role is Role.WEAK and strong_ahead
        if opener is not None and not weak and closes(mark, self._marks[opener]):
            self._close(opener, mark)
        elif mark.role in (Role.OPEN, Role.EITHER):
            self._push(position)
        elif position == 0 and mark.role is Role.CLOSE and self._runs_on(mark):
            start = self._paragraph.start
            self._found.append(
                Quoted(Span(start, mark.end), Span(start, mark.start), continues=True)
            )

    def _opener_of(self, mark: Mark) -> int | None:
        """Return the open mark that this one may close; a single one only if it is innermost."""
        for position in reversed(self._stack):
            if self._marks[position].family == mark.family:
                return position
            if mark.is_single:
                return None
        return None

    def _push(self, position: int) -> None:
        if len(self._stack) == _MAX_OPEN:
            self._give_up(self._stack.pop(0))
        self._stack.append(position)

    def _close(self, opener: int, mark: Mark) -> None:
        # What was opened inside and is still open was an apostrophe or a slip.
        del self._stack[self._stack.index(opener) :]
        self._add(opener, words_end=mark.start, end=mark.end)

    def _add(self, opener: int, *, words_end: int, end: int) -> None:
        first = self._marks[opener]
        self._found.append(
            Quoted(
                Span(first.start, end),
                Span(first.end, words_end),
                continues=opener == self._carried,
            )
        )

    def _give_up(self, opener: int) -> None:
        """End what nothing closes: with its paragraph, or before the next mark of its kind."""
        mark = self._marks[opener]
        if mark.is_single and not self._reopened:
            return  # an apostrophe, as far as anyone can tell
        end = self._paragraph.end
        rest = (self._marks[n] for n in range(opener + 1, len(self._marks)))
        later = next((other for other in rest if other.family == mark.family), None)
        if later is None:
            self.left_open = mark
        else:
            at = bisect_right(self._sentence_ends, mark.end)
            end = min([*self._sentence_ends[at : at + 1], later.start])
        self._add(opener, words_end=end, end=end)


def _closed_further_on(marks: Sequence[Mark]) -> list[bool]:
    """Tell for each mark whether the next certain one of its family closes."""
    ahead = dict.fromkeys(FAMILIES, False)
    told: list[bool] = []
    for mark in reversed(marks):
        told.append(ahead[mark.family])
        if mark.role is not Role.WEAK:
            ahead[mark.family] = mark.role is Role.CLOSE
    return told[::-1]
