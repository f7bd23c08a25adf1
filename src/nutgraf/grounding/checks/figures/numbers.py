"""Checks of the numbers in statements: does what is to carry them print them, and of what.

What a figure counts is read in ``counted``, what may come from others in ``worked_out``, what the
article says in its place in ``another_figure``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.figures.another_figure import another_figure
from nutgraf.grounding.checks.figures.counted import Counted, CountedFigures
from nutgraf.grounding.checks.figures.lengths import is_length_of_time
from nutgraf.grounding.checks.figures.ratios import is_multiple
from nutgraf.grounding.checks.figures.said_figure import SaidFigure
from nutgraf.grounding.checks.figures.worked_out import (
    is_difference,
    is_printed_in_parts,
    is_ratio_of_others,
    is_worked_out,
    part_of_less,
)
from nutgraf.grounding.checks.places import (
    passages_at,
    sentence_number,
    stands_right_before,
    words_said,
)
from nutgraf.grounding.checks.slots import Slots
from nutgraf.language.figures import (
    FigureKind,
    Qualifier,
    carries,
    find_figures,
    has_no_unit,
    same_number,
)
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.statements import Subject
    from nutgraf.schema.result import FindingKind, Severity

_COUNTED_BY_EYE: Final = 3
"""Up to this many, a writer counts what an article lists ("two leaders") though it has no
number."""
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w'\u2019-]{1,30} $")
# "Station 131-47", "flight 22B"
_CODE: Final = re.compile(r"\d{1,9}(?:-\d{1,9}|[A-Z]\b)")
_NAME_BEHIND: Final = re.compile(r" [A-Z][\w'\u2019-]{1,30}")

_WITHOUT_BEING_PRINTED: Final = (
    is_printed_in_parts, is_ratio_of_others, is_difference, is_worked_out, is_length_of_time,
)  # fmt: skip


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Report numbers that the supporting sentences do not print, or print of something else."""
    printed, slots = CountedFigures(subject.readings), Slots(subject.readings)
    for statement in subject.reworded:
        figures = CountedFigures(statement.readings).all
        for figure in figures:
            said = SaidFigure(subject, statement, printed, figure, figures)
            finding = _Number(said, slots).finding()
            if finding is not None:
                yield finding


