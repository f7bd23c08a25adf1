"""Checks of the numbers in statements: does what is to carry them print them, and of what.

What a figure counts is read in ``counted``, what follows from other figures in ``derived``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.clauses import Clause
from nutgraf.grounding.checks.counted import Counted, CountedFigures
from nutgraf.grounding.checks.derived import is_derivable, listed
from nutgraf.grounding.checks.places import (
    passages_at,
    sentence_number,
    stands_right_before,
    words_said,
)
from nutgraf.language.figures import (
    FigureKind,
    carries,
    find_figures,
    has_no_unit,
    may_be_one_unit,
    same_number,
)
from nutgraf.language.sentences import SentenceKind
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.sentences import Sentence
    from nutgraf.schema.result import FindingKind, Severity

_COUNTED_BY_EYE: Final = 3
"""Up to this many, a writer counts what an article lists ("two leaders") though it has no
number."""
_COUNTED_FROM_A_LIST: Final = 12
_FEWEST_SHARED_WORDS: Final = 2
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w'\u2019-]{1,30} $")
_NAME_BEHIND: Final = re.compile(r" [A-Z][\w'\u2019-]{1,30}")
_SAYS_IT: Final = 0.5
_CLEARLY_MORE: Final = 0.3


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Report numbers that the supporting sentences do not print, or print of something else."""
    printed = CountedFigures(subject.readings)
    for statement in subject.statements:
        figures = CountedFigures(statement.readings).all
        for said in figures:
            finding = _Number(subject, statement, printed, said, figures).finding()
            if finding is not None:
                yield finding


