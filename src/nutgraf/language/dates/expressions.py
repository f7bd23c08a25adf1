"""Every date expression of a text, resolved against its publication day; and one that stands alone.

The forms of expression are in ``rules``, the arithmetic in ``periods``, the tense in ``tense``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates import periods
from nutgraf.language.dates.phrases import Phrase, find_phrases
from nutgraf.language.dates.reference import Reference
from nutgraf.language.dates.tense import is_one_sentence, speaks_of_future

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from nutgraf.article import Span
    from nutgraf.language.dates.periods import Period

_DAY_FIRST_REGIONS: Final = frozenset({"en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za"})
_NUMERIC_DAY: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?!\d)")
_MONTHS: Final = 12
_WEEK: Final = 7
_PAIR: Final = 2
_NO_LENGTH: Final = 10**7
_RANGE_JOINT: Final = re.compile(
    r"\s*(?:[-\u2013\u2014]|to|and|until|till|through)\s*(?:the\s+)?", re.IGNORECASE
)
# What may stand before a date that makes up a line of its own at the head of the text.
_DATE_LABELS: Final = frozenset({"", "date", "published", "updated"})
_HEAD_LINES: Final = 3


class Certainty(StrEnum):
    """How a value was come by."""

    EXACT = "exact"
    RESOLVED = "resolved"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """An expression of calendar time.

    Attributes:
        span: Where it stands in the text.
        value: What it means in ISO 8601: a day, month, year or week, or an interval ``from/to``
            whose open end is ``..``; None where that cannot be known.
        certainty: ``exact`` where it is printed in full, ``resolved`` where the publication day
            or an earlier mention was needed, ``unresolved`` where ``value`` is None.
    """

    span: Span
    value: str | None
    certainty: Certainty


def find_dates(
    text: str, *, published: date | None = None, language: str | None = None
) -> tuple[DateExpression, ...]:
    """Find every expression of calendar time in an English text and resolve it.

    Args:
        text: The text, as read.
        published: The day of publication. Without it, what counts from that day stays unresolved,
            unless a line among the first three is nothing but a full date, which then serves.
        language: A language tag. Texts said to be in another language than English give nothing;
            a region such as ``en-GB`` settles whether 10/12/2009 is in December.

    Returns:
        The expressions in reading order; none overlaps another.
    """
    if language and language.lower().replace("_", "-").split("-")[0] not in {"en", "eng"}:
        return ()
    phrases = list(find_phrases(text))
    ref = Reference(published, month_first=_month_first(text, language))
    if published is None:
        ref.published = _dateline(text, phrases, ref)
    return tuple(_expressions(text, phrases, ref))


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
    ref = Reference(published, future=future, standalone=True)
    phrases = list(find_phrases(expression, standalone=True))
    found: list[Period] = []
    for phrase in phrases:
        period = phrase.read(ref)
        if period is None:
            return None
        ref.mention(period)
        found.append(period)
    return _joined_value(expression, phrases, found, ref)


def _expressions(text: str, phrases: Sequence[Phrase], ref: Reference) -> Iterator[DateExpression]:
    dated_end, mention_end = 0, 0
    dated_year: int | None = None
    for phrase in phrases:
        start = phrase.span.start
        # Reading the tense is dear, and what is printed in full needs none.
        if not phrase.is_exact:
            ref.future = False if phrase.is_past else speaks_of_future(text, phrase.span)
        ref.sentence_year = dated_year if is_one_sentence(text, dated_end, start) else None
        ref.paragraph_year = ref.year if "\n\n" not in text[mention_end:start] else None
        period = phrase.read(ref)
        if period is None:
            yield DateExpression(phrase.span, None, Certainty.UNRESOLVED)
            continue
        ref.mention(period)
        mention_end = phrase.span.end
        if phrase.is_exact and "month" in phrase.found.groupdict():
            dated_end, dated_year = mention_end, ref.year
        certainty = Certainty.EXACT if phrase.is_exact else Certainty.RESOLVED
        yield DateExpression(phrase.span, period.value, certainty)


def _joined_value(
    expression: str, phrases: Sequence[Phrase], found: Sequence[Period], ref: Reference
) -> str | None:
    if not found:
        return None
    if len({period.value for period in found}) == 1:
        return found[0].value
    joint = expression[phrases[0].span.end : phrases[1].span.start]
    if len(found) == _PAIR and _RANGE_JOINT.fullmatch(joint):
        interval = periods.between(*_in_order(found[0], found[1], ref))
        return interval.value if interval else None
    finest = min(found, key=_length)
    if all(_holds(period, finest) for period in found):
        return finest.value
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


def _month_first(text: str, language: str | None) -> bool | None:
    """Tell the order of 10/12/2009 by the language's region, else by the text's own other dates."""
    tag = (language or "").lower().replace("_", "-")
    if tag == "en-us":
        return True
    if tag in _DAY_FIRST_REGIONS:
        return False
    orders = set()
    for one, two in _NUMERIC_DAY.findall(text):
        if (int(one) > _MONTHS) != (int(two) > _MONTHS):
            orders.add(int(two) > _MONTHS)
    return orders.pop() if len(orders) == 1 else None


def _dateline(text: str, phrases: Sequence[Phrase], ref: Reference) -> date | None:
    """Return the day that a line of its own, among the first three with words, gives in full."""
    for phrase in phrases[:_HEAD_LINES]:
        start = text.rfind("\n", 0, phrase.span.start) + 1
        end = text.find("\n", phrase.span.end)
        label = text[start : phrase.span.start].strip(" \t:").lower()
        rest = text[phrase.span.end : end if end >= 0 else len(text)].strip(" \t.\r")
        lines_before = len([line for line in text[:start].splitlines() if line.strip()])
        if rest or label not in _DATE_LABELS or lines_before >= _HEAD_LINES:
            continue
        period = phrase.read(ref) if phrase.is_exact else None
        if period and period.is_day:
            return period.first
    return None
