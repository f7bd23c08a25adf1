"""Collects what happened, is to happen, may happen or is denied, each event once.

Which date, place and words belong to an event is the business of ``event_times`` and
``event_clauses``; whether it happened, of ``nutgraf.language.status``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.event_clauses import participants_in, place_in, told_in
from nutgraf.drafting.extractive.event_times import (
    awaited_date,
    is_coarse,
    is_to_come,
    own_date,
    status_at,
)
from nutgraf.drafting.extractive.event_words import CLEARLY_DENIED, CLEARLY_POSSIBLE
from nutgraf.drafting.extractive.statements import cite
from nutgraf.drafting.extractive.terms import collapse, containment, plain_words, terms_of
from nutgraf.language.status import Status
from nutgraf.schema.fields import Mention, When
from nutgraf.schema.news import Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.drafting.extractive.lines import Line, Naming
    from nutgraf.drafting.extractive.ranking import Ranked
    from nutgraf.language.dates import DateExpression
    from nutgraf.language.quotations import Quotation
    from nutgraf.language.readings import Readings

_MOST_EVENTS: Final = 8
# Reading a sentence as an event costs more than ranking it, so that a book is not read to its end.
_MOST_LINES_READ: Final = 1_000
# Sentences beyond the best of them would not be among the events, and each is compared with others.
_MOST_TELLINGS: Final = 200
_MOSTLY_QUOTED: Final = 0.5
# A time makes an event; so does a place, or a plan without a time, if less.
_DATED: Final = 0.5
_PLACED: Final = 0.3
_AHEAD: Final = 0.3
_GIST: Final = 1.0
# Two sentences of one time tell of one event if they share two participants or, having fewer, some
# of their longer words; without a time, if they share most of them.
_COMMON_PARTICIPANTS: Final = 2
_SOME_WORDS_IN_COMMON: Final = 0.4
_MOST_WORDS_IN_COMMON: Final = 0.6
_SHORT_WORD_CHARS: Final = 4
_TO_COME: Final = frozenset({Status.PLANNED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence that tells of an event.

    Without a time of its own it may yet wait for one: "it will sue if nobody pays by Monday".
    """

    line: Line
    worth: float
    when: DateExpression | None
    waits: bool
    where: Naming | None
    who: tuple[str, ...]
    status: Status

    @property
    def is_quoted(self) -> bool:
        return self.line.quoted > _MOSTLY_QUOTED


def collect_events(readings: Readings, ranked: Sequence[Ranked], gist: Line | None) -> list[Event]:
    """Return up to 8 events in the order in which the article first tells of them.

    An event is a sentence with a time of its own (a year only with somebody in it), or a plan,
    possibility or denial with somebody in it; the gist is one in any case. Questions are none, nor
    is what somebody said without a time.
    """
    text = readings.article.text
    tellings = _Reader(readings).tellings(ranked, gist)
    groups: list[list[_Telling]] = []
    for telling in nlargest(_MOST_TELLINGS, tellings, key=lambda one: one.worth):
        group = next(
            (g for g in groups if any(_is_one_event(telling, one, text) for one in g)), None
        )
        if group is not None:
            group.append(telling)
        elif len(groups) < _MOST_EVENTS:
            groups.append([telling])
    groups.sort(key=lambda group: min(one.line.number for one in group))
    return [_event(group, gist, text) for group in groups]


class _Reader:
    """Reads sentences as tellings of events."""

    def __init__(self, readings: Readings) -> None:
        self._text = readings.article.text
        self._published = readings.article.published
        self._quotations = _by_sentence(readings)

    def tellings(self, ranked: Sequence[Ranked], gist: Line | None) -> list[_Telling]:
        best = nlargest(_MOST_LINES_READ, ranked, key=lambda one: one.score)
        found = (self._telling(one, gist) for one in best if not one.line.text.endswith("?"))
        return [one for one in found if one.line is gist or _is_event(one)]

    def _telling(self, one: Ranked, gist: Line | None) -> _Telling:
        line = one.line
        quotations = self._quotations.get(line.number, [])
        when = own_date(line, self._text, [quotation.span for quotation in quotations])
        awaited = None if when else awaited_date(line, self._text)
        status = status_at(line.text, when or awaited, self._published)
        speakers = [collapse(q.speaker) for q in quotations if q.speaker]
        where, who = place_in(line, self._text), participants_in(line, self._text, speakers)
        worth = one.score + _DATED * bool(when or awaited) + _PLACED * (where is not None)
        # A possibility is mostly what something is like; with a day to come it is an event ahead.
        is_ahead = status is Status.POSSIBLE and is_to_come(when or awaited, self._published)
        worth += _AHEAD * (status is Status.PLANNED or is_ahead) + _GIST * (line is gist)
        return _Telling(line, worth, when, awaited is not None, where, who, status)


