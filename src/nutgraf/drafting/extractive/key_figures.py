"""Chooses the amounts worth knowing, each with the words that say what it measures.

Finding and valuing amounts is the business of ``nutgraf.language.figures``.
"""

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.statements import cite
from nutgraf.drafting.extractive.terms import collapse, count_words
from nutgraf.language.figures import FigureKind, same_amount
from nutgraf.schema.fields import Amount
from nutgraf.schema.news import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.drafting.extractive.ranking import Ranked
    from nutgraf.language.figures import Figure

_MOST_FIGURES: Final = 6
_MOST_WORDS: Final = 7
_FEWEST_WORDS: Final = 2
# Money and shares are news by themselves; a duration or a distance is mostly a circumstance.
_KIND_WORTH: Final = {
    FigureKind.MONEY: 0.5,
    FigureKind.SHARE: 0.5,
    FigureKind.COUNT: 0.3,
    FigureKind.SCORE: 0.3,
    FigureKind.DURATION: -0.3,
}
_OF_WHAT_STANDS_BEFORE: Final = frozenset({FigureKind.MONEY, FigureKind.SHARE})
_LEFT_OUT: Final = frozenset({FigureKind.ORDINAL})
_SMALL_COUNT: Final = 13  # "two leaders" counts who is there; it is no figure of the story
_WINDOW_CHARS: Final = 20
_OLD: Final = re.compile(r"(?:-year|-month|-week|-day|\syears?|\smonths?)?[-\s]old\b")
# The phrase behind a figure ends before what starts another statement; the one in front begins
# there.
_BREAK_WORDS: Final = (
    "and|but|or|who|which|whose|that|when|where|while|after|before|as|because|since|if|with"
)
_BREAKS_BEHIND: Final = re.compile(
    rf"[,;:!?()\"“”—–]|\.$|\s-\s"
    rf"|\b(?:{_BREAK_WORDS}|is|are|was|were|has|have|had|will|would|said|says)\b"
)
_BREAK_BEFORE: Final = re.compile(rf"(?:{_BREAK_WORDS})|\W+|.*[,;:.!?()\"“”—–]", re.IGNORECASE)
# A measure behind one of these is a measure of what stands before: "a turnout of 58%".
_MEASURING: Final = re.compile(
    r"\b(?:by|of|to|at|is|was|above|below|over|under|exceeded|reached|totalled|totaled|cost)\s"
    r"(?:\w+\s){0,2}$"
)
_CLOSING_MARKS: Final = ',;:.!?()"“”'
_PRONOUNS: Final = frozenset({"he", "it", "she", "that", "there", "they", "this", "we"})
_LOOSE_WORDS: Final = frozenset(
    """
    a about above almost already an and are approximately around as at below between by either
    exceeded for from has have in into is its just least less many more most nearly of on only or
    over per reached roughly some than the their to total up was were with
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    figure: Figure
    line: Line
    worth: float


def choose_figures(ranked: Sequence[Ranked], text: str) -> list[KeyFigure]:
    """Return up to 6 amounts from the best lines, in reading order, no amount twice."""
    chosen: list[_Candidate] = []
    for candidate in sorted(_candidates(ranked, text), key=lambda one: -one.worth):
        if len(chosen) == _MOST_FIGURES:
            break
        if not any(same_amount(candidate.figure, other.figure) for other in chosen):
            chosen.append(candidate)
    return [_key_figure(one, text) for one in sorted(chosen, key=lambda one: one.figure.span)]


def _candidates(ranked: Sequence[Ranked], text: str) -> Iterator[_Candidate]:
    for one in ranked:
        for figure in one.line.figures:
            if _is_trivial(figure) or _is_of_a_date(figure, one.line) or _is_an_age(figure, text):
                continue
            yield _Candidate(figure, one.line, one.score + _KIND_WORTH.get(figure.kind, 0.0))


def _is_trivial(figure: Figure) -> bool:
    is_small = figure.kind in {FigureKind.COUNT, FigureKind.OTHER} and figure.value < _SMALL_COUNT
    return is_small or figure.kind in _LEFT_OUT


def _is_of_a_date(figure: Figure, line: Line) -> bool:
    return any(date.span.overlaps(figure.span) for date in line.dates)


def _is_an_age(figure: Figure, text: str) -> bool:
    """Tell whether a figure is somebody's age: "Jane Roe, 42," or "14-year-old"."""
    before = text[max(0, figure.span.start - _WINDOW_CHARS) : figure.span.start]
    behind = text[figure.span.end : figure.span.end + _WINDOW_CHARS]
    words = figure.span.of(text)
    is_bare = words.isdigit() and before.endswith(", ") and behind.startswith((",", "."))
    is_told = before.endswith(("aged ", "age of ", "ages of ")) or words.endswith("old")
    return is_bare or is_told or _OLD.match(behind) is not None


def _key_figure(one: _Candidate, text: str) -> KeyFigure:
    return KeyFigure(
        amount=Amount(text=collapse(one.figure.span.of(text))),
        of=_measured(one.figure, one.line, text),
        evidence=cite([one.line.number]),
    )


def _measured(figure: Figure, line: Line, text: str) -> str:
    """Return the words beside a figure that say what it measures, from its own sentence.

    That is mostly what stands behind it ("345 *pilgrims*"); money and shares may measure what
    stands before ("a *turnout* of 58%").
    """
    behind = _behind(text[figure.span.end : _end_behind(figure, line)])
    before = list(_stretches_before(figure, line, text))
    in_front = next(filter(None, map(_before, before)), "")
    if figure.kind in _OF_WHAT_STANDS_BEFORE and _MEASURING.search(before[0]):
        return in_front or behind or line.text
    least = 1 if figure.kind is FigureKind.COUNT else _FEWEST_WORDS
    return behind if count_words(behind) >= least else in_front or behind or line.text


def _stretches_before(figure: Figure, line: Line, text: str) -> Iterator[str]:
    """Yield what stands between a figure and the one before it, then all that stands before it."""
    parts: list[str] = []
    start = line.span.start
    for other in takewhile(lambda one: one is not figure, line.figures):
        parts.append(text[start : other.span.start])
        start = other.span.end
    parts.append(text[start : figure.span.start])
    yield parts[-1]
    yield " ".join(parts)


def _end_behind(figure: Figure, line: Line) -> int:
    """Return where the words behind a figure end: at the next date or the end of the line."""
    dates = (date.span.start for date in line.dates if date.span.start >= figure.span.end)
    return next(dates, line.span.end)


def _behind(text: str) -> str:
    found = _BREAKS_BEHIND.search(text.rstrip())
    return " ".join(_trimmed(text[: found.start() if found else None].split()[:_MOST_WORDS]))


def _before(text: str) -> str:
    words = _trimmed(text.split())[-_MOST_WORDS:]
    phrase: list[str] = []
    for word in reversed(words):
        if not _PRONOUNS.issuperset(phrase) and _BREAK_BEFORE.fullmatch(word):
            break
        phrase.insert(0, word.strip(_CLOSING_MARKS))
    return " ".join(_trimmed(phrase))


def _trimmed(words: list[str]) -> list[str]:
    """Return the words without loose ones at either end."""
    first, last = 0, len(words)
    while first < last and words[first].casefold() in _LOOSE_WORDS:
        first += 1
    while last > first and words[last - 1].casefold() in _LOOSE_WORDS:
        last -= 1
    return words[first:last]
