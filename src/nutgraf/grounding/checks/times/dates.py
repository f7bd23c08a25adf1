"""Checks of the dates inside statements: does what is to carry them speak of that time.

A date that the article gives to another event of the same sentence is out of reach here.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.places import (
    passages_at,
    sentence_number,
    stands_right_before,
    words_said,
)
from nutgraf.grounding.checks.predicates.ahead import contrary, told_at
from nutgraf.grounding.checks.slots import Slots
from nutgraf.grounding.checks.times.misplaced import Misplaced
from nutgraf.grounding.checks.times.stretches import Stretch, agrees, is_finer, overlap, stretch
from nutgraf.language.dates import Certainty
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.dates import DateExpression
    from nutgraf.schema.result import Severity

_SPACES: Final = re.compile(r"\s+")
_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_WEEK: Final = 7
_SIZES: Final = (1, 7, 31, 92, 366)  # the most days of a day, week, month, quarter, year
# A date that says which day, month or year it is, unlike "the day before".
_NAMED: Final = re.compile(
    r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_LEAD: Final = 2  # sentences


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Report dates in statements that the supporting sentences do not give."""
    slots = Slots(subject.readings)
    for statement in subject.reworded:
        for date in statement.readings.dates:
            finding = _Dated(subject, statement, date, slots).finding()
            if finding is not None:
                yield finding


