"""Checks of times and dates: does the article speak of them, and do the cited sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.statements import cited_sentences
from nutgraf.language.dates import find_dates
from nutgraf.schema.fields import Passage, When
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.dates import DateExpression


def check_times(subject: Subject) -> Iterator[Finding]:
    """Report times that the article does not speak of, or not in the cited sentences."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, When):
            continue
        if leaf.value.passage is None and not _known(leaf.value.value, subject):
            yield Finding(
                path=leaf.path,
                kind="unknown_time",
                severity="warning",
                message=f"the article does not speak of the time {leaf.value.text!r}",
            )
        elif leaf.value.passage is not None and not _is_cited(leaf.value, leaf.owner, subject):
            [first, *_] = subject.readings.sentences_at(leaf.value.passage.span)
            yield Finding(
                path=leaf.path,
                kind="time_elsewhere",
                severity="warning",
                message=f"the time {leaf.value.text!r} is not in the cited sentences, but in "
                f"{first.number}; it may be that of something else",
                passages=(leaf.value.passage,),
            )


def _is_cited(when: When, owner: BaseModel, subject: Subject) -> bool:
    """Tell whether a cited sentence has these words, or a date that means the same.

    The day of publication needs no sentence: news is of the day.
    """
    cited = cited_sentences(owner, subject.readings)
    published = subject.readings.article.published
    if not cited or (published and when.value == published.isoformat()):
        return True
    if when.passage and any(sentence.span.overlaps(when.passage.span) for sentence in cited):
        return True
    dates = (d for d in subject.readings.dates if any(s.span.overlaps(d.span) for s in cited))
    return any(d.value and when.value and _agree(when.value, d.value) for d in dates)


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Report dates in statements that neither the cited sentences nor the dateline give."""
    article = subject.readings.article
    for statement in subject.statements:
        for date in find_dates(statement.text, published=article.published):
            if date.value is None or _has_no_digit(date, statement):
                continue
            if not _given(date.value, statement, subject):
                yield _date(date, statement, subject)


def _has_no_digit(date: DateExpression, statement: Statement) -> bool:
    """Tell whether a date is relative; what it means hangs on the statement's own tense."""
    return not any(character.isdigit() for character in date.span.of(statement.text))


def _given(value: str, statement: Statement, subject: Subject) -> bool:
    published = subject.readings.article.published
    if published and _agree(value, published.isoformat()):
        return True
    return any(
        _agree(value, date.value)
        for date in subject.readings.dates
        if date.value and statement.is_carried_by(date.span)
    )


def _known(value: str | None, subject: Subject) -> bool:
    if value is None:
        return False
    published = subject.readings.article.published
    values = [date.value for date in subject.readings.dates if date.value]
    return any(_agree(value, v) for v in [*values, *([published.isoformat()] if published else [])])


def _agree(one: str, other: str) -> bool:
    """Tell whether two ISO values may mean the same: equal, or one a month or year of the other."""
    return one.startswith(other) or other.startswith(one)


def _date(date: DateExpression, statement: Statement, subject: Subject) -> Finding:
    words = date.span.of(statement.text)
    text = subject.readings.article.text
    elsewhere = [d for d in subject.readings.dates if d.value and _agree(str(date.value), d.value)]
    return Finding(
        path=statement.path,
        kind="date",
        severity="warning" if elsewhere else "error",
        message=(
            f"the date {words!r} is not in the cited sentences, but elsewhere in the article"
            if elsewhere
            else f"the article does not give the date {words!r}"
        ),
        passages=tuple(Passage.at(d.span, text) for d in elsewhere),
    )
