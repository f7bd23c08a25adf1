"""Checks of what a statement calls a name: does the article give that title or age to another."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.names.article_names import may_be_alike
from nutgraf.grounding.checks.names.misplaced import Misplaced
from nutgraf.grounding.checks.names.standings import standings
from nutgraf.language.predicates.words import read_words

if TYPE_CHECKING:
    from nutgraf.grounding.checks.names.holders import Holder
    from nutgraf.grounding.checks.names.standings import Standing
    from nutgraf.language.names import Name
    from nutgraf.language.predicates.words import Word
    from nutgraf.schema.result import Finding

# Nouns for one role, a row each: our own choice among the synsets of WordNet 3.1.
_ONE_ROLE: Final = (
    "lawyer attorney solicitor barrister counsel",
    "chief boss head leader director manager executive president chairman chairwoman chair",
    "spokesman spokeswoman spokesperson",
    "author writer novelist essayist poet",
    "doctor physician surgeon",
    "teacher professor lecturer academic scholar",
    "scientist researcher biologist chemist physicist",
    "journalist reporter correspondent columnist editor",
    "officer policeman policewoman detective constable",
    "footballer player striker midfielder defender goalkeeper captain",
    "actor actress star performer",
    "singer musician composer songwriter",
    "politician lawmaker senator congressman congresswoman representative councillor member",
    "firm company business maker manufacturer group",
)
# Whose these are is said with them, so that everybody may have some.
_RELATIONAL: Final = frozenset(
    """mother father parent brother sister sibling son daughter child wife husband spouse widow
    widower uncle aunt cousin nephew niece grandmother grandfather friend colleague companion
    partner neighbour neighbor rival ally""".split()  # noqa: SIM905 - read as lines of words
)
# With one of these before it a title is another one.
_NOT_THE_SAME: Final = frozenset(
    """former ex onetime then late deputy vice acting interim assistant associate junior senior
    future next new outgoing incoming""".split()  # noqa: SIM905
)


class HeldByAnother(Misplaced):
    """A name with a title or an age that the article gives to one other name only."""

    def _of_another_holder(self) -> Finding | None:
        """Report what the article calls one other name, and this one nowhere."""
        if self._subject.is_long or self._subject.readings.language != "en":
            return None
        for said in standings(self._words, self._name.mentions[0]):
            holder = self._other_holder(said)
            if holder is not None:
                words = holder.standing.place.of(self._subject.readings.article.text)
                message = (
                    f"sentence {holder.sentence} says {words!r} of {holder.name.canonical!r}, "
                    f"not of {self._name.canonical!r}"
                )
                return self._made(message, [holder.place])
        return None

    def _other_holder(self, said: Standing) -> Holder | None:
        """Return the only other one whom the article calls so."""
        if said.word in _RELATIONAL or self._may_be_called(said):
            return None
        holders = self._article.holders.like(said)
        fitting = [holder for holder in holders if _is_one_title(holder.standing, said)]
        others = set(self._unsaid(holder.name for holder in fitting))
        if len(others) != 1:
            return None
        [other] = others
        if not self._may_be_taken_for(other):
            return None
        return next(holder for holder in fitting if holder.name is other)

    def _may_be_called(self, said: Standing) -> bool:
        """Tell whether the article calls the name so, or may: a word for it stands near it."""
        own = self._article.sentences_of(self._article.places_of(self._known))
        near = {number + step for number in own for step in (-1, 0, 1)}
        holders = self._article.holders
        return any(
            holders.is_called(self._known, word, said.relation) or holders.may_be_meant(word, near)
            for word in _words_for(said)
        )

    def _may_be_taken_for(self, other: Name) -> bool:
        """Tell whether the other is of the name's kind.

        A title or an age shows that it is, but for places: a town and its country have both.
        """
        kinds = {other.kind, self._known.kind}
        return "place" not in kinds or (len(kinds) == 1 and may_be_alike(other, self._known))

    @cached_property
    def _words(self) -> list[Word]:
        """The words of the statement's sentence that has the name."""
        sentence = self._statement.readings.sentences_at(self._name.mentions[0])[0]
        return read_words(self._statement.text, sentence.span)


def _words_for(said: Standing) -> set[str]:
    """Return the words for one role; the figure alone for an age."""
    rows = (set(row.split()) for row in _ONE_ROLE)
    return next((row for row in rows if said.word in row), {said.word})


def _is_one_title(told: Standing, said: Standing) -> bool:
    """Tell whether two titles of one noun are the same: no trade minister is a foreign minister."""
    if told.modifier == said.modifier:
        return True
    modifiers = {told.modifier, said.modifier}
    return "" in modifiers and modifiers.isdisjoint(_NOT_THE_SAME)
