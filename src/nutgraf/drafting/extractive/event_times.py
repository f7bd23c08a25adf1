"""Tells when an event takes place: which of a sentence's dates is its own, and how fine that is.

What the dates mean is the business of ``nutgraf.language.dates``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.drafting.extractive.event_words import (
    CLAUSE_MARKS,
    ENDS_LIKE_A_SUPERLATIVE,
    SAYING,
    SAYING_CIRCUMSTANCES,
    SUPERLATIVES,
    TELLING,
)
from nutgraf.language.dates import is_joined
from nutgraf.language.status import Status, depends, read_status

if TYPE_CHECKING:
    from datetime import date

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.language.dates import DateExpression

_WINDOW_CHARS: Final = 80
_FINER_THAN_A_YEAR: Final = re.compile(r"\d{4}-[\dW]")
_DAY_CHARS: Final = len("2025-10-16")
# A bare year is a time after one of these, and elsewhere a label ("his 2024 campaign").
_BEFORE_A_YEAR: Final = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|to)\s+$", re.IGNORECASE
)

_CONDITION: Final = re.compile(r"\b(?:if|unless)\b[^,;:\u2013\u2014]*$", re.IGNORECASE)
_ASIDE_OPENS: Final = re.compile(r",\s(?:who|whose|which|where|\w+ed)\b[^,;:]*$")
_ASIDE_ENDS: Final = re.compile(r"[^,;:]*,")
_FROM: Final = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_SINCE: Final = "since"
_LAST_CLAUSE: Final = re.compile(r"[^.,;:]*$")


def own_date(line: Line, text: str, quotations: list[Span]) -> DateExpression | None:
    """Return the date of what a sentence tells, or None: the first that is finer than a year.

    One that stands in an aside (", closed since Sunday,") comes after the others; what a condition
    names ("if the money comes by May") is not when anything happens. "From May 3 to June 4" is one.

    The day on which something was said is not the day of what was said, nor is "the worst since
    March" the time of what is the worst. Where that day is given, a
    "today" inside the quotation is that day too, and counts no more than it does.

    Args:
        line: The sentence.
        text: The article's text.
        quotations: Where somebody's own words stand in the sentence.
    """
    of_saying = [d for d in line.dates if _is_of_the_saying(text[line.span.start : d.span.start])]
    own = [
        d
        for d in line.dates
        if d not in of_saying
        and not _is_a_label(d, text)
        and not _is_compared_with(d, text[line.span.start : d.span.start], text)
        and not _is_in_a_condition(d, line, text)
        and not (of_saying and any(span.contains(d.span) for span in quotations))
    ]
    first = min(own, key=lambda d: (is_coarse(d), _is_aside(d, line, text)), default=None)
    return _to_its_end(first, line, text) if first else None


def awaited_date(line: Line, text: str) -> DateExpression | None:
    """Return the first date that a condition of the sentence names: "if nobody pays by Monday"."""
    return next((d for d in line.dates if _is_in_a_condition(d, line, text)), None)


def _is_in_a_condition(expression: DateExpression, line: Line, text: str) -> bool:
    return _CONDITION.search(text[line.span.start : expression.span.start]) is not None


def _is_aside(expression: DateExpression, line: Line, text: str) -> bool:
    """Tell whether a time stands in words about a noun that commas set off."""
    before = text[line.span.start : expression.span.start]
    after = text[expression.span.end : line.span.end]
    return bool(_ASIDE_OPENS.search(before) and _ASIDE_ENDS.match(after))


def _to_its_end(first: DateExpression, line: Line, text: str) -> DateExpression:
    """Return a time together with the one that ends it, where it is printed "from ... to ..."."""
    following = next((d for d in line.dates if d.span.start >= first.span.end), None)
    if following is None or not is_joined(text[first.span.end : following.span.start]):
        return first
    if not _FROM.search(text[line.span.start : first.span.start]):
        return first
    return replace(first, span=Span(first.span.start, following.span.end))


def _is_of_the_saying(before: str) -> bool:
    """Tell whether a verb of speaking stands right before a date, with no clause between."""
    found = _saying().search(before[-_WINDOW_CHARS:])
    if found is None:
        return False
    between = found["said"] or found["told"] or ""
    return CLAUSE_MARKS.isdisjoint(between.casefold().split())


@cache
def _saying() -> re.Pattern[str]:
    circumstance = rf"\s(?:{'|'.join(SAYING_CIRCUMSTANCES)})\b"
    rest = r"[^.,;:\"“”]{0,60}"
    said = rf"\b(?:{'|'.join(SAYING)})(?P<said>{circumstance}{rest})?\s*$"
    told = rf"\b(?:{'|'.join(TELLING)})\s(?P<told>{rest})$"
    return re.compile(f"{said}|{told}")


def _is_a_label(expression: DateExpression, text: str) -> bool:
    words = expression.span.of(text)
    if not words.isdigit():
        return False
    start = expression.span.start
    return _BEFORE_A_YEAR.search(text[max(0, start - 10) : start]) is None


def _is_compared_with(expression: DateExpression, before: str, text: str) -> bool:
    """Tell whether a time only says how long something had no equal: "worst since 1945"."""
    words = _LAST_CLAUSE.findall(before[-_WINDOW_CHARS:].casefold())[0].split()
    if _SINCE not in {expression.span.of(text).casefold().partition(" ")[0], *words[-1:]}:
        return False
    back = takewhile(lambda word: word not in CLAUSE_MARKS, reversed(words))
    return any(map(_is_superlative, back))


def _is_superlative(word: str) -> bool:
    return word in SUPERLATIVES or (word.endswith("est") and word not in ENDS_LIKE_A_SUPERLATIVE)


def is_coarse(expression: DateExpression) -> bool:
    """Tell whether a time is a year or more, or cannot be known; it is mostly background then."""
    return _FINER_THAN_A_YEAR.search(expression.value or "") is None


def is_to_come(when: DateExpression | None, published: date | None) -> bool:
    """Tell whether a time is known to lie after publication; weeks of the year are not compared."""
    if when is None or when.value is None or published is None:
        return False
    return when.value[:_DAY_CHARS] > published.isoformat() and "W" not in when.value


def status_at(sentence: str, when: DateExpression | None, published: date | None) -> Status:
    """Return the status of a sentence's event, set right by the calendar.

    What is still to come has not happened: it is planned, or possible where an "if" says so.
    """
    status = read_status(sentence)
    if status not in {Status.HAPPENED, Status.ONGOING} or not is_to_come(when, published):
        return status
    return Status.POSSIBLE if depends(sentence) else Status.PLANNED
