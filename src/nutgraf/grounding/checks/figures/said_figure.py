"""One figure of a statement beside the figures of the article that may carry it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.language.figures import FigureKind, carries, has_no_unit, may_be_one_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.grounding.checks.figures.counted import Counted, CountedFigures
    from nutgraf.grounding.statements import Statement, Subject


class SaidFigure:
    """A figure of a statement.

    Attributes:
        subject: The summary that it is of.
        statement: Where it is said.
        printed: The figures of the article.
        said: The figure.
        beside: The other figures of the statement.
    """

    def __init__(
        self,
        subject: Subject,
        statement: Statement,
        printed: CountedFigures,
        said: Counted,
        beside: Sequence[Counted],
    ) -> None:
        self.subject = subject
        self.statement = statement
        self.printed = printed
        self.said = said
        self.beside = [other for other in beside if other is not said]

    @property
    def words(self) -> str:
        """The figure as it is said."""
        return self.said.figure.span.of(self.statement.text)

    @cached_property
    def support(self) -> list[Counted]:
        """The figures of the sentences that the statement is compared with."""
        return [one for s in self.statement.support for one in self.printed.within(s.span)]

    @cached_property
    def scope(self) -> Sequence[Counted]:
        """The figures that may carry the statement: those cited, else all of the article."""
        return self.support if self.statement.cited else self.printed.all

    @cached_property
    def carrying(self) -> list[Counted]:
        """The figures that carry it."""
        return [one for one in self.scope if self.is_carried_by(one)]

    def is_carried_by(self, printed: Counted) -> bool:
        """Tell whether a figure of the article is the one that is said."""
        if not carries(printed.figure, self.said.figure):
            return False
        return self._has_both_sides(printed) and not self._clash(printed)

    def _has_both_sides(self, printed: Counted) -> bool:
        """Tell whether the count that is one side of a score stands beside that of the other."""
        said = self.said.figure
        if said.kind is not FigureKind.SCORE or printed.figure.kind is FigureKind.SCORE:
            return True
        [sentence, *_] = self.subject.readings.sentences_at(printed.figure.span)
        beside = {one.figure.value for one in self.printed.within(sentence.span)}
        return {said.value, said.high} - {0} <= beside

    def _clash(self, printed: Counted) -> bool:
        """Tell whether one counts things and the other is money or measured: "$5", "5 houses"."""
        one, other = printed.figure, self.said.figure
        if has_no_unit(one) == has_no_unit(other):
            return False
        bare = one if has_no_unit(one) else other
        # "Ten long years" are counted and measured in the same unit.
        return bare.kind is FigureKind.COUNT and one.unit != other.unit and bare.unit is not None

    def rival(self, *, at_least: int) -> Counted | None:
        """Return the supporting figure of the same thing with another amount, if there is one.

        Args:
            at_least: How many words the clauses of both have to share.
        """
        rivals = [
            one
            for one in self.support
            if self.is_comparable(one)
            and len({one.role, self.said.role} - {None}) < 2  # noqa: PLR2004 - "by 5", "to 5"
            and self.is_left_out(one)
            and len(one.shared(self.said)) >= at_least
        ]
        return max(rivals, key=lambda one: len(one.shared(self.said)), default=None)

    def is_left_out(self, printed: Counted) -> bool:
        """Tell whether neither this figure nor another of the statement says a printed one."""
        said = (self.said, *self.beside)
        return not any(carries(printed.figure, one.figure) for one in said)

    def is_comparable(self, printed: Counted) -> bool:
        """Tell whether a figure of the article counts or measures the same."""
        one, other = printed.figure, self.said.figure
        if FigureKind.ORDINAL in {one.kind, other.kind} and one.kind is not other.kind:
            return False
        if has_no_unit(one) and has_no_unit(other):
            return printed.noun is not None and self.said.noun == printed.noun
        return one.kind is other.kind and may_be_one_unit(one.unit, other.unit)

    def may_stand_for(self, printed: Counted) -> bool:
        """Tell whether a figure of the article is of the same kind, its noun left open."""
        if printed.figure.kind is not self.said.figure.kind:
            return False
        return self.is_comparable(printed) or (
            has_no_unit(printed.figure) and None in {printed.noun, self.said.noun}
        )
