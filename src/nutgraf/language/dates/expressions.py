"""Every date expression of a text, resolved against its publication day.

Expressions that somebody else has found are resolved in ``given``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.language.dates.dateline import reference_of
from nutgraf.language.dates.phrases import find_phrases
from nutgraf.language.dates.walk import Walk

if TYPE_CHECKING:
    from datetime import date

    from nutgraf.article import Span
    from nutgraf.language.dates.certainty import Certainty


@dataclass(frozen=True, slots=True)
class DateExpression:
    """An expression of calendar time.

    Attributes:
        span: Where it stands in the text.
        value: What it means in ISO 8601: a day, month, year or week, or an interval ``from/to``
            whose open end is ``..``; None where that cannot be known.
        certainty: How the value was come by; ``unresolved`` where it is None.
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
        published: The day of publication. A full date in the text's own head, on a line of its own
            or after the place of a dateline, serves where it is None, and goes before it where it
            lies in the week before. Without either, what counts from that day stays unresolved.
        language: A language tag. Texts said to be in another language than English give nothing;
            a region such as ``en-GB`` settles whether 10/12/2009 is in December.

    Returns:
        The expressions in reading order; none overlaps another.
    """
    if not is_read(language):
        return ()
    phrases = list(find_phrases(text))
    walk = Walk(text, phrases, reference_of(text, phrases, published, language))
    readings = ((phrase.span, walk.read(index)) for index, phrase in enumerate(phrases))
    return tuple(
        DateExpression(span, reading.period.value if reading.period else None, reading.certainty)
        for span, reading in readings
    )


def is_read(language: str | None) -> bool:
    """Tell whether texts of this language tag are read: English, or not said."""
    return not language or language.lower().replace("_", "-").split("-")[0] in {"en", "eng"}