class _Number:
    """One figure of a statement against the figures of the article."""

    def __init__(
        self,
        subject: Subject,
        statement: Statement,
        printed: CountedFigures,
        said: Counted,
        beside: Sequence[Counted],
    ) -> None:
        self._subject = subject
        self._readings = subject.readings
        self._statement = statement
        self._printed = printed
        self._said = said
        self._beside = [other for other in beside if other is not said]

    def finding(self) -> Finding | None:
        """Return what is wrong with the figure, or None."""
        if self._carrying:
            return self._of_something_else()
        if self._is_small:
            return self._small()
        if other := self._with_another_unit():
            return self._unit(other)
        elsewhere = [one for one in self._printed.all if self._carries(one)]
        return self._elsewhere(elsewhere) if elsewhere else self._nowhere()

    @cached_property
    def _support(self) -> list[Counted]:
        """The figures of the sentences that the statement is compared with."""
        return [one for s in self._statement.support for one in self._printed.within(s.span)]

    @cached_property
    def _scope(self) -> Sequence[Counted]:
        """The figures that may carry the statement: those cited, else all of the article."""
        return self._support if self._statement.cited else self._printed.all

    @cached_property
    def _carrying(self) -> list[Counted]:
        return [one for one in self._scope if self._carries(one)]

    def _carries(self, printed: Counted) -> bool:
        return carries(printed.figure, self._said.figure) and not self._clash(printed)

    def _clash(self, printed: Counted) -> bool:
        """Tell whether one counts things and the other is money or measured: "$5", "5 houses"."""
        one, other = printed.figure, self._said.figure
        if has_no_unit(one) == has_no_unit(other):
            return False
        bare = one if has_no_unit(one) else other
        return bare.kind is FigureKind.COUNT and bare.unit is not None

    @property
    def _is_small(self) -> bool:
        """Whether the number is one that a writer may have counted, and is no numeral."""
        figure = self._said.figure
        words = figure.span.of(self._statement.text)
        in_words = not any(character.isdigit() for character in words)
        counts = figure.kind in {FigureKind.COUNT, FigureKind.ORDINAL}
        return in_words and counts and figure.value <= _COUNTED_BY_EYE

    @property
    def _in_title(self) -> bool:
        title = self._readings.article.title or ""
        return any(carries(figure, self._said.figure) for figure in find_figures(title))

    @property
    def _in_these_words(self) -> bool:
        """Whether the article has the very words, as a share or in a name ("Route 9")."""
        span, text = self._said.figure.span, self._statement.text
        words = span.of(text)
        if self._said.figure.kind is not FigureKind.COUNT and not any(map(str.isdigit, words)):
            return self._subject.occurrences.has_word(words)
        before, behind = _NAME_BEFORE.search(text[: span.start]), _NAME_BEHIND.match(text, span.end)
        named = [f"{before[0]}{words}"] if before else []
        named += [f"{words}{behind[0]}"] if behind else []
        return any(self._subject.occurrences.has_word(name) for name in named)

    @property
    def _is_a_range_of_two(self) -> bool:
        """Whether both ends of a range are printed, each by itself."""
        figure = self._said.figure
        if figure.high is None:
            return False
        ends = (replace(figure, high=None), replace(figure, value=figure.high, high=None))
        return all(any(carries(one.figure, end) for one in self._scope) for end in ends)

    @property
    def _is_worked_out(self) -> bool:
        """Whether the number may come from others, or from counting the items of a list."""
        if self._rival(at_least=_FEWEST_SHARED_WORDS) is not None:
            return False
        sentences = [self._printed.within(s.span) for s in self._sentences]
        if is_derivable(self._said, [*sentences, self._beside]):
            return True
        if self._said.figure.value > _COUNTED_FROM_A_LIST:
            return False
        if self._said.figure.value == self._items:
            return True
        text = self._readings.article.text
        texts = [s.span.of(text) for s in self._sentences] + [self._statement.text]
        return any(self._said.figure.value in listed(one) for one in texts)

    @property
    def _items(self) -> int:
        """How many list items the article has."""
        return sum(1 for s in self._readings.sentences if s.kind is SentenceKind.ITEM)

    @property
    def _sentences(self) -> Sequence[Sentence]:
        return self._statement.cited or self._readings.sentences

    def _of_something_else(self) -> Finding | None:
        """Report a number that the article prints of another thing than the statement says."""
        rival = self._changed_over() or self._of_the_same_thing()
        if rival is None and not self._statement.cited:
            rival = self._in_another_sentence()
        if rival is None:
            return None
        return self._made(
            "number",
            "error" if self._statement.cited else "warning",
            f"the article says {self._phrase(rival)} of this; {self._phrase(self._carrying[0])} "
            "is something else",
            [rival, self._carrying[0]],
        )

    def _changed_over(self) -> Counted | None:
        """Return the figure that stands in its place where "from 5 to 7" became "from 7 to 5"."""
        role = self._said.role
        if role is None or any(one.role in {None, role} for one in self._carrying):
            return None
        others = (one for one in self._support if one.role == role and self._is_comparable(one))
        return next((one for one in others if not self._carries(one)), None)

    def _of_the_same_thing(self) -> Counted | None:
        """Return the figure whose clause says what the statement says of the number."""
        noun = {self._said.noun}
        if any(self._said.shared(one) - noun for one in self._carrying):
            return None
        rival = self._rival(at_least=_FEWEST_SHARED_WORDS)
        if rival is None or not rival.is_explicit or not self._said.shared(rival) - noun:
            return None
        return rival

    def _in_another_sentence(self) -> Counted | None:
        """Return the figure of the sentence that says this, if the number is nowhere near it."""
        clause = Clause(self._subject, self._statement.text, self._said.figure.span)
        if not clause.tells:
            return None
        for sentence, share in clause.carriers(_SAYS_IT):
            there = self._printed.within(sentence.span)
            if any(one in self._carrying for one in there):
                return None
            large = (one for one in there if one.figure.value > _COUNTED_BY_EYE)
            rival = self._rival(at_least=0, among=large)
            near = clause.share_near([one.figure.span for one in self._carrying], before=1)
            if rival is not None and share - near >= _CLEARLY_MORE:
                return rival
        return None

    def _rival(self, *, at_least: int, among: Iterable[Counted] | None = None) -> Counted | None:
        """Return the supporting figure of the same thing with another amount, if there is one.

        An amount that the statement gives as well is not missing from it.
        """
        rivals = [
            one
            for one in (self._support if among is None else among)
            if self._is_comparable(one)
            and len({one.role, self._said.role} - {None}) < 2  # noqa: PLR2004 - "by 5", "to 5"
            and not carries(one.figure, self._said.figure)
            and not any(carries(one.figure, other.figure) for other in self._beside)
            and len(one.shared(self._said)) >= at_least
        ]
        return max(rivals, key=lambda one: len(one.shared(self._said)), default=None)

    def _is_comparable(self, printed: Counted) -> bool:
        one, other = printed.figure, self._said.figure
        if FigureKind.ORDINAL in {one.kind, other.kind} and one.kind is not other.kind:
            return False
        if has_no_unit(one) and has_no_unit(other):
            return printed.noun is not None and self._said.noun == printed.noun
        return one.kind is other.kind and may_be_one_unit(one.unit, other.unit)

    def _small(self) -> Finding | None:
        """Report a small number in words only where the article counts the same things."""
        rival = self._rival(at_least=1)
        if rival is None or self._said.noun is None or rival.noun != self._said.noun:
            return None
        if any(carries(one.figure, self._said.figure) for one in self._printed.all):
            return None
        if self._is_worked_out:
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
            for one in self._support
            if same_number(one.figure, self._said.figure)
            and one.figure.unit is not None
            and (not has_no_unit(one.figure) or not has_no_unit(self._said.figure))
            and FigureKind.ORDINAL not in {one.figure.kind, self._said.figure.kind}
        ]
        return max(others, key=lambda one: len(one.shared(self._said)), default=None)

    def _unit(self, other: Counted) -> Finding:
        return self._made(
            "unit", "error", f"the article says {self._phrase(other)}, not {self._words}", [other]
        )

    def _elsewhere(self, places: Sequence[Counted]) -> Finding | None:
        if self._is_right_before(places) and self._rival(at_least=1) is None:
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
        if self._in_title or self._in_these_words:
            return None
        if self._is_a_range_of_two or self._is_worked_out:
            return None
        rival = self._rival(at_least=1)
        if rival is None:
            return self._made(
                "number", "error", f"the number {self._words} stands nowhere in the article", []
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
        return repr(self._said.figure.span.of(self._statement.text))

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
