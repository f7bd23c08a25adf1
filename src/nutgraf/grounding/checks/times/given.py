"""Checks of times that are given as such: does the article speak of them, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.grounding.checks.times.stretches import agrees, is_finer, stretch
from nutgraf.grounding.statements import cited_sentences
from nutgraf.language.dates import find_dates
from nutgraf.schema.fields import Passage, When
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.grounding.statements import Subject
    from nutgraf.language.dates import DateExpression
    from nutgraf.schema.result import FindingKind
    from nutgraf.schema.tree import Leaf

# What a time without a calendar date is told by: its units and parts of the day, an order of
# events, a time of the clock. After TimeML (ISO 24617-1): TIMEX3 types and temporal signals.
_TIME_WORDS: Final = re.compile(
    r"\d|\b(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?"
    r"|decades?|centur(?:y|ies)|eras?|ages?|seasons?|terms?|mornings?|noon|midday|afternoons?"
    r"|evenings?|nights?|midnight|dawn|dusk|daily|weekly|monthly|yearly|annual(?:ly)?|spring|summer"
    r"|autumn|fall|winter|before|after|during|while|when|since|until|till|once|as|at|by|upon|on"
    r"|now|then|later|earlier|ago|soon|already|recent(?:ly)?|immediately|shortly|eventually|still"
    r"|yet|today|tonight|tomorrow|yesterday|always|never|often|long|present(?:ly)?|current(?:ly)?"
    r"|future|past|eve|anniversary|holidays?|christmas|easter|ramadan|half|start|end|time|date"
    r"|moment|period|o['\u2019]clock|a\.?m|p\.?m)\b",
    re.IGNORECASE,
)


def check_times(subject: Subject) -> Iterator[Finding]:
    """Report times that the article does not speak of, or not in the cited sentences."""
    for leaf in subject.leaves:
        if isinstance(leaf.value, When):
            finding = _finding(leaf, leaf.value, subject)
            if finding is not None:
                yield finding


def _finding(leaf: Leaf, when: When, subject: Subject) -> Finding | None:
    if when.passage is None:
        if _is_known(when, subject):
            return None
        message = f"the article does not speak of the time {when.text!r}"
        return _made(leaf, when, "unknown_time", message)
    if when.value is None and not _TIME_WORDS.search(when.text) and not find_dates(when.text):
        message = f"{when.text!r} is in the article, but is no time"
        return _made(leaf, when, "unknown_time", message)
    if _is_cited(leaf, when, subject):
        return None
    [first, *_] = subject.readings.sentences_at(when.passage.span)
    return _made(
        leaf,
        when,
        "time_elsewhere",
        f"the time {when.text!r} is not in the cited sentences, but in {first.number}; it may be "
        "that of something else",
    )


def _made(leaf: Leaf, when: When, kind: FindingKind, message: str) -> Finding:
    return Finding(
        path=leaf.path,
        kind=kind,
        severity="warning",
        message=message,
        said=Passage.at(Span(0, len(when.text)), when.text),
        passages=(when.passage,) if when.passage else (),
    )


def _is_cited(leaf: Leaf, when: When, subject: Subject) -> bool:
    """Tell whether a cited sentence has these words, or a date that means the same.

    The day of publication needs no sentence: news is of the day.
    """
    cited = cited_sentences(leaf.owner, subject.readings)
    if not cited or _is_publication_day(when, subject):
        return True
    if when.passage and any(sentence.span.overlaps(when.passage.span) for sentence in cited):
        return True
    dates = (d for d in subject.readings.dates if any(s.span.overlaps(d.span) for s in cited))
    return _agrees_with(when, dates)


def _is_known(when: When, subject: Subject) -> bool:
    """Tell whether the article has a date that means the same, or one that holds it."""
    if _is_publication_day(when, subject):
        return True
    said = stretch(when.value) if when.value else None
    known = [stretch(date.value) for date in subject.readings.dates if date.value]
    return said is not None and any(
        there is not None and (agrees(said, there) or is_finer(said, there)) for there in known
    )


def _is_publication_day(when: When, subject: Subject) -> bool:
    published = subject.readings.article.published
    said = stretch(when.value) if when.value else None
    day = stretch(published.isoformat()) if published else None
    return said is not None and day is not None and agrees(said, day)


def _agrees_with(when: When, dates: Iterable[DateExpression]) -> bool:
    said = stretch(when.value) if when.value else None
    there = (stretch(date.value) for date in dates if date.value)
    return said is not None and any(one is not None and agrees(said, one) for one in there)
