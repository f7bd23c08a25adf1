"""Finds the noun phrases of a tagged sentence: from the determiner to the head noun.

What is joined to a phrase by "of" and by "and" is added in ``chunks``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.words import Word

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

_DETERMINERS: Final = frozenset({"AT0", "DPS", "DT0"})
_NOUNS: Final = frozenset({"NN0", "NN1", "NN2", "NP0"})
_ADJECTIVES: Final = frozenset({"AJ0", "AJC", "AJS", "ORD", "CRD"})
_PARTICIPLES: Final = frozenset({"VVN", "VVG", "VVD"})
_PRONOUNS: Final = frozenset({"PNP", "PNI", "PNX", "EX0"})
# What alone makes a phrase ("this", "many", "two"), if no noun follows.
_ALONE: Final = frozenset({"DT0", "CRD", "ORD"})
NEGATIVE: Final = frozenset(
    {"no", "none", "nobody", "no-one", "nothing", "neither", "nowhere", "noone"}
)
_TIME_NOUNS: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December today yesterday tomorrow tonight morning "
    "afternoon evening night day week weekend month quarter year decade century hour minute second "
    "time times days weeks months years hours minutes decades summer winter spring autumn "
    "moment".split()
)
_CURRENCIES: Final = "$\u20ac\u00a3"
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
_TIME_OPENERS: Final = frozenset(
    "last next this that every each one two three four five six seven eight nine ten several many "
    "some a an the all earlier later late early following previous same past coming first monday "
    "tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase; ``first`` and ``last`` are the numbers of its words.

    Attributes:
        heads: First and last word of each head, one for each phrase joined by "and".
        negative: Whether it begins with "no", "neither" and the like.
        nearest: The last phrase joined by "of", whom "who" and "that" describe.
        temporal: Whether it only says when ("last week", "Friday").
        pronoun: Whether it is a pronoun.
    """

    first: int
    last: int
    heads: list[tuple[int, int]] = field(default_factory=list)
    negative: bool = False
    temporal: bool = False
    pronoun: bool = False
    nearest: Phrase | None = None


def read_phrase(words: Sequence[Word], at: int) -> Phrase | None:
    """Read the noun phrase that begins at a word; None where none does."""
    tag = words[at].tag
    if tag in _PARTICIPLES and not _is_bare_modifier(words, at):
        return None
    if tag in _PRONOUNS or (tag in _ALONE and words[at].lower in NEGATIVE):
        negative = words[at].lower in NEGATIVE
        if tag in _PRONOUNS or not _goes_on(words, at + 1):
            return Phrase(at, at, [(at, at)], negative=negative, pronoun=True)
    last, head = _extent(words, at)
    if head is None:
        return Phrase(at, at, [(at, at)], pronoun=True) if tag in _ALONE else None
    negative = words[at].lower in NEGATIVE
    phrase = Phrase(at, last, [_head(words, at, head)], negative=negative)
    phrase.temporal = _is_time(words, phrase)
    return phrase


def _is_bare_modifier(words: Sequence[Word], at: int) -> bool:
    """Tell whether a participle without a determiner belongs to a noun ("visit FLOODED valley")."""
    after_verb = at > 0 and words[at - 1].tag in {"VVI", "VVZ", "VVD", "PRP"}
    follows = words[at + 1].tag if at + 1 < len(words) else ""
    return words[at].tag == "VVN" and after_verb and follows in {"NN1", "NN2"}


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].tag in _NOUNS | _ADJECTIVES


def _extent(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """Return the last word of the phrase that begins here and its head noun."""
    last, head, index = at, None, at
    while index < len(words) and not _ends_before(words, at, index, head):
        if words[index].tag in _NOUNS:
            last = head = index
        elif words[index].tag == "CRD" and head == index - 1:
            last = index
        index += 1
    if head is None and index > at + 1 and words[at].tag in _DETERMINERS:
        adjectives = [n for n in range(at, index) if words[n].tag in {"AJ0", "ORD", "CRD"}]
        if adjectives:
            last = head = adjectives[-1]  # "the poor", "a final"
    return last, head


def _ends_before(words: Sequence[Word], at: int, index: int, head: int | None) -> bool:
    """Tell whether the phrase that begins at ``at`` ends before the word at ``index``."""
    tag = words[index].tag
    if tag in _DETERMINERS:
        return head is not None or (index > at and words[index - 1].tag not in _DETERMINERS)
    if head is not None and _opens_anew(words, index):
        return True
    if tag == "CRD" and head is not None and words[index - 1].tag != "POS":
        return not _is_numbered(words, at, index)
    inside = tag in _NOUNS or (tag == "POS" and head is not None)
    return not inside and not _modifies(words, at, index, head)


def _opens_anew(words: Sequence[Word], index: int) -> bool:
    """Tell whether another phrase begins: "met the unions NEXT WEEK", "fines bank $3M"."""
    if words[index].text[0] in _CURRENCIES:
        return True
    if words[index - 1].tag in {"POS", "PRP"}:
        return False
    if words[index].lower in _DAYS:
        return True
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower in _TIME_OPENERS and following in _TIME_NOUNS


def _modifies(words: Sequence[Word], at: int, index: int, head: int | None) -> bool:
    """Tell whether a word that is neither noun nor determiner can stand inside the phrase."""
    tag, before = words[index].tag, words[index - 1].tag if index > at else ""
    if tag in _ADJECTIVES:
        return head is None or before in {"POS", "AV0"} or _before_noun(words, index)
    if index == at:
        return tag == "VVN"
    inside = before in _DETERMINERS or before in _ADJECTIVES or before in {"POS", "AV0"}
    if tag in _PARTICIPLES:
        return inside and head in (None, index - 2) and _before_noun(words, index)
    if tag == "AV0":
        return (before in _DETERMINERS or before == "POS") and _before_modifier(words, index)
    return tag == "CJC" and head is None and before in _ADJECTIVES and _before_noun(words, index)


def _before_noun(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1].tag if index + 1 < len(words) else ""
    return following in _NOUNS or following in {"AJ0", "AJC", "AJS"}


def _is_numbered(words: Sequence[Word], at: int, index: int) -> bool:
    """Tell whether a number belongs to the name before it: "Halo 2", "the Halo 2 battery".

    Behind "the" it does not count the one thing that follows.
    """
    if not _before_noun(words, index):
        return words[index - 1].tag == "NP0"
    last = index
    while _before_noun(words, last):
        last += 1
    is_named = words[index - 1].text[0].isupper() and words[at].tag in _DETERMINERS
    return is_named and words[last].tag == "NN1"


def _before_modifier(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1].tag if index + 1 < len(words) else ""
    return following in _PARTICIPLES or following in _ADJECTIVES


def _head(words: Sequence[Word], first: int, head: int) -> tuple[int, int]:
    """Return the head: the last noun, or the whole run of proper names it ends."""
    start = head
    while words[head].tag == "NP0" and start > first and words[start - 1].tag == "NP0":
        start -= 1
    return start, head


def _is_time(words: Sequence[Word], phrase: Phrase) -> bool:
    if words[phrase.last].text not in _TIME_NOUNS:
        return False
    between = words[phrase.first : phrase.last]
    return all(word.lower in _TIME_OPENERS or word.tag in {"CRD", "ORD"} for word in between)
