"""What a figure counts or measures: its noun, and the words of its clause.

There is no grammar in this: a clause ends at a comma, a conjunction or another figure. Whether two
figures that count the same say the same amount is the business of ``language.figures``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.grounding.checks.stems import stem
from nutgraf.language.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.language.figures import Figure
    from nutgraf.language.readings import Readings

_REACH: Final = 80  # code points on either side in which words belong to a figure
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# Coordinators, subordinators and relatives as in Quirk et al., A Comprehensive Grammar of the
# English Language (1985), 13.5 and 14.12; "as" and "with" open clauses of their own in news.
_END: Final = re.compile(
    r"[,;:()\[\]\u2014\u201c\u201d\"\n]|\s[-\u2013]\s|[.!?](?=\s|$)"
    r"|\b(?:and|but|or|nor|while|whereas|although|though|because|since|as|after|before|when|until"
    r"|if|unless|where|which|who|whom|whose|that|with|including|against|compared|versus|than)\b",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?P<role>from|to|by)\s+(?:(?:about|around|some|nearly|almost)\s+)?$", re.IGNORECASE
)
# Closed classes, and words that stand beside numbers whatever they count.
_EMPTY: Final = frozenset(
    """
    a an the this that these those its it his her their our my your he she they we you i him them
    us in on at by of for from to into up down out over under about around off per is are was were
    be been being am has have had do does did will would can could may might must shall should not
    no more most less least least only just also some any all other another each every than then
    there here now still so very as well said says say told according total number numbers amount
    figure figures nearly almost roughly approximately estimated least during within between among
    million billion trillion thousand hundred dozen one two three four five six seven eight nine ten
    """.split()  # noqa: SIM905 - a table of words is read as lines of words
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it counts.

    Attributes:
        figure: The figure.
        noun: The stem of the noun that a count counts, or None.
        words: The stems of the words of its clause, the noun's among them.
        role: ``from``, ``to`` or ``by`` where that stands right before it, else None.
        is_explicit: Whether the noun stands behind the figure itself, where it is a count.
    """

    figure: Figure
    noun: str | None
    words: frozenset[str]
    role: str | None
    is_explicit: bool = True

    @property
    def is_elliptic(self) -> bool:
        """Whether it is a bare number that may have another's unit: "5 million euros, not 3"."""
        has_noun = self.noun is not None and self.is_explicit
        return self.figure.kind is FigureKind.COUNT and self.figure.unit is None and not has_noun

    def shared(self, other: Counted) -> frozenset[str]:
        """Return the words of both clauses."""
        return self.words & other.words


class CountedFigures:
    """The figures of one text, each with what it counts; read when first asked for."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._starts = [figure.span.start for figure in readings.figures]

    @cached_property
    def all(self) -> tuple[Counted, ...]:
        """All figures of the text, in reading order."""
        return tuple(_counted(self._readings))

    def within(self, span: Span) -> Sequence[Counted]:
        """Return the figures that begin within a stretch of the text."""
        return self.all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _counted(readings: Readings) -> Iterator[Counted]:
    """Yield each figure with its clause; a bare number takes over the noun of the one before it.

    "12 people were hurt and 30 arrested": the 30 are people.
    """
    text, figures = readings.article.text, readings.figures
    noun: str | None = None
    end = 0
    for index, figure in enumerate(figures):
        following = figures[index + 1].span.start if index + 1 < len(figures) else len(text)
        before, after = _clause(text, figure.span, end, following)
        own = _noun(figure, after)
        is_count, explicit = figure.kind is FigureKind.COUNT, own is not None
        if is_count and own is None and len(readings.sentences_at(_between(end, figure))) == 1:
            own = noun
        noun = own if is_count else noun
        words = _content(before) | _content(after) | ({own} if own else set())
        role = _ROLE.search(before)
        told = role["role"].lower() if role else None
        yield Counted(figure, own, frozenset(words), told, explicit or not is_count)
        end = figure.span.end


def _between(end: int, figure: Figure) -> Span:
    """Return the stretch from the figure before to this one."""
    return Span(max(end - 1, 0), figure.span.end)


def _clause(text: str, span: Span, first: int, last: int) -> tuple[str, str]:
    """Return the words before and behind a figure that belong to its clause."""
    before = text[max(first, span.start - _REACH) : span.start]
    after = text[span.end : min(last, span.end + _REACH)]
    ends = [found.end() for found in _END.finditer(before)]
    begins = _END.search(after)
    return before[ends[-1] if ends else 0 :], after[: begins.start() if begins else len(after)]


def _noun(figure: Figure, after: str) -> str | None:
    if figure.kind is FigureKind.COUNT and figure.unit:
        return stem(figure.unit)
    if figure.kind is FigureKind.ORDINAL and (word := _WORD.search(after)):
        return stem(word[0])
    return None


def _content(words: str) -> set[str]:
    found = (word.casefold() for word in _WORD.findall(words))
    return {stem(word) for word in found if word not in _EMPTY}
