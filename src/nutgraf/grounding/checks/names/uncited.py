"""Checks of names in statements that cite nothing: does the article say this of others instead."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.names.another_holder import HeldByAnother
from nutgraf.grounding.checks.names.article_names import may_be_alike
from nutgraf.grounding.checks.names.carriers import Carriers
from nutgraf.grounding.checks.names.joined import joined_names
from nutgraf.grounding.checks.places import sentence_number
from nutgraf.grounding.name_variants import are_forms_of_one, folded_words

if TYPE_CHECKING:
    from nutgraf.article import Span
    from nutgraf.grounding.checks.names.joined import Joined
    from nutgraf.language.names import Name
    from nutgraf.language.names.name import NameKind
    from nutgraf.schema.result import Finding

_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|us|me|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
# How much better another name has to fit a slot than what is said near the one that is said.
# Measured on true and false statements, like all that follow.
_CLEARLY_BETTER: Final = 0.35
# A long text has some place with much the same words for nearly everybody.
_CLEARLY_BETTER_IN_A_LONG_TEXT: Final = 0.6
# All that the article says of a rarely named one is known, so that less will do.
_BETTER_THAN_A_RARE_ONE: Final = 0.25
# The same goes for a name that stands so many sentences away from those that tell the rest; what is
# neither somebody nor a place nor a body is often read wrongly.
_AWAY: Final = 2
_BETTER_THAN_ONE_AWAY: Final = 0.3
_BETTER_THAN_A_THING_AWAY: Final = 0.5
_FAR_AWAY: Final = 3
_MORE: Final = 0.1  # of a slot, said near the main one rather than near the name
_AS_GOOD: Final = 0.01
_FITS: Final = 0.3
# What of a slot is said near a rarely named one where the article says something else of it, by
# kind. A place or a body may be named for what is said of what lies in it or belongs to it.
_SAID_OF_A_RARE_ONE: Final[dict[NameKind, float]] = {"person": 0.1, "other": 0.05}
_SLOT_WORDS: Final = 3  # fewer of them are easily said in other words
_FEWEST_WORDS: Final = 2
# What of a slot may be said near somebody of whom the article is not.
_SAYS_NOTHING: Final = 0.3
_SAYS_LITTLE: Final = 0.5


class UncitedName(HeldByAnother):
    """A name of which any sentence of the article may say what a statement does."""

    def finding(self) -> Finding | None:
        """Return what is wrong with the place of the name, or None."""
        return (
            self._of_another_holder()
            or self._of_another()
            or self._instead_of_the_main_one()
            or self._of_none_of_its_sentences()
            or self._of_another_where_it_is_said()
            or self._joined_to_another()
            or self._among_strangers()
        )

    def _of_another(self) -> Finding | None:
        """Report a name in whose slot the article has another one."""
        margin = self._margin
        found = None if margin is None else self._in_its_slot(self._own, margin=margin)
        if found or self._known.kind == "other" or self._name.kind != self._known.kind:
            return found
        if not self._article.is_rare(self._known):
            return None
        return self._in_its_slot(
            self._own, margin=_BETTER_THAN_A_RARE_ONE, are_alike=_are_of_one_kind
        )

    @property
    def _margin(self) -> float | None:
        """How much better than the name another has to fit; None for a thing that may be meant."""
        if self._known.kind == "other":
            return _BETTER_THAN_A_THING_AWAY if self._is_away else None
        if self._subject.is_long:
            return _CLEARLY_BETTER_IN_A_LONG_TEXT
        return _BETTER_THAN_ONE_AWAY if self._is_away else _CLEARLY_BETTER

    def _of_another_where_it_is_said(self) -> Finding | None:
        """Report a name that stands away from what tells the rest, which has another in its place.

        There the other one need only fit, and as well as what is said near the name.
        """
        if self._known.kind == "other" or not self._is_away or not self._carriers.are_known:
            return None
        return self._in_its_slot(
            self._own,
            margin=max(_AS_GOOD, _FITS - self._said_near),
            are_alike=_are_of_one_kind,
            within=lambda place: sentence_number(self._subject.readings, place) in self._told,
        )

    def _of_none_of_its_sentences(self) -> Finding | None:
        """Report a name of which the article says nothing like this wherever it has it."""
        most = self._most_of_something_else
        if most is None or len(self._slot.words) < _SLOT_WORDS:
            return None
        if self._said_near > most:
            return None
        numbers = ", ".join(map(str, sorted(self._article.sentences_of(self._own))))
        message = f"nothing like this is said of {self._name.canonical!r} in sentence {numbers}"
        return self._made(f"{message}, and no other names it", self._own)

    @property
    def _most_of_something_else(self) -> float | None:
        """How much may be said near a rarely named one of whom a slot is not; None if unknown."""
        known = self._known
        is_rare = known.kind in _SAID_OF_A_RARE_ONE and self._article.is_rare(known)
        if self._subject.is_long:
            return 0.0 if is_rare and known.kind == "person" else None
        return _SAID_OF_A_RARE_ONE[known.kind] if is_rare else None

    def _joined_to_another(self) -> Finding | None:
        """Report a name that is joined to one to which the article joins others like it, afar."""
        if self._subject.is_long or self._article.is_main(self._known):
            return None
        names = self._statement.readings.names
        for joined in joined_names(self._statement.text, names):
            beside = self._subject.occurrences.named(joined.beside.canonical)
            if joined.name is self._name and beside is not None and not self._are_near(beside):
                found = self._joined_instead(joined, beside)
                if found is not None:
                    return found
        return None

    def _joined_instead(self, joined: Joined, beside: Name) -> Finding | None:
        there = self._article.neighbours.of(beside, joined.joint, is_behind=joined.is_behind)
        others = {one.name: one.place for one in there if one.name.kind == self._known.kind}
        other = next(iter(self._unsaid(others)), None)
        if other is None:
            return None
        number = sentence_number(self._subject.readings, others[other])
        message = (
            f"sentence {number} has {other.canonical!r} beside {beside.canonical!r}, "
            f"not {self._name.canonical!r}"
        )
        return self._made(message, [others[other]])

    def _are_near(self, other: Name) -> bool:
        """Tell whether the name ever stands in the sentence of another, or in the next one."""
        numbers = self._article.sentences_of(self._article.places_of(other))
        near = {number + step for number in numbers for step in (-1, 0, 1)}
        return not near.isdisjoint(self._article.sentences_of(self._own))

    def _among_strangers(self) -> Finding | None:
        """Report somebody whom the article names far from all whom the statement names beside them.

        It must be far from what tells the rest as well, and little of that be said near the name.
        """
        is_known = self._known.kind != "person" or self._article.is_main(self._known)
        if self._subject.is_long or is_known or self._said_near > _SAYS_NOTHING:
            return None
        own = self._article.sentences_of(self._own)
        if self._carriers.distance(own) < _FAR_AWAY or not self._is_named_far_from_all():
            return None
        numbers = ", ".join(map(str, sorted(own)))
        message = f"{self._name.canonical!r} is named only in sentence {numbers}, far from all this"
        return self._made(message, self._own)

    def _is_named_far_from_all(self) -> bool:
        """Tell whether the article has others of the statement, and none of them near the name."""
        named = (
            self._subject.occurrences.named(name.canonical)
            for name in self._statement.readings.names
            if name is not self._name
        )
        others = [other for other in named if other is not None and other is not self._known]
        return bool(others) and not any(map(self._may_be_near, others))

    def _may_be_near(self, other: Name) -> bool:
        """Tell whether another stands near the name, be it as the pronoun for the main one."""
        if self._are_near(other):
            return True
        readings = self._subject.readings
        beside = [one for place in self._own for one in readings.sentences_at(place)]
        text = readings.article.text
        is_whom = other.kind == "person" and self._article.is_main(other)
        return is_whom and any(_PRONOUN.search(one.span.of(text)) for one in beside)

    def _instead_of_the_main_one(self) -> Finding | None:
        """Report a name of which nothing like this is said, where the main one is missing."""
        main = self._article.main_instead_of(self._known)
        if main is None or self._is_said(main) or not self._may_stand_for(main):
            return None
        if _PRONOUN.search(self._statement.text[: self._name.mentions[0].start]):
            return None
        limit = _SAYS_LITTLE if self._is_away else _SAYS_NOTHING
        if self._said_near > limit and not self._is_rather_said_of(main):
            return None
        message = (
            f"the article is about {main.canonical!r}, and says nothing like this of "
            f"{self._name.canonical!r}"
        )
        return self._made(message, self._known.mentions)

    def _is_rather_said_of(self, main: Name) -> bool:
        """Tell whether more of the slot is said near the main one, and the name is not there."""
        if main.kind != self._known.kind or self._subject.is_long:
            return False
        said = self._article.slots.share_near(self._slot, self._article.places_of(main))
        own = self._article.sentences_of(self._own)
        return said - self._said_near >= _MORE and self._carriers.distance(own) > 0

    def _may_stand_for(self, main: Name) -> bool:
        """Tell whether the name may have been put in the place of the main one.

        A statement is about whom it names first; further on it may well name others.
        """
        if self._subject.is_long:
            return may_be_alike(main, self._known) and not self._article.is_main(self._known)
        if self._article.is_titled(self._known):
            return False
        is_first = self._name is self._statement.readings.names[0]
        if is_first and (main.kind == self._known.kind or self._may_be_no_person):
            return True  # of two places, too, one of which may lie in the other
        says_something = len(self._slot.words) >= _FEWEST_WORDS
        return says_something and self._is_away and may_be_alike(main, self._known)

    def _is_said(self, main: Name) -> bool:
        """Tell whether the statement has a form of a word of the main name."""
        names = folded_words(main.canonical)
        return any(
            word in names or are_forms_of_one(word, name)
            for word in folded_words(self._statement.text)
            for name in names
        )

    @cached_property
    def _is_away(self) -> bool:
        """Whether the name stands away from the sentences that tell the rest of the statement.

        Nothing is known of whom the article is about, who is in all that it tells, nor of who may
        be its "I", nor in a long text, in which much is told twice.
        """
        if self._subject.is_long or self._article.is_main(self._known):
            return False
        is_person = self._known.kind == "person" and not self._may_be_no_person
        if is_person and self._article.has_a_narrator:
            return False
        return self._carriers.distance(self._article.sentences_of(self._own)) >= _AWAY

    @property
    def _may_be_no_person(self) -> bool:
        """Whether a name is read as a person's by a single word, of which that is often unclear."""
        return self._known.kind == "person" and " " not in self._known.canonical

    @cached_property
    def _carriers(self) -> Carriers:
        span = self._name.mentions[0]
        return Carriers(self._statement.text, span, self._subject.relevance)

    @property
    def _told(self) -> frozenset[int]:
        """The numbers of the sentences that tell the rest of the statement."""
        return frozenset((*self._carriers.whole, *self._carriers.beside))

    @cached_property
    def _own(self) -> tuple[Span, ...]:
        return self._article.places_of(self._known)

    @cached_property
    def _said_near(self) -> float:
        """How much of the slot is said near the name."""
        return self._article.slots.share_near(self._slot, self._own)


def _are_of_one_kind(one: Name, other: Name) -> bool:
    return one.kind == other.kind and may_be_alike(one, other)
