"""Which figure the article gives of what a statement says, where it prints this one elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span

if TYPE_CHECKING:
    from nutgraf.grounding.checks.figures.counted import Counted
    from nutgraf.grounding.checks.figures.said_figure import SaidFigure
    from nutgraf.grounding.checks.slots import Slots

FEWEST_SHARED_WORDS: Final = 2
# How much better another figure has to fit than what is said near this one; measured on true and
# false statements.
_CLEARLY_BETTER: Final = 0.25
_COUNTED_BY_EYE: Final = 3  # so small a number stands anywhere
_CORRECTED: Final = re.compile(r"\bnot (?:(?:by|to|from|the|about|of|at|for) )?$")
_BEFORE: Final = 20  # code points that hold the longest of these


def another_figure(said: SaidFigure, slots: Slots) -> Counted | None:
    """Return the figure of what a statement says of another one, None where nothing is wrong."""
    if (other := _changed_over(said) or _corrected(said)) is not None:
        return other
    return _of_the_same_thing(said) if said.statement.cited else _in_its_slot(said, slots)


def _changed_over(said: SaidFigure) -> Counted | None:
    """Return the figure that stands in its place where "from 5 to 7" became "from 7 to 5"."""
    role = said.said.role
    if role is None or any(one.role in {None, role} for one in said.carrying):
        return None
    others = (one for one in said.support if one.role == role and said.is_comparable(one))
    return next((one for one in others if not said.is_carried_by(one)), None)


def _corrected(said: SaidFigure) -> Counted | None:
    """Return the figure that the article gives instead: 13 of "by 13 per cent, not by 31"."""
    text = said.subject.readings.article.text
    for one in said.carrying:
        start = one.figure.span.start
        if not _CORRECTED.search(text, max(0, start - _BEFORE), start):
            continue
        [sentence, *_] = said.subject.readings.sentences_at(one.figure.span)
        before = said.printed.within(Span(sentence.span.start, start))
        others = [other for other in before if said.may_stand_for(other)]
        if others and said.is_left_out(others[-1]):
            return others[-1]
    return None


def _of_the_same_thing(said: SaidFigure) -> Counted | None:
    """Return the figure whose clause says what the statement says of the number."""
    noun = {said.said.noun}
    if any(said.said.shared(one) - noun for one in said.carrying):
        return None
    rival = said.rival(at_least=FEWEST_SHARED_WORDS)
    if rival is None or not rival.is_explicit or not said.said.shared(rival) - noun:
        return None
    return rival


def _in_its_slot(said: SaidFigure, slots: Slots) -> Counted | None:
    """Return the figure that stands where the statement has this one, if it is nowhere near."""
    others = (
        (one.figure.span, one)
        for one in said.printed.all
        if one.figure.value > _COUNTED_BY_EYE and said.may_stand_for(one) and said.is_left_out(one)
    )
    own = [one.figure.span for one in said.carrying]
    slot = slots.around(said.statement.text, said.said.figure.span)
    found = slots.instead(slot, others, own, margin=_CLEARLY_BETTER)
    return found[1] if found else None