class _Number:
    """One figure of a statement against the figures of the article."""

    def __init__(self, of: SaidFigure, slots: Slots) -> None:
        self._of = of
        self._slots = slots
        self._subject = of.subject
        self._readings = of.subject.readings
        self._statement = of.statement
        self._printed = of.printed
        self._said = of.said

    def finding(self) -> Finding | None:
        """Return what is wrong with the figure, or None."""
        if whole := part_of_less(self._of):
            words = whole.span.of(self._statement.text)
            return self._made("number", "error", f"{self._words} cannot be of {words!r}", [])
        if self._of.carrying:
            # Which nouns and clauses belong to a number is known of English alone.
            told = self._readings.language == "en" and not is_multiple(self._of)
            return self._of_something_else() if told else None
        if self._is_small:
            return self._small()
        if other := self._with_another_unit():
            return self._unit(other)
        elsewhere = [one for one in self._printed.all if self._of.is_carried_by(one)]
        return self._elsewhere(elsewhere) if elsewhere else self._nowhere()

    @property
    def _is_small(self) -> bool:
        """Whether the number is one that a writer may have counted, and is no numeral."""
        figure = self._said.figure
        words = figure.span.of(self._statement.text)
        in_words = not any(character.isdigit() for character in words)
        counts = figure.kind in {FigureKind.COUNT, FigureKind.ORDINAL}
        return in_words and counts and figure.value <= _COUNTED_BY_EYE

    @property
    def _is_rough(self) -> bool:
        return self._said.figure.qualifier in {Qualifier.ABOUT, Qualifier.OVER, Qualifier.UNDER}

    @property
    def _in_title(self) -> bool:
        title = self._readings.article.title or ""
        return any(
            carries(figure, self._said.figure)
            for figure in find_figures(title, self._readings.language)
        )

    @property
    def _is_counted_up_to(self) -> bool:
        """Whether it is an ordinal ("the 153rd floor") whose number is printed ("153 floors")."""
        said = self._said.figure
        printed = (one.figure for one in self._printed.all)
        return said.kind is FigureKind.ORDINAL and any(
            one.kind is FigureKind.COUNT and one.value == said.value and one.high is None
            for one in printed
        )

    @property
    def _in_these_words(self) -> bool:
        """Whether the article has the very words, as a share or in a name ("Route 9")."""
        span, text = self._said.figure.span, self._statement.text
        words = span.of(text)
        code = _CODE.match(text, span.start)
        if code and self._subject.occurrences.has_word(code[0]):
            return True
        if self._said.figure.kind is not FigureKind.COUNT and not any(map(str.isdigit, words)):
            return self._subject.occurrences.has_word(words)
        before, behind = _NAME_BEFORE.search(text[: span.start]), _NAME_BEHIND.match(text, span.end)
        named = [f"{before[0]}{words}"] if before else []
        named += [f"{words}{behind[0]}"] if behind else []
        return any(self._subject.occurrences.has_word(name) for name in named)

    def _of_something_else(self) -> Finding | None:
        """Report a number that the article prints of another thing than the statement says."""
        rival, here = another_figure(self._of, self._slots), self._of.carrying[0]
        if rival is None:
            return None
        return self._made(
            "number",
            "error" if self._statement.cited else "warning",
            f"the article says {self._phrase(rival)} of this; {self._phrase(here)} "
            "is something else",
            [rival, here],
        )

    def _small(self) -> Finding | None:
        """Report a small number in words only where the article counts the same things."""
        rival = self._of.rival(at_least=1)
        if rival is None or self._said.noun is None or rival.noun != self._said.noun:
            return None
        if any(carries(one.figure, self._said.figure) for one in self._printed.all):
            return None
        if is_worked_out(self._of):
            return None
        return self._made(
            "number",
            "error" if self._statement.cited else "warning",
            f"the article says {self._phrase(rival)}, not {self._words}",
            [rival],
        )

    def _with_another_unit(self) -> Counted | None:
        """Return the figure of the same number in another unit that the support prints."""
        if has_no_unit(self._said.figure) and self._said.figure.unit is None:
            return None
        others = [
            one
            for one in self._of.support
            if same_number(one.figure, self._said.figure)
            and one.figure.unit not in {None, self._said.figure.unit}
            and (not has_no_unit(one.figure) or not has_no_unit(self._said.figure))
            and FigureKind.ORDINAL not in {one.figure.kind, self._said.figure.kind}
        ]
        other = max(others, key=lambda one: len(one.shared(self._said)), default=None)
        if (
            other
            and other.figure.kind is not self._said.figure.kind
            and is_length_of_time(self._of)
        ):
            return None
        return other

    def _unit(self, other: Counted) -> Finding:
        return self._made(
            "unit", "error", f"the article says {self._phrase(other)}, not {self._words}", [other]
        )

    def _elsewhere(self, places: Sequence[Counted]) -> Finding | None:
        if any(
            borne(self._of) for borne in (is_printed_in_parts, is_ratio_of_others, is_difference)
        ):
            return None
        if self._is_right_before(places) and self._of.rival(at_least=1) is None:
            return None
        number = sentence_number(self._readings, places[0].figure.span)
        return self._made(
            "number",
            "warning",
            f"the number {self._words} is not in the cited sentences, but in {number}",
            places,
        )

    def _is_right_before(self, places: Iterable[Counted]) -> bool:
        spans = (one.figure.span for one in places)
        return stands_right_before(self._subject, self._statement, spans)

    def _nowhere(self) -> Finding | None:
        if self._in_title or self._in_these_words or self._is_counted_up_to:
            return None
        if any(borne(self._of) for borne in _WITHOUT_BEING_PRINTED):
            return None
        rival = self._of.rival(at_least=1)
        if rival is None:
            # "Nearly 14 years" may be a writer's own reckoning.
            severity: Severity = "warning" if self._is_rough else "error"
            return self._made(
                "number", severity, f"the number {self._words} stands nowhere in the article", []
            )
        return self._made(
            "number",
            "error",
            f"the number {self._words} stands nowhere in the article; it says "
            f"{self._phrase(rival)}",
            [rival],
        )

    @property
    def _words(self) -> str:
        return repr(self._of.words)

    def _phrase(self, one: Counted) -> str:
        """Return a figure of the article with the words behind it, quoted."""
        return repr(one.figure.span.of(self._readings.article.text))

    def _made(
        self, kind: FindingKind, severity: Severity, message: str, places: Iterable[Counted]
    ) -> Finding:
        return Finding(
            path=self._statement.path,
            kind=kind,
            severity=severity,
            message=message,
            said=words_said(self._statement, self._said.figure.span),
            passages=passages_at(self._readings, (one.figure.span for one in places)),
        )
