"""Lengths of time that no sentence prints: told in a word, or counted from one date to another.

"For ten years" is true of "for a decade", "retired for 11 years" in 2024 of "retired in 2013".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures import FigureKind, Qualifier, carries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.checks.figures.said_figure import SaidFigure
    from nutgraf.language.figures import Figure

# What a word for a unit is called in a figure.
_UNITS: Final = {
    "minute": "min", "hour": "h", "day": "days", "week": "weeks", "fortnight": "fortnights",
    "month": "months", "year": "years", "decade": "decades", "century": "centuries",
}  # fmt: skip
_ONE_UNIT: Final = re.compile(
    r"\b(?:an?|one|the|this) (?:(?:past|last|first|whole|full|entire) )?"
    rf"(?P<unit>{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)
_PART_OF_A_YEAR: Final = re.compile(
    r"\b(?:first|second|third|fourth|latter|final|last|latest|next|this|the)[ -]"
    r"(?P<part>half|quarter)\b",
    re.IGNORECASE,
)
_YEARS: Final = frozenset({"years", "decades", "centuries"})
_TO_THE_DAY: Final = 3  # year, month and day
_MONTHS: Final = {"half": 6, "quarter": 3}
_MONTHS_OF_A_YEAR: Final = 12
_DAYS_OF_A_WEEK: Final = 7
_POINT: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?![\dW-])")
_MOST_POINTS: Final = 8  # of more dates some pair has any distance


def is_length_of_time(said: SaidFigure) -> bool:
    """Tell whether a figure is a length of time that its sentences tell in a word or by dates."""
    figure = said.said.figure
    if figure.kind is not FigureKind.DURATION:
        return False
    exactly = replace(figure, qualifier=Qualifier.EXACT)
    if any(carries(one, exactly) for one in _in_words(said)):
        return True
    return any(carries(one, figure) for one in _between_dates(said))


def _in_words(said: SaidFigure) -> Iterator[Figure]:
    text = said.subject.readings.article.text
    for sentence in said.statement.support:
        words = sentence.span.of(text)
        for found in _ONE_UNIT.finditer(words):
            yield _length(said, 1, _UNITS[found["unit"].lower()])
        for found in _PART_OF_A_YEAR.finditer(words):
            yield _length(said, _MONTHS[found["part"].lower()], "months")


def _between_dates(said: SaidFigure) -> Iterator[Figure]:
    unit = said.said.figure.unit
    for one, other in combinations(sorted(set(_points(said)), key=str)[-_MOST_POINTS:], 2):
        first, last = sorted((_first_day(one), _first_day(other)))
        exact = min(len(one), len(other))
        months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
        if unit in _YEARS:
            yield _length(said, last.year - first.year, "years")
        if unit in _YEARS and exact > 1:
            yield _length(said, months // _MONTHS_OF_A_YEAR, "years")
        if unit == "months" and exact > 1:
            # Before the day comes round again, one less is over.
            yield from (_length(said, number, unit) for number in (months, months - 1))
        if exact == _TO_THE_DAY:
            yield from _in_days(said, (last - first).days)


def _in_days(said: SaidFigure, days: int) -> Iterator[Figure]:
    unit = said.said.figure.unit
    if unit == "days":
        yield from (_length(said, number, unit) for number in (days, days + 1))
    elif unit in {"weeks", "fortnights"}:
        yield _length(said, round(days / _DAYS_OF_A_WEEK), "weeks")


def _points(said: SaidFigure) -> Iterator[tuple[int, ...]]:
    """Yield the years, months and days of the carrying sentences, and the day of publication."""
    readings = said.subject.readings
    published = readings.article.published
    if published is not None:
        yield (published.year, published.month, published.day)
    starts = [expression.span.start for expression in readings.dates]
    for span in (sentence.span for sentence in said.statement.support):
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            for found in _POINT.finditer(readings.dates[index].value or ""):
                yield tuple(int(part) for part in found.groups() if part is not None)


def _first_day(point: tuple[int, ...]) -> date:
    year, month, day = (*point, 1, 1)[:3]
    return date(year, month, day)


def _length(said: SaidFigure, number: int, unit: str) -> Figure:
    return replace(said.said.figure, value=Decimal(number), high=None, unit=unit)
