"""Date expressions that somebody else has found: one that stands alone, and places in a text.

Finding them is the work of ``expressions``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates import periods
from nutgraf.language.dates.certainty import Certainty
from nutgraf.language.dates.dateline import reference_of
from nutgraf.language.dates.expressions import DateExpression, is_read
from nutgraf.language.dates.patterns import Lazy
from nutgraf.language.dates.phrases import Phrase, find_phrases, running_unit
from nutgraf.language.dates.reference import Reference
from nutgraf.language.dates.walk import Walk, is_joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.walk import Reading

_WEEK: Final = 7
_PAIR: Final = 2
_NO_LENGTH: Final = 10**7
_APPOSED: Final = Lazy(r"(?:\s(?:morning|afternoon|evening|night))?(?:\s?,\s|\s\()$", re.IGNORECASE)


def resolve_date(
    expression: str, *, published: date | None, future: bool | None = None
) -> str | None:
    """Resolve an expression that stands alone, such as "Friday evening" or "from May to July".

    Words that are no part of a date are passed over. What is ISO 8601 already is returned as it is.

    Args:
        expression: The expression.
        published: The day that it counts from, or None.
        future: Whether its sentence speaks of the future (True), of the past (False), or nobody
            knows (None).

    Returns:
        The value in ISO 8601; None where there is no date in it, where it cannot be known, or
        where it names several dates that are no interval.
    """
    stripped = expression.strip()
    if periods.is_iso(stripped):
        return stripped
    ref = Reference(published, future=future)
    phrases = list(find_phrases(expression, standalone=True))
    found: list[Period] = []
    for phrase in phrases:
        period = phrase.read(ref)
        if period is None:
            return None
        ref.mention(period)
        found.append(period)
    joined = _joined(expression, phrases, found, ref)
    return joined.value if joined else None


def resolve_spans(
    text: str,
    spans: Sequence[Span],
    *,
    published: date | None = None,
    language: str | None = None,
) -> tuple[DateExpression, ...]:
    """Resolve expressions that are known to be dates, each in its place in the text.

    Tense, earlier mentions and a date in apposition are taken from the text around them.

    Args:
        text: The text.
        spans: Where the expressions stand, in any order; none may overlap another.
        published: The day of publication, as for ``find_dates``.
        language: A language tag, as for ``find_dates``.

    Returns:
        One expression for each span, in the order of the spans.
    """
    if not is_read(language):
        return tuple(DateExpression(span, None, Certainty.UNRESOLVED) for span in spans)
    phrases = _known_phrases(text, spans)
    walk = Walk(text, phrases, reference_of(text, phrases, published, language))
    read = [(phrase, walk.read(index)) for index, phrase in enumerate(phrases)]
    found = [_in_place(text, span, read) for span in spans]
    known = sorted((one.span.of(text).casefold(), one.value) for one in found if one.value)
    return tuple(one if one.value else _by_same_words(text, one, known) for one in found)


def _known_phrases(text: str, spans: Sequence[Span]) -> list[Phrase]:
    """Return the phrases of the spans, and those of the rest of the text."""
    given = [phrase for span in spans for phrase in _phrases_of(text, span)]
    in_order = sorted(spans, key=lambda span: span.start)
    starts = [span.start for span in in_order]

    def is_apart(span: Span) -> bool:
        place = bisect_left(starts, span.end) - 1
        return place < 0 or in_order[place].end <= span.start

    others = (phrase for phrase in find_phrases(text) if is_apart(phrase.span))
    return sorted((*given, *others), key=lambda phrase: phrase.span.start)


def _phrases_of(text: str, span: Span) -> list[Phrase]:
    words = span.of(text)
    phrases = list(find_phrases(words, standalone=True)) or list(running_unit(words))
    return [
        replace(phrase, span=Span(span.start + phrase.span.start, span.start + phrase.span.end))
        for phrase in phrases
    ]


def _in_place(text: str, span: Span, read: Sequence[tuple[Phrase, Reading]]) -> DateExpression:
    first = bisect_left(read, span.start, key=lambda one: one[0].span.start)
    last = bisect_left(read, span.end, key=lambda one: one[0].span.start)
    inner = read[first:last]
    if first and (not inner or inner[0][0].span.start > span.start):
        before, reading = read[first - 1]
        if reading.period and _APPOSED.match(text[before.span.end : span.start]):
            return DateExpression(span, reading.period.value, Certainty.LIKELY)
    known = [reading.period for _, reading in inner if reading.period]
    if len(known) < len(inner):
        return DateExpression(span, None, Certainty.UNRESOLVED)
    joined = _joined(text, [phrase for phrase, _ in inner], known, Reference())
    if joined is None:
        return DateExpression(span, None, Certainty.UNRESOLVED)
    certainties = {reading.certainty for _, reading in inner}
    worst = max(certainties, key=list(Certainty).index)
    return DateExpression(span, joined.value, worst)


def _by_same_words(
    text: str, unknown: DateExpression, known: Sequence[tuple[str, str]]
) -> DateExpression:
    """Give an expression the value of another that opens with the same words, if there is one."""
    words = unknown.span.of(text).casefold()
    place = bisect_left(known, (words, ""))
    if place == len(known) or not known[place][0].startswith(words):
        return unknown
    return DateExpression(unknown.span, known[place][1], Certainty.LIKELY)


def _joined(
    text: str, phrases: Sequence[Phrase], found: Sequence[Period], ref: Reference
) -> Period | None:
    if not found:
        return None
    if len({period.value for period in found}) == 1:
        return found[0]
    joint = text[phrases[0].span.end : phrases[1].span.start]
    if len(found) == _PAIR and is_joined(joint):
        return periods.between(*_in_order(found[0], found[1], ref))
    finest = min(found, key=_length)
    if all(_holds(period, finest) for period in found):
        return finest
    return None


def _in_order(first: Period, last: Period, ref: Reference) -> tuple[Period | None, Period | None]:
    """Move one of two weekdays by a week where they were taken from different weeks."""
    if not (first.is_day and last.is_day and first.first and last.first):
        return first, last
    if not 0 < (first.first - last.first).days < _WEEK:
        return first, last
    if ref.future:
        return first, periods.a_day(periods.shift_days(last.first, _WEEK))
    return periods.a_day(periods.shift_days(first.first, -_WEEK)), last


def _length(period: Period) -> int:
    if period.first is None or period.last is None:
        return _NO_LENGTH
    return (period.last - period.first).days


def _holds(outer: Period, inner: Period) -> bool:
    if inner.first is None or inner.last is None:
        return outer == inner
    if outer.first is None and outer.last is None:
        return False
    starts = outer.first is None or outer.first <= inner.first
    return starts and (outer.last is None or inner.last <= outer.last)
