"""The check of times: what is told as done at a time still to come, or as to come at one past.

The time is the sign that the article tells it otherwise, whatever its verb. What the expression
means is read in the article, where the tenses are right ("the arbitration is in November").
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.tenses import is_present
from nutgraf.language.predicates import Clause
from nutgraf.language.predicates.sources import CLAIMING, FACTIVE
from nutgraf.language.status import Status
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.dates import DateExpression
    from nutgraf.language.predicates import Predicate

# Beside these a time may be that of what is arranged: "called an election in May".
_ARRANGING: Final = frozenset(
    """
    plan schedule reschedule slate arrange set fix book call postpone delay defer adjourn move push
    bring put list mark time date forecast invite summon order cancel target need leave
    """.split()
)
# What says when something is done, and not what is dated so ("tickets for May 3").
_WHEN: Final = re.compile(r"\b(?:on|in|by)\s+(?:the\s+|early\s+|late\s+|mid-?)*$", re.IGNORECASE)
_CALENDAR: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PRESENT: Final = frozenset({"is", "are", "am", "has", "have"})
_AT_MOST_BETWEEN: Final = 3
"""Words between "will ..." and a time that certainly says when: "will meet again ON Monday"."""


def check_times_ahead(subject: Subject) -> Iterator[Finding]:
    """Report what is told as done on a day that is still to come, and the reverse."""
    published = subject.readings.article.published
    if published is None:
        return
    for statement in subject.reworded:
        for date in statement.readings.dates:
            predicate = told_at(date, statement)
            told = _told_there(date, statement, subject) if predicate else []
            sides = {_side(one.value, published.isoformat()) for one in told}
            if predicate and sides == {contrary(predicate)}:
                yield _finding(predicate, told, statement, subject)


def contrary(predicate: Predicate) -> int:
    """Return on which side of the day of publication it cannot be: 1 for ahead, -1 for past."""
    return 1 if predicate.status is Status.HAPPENED else -1


def _side(value: str | None, published: str) -> int:
    """Return 1 for a time after the day of publication, -1 for one before, else 0."""
    if value is None or not _CALENDAR.fullmatch(value):
        return 0
    day = published[: len(value)]
    return (value > day) - (value < day)


def told_at(date: DateExpression, statement: Statement) -> Predicate | None:
    """Return the predicate that a time belongs to, where there is no doubt about it."""
    text, readings = statement.text, statement.readings
    [sentence, *_] = readings.sentences_at(date.span)
    predicates = readings.predicates_in(sentence)
    before = [p for p in predicates if p.verb.end <= date.span.start]
    opens = text[sentence.span.start : date.span.start]
    if not before:
        first = predicates[0] if predicates and _WHEN.fullmatch(opens) else None
        return first if first and _is_certain(first, predicates, text) else None
    last = before[-1]
    between = text[last.span.end : date.span.start]
    if not _WHEN.search(between) or not _is_certain(last, predicates, text):
        return None
    if last.status is Status.PLANNED:
        is_beside = len(between.split()) <= _AT_MOST_BETWEEN
    else:
        is_beside = last.object is None
    return last if is_beside else None


def _is_certain(predicate: Predicate, others: Sequence[Predicate], text: str) -> bool:
    """Tell whether a predicate says plainly that it took place, or that it will.

    With what it governs the time may be that of the other ("was to open", "hoped to open").
    """
    if any(other.governor == predicate.verb for other in others):
        return False
    if predicate.attribution and predicate.attribution.quoted:
        return False
    if not predicate.finite or predicate.negated or predicate.conditional or predicate.question:
        return False
    if predicate.clause is Clause.ADVERBIAL or predicate.lemma in CLAIMING | FACTIVE | _ARRANGING:
        return False
    words = predicate.span.of(text).casefold()
    if predicate.status is Status.PLANNED:
        return words.startswith("will ")
    is_past = words.split()[0] not in _PRESENT and not is_present(predicate, words, text)
    return predicate.status is Status.HAPPENED and is_past


def _told_there(
    date: DateExpression, statement: Statement, subject: Subject
) -> Sequence[DateExpression]:
    """Return where the article, or what is cited of it, has the same expression or the same day."""
    article = subject.readings.article.text
    words = date.span.of(statement.text).casefold()
    within = [sentence.span for sentence in statement.cited]
    return [
        one
        for one in subject.readings.dates
        if (one.value == date.value or one.span.of(article).casefold() == words)
        and (not within or any(span.overlaps(one.span) for span in within))
    ]


def _finding(
    predicate: Predicate,
    told: Sequence[DateExpression],
    statement: Statement,
    subject: Subject,
) -> Finding:
    text = subject.readings.article.text
    done = predicate.status is Status.HAPPENED
    says = "tells it as done" if done else "tells it as planned"
    when = "still to come" if done else "past"
    return Finding(
        path=statement.path,
        kind="status",
        severity="warning",
        message=f"{says}; {told[0].span.of(text)!r} was {when} when the article was published",
        said=Passage.at(predicate.span, statement.text),
        passages=tuple(Passage.at(one.span, text) for one in told),
    )
