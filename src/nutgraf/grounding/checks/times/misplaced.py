"""Whether a date that the article has is the date of what a statement says.

The statement cites nothing: wherever the article has the date may be the place that is meant. What
the article says there is compared by the words around the date, and by the event that it dates.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.times.events import events_of, named_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.checks.slots import Slots
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.dates import DateExpression

_CLEARLY_BETTER: Final = 0.3  # as in ``slots``; measured on true and false statements
# All that an article says at a time that so few of its sentences give is known, so that less will
# do; with no more than this of a slot said there, it is of something else.
_RARE: Final = 2
_BETTER_THAN_A_RARE_ONE: Final = 0.2
_SAID_OF_A_RARE_ONE: Final = 0.05
_SLOT_WORDS: Final = 3  # fewer of them are easily said in other words
# Where the event itself is dated otherwise, the sentences beside that of the date do not count.
_SAID_OF_THE_EVENT: Final = 0.5
# What a sentence says of a statement that is about something else.
_NEXT_TO_NOTHING: Final = 0.15
# What a sentence refers back with, so that it may be about what others say.
_REFERRING: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|you|him|her|them|us|his|hers|its|their|our|my|your|who|this|that"
    r"|these|those|there|then|such|both|same|one)\b",
    re.IGNORECASE,
)


class Misplaced:
    """A date of a statement, and the places where the article has it."""

    def __init__(
        self,
        subject: Subject,
        statement: Statement,
        date: Span,
        places: Sequence[Span],
        slots: Slots,
    ) -> None:
        self._subject = subject
        self._statement = statement
        self._places = places
        self._slots = slots
        self._slot = slots.around(statement.text, date)
        self._events = events_of(statement.readings, date)
        self._named = named_by(statement.text, date)

    def instead(self, rivals: Sequence[DateExpression]) -> DateExpression | None:
        """Return which of other dates the article gives to what the statement dates, if any."""
        found = self._slots.instead(
            self._slot,
            ((one.span, one) for one in rivals),
            self._places,
            margin=_BETTER_THAN_A_RARE_ONE if self._is_rare else _CLEARLY_BETTER,
            either=True,  # a date stands before or behind what it dates, as there is room
        )
        return found[1] if found else self._of_the_event(rivals)

    def _of_the_event(self, rivals: Sequence[DateExpression]) -> DateExpression | None:
        """Return the date of the event, where the sentences that have this one do not tell of it.

        The sentences beside them may, as the story of a life goes from event to event.
        """
        if not self._is_of_other_events:
            return None
        least = max(_SAID_OF_THE_EVENT, self._share + _CLEARLY_BETTER)
        fits = {
            one: self._slots.fit(self._slot, one.span, either=True)
            for one in rivals
            if not self._events.isdisjoint(self._slots.words_around(one.span))
        }
        best = max(fits, key=lambda one: (fits[one], -one.span.start), default=None)
        return best if best is not None and fits[best] >= least else None

    @property
    def is_of_nothing_like_it(self) -> bool:
        """Whether the few sentences that have the date are about something else."""
        if not self._is_rare or len(self._slot.words) < _SLOT_WORDS:
            return False
        if self._slots.share_near(self._slot, self._places) <= _SAID_OF_A_RARE_ONE:
            return True
        return self._is_of_other_events and self._share <= _NEXT_TO_NOTHING and self._is_apart

    @cached_property
    def _is_rare(self) -> bool:
        return len(self._numbers) <= _RARE and not self._subject.is_long

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(self._slots.number(place) for place in self._places)

    @cached_property
    def _is_of_other_events(self) -> bool:
        """Whether nothing that is said of the date has a word for what the statement dates."""
        return bool(self._events) and all(map(self._events.isdisjoint, self._said))

    @cached_property
    def _share(self) -> float:
        """The most of the slot that is said of the date at one of its places."""
        return max(map(self._slot.share, self._said), default=0.0)

    @cached_property
    def _said(self) -> list[frozenset[str]]:
        """What each place says of the date: its sentence, or no more than what the year names.

        "The vote came before the 2014 protests" says of 2014 that there were protests.
        """
        return [self._name_of_another(place) or self._words_at(place) for place in self._places]

    def _words_at(self, place: Span) -> frozenset[str]:
        return self._slots.words_of(self._slots.number(place))

    def _name_of_another(self, place: Span) -> frozenset[str]:
        """Return what a year names there, where what the statement's names stands beside it."""
        there = named_by(self._subject.readings.article.text, place)
        is_beside = not self._named.isdisjoint(self._words_at(place) - there)
        return there if is_beside and self._named.isdisjoint(there) else frozenset()

    @property
    def _is_apart(self) -> bool:
        """Whether each sentence with the date stands alone and says little of the statement."""
        return all(
            self._name_of_another(place) or self._stands_apart(place) for place in self._places
        )

    def _stands_apart(self, place: Span) -> bool:
        readings, relevance = self._subject.readings, self._subject.relevance
        [sentence, *_] = readings.sentences_at(place)
        if _REFERRING.search(sentence.span.of(readings.article.text)):
            return False
        return relevance.share(self._statement.text, [sentence]) <= _NEXT_TO_NOTHING