def _by_sentence(readings: Readings) -> Mapping[int, list[Quotation]]:
    found: defaultdict[int, list[Quotation]] = defaultdict(list)
    for quotation in readings.quotations:
        for sentence in readings.sentences_at(quotation.span):
            found[sentence.number].append(quotation)
    return found


def _is_event(one: _Telling) -> bool:
    if one.when is not None:
        return bool(one.who) or not is_coarse(one.when)
    if one.waits:
        return True
    if one.is_quoted:
        return one.status in _TO_COME and one.where is not None
    return bool(one.who) and _is_clear(one)


def _is_clear(one: _Telling) -> bool:
    """Tell whether a plan, possibility or denial without a time is one in so many words."""
    if one.status is Status.PLANNED:
        return True
    cues = {Status.POSSIBLE: CLEARLY_POSSIBLE, Status.DENIED: CLEARLY_DENIED}.get(one.status)
    return cues is not None and not cues.isdisjoint(plain_words(one.line.text))


def _is_one_event(one: _Telling, other: _Telling, text: str) -> bool:
    """Tell whether two sentences tell of the same event.

    With a time, they do if it is the same and the same people take part. Without one, they must
    also agree in status and in place.
    """
    if _time(one) != _time(other):
        return False
    common = containment(_content(one, text), _content(other, text))
    shared = set(one.who) & set(other.who)
    if one.when is None:
        agree = set(one.who) == set(other.who) and _is_one_status(one.status, other.status)
        return agree and (_is_one_place(one, other, text) or common >= _MOST_WORDS_IN_COMMON)
    if len(shared) >= _COMMON_PARTICIPANTS:
        return True
    return (bool(shared) or not (one.who and other.who)) and common >= _SOME_WORDS_IN_COMMON


def _is_one_status(one: Status, other: Status) -> bool:
    """Tell whether two statuses can be of one event; a plan may be put as a possibility."""
    return one is other or _TO_COME.issuperset({one, other})


def _time(one: _Telling) -> tuple[bool, str | None]:
    return (one.when is not None, one.when.value if one.when else None)


def _content(one: _Telling, text: str) -> frozenset[str]:
    """Return the longer terms of a telling, without its people and its time: those agree anyway."""
    known = terms_of(" ".join(one.who)) | terms_of(one.when.span.of(text) if one.when else "")
    return frozenset(t for t in one.line.terms - known if len(t) > _SHORT_WORD_CHARS)


def _is_one_place(one: _Telling, other: _Telling, text: str) -> bool:
    """Tell whether two tellings have the same place, or one its place within the other's."""
    if one.where is None or other.where is None:
        return False
    if one.where.name.canonical == other.where.name.canonical:
        return True
    return _is_within(one.where, other.where, text) or _is_within(other.where, one.where, text)


def _is_within(place: Naming, larger: Naming, text: str) -> bool:
    """Tell whether a place is printed with a larger one behind it: "Oslo, Norway"."""
    return text.startswith(f", {larger.name.canonical}", place.span.end)


def _placed(tellings: Sequence[_Telling], text: str) -> _Telling | None:
    """Return the first telling with a place, or one with a finer place than that."""
    first = next((one for one in tellings if one.where), None)
    if first is None or first.where is None:
        return None
    larger = first.where
    finer = (one for one in tellings if one.where and _is_within(one.where, larger, text))
    return next(finer, first)


def _event(tellings: Sequence[_Telling], gist: Line | None, text: str) -> Event:
    """Return what several sentences tell of one event: in the gist's words, else the plainest."""
    main = min(tellings, key=lambda one: (one.line is not gist, one.is_quoted, one.line.words))
    placed = _placed([main, *tellings], text)
    when, where = main.when, placed.where if placed else None
    needed = [part.span for part in (when, main.where) if part is not None]
    lines = [main, *([placed] if placed else []), *tellings]
    return Event(
        what=told_in(main.line, text, needed),
        when=When(text=collapse(when.span.of(text))) if when else None,
        where=Mention(text=where.name.canonical) if where else None,
        who=[Mention(text=name) for name in main.who],
        status=main.status.value,
        evidence=cite(one.line.number for one in lines),
    )
