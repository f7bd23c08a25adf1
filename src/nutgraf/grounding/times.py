"""What the times of a summary mean, read where they stand in the article.

Finding those places is the business of ``anchors``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.dates import bounded, resolve_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.language.readings import Readings


def times_at(spans: Iterable[Span], readings: Readings) -> dict[Span, str]:
    """Return what the words at these places mean, in ISO 8601, for those where it can be known.

    Where the article's own reading has one date, it is that, with the words beside it that make it
    a limit ("by Friday"). Where it has several ("from Monday to
    Friday") or none ("the day of the vote"), the words are known to be one time all the same, and
    are read as one; all of these at once, as it takes another reading of the whole article. Of
    words that overlap only the first are read so.
    """
    found: dict[Span, str] = {}
    others: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
        printed = [date for date in readings.dates if date.span.overlaps(span)]
        if len(printed) == 1:
            value = bounded(printed[0], readings.article.text)
            found.update({span: value} if value else {})
        elif not others or others[-1].end <= span.start:
            others.append(span)
    return found | _read_as_one(others, readings)


def _read_as_one(spans: list[Span], readings: Readings) -> dict[Span, str]:
    if not spans:
        return {}
    article = readings.article
    language = article.language or readings.language
    dates = resolve_spans(article.text, spans, published=article.published, language=language)
    return {date.span: date.value for date in dates if date.value}
