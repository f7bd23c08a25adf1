"""What a time is the time of: the verb that it stands with, or the noun that it stands beside.

"Married in May 2011" is of the marrying, "her death in 2016" of the death, and "the 2016 election"
of the election.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.stems import stem
from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Span
    from nutgraf.language.readings import Readings

_YEAR: Final = re.compile(r"[12]\d{3}")
_AFTER: Final = re.compile(r"\s([^\W\d_]+)")
_NOUN_BEFORE: Final = re.compile(
    r"([^\W\d_]+)\s(?:(?:on|in|of|from|since|until|by|after|before)\s)(?:the\s|early\s|late\s)?$",
    re.IGNORECASE,
)
_REACH: Final = 60  # code points


def events_of(readings: Readings, span: Span) -> frozenset[str]:
    """Return the stems of the words for what a time is the time of.

    Args:
        readings: Those of the text that it stands in.
        span: The time.
    """
    text = readings.article.text
    return named_by(text, span) or frozenset(_governing(readings, span))


def named_by(text: str, span: Span) -> frozenset[str]:
    """Return the stems of the phrase that a year stands at the head of; none for other times."""
    return frozenset(_modified(text, span)) if _YEAR.fullmatch(span.of(text)) else frozenset()


def _modified(text: str, span: Span) -> Iterator[str]:
    """Yield the words of the phrase that a year stands at the head of: "2016 council election"."""
    end = span.end
    while (found := _AFTER.match(text, end)) and found[1].casefold() not in FUNCTION_WORDS["en"]:
        yield stem(found[1].casefold())
        end = found.end()


def _governing(readings: Readings, span: Span) -> Iterator[str]:
    """Yield the noun right before a time, and the verb before it or else all that come after."""
    text = readings.article.text
    [sentence, *_] = readings.sentences_at(span)
    noun = _NOUN_BEFORE.search(text, max(sentence.span.start, span.start - _REACH), span.start)
    if noun and noun[1].casefold() not in FUNCTION_WORDS["en"]:
        yield stem(noun[1].casefold())
    predicates = readings.predicates_in(sentence)
    before = [one for one in predicates if one.verb.end <= span.start]
    for predicate in before[-1:] or predicates:
        yield stem(predicate.verb.of(text).casefold())
