"""Where in an article somebody may be named who is meant by a pronoun or by nothing beside words.

Whether whoever is given for a quotation differs from its speaker is asked in ``speakers``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.grounding.speakers import is_name, sexes_differ
from nutgraf.language.quotations.cast import PERSON_HEADS, is_pronoun
from nutgraf.language.quotations.words import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.quotations import Quotation
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_SENTENCES_BACK: Final = 4  # as far as a pronoun looks back
_NESTED_AT_MOST: Final = 32  # quotations inside another one, as in a turn of an interview
# "the leader", "a former student", without a name behind it
_DESCRIBED: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?P<words>(?: [a-z-]+){1,2})(?!,? [A-Z])"
)
_APOSTROPHES: Final = ("'", "\u2019")


def quotations_before(span: Span, readings: Readings) -> Sequence[Quotation]:
    """Return the quotations shortly before a stretch or around it, the nearest first."""
    order = (span.start, -span.end)
    number = bisect_left(readings.quotations, order, key=lambda q: (q.span.start, -q.span.end))
    return readings.quotations[max(0, number - _NESTED_AT_MOST) : number][::-1]


def quoting(span: Span, readings: Readings) -> Quotation | None:
    """Return the innermost quotation that holds a stretch besides itself, if one does."""
    around = (q for q in quotations_before(span, readings) if q.span.contains(span))
    return next(around, None)


def stretch_around(quotation: Quotation, readings: Readings, named: Span | None = None) -> Span:
    """Return the stretch in which anybody named may be who speaks, if no name stands beside.

    Where an earlier sentence of the paragraph has the speaker's name, nobody before it is meant;
    nor is anybody before the sentence that has the name for which a pronoun stands. Who is named
    first behind the words may be meant where no name and no pronoun says who speaks.
    """
    [first, *_] = among = readings.sentences_at(quotation.span)
    words = named.of(readings.article.text) if named is not None else ""
    earliest = readings.sentences[max(0, first.number - 1 - _SENTENCES_BACK)]
    latest = among[-1]
    if named is not None and is_name(words):
        [told, *_] = readings.sentences_at(named)
        if told.number < first.number and told.paragraph == first.paragraph:
            return Span(named.start, latest.span.end)
    antecedent = _antecedent(quotation, named, readings) if named and is_pronoun(words) else None
    if antecedent is not None:
        return Span(antecedent.span.start, latest.span.end)
    behind = readings.sentence(latest.number + 1)
    end = latest if behind is None or is_name(words) else behind
    return Span(earliest.span.start, end.span.end)


def _antecedent(quotation: Quotation, pronoun: Span, readings: Readings) -> Sentence | None:
    """Return the sentence shortly before that names for whom a pronoun stands, as its subject."""
    [here, *_] = readings.sentences_at(pronoun)
    mentions = (
        mention
        for name in readings.names
        if name.canonical == quotation.speaker
        for mention in name.mentions
        if mention.start < pronoun.start and quoting(mention, readings) is None
    )
    last = max(mentions, key=lambda mention: mention.start, default=None)
    if last is None or _describes_somebody(Span(last.end, pronoun.start), readings):
        return None
    [told, *_] = readings.sentences_at(last)
    text = readings.article.text
    before, after = text[told.span.start : last.start].split(), text[last.end : last.end + 1]
    if here.number - told.number > _SENTENCES_BACK or after in _APOSTROPHES:
        return None
    return None if before and before[-1].casefold() in PREPOSITIONS else told


def is_meant_there(quotation: Quotation, readings: Readings) -> bool:
    """Tell whether a pronoun's sentence names whom it stands for before it, and nobody else."""
    span = quotation.speaker_span
    pronoun = span.of(readings.article.text) if span else ""
    if span is None or not is_pronoun(pronoun):
        return False
    [sentence, *_] = readings.sentences_at(span)
    before = Span(sentence.span.start, span.start)
    if _describes_somebody(before, readings):
        return False
    people = {
        name.canonical
        for name in readings.names
        if name.kind == "person"
        and any(before.contains(mention) for mention in name.mentions)
        and not sexes_differ(name.canonical, pronoun)
    }
    return people == {quotation.speaker}


def _describes_somebody(stretch: Span, readings: Readings) -> bool:
    """Tell whether a pronoun behind a stretch may stand for whom it has a description only."""
    found = _DESCRIBED.finditer(stretch.of(readings.article.text))
    return any(not PERSON_HEADS.isdisjoint(one["words"].split()) for one in found)
