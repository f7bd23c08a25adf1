"""Who speaks where two people answer each other and the article names them no more.

Each turn is a paragraph of its own; a third paragraph without a tag is then the first one's. That a
new paragraph goes on with the same speaker, as it mostly does in the news, is the business of
``attribution``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.language.quotations.words import ANSWERING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.quotations.attribution import Attributed
    from nutgraf.language.quotations.layout import Layout

_WORD: Final = re.compile(r"\w+")
_TAG: Final = 120  # code points behind a quotation in which its verb of answering stands


def take_turns(found: Sequence[Attributed], text: str, layout: Layout) -> list[Attributed]:
    """Return quotations with the speakers of turns that have no tag.

    Args:
        found: The outermost quotations, in reading order; those without a tag have the speaker of
            the one before.
        text: The article's text.
        layout: Its paragraphs.
    """
    exchange = _Exchange(text, layout)
    return [exchange.turn(one) for one in found]


class _Exchange:
    """The turns read so far."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._layout = layout
        self._before: Attributed | None = None  # the last as it was given
        self._last: Attributed | None = None  # the last as it is returned
        self._other: Attributed | None = None  # the last of the turn before that one
        self._answers = False

    def turn(self, one: Attributed) -> Attributed:
        """Return a quotation with its speaker."""
        last, is_new = self._last, self._is_new_turn(one)
        carried = last is not None and self._before is not None and _is_carried(one, self._before)
        told = one
        if carried and last is not None:
            other = self._other.by if self._other is not None else None
            by = other if is_new and self._answers else last.by
            told = replace(one, by=by)
        if is_new or last is None or not self._shares_paragraph(last, one):
            self._other = last if is_new else None
            self._answers = is_new and (self._is_answer(told) or (self._answers and carried))
        self._before, self._last = one, told
        return told

    def _is_new_turn(self, one: Attributed) -> bool:
        """Tell whether a quotation opens the paragraph behind that of the last, as that one did."""
        if self._last is None or one.quoted.continues:
            return False
        here, there = (self._paragraph(each) for each in (one, self._last))
        opens = self._layout.paragraphs[here].start
        blank = not self._text[opens : one.quoted.outer.start].strip()
        return blank and here == there + 1

    def _is_answer(self, one: Attributed) -> bool:
        """Tell whether a quotation answers the last, or asks, so that an answer follows."""
        return any(self._asks(each) for each in (one, self._last) if each is not None)

    def _asks(self, one: Attributed) -> bool:
        inner, end = one.quoted.inner, one.quoted.outer.end
        tag = self._text[end : end + _TAG].partition("\n")[0]
        words = {found[0].casefold() for found in _WORD.finditer(tag)}
        return inner.of(self._text).endswith("?") or not words.isdisjoint(ANSWERING)

    def _shares_paragraph(self, one: Attributed, other: Attributed) -> bool:
        return self._paragraph(one) == self._paragraph(other)

    def _paragraph(self, one: Attributed) -> int:
        return self._layout.paragraph_at(one.quoted.outer.start)


def _is_carried(one: Attributed, before: Attributed) -> bool:
    """Tell whether a quotation has its speaker from the one before, by the same words."""
    return one.by is not None and before.by is not None and one.by.span == before.by.span
