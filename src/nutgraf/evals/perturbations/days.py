"""Perturbations of time: another date, or a date that the article gives to something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.evals.perturbations.choosing import in_turn
from nutgraf.evals.perturbations.statement import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nutgraf.evals.perturbations.statement import TrueStatement
    from nutgraf.language.dates import DateExpression

_WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_PERIODS: Final = ("week", "month", "year")
_LONGEST_MONTH: Final = 28


def another_date(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with a date that the article does not give."""
    text = statement.text
    given = {date.value for date in (*statement.article.dates, *statement.readings.dates)}
    for date in in_turn(_dated(statement), seed, text, "date"):
        for words in _others(date.span.of(text), seed, text):
            told = replaced(text, date.span, words)
            value = _value_at(statement, told, date.span.start)
            if value and value not in given and not _is_true(statement, value):
                return told
    return None


def date_from_elsewhere(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with a date that the article gives to something else."""
    text, article = statement.text, statement.article.article.text
    for date in in_turn(_dated(statement), seed, text, "elsewhere"):
        shape = _shape(date.span.of(text))
        others = [
            other
            for other in statement.article.dates
            if other.value
            and _shape(other.span.of(article)) == shape
            and not _is_true(statement, other.value)
        ]
        for other in in_turn(others, seed, text):
            told = replaced(text, date.span, other.span.of(article))
            value = _value_at(statement, told, date.span.start)
            if value == other.value:
                return told
    return None


def _dated(statement: TrueStatement) -> list[DateExpression]:
    return [
        date
        for date in statement.readings.dates
        if date.value and "/" not in date.value and not statement.is_quoted(date.span)
    ]


def _value_at(statement: TrueStatement, told: str, start: int) -> str | None:
    dates = statement.with_text(told).dates
    return next((date.value for date in dates if date.span.start == start), None)


def _is_true(statement: TrueStatement, value: str) -> bool:
    """Tell whether a supporting sentence, or the statement itself, gives this time or one in it."""
    supporting = (date for date in statement.article.dates if statement.is_supported(date.span))
    return any(
        date.value and any(end.startswith(value) for end in date.value.split("/"))
        for date in (*supporting, *statement.readings.dates)
    )


def _shape(words: str) -> str:
    """Return how a date is written: its digits and names as kinds of them."""
    shape = re.sub(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", "W", words)
    shape = re.sub(rf"\b(?:{'|'.join(_MONTHS)})\b", "M", shape)
    return re.sub(r"\d+", lambda found: "Y" if len(found[0]) == 4 else "D", shape)  # noqa: PLR2004


def _others(words: str, seed: int, text: str) -> Iterator[str]:
    for pattern, others in _SWAPS:
        for found in pattern.finditer(words):
            for other in in_turn(others(found[0]), seed, text):
                yield replaced(words, Span(*found.span()), other)


def _day(day: str) -> list[str]:
    return [str(d) for d in range(1, _LONGEST_MONTH + 1) if abs(d - int(day)) > 1]


def _year(year: str) -> list[str]:
    return [str(int(year) + step) for step in (-1, -2, -3, -4, -6, 1, 2, 3)]


def _of(table: tuple[str, ...]) -> Callable[[str], list[str]]:
    return lambda word: [other for other in table if other != word]


_SWAPS: Final[tuple[tuple[re.Pattern[str], Callable[[str], list[str]]], ...]] = (
    (re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b"), _of(_WEEKDAYS)),
    (re.compile(r"\b\d{1,2}(?!\d|:|[ap]\.?m)(?=(?:st|nd|rd|th)?\b)"), _day),
    (re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b"), _of(_MONTHS)),
    (re.compile(r"\b(?:1\d{3}|20\d\d)\b"), _year),
    (re.compile(r"(?<=last )(?:week|month|year)\b"), _of(_PERIODS)),
    (re.compile(r"(?<=next )(?:week|month|year)\b"), _of(_PERIODS)),
)
