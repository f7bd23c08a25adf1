"""The day of publication and the order of day and month, as far as the text itself tells them.

What is resolved against them is in ``walk``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.patterns import Lazy
from nutgraf.language.dates.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nutgraf.language.dates.phrases import Phrase

_DAY_FIRST_REGIONS: Final = frozenset({"en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za"})
_NUMERIC_DAY: Final = Lazy(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?!\d)")
_MONTHS: Final = 12
_WEEK: Final = 7
# What may stand before a date that makes up a line of its own at the head of the text.
_DATE_LABELS: Final = frozenset({"", "date", "published", "updated"})
_HEAD_LINES: Final = 3
# "LISBON, 3 May 2022 (Agency) -": a place before the date, and a dash or bracket after it.
_PLACE: Final = Lazy(r"[A-Z][\w.'\u2019-]*(?:[ ,]{1,2}[A-Z][\w.'\u2019-]*){0,4},?\s\(?")
_CREDIT: Final = Lazy(r"\)?\s?(?:\([^()\n]{2,30}\)\s?)?(?:[\u2013\u2014:]|-{1,2}\s)")


def reference_of(
    text: str, phrases: Sequence[Phrase], published: date | None, language: str | None
) -> Reference:
    """Return the reference to begin reading a text with.

    Args:
        text: The text.
        phrases: Its date phrases.
        published: The day of publication, if it is known. A date line of the text's own that lies
            in the week before goes before it: the text was written then and put out later.
        language: A language tag; its region settles the order of 10/12/2009.
    """
    ref = Reference(published, month_first=_month_first(text, language))
    own = _dateline(text, phrases, ref)
    if own and (published is None or 0 <= (published - own).days < _WEEK):
        ref.published = own
    ref.guessed = False
    return ref


def _month_first(text: str, language: str | None) -> bool | None:
    """Tell the order of 10/12/2009 by the language's region, else by the text's own other dates."""
    tag = (language or "").lower().replace("_", "-")
    if tag == "en-us":
        return True
    if tag in _DAY_FIRST_REGIONS:
        return False
    orders = set()
    for found in _NUMERIC_DAY.finditer(text):
        one, two = int(found[1]), int(found[2])
        if (one > _MONTHS) != (two > _MONTHS):
            orders.add(two > _MONTHS)
    return orders.pop() if len(orders) == 1 else None


def _dateline(text: str, phrases: Sequence[Phrase], ref: Reference) -> date | None:
    """Return the day that the head of the text gives in full, on a line or after a place.

    Only the first three lines that hold words count as the head.
    """
    for phrase in phrases[:_HEAD_LINES]:
        start = text.rfind("\n", 0, phrase.span.start) + 1
        end = text.find("\n", phrase.span.end)
        before = text[start : phrase.span.start]
        after = text[phrase.span.end : end if end >= 0 else len(text)]
        lines_before = len([line for line in text[:start].splitlines() if line.strip()])
        if lines_before >= _HEAD_LINES or not (_is_line(before, after) or _is_slug(before, after)):
            continue
        period = phrase.read(ref) if phrase.is_exact else None
        if period and period.is_day:
            return period.first
    return None


def _is_line(before: str, after: str) -> bool:
    return not after.strip(" \t.\r") and before.strip(" \t:").lower() in _DATE_LABELS


def _is_slug(before: str, after: str) -> bool:
    place = _PLACE.match(before)
    return place is not None and place.end() == len(before) and bool(_CREDIT.match(after))
