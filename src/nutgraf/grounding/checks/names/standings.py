"""What the words beside a name call it: its title and its age.

"The conductor Ada Lind", "Ada Lind, 42, a conductor" and "Ada Lind was a conductor" give her the
same title. Only the words right beside a name are read, by their parts of speech: apposition as in
Quirk et al., A Comprehensive Grammar of the English Language (1985), 17.65.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.language.predicates.words import Word


class Relation(StrEnum):
    """What a word beside a name is to it."""

    TITLE = "title"  # "the conductor ADA LIND"
    AGE = "age"  # "ADA LIND, 42,"


@dataclass(frozen=True, slots=True)
class Standing:
    """One relation of a name.

    Attributes:
        relation: Which.
        word: The noun of a title, in its dictionary form; the figure of an age.
        modifier: The noun or adjective before that noun ("trade" minister); empty for none.
        place: Where the word stands in the text.
    """

    relation: Relation
    word: str
    modifier: str
    place: Span


# Tags of the C5 set.
_NOUNS: Final = frozenset({"NN0", "NN1", "NN2"})
_OPENERS: Final = frozenset({"AT0", "DPS"})
_MODIFIERS: Final = frozenset({"AJ0", "AJC", "AJS", "ORD", "CRD", "NP0", "VVN", "VVG"}) | _NOUNS
_TELLING: Final = _NOUNS | {"AJ0", "DT0", "AV0"}  # "trade", "foreign", and "former" as tagged
# What may stand behind a noun phrase that ends there: a mark, "of", "who", "and".
_ENDS: Final = frozenset({"PUN", "PRF", "PRP", "PNQ", "CJC", "DTQ"})
_LINKS: Final = frozenset({"of", "for", "at"})
_BEING: Final = frozenset({"is", "was", "became"})
_YEARS_OLD: Final = "-year-old"
_AGE_DIGITS: Final = 3
_AGE_REACH: Final = 3  # words


def standings(words: Sequence[Word], name: Span) -> Iterator[Standing]:
    """Yield the relations of a name to the words right beside it.

    Args:
        words: The tagged words of its sentence.
        name: Where it stands.
    """
    first = bisect_left(words, name.start, key=lambda word: word.start)
    behind = bisect_left(words, name.end, key=lambda word: word.start)
    if first < behind:
        beside = _Beside(words, first, behind)
        yield from beside.before()
        yield from beside.after()


class _Beside:
    """The words of a sentence around those of a name."""

    def __init__(self, words: Sequence[Word], first: int, behind: int) -> None:
        self._words = words
        self._first = first
        self._behind = behind

    def before(self) -> Iterator[Standing]:
        """Yield what the words before the name say of it."""
        at = start = self._first - 1
        while self._tag(start) in _MODIFIERS - {"NP0"}:
            start -= 1
        yield from self._years(start + 1, at + 1)
        if self._tag(at) in _NOUNS - {"NN2"}:
            yield self._title(at)
        elif self._low(at) == "," and self._low(self._behind) in {",", ".", ""}:
            yield from self._role_before(at - 1)

    def after(self) -> Iterator[Standing]:
        """Yield what the words behind the name say of it."""
        at = self._behind
        if self._low(at) == ",":
            yield from self._apposed(at + 1)
        elif self._low(at) in _BEING and self._tag(at + 1) == "AT0":
            yield from self._role_at(at + 1)

    def _apposed(self, at: int) -> Iterator[Standing]:
        """Read "ADA LIND, 42, the chief of the port"."""
        age = self._low(at)
        if age.isdigit() and len(age) <= _AGE_DIGITS and self._low(at + 1) in {",", "."}:
            yield Standing(Relation.AGE, age, "", self._words[at].span)
            at += 2
        yield from self._years(at, at + _AGE_REACH)
        yield from self._role_at(at)

    def _years(self, first: int, end: int) -> Iterator[Standing]:
        """Read "42-year-old"."""
        for word in self._words[first:end]:
            age = word.lower.removesuffix(_YEARS_OLD)
            if age != word.lower and age.isdigit():
                yield Standing(Relation.AGE, age, "", word.span)

    def _role_before(self, end: int) -> Iterator[Standing]:
        """Read "The head of the port, ADA LIND,", which no preposition may govern."""
        start = end + 1
        while self._may_be_of_role(start - 1):
            start -= 1
        if self._tag(start - 1) == "PRP":
            return
        links = (at for at in range(start, end + 1) if self._low(at) in _LINKS)
        head = next(links, end + 1) - 1
        if head >= start and self._tag(head) in _NOUNS:
            yield self._title(head)

    def _may_be_of_role(self, at: int) -> bool:
        return self._tag(at) in _MODIFIERS | _OPENERS | {"POS"} or self._low(at) in _LINKS

    def _role_at(self, at: int) -> Iterator[Standing]:
        """Read "a conductor", "Arden's chief executive" and "founder of the port"."""
        start = at
        while self._tag(at) in _MODIFIERS | {"POS"} or (at == start and self._tag(at) in _OPENERS):
            at += 1
        if at == start or self._tag(at - 1) not in _NOUNS:
            return
        opened = any(self._tag(n) in _OPENERS | {"POS"} for n in range(start, at))
        if self._tag(at) == "PRF" or (opened and self._tag(at) in _ENDS):
            yield self._title(at - 1)

    def _title(self, at: int) -> Standing:
        word, before = self._words[at], at - 1
        modifier = self._words[before].lemma if self._tag(before) in _TELLING else ""
        return Standing(Relation.TITLE, word.lemma, modifier, word.span)

    def _tag(self, at: int) -> str:
        return self._words[at].tag if 0 <= at < len(self._words) else "PUN"

    def _low(self, at: int) -> str:
        return self._words[at].lower if 0 <= at < len(self._words) else ""
