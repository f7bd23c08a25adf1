"""Checks of what a statement calls a name: does the article give that to another one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.names.article_names import may_be_alike
from nutgraf.grounding.checks.names.misplaced import Misplaced
from nutgraf.grounding.checks.names.standings import Relation, standings
from nutgraf.language.predicates.words import read_words

if TYPE_CHECKING:
    from nutgraf.grounding.checks.names.holders import Holder
    from nutgraf.grounding.checks.names.standings import Standing
    from nutgraf.schema.result import Finding


class HeldByAnother(Misplaced):
    """A name with a title, an age or a belonging that the article only gives to another one."""

    def _of_another_holder(self) -> Finding | None:
        """Report what the article says of one other name only, and of this one nowhere."""
        if self._subject.is_long:
            return None
        for standing in self._standings:
            other = self._other_holder(standing)
            if other is not None:
                text = self._subject.readings.article.text
                message = (
                    f"sentence {other.sentence} says {other.standing.place.of(text)!r} of "
                    f"{other.name.canonical!r}, not of {self._name.canonical!r}"
                )
                return self._made(message, [other.place])
        return None

    def _other_holder(self, said: Standing) -> Holder | None:
        """Return the only other one of whom the article says what is said of the name."""
        holders = self._article.holders.like(said)
        if not holders or self._may_be_said_of_it(said, holders):
            return None
        fitting = [holder for holder in holders if _is_same(holder.standing, said)]
        others = self._unsaid(holder.name for holder in fitting)
        if len(set(others)) != 1 or not self._may_be_taken_for(others[0], said):
            return None
        return next(holder for holder in fitting if holder.name is others[0])

    def _may_be_said_of_it(self, said: Standing, holders: list[Holder]) -> bool:
        """Tell whether the article may say it of the name after all, there or near it."""
        own = self._article.sentences_of(self._article.places_of(self._known))
        if any(holder.name is self._known for holder in holders):
            return True
        if said.relation is Relation.OF and any(holder.sentence in own for holder in holders):
            return True
        near = {number + step for number in own for step in (-1, 0, 1)}
        return self._article.holders.may_be_meant(said.word, near)

    def _may_be_taken_for(self, other: Name, said: Standing) -> bool:
        """Tell whether the other is of the name's kind.

        A title or an age says of itself that it is, but for places: a town in a country has both.
        """
        kinds = {other.kind, self._known.kind}
        if said.relation is not Relation.OF and "place" not in kinds:
            return True
        return len(kinds) == 1 and may_be_alike(other, self._known)

    @cached_property
    def _standings(self) -> list[Standing]:
        place = self._name.mentions[0]
        sentence = self._statement.readings.sentences_at(place)[0]
        words = read_words(self._statement.text, sentence.span)
        return list(standings(words, place))


def _is_same(told: Standing, said: Standing) -> bool:
    """Tell whether two have the same modifier, or one has none: no "trade minister" is a "foreign" one."""
    return told.modifier == said.modifier or not (told.modifier and said.modifier)
