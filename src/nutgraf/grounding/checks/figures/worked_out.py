"""Numbers of a statement that no sentence prints as such, and that are no fault for that.

The arithmetic is in ``derived``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.figures.another_figure import FEWEST_SHARED_WORDS
from nutgraf.grounding.checks.figures.derived import is_derivable, listed, may_be_of_one_kind
from nutgraf.grounding.checks.figures.ratios import is_called_a_difference, is_ratio
from nutgraf.language.figures import FigureKind, carries
from nutgraf.language.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.grounding.checks.figures.counted import Counted
    from nutgraf.grounding.checks.figures.said_figure import SaidFigure
    from nutgraf.language.figures import Figure
    from nutgraf.language.sentences import Sentence

_COUNTED_FROM_A_LIST: Final = 12
# "The ring and eight other objects" are nine.
_OTHERS: Final = re.compile(r" (?:others?|more|further|additional)\b")
_IN_ALL: Final = re.compile(
    r"\b(?:in all|in total|totall?ing|altogether|combined|overall|together|worldwide|globally)\b",
    re.IGNORECASE,
)
_WHOLE: Final = Decimal(100)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|without|lacks?|lacking|none|others?|rest|remaining)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(r" of (?:(?:the|its|his|her|their|our|my|all|these|those) )?")


def is_ratio_of_others(said: SaidFigure) -> bool:
    """Tell whether a share in words, or a multiple, is that of two figures it may come from."""
    return is_ratio(said, _together(said))


def is_difference(said: SaidFigure) -> bool:
    """Tell whether a number that is called a difference ("by 5", "5 more") is one of two others.

    Those may well be said of the same thing, which is a reason against other derived numbers.
    """
    if not is_called_a_difference(said):
        return False
    return is_derivable(said.said, _together(said), may_be_of_one_kind)


def _together(said: SaidFigure) -> list[Sequence[Counted]]:
    """Return the figures of the carrying sentences, and those of each that may be meant."""
    return [said.support, *(said.printed.within(one.span) for one in _sources(said))]


def is_worked_out(said: SaidFigure) -> bool:
    """Tell whether a number may come from others, or from counting the items of a list."""
    if _is_all_but_one(said) or _is_the_rest(said):
        return True
    if not _is_a_sum(said) and said.rival(at_least=FEWEST_SHARED_WORDS) is not None:
        return False
    sentences = [said.printed.within(sentence.span) for sentence in _sources(said)]
    if _is_a_sum(said):
        sentences.append([one for one in said.scope if said.is_comparable(one)])
    if is_derivable(said.said, [*sentences, said.beside]):
        return True
    return said.said.figure.value <= _COUNTED_FROM_A_LIST and _is_counted(said)


def _is_a_sum(said: SaidFigure) -> bool:
    return _IN_ALL.search(said.statement.text) is not None


def is_printed_in_parts(said: SaidFigure) -> bool:
    """Tell whether both ends of a range are printed, or both sides of a score in one sentence."""
    figure = said.said.figure
    if figure.high is None:
        return False
    if figure.kind is FigureKind.SCORE:
        return _is_printed_by_sides(said, (figure.value, figure.high))
    ends = (replace(figure, high=None), replace(figure, value=figure.high, high=None))
    return all(any(carries(one.figure, end) for one in said.scope) for end in ends)


def _is_printed_by_sides(said: SaidFigure, sides: Sequence[object]) -> bool:
    """Tell whether a cited sentence has both numbers of a score: "ARDEN 2 CORVE 1"."""
    text = said.subject.readings.article.text
    patterns = [re.compile(rf"\b{side}\b") for side in sides]
    return any(
        all(pattern.search(text, s.span.start, s.span.end) for pattern in patterns)
        for s in said.statement.cited
    )


def part_of_less(said: SaidFigure) -> Figure | None:
    """Return the whole that is less than its part: seven of "nine of its seven branches"."""
    figure, text = said.said.figure, said.statement.text
    for other in (one.figure for one in said.beside):
        if other.kind is not FigureKind.COUNT or figure.kind is not FigureKind.COUNT:
            continue
        between = text[figure.span.end : other.span.start]
        if other.value < figure.value and _OF.fullmatch(between):
            return other
    return None


def _is_all_but_one(said: SaidFigure) -> bool:
    figure = said.said.figure
    if not _OTHERS.match(said.statement.text, figure.span.end):
        return False
    counts = (one.figure for one in said.printed.all if one.figure.kind is FigureKind.COUNT)
    return any(one.value == figure.value + 1 for one in counts)


def _is_the_rest(said: SaidFigure) -> bool:
    """Tell whether a share is what another leaves, told with a "not" on one side or the other."""
    figure = said.said.figure
    if figure.kind is not FigureKind.SHARE or not _NOT.search(said.statement.text):
        return False
    shares = (one.figure for one in said.support if one.figure.kind is FigureKind.SHARE)
    return any(carries(replace(one, value=_WHOLE - one.value), figure) for one in shares)


def _sources(said: SaidFigure) -> Sequence[Sentence]:
    """Return the sentences from whose figures a number may be worked out."""
    if said.statement.cited:
        return said.statement.cited
    readings = said.subject.readings
    alike: list[Counted] = [one for one in said.printed.all if one.shared(said.said)]
    found = {s.number: s for one in alike for s in readings.sentences_at(one.figure.span)}
    return [*said.statement.support, *found.values()]


def _is_counted(said: SaidFigure) -> bool:
    """Tell whether the article, or the statement itself, lists so many things."""
    readings, value = said.subject.readings, said.said.figure.value
    if value == sum(1 for s in readings.sentences if s.kind is SentenceKind.ITEM):
        return True
    text = readings.article.text
    texts = [s.span.of(text) for s in said.statement.support] + [said.statement.text]
    return any(value in listed(one) for one in texts)
