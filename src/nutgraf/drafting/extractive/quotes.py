"""Chooses the quotations: whole clauses by a known speaker, from different mouths.

Finding them and their speakers is the business of ``nutgraf.language.quotations``.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.terms import collapse, containment, count_words, terms_of
from nutgraf.schema.fields import Speaker, Verbatim
from nutgraf.schema.news import Quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.article import Span
    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.language.readings import Readings

_MOST_QUOTES: Final = 5
_FEWEST_WORDS: Final = 4
_MOST_WORDS: Final = 60
# What a quotation loses for each one of the same speaker that is already chosen.
_SAME_SPEAKER: Final = 0.5
# What one loses whose speaker has no name ("a spokesman").
_NAMELESS: Final = 0.3
# Questions and asides of a few words say less than they sound.
_SHORT_WORDS: Final = 8
_SHORT: Final = 0.3
_QUESTION: Final = 0.3
_SAYS_THE_SAME: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    words: str
    speaker: str
    terms: frozenset[str]
    worth: float


def choose_quotes(readings: Readings, story: Sequence[Line]) -> list[Quote]:
    """Return up to 5 quotations in reading order, each with the fullest name of its speaker.

    Args:
        readings: The article.
        story: The lines that the summary is about; what shares words with them is worth more.
    """
    subject = frozenset[str]().union(*(line.terms for line in story))
    left = _candidates(readings, subject)
    chosen: list[_Candidate] = []
    spoken: Counter[str] = Counter()
    while left and len(chosen) < _MOST_QUOTES:
        best = max(left, key=lambda one: one.worth - _SAME_SPEAKER * spoken[one.speaker])
        chosen.append(best)
        spoken[best.speaker] += 1
        left = [one for one in left if one is not best and not _is_told(one, best)]
    return [
        Quote(words=Verbatim(text=one.words), speaker=Speaker(text=one.speaker))
        for one in sorted(chosen, key=lambda one: one.span)
    ]


def _candidates(readings: Readings, subject: frozenset[str]) -> list[_Candidate]:
    text = readings.article.text
    full_names = _full_names(readings)
    found: list[_Candidate] = []
    for quotation in readings.quotations:
        words = quotation.span.of(text).strip().rstrip(",").rstrip()
        if not quotation.direct or quotation.speaker is None:
            continue
        if not _FEWEST_WORDS <= count_words(words) <= _MOST_WORDS:
            continue
        said_by = collapse(quotation.speaker)
        speaker = full_names.get(said_by.casefold())
        terms = terms_of(words)
        worth = containment(terms, subject) - _faults(words) - _NAMELESS * (speaker is None)
        found.append(_Candidate(quotation.span, words, speaker or said_by, terms, worth))
    return found


def _full_names(readings: Readings) -> Mapping[str, str]:
    """Return the fullest form of each name that the article uses, by each of its forms."""
    text = readings.article.text
    full: dict[str, str] = {}
    for name in readings.names:
        for mention in name.mentions:
            full.setdefault(collapse(mention.of(text)).casefold(), name.canonical)
        full[name.canonical.casefold()] = name.canonical
    return full


def _faults(words: str) -> float:
    is_question = words.endswith(("?", "？", "؟"))
    return _SHORT * (count_words(words) < _SHORT_WORDS) + _QUESTION * is_question


def _is_told(one: _Candidate, chosen: _Candidate) -> bool:
    """Tell whether a quotation is inside a chosen one, or repeats it."""
    if one.span.overlaps(chosen.span):
        return True
    return containment(one.terms, chosen.terms) >= _SAYS_THE_SAME