class _Dated:
    """One date of a statement against the dates of the article."""

    def __init__(
        self, subject: Subject, statement: Statement, date: DateExpression, slots: Slots
    ) -> None:
        self._subject = subject
        self._slots = slots
        self._readings = subject.readings
        self._statement = statement
        self._date = date
        self._said = stretch(date.value) if date.value else None

    def finding(self) -> Finding | None:
        """Return what is wrong with the date, or None."""
        if self._said is None:
            return self._unresolved()
        if self._statement.cited and self._is_given(self._support, self._said):
            return None
        if self._is_of_publication(self._said):
            return None
        elsewhere = [one for one in self._others if self._gives(one, self._said)]
        finer = [one for one in self._others if self._is_finer(one, self._said)]
        if elsewhere:
            return self._elsewhere(elsewhere)
        return self._more_precise(finer) if finer else self._nowhere()

    def _more_precise(self, coarser: Sequence[DateExpression]) -> Finding | None:
        """Report what is more precise than the article, unless that could be worked out."""
        if self._statement.cited or _DIGIT.search(self._words):
            return self._made("warning", "is more precise than the article, which says", coarser)
        return self._of_something_else(coarser)

    def _is_of_publication(self, said: Stretch) -> bool:
        """Tell whether it is the day of publication, or a month or year that holds it.

        News is of the day and need not say so; but where the cited sentences have a date of the
        same form that the statement leaves out, that was to be told.
        """
        published = self._readings.article.published
        if published is None or not agrees(said, Stretch(published, published)):
            return False
        return not self._statement.cited or not self._rivals(said, self._support)

    def _rivals(self, said: Stretch, among: Iterable[DateExpression]) -> list[DateExpression]:
        """Return the dates of the same form that the statement does not have."""
        own = [stretch(one.value) for one in self._statement.readings.dates if one.value]
        rivals = []
        for one in among:
            there = stretch(one.value) if one.value else None
            words = one.span.of(self._readings.article.text)
            if there is None or not _NAMED.search(words) or _size(there) != _size(said):
                continue
            if not any(mine is not None and agrees(mine, there) for mine in own):
                rivals.append(one)
        return rivals

    @cached_property
    def _support(self) -> list[DateExpression]:
        """The dates of the sentences that the statement is compared with."""
        spans = [sentence.span for sentence in self._statement.support]
        return [one for one in self._others if any(s.overlaps(one.span) for s in spans)]

    @property
    def _others(self) -> Sequence[DateExpression]:
        return self._readings.dates

    @property
    def _words(self) -> str:
        return self._date.span.of(self._statement.text)

    def _agrees(self, printed: DateExpression, said: Stretch) -> bool:
        there = stretch(printed.value) if printed.value else None
        if there is None:
            return False
        return agrees(said, there) or overlap(said, there) or self._same_weekday(printed, there)

    def _same_weekday(self, printed: DateExpression, there: Stretch) -> bool:
        """Tell whether the article names the weekday of a day that is said.

        Whether "Friday" is the last or the next one hangs on the tense of its sentence, which may
        be misread; the other of the two is not held against who says the date.
        """
        said, published = self._said, self._readings.article.published
        if said is None or published is None or not (said.first and there.first):
            return False
        earlier, later = sorted((said.first, there.first))
        if not (said.is_day and there.is_day and earlier < published < later):
            return False
        if printed.certainty is Certainty.EXACT or self._contradicts_its_tense(said, published):
            return False
        words = printed.span.of(self._readings.article.text)
        return (later - earlier).days == _WEEK and _WEEKDAY.search(words) is not None

    def _contradicts_its_tense(self, said: Stretch, published: date) -> bool:
        """Tell whether the statement's own verb puts the day on the other side of publication."""
        predicate = told_at(self._date, self._statement)
        if predicate is None or said.first is None:
            return False
        return contrary(predicate) == (1 if said.first > published else -1)

    def _is_finer(self, printed: DateExpression, said: Stretch) -> bool:
        there = stretch(printed.value) if printed.value else None
        return there is not None and is_finer(said, there)

    def _is_given(self, dates: Iterable[DateExpression], said: Stretch) -> bool:
        return any(self._gives(one, said) for one in dates)

    def _gives(self, printed: DateExpression, said: Stretch) -> bool:
        return self._agrees(printed, said) or self._same_words(printed)

    def _same_words(self, printed: DateExpression) -> bool:
        """Tell whether the article has the very expression, whatever the tense makes of it."""
        there = printed.span.of(self._readings.article.text)
        return _folded(there) == _folded(self._words)

    def _unresolved(self) -> Finding | None:
        """Report a date that nothing resolves only where others like it stand in its place."""
        if any(self._same_words(one) for one in self._others) or self._is_printed:
            return None
        text = self._readings.article.text
        rivals = [one for one in self._support if _NAMED.search(one.span.of(text))]
        if not (rivals and _NAMED.search(self._words)):
            return None
        return self._made("warning", "is not what the article says; it has", rivals)

    @property
    def _is_printed(self) -> bool:
        return self._subject.occurrences.has_word(self._words)

    def _elsewhere(self, places: Sequence[DateExpression]) -> Finding | None:
        if not self._statement.cited:
            return self._of_something_else(places)
        if not self._rivals_of_said and (
            self._is_right_before(places) or self._is_of_the_whole(places)
        ):
            return None
        number = sentence_number(self._readings, places[0].span)
        return self._finding(
            "warning",
            f"the date {self._words!r} is not in the cited sentences, but in {number}",
            places,
        )

    def _is_right_before(self, places: Iterable[DateExpression]) -> bool:
        return stands_right_before(self._subject, self._statement, (one.span for one in places))

    def _is_of_the_whole(self, places: Iterable[DateExpression]) -> bool:
        """Tell whether a time of more than a day is that of the article: its lead has it."""
        if self._said is None or self._said.is_day:
            return False
        return any(sentence_number(self._readings, one.span) <= _LEAD for one in places)

    @property
    def _rivals_of_said(self) -> list[DateExpression]:
        return self._rivals(self._said, self._support) if self._said else []

    def _of_something_else(self, places: Sequence[DateExpression]) -> Finding | None:
        """Report a date of whose event the article has another, or of which it says nothing."""
        spans = [one.span for one in places]
        there = Misplaced(self._subject, self._statement, self._date.span, spans, self._slots)
        other = there.instead([one for one in self._rivals_anywhere if not self._may_be_meant(one)])
        if other is not None:
            return self._made("warning", "is not what the article says here; it has", [other])
        if self._is_an_era or not there.is_of_nothing_like_it:
            return None
        numbers = sorted({sentence_number(self._readings, span) for span in spans})
        where = ", ".join(map(str, numbers))
        message = f"nothing like this is said of the date {self._words!r} in sentence {where}"
        return self._finding("warning", f"{message}, and no other has it", places)

    @property
    def _is_an_era(self) -> bool:
        """Whether the time is so long that it need not date what is said: "17th-century art"."""
        return self._said is not None and (self._said.days or 0) > _SIZES[-1]

    @property
    def _rivals_anywhere(self) -> list[DateExpression]:
        return self._rivals(self._said, self._others) if self._said else []

    def _may_be_meant(self, printed: DateExpression) -> bool:
        """Tell whether another date may yet be the one that is said, or part of it."""
        there = stretch(printed.value) if printed.value else None
        words = printed.span.of(self._readings.article.text)
        days, printed_days = (
            {day.casefold() for day in _WEEKDAY.findall(text)} for text in (self._words, words)
        )
        return (
            self._same_words(printed)
            or not days.isdisjoint(printed_days)
            or bool(self._said and there and self._said.meets(there))
        )

    def _nowhere(self) -> Finding | None:
        if self._is_printed:
            return None
        if self._support:
            return self._made("error", "is not given by the article; it says", self._support)
        return self._finding("error", f"the article does not give the date {self._words!r}", ())

    def _made(self, severity: Severity, trouble: str, places: Sequence[DateExpression]) -> Finding:
        there = places[0].span.of(self._readings.article.text)
        number = sentence_number(self._readings, places[0].span)
        message = f"the date {self._words!r} {trouble} {there!r} in sentence {number}"
        return self._finding(severity, message, places)

    def _finding(
        self, severity: Severity, message: str, places: Iterable[DateExpression]
    ) -> Finding:
        return Finding(
            path=self._statement.path,
            kind="date",
            severity=severity,
            message=message,
            said=words_said(self._statement, self._date.span),
            passages=passages_at(self._readings, (one.span for one in places)),
        )


def _size(of: Stretch) -> int | None:
    """Return how coarse a time is: all months are of one size, and all years."""
    return next((size for size in _SIZES if (of.days or 0) <= size), None) if of.days else None


def _folded(words: str) -> str:
    return _SPACES.sub(" ", words).casefold().removeprefix("the ")
