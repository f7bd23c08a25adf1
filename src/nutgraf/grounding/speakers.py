"""Whether two names or descriptions of a speaker can stand for the same one.

Who says a quotation is read in ``nutgraf.language.quotations``. Here doubt counts for "the same":
a role ("the mayor") is whoever the article puts it beside, and a body is whoever speaks for it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.grounding.spelling import are_spelt_alike
from nutgraf.language.names.given_names import FEMALE_NAMES, MALE_NAMES
from nutgraf.language.quotations.cast import is_pronoun
from nutgraf.language.quotations.words import (
    DETERMINERS,
    GENDER_WORDS,
    HE,
    PREPOSITIONS,
    PRONOUNS,
    SHE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.occurrences import Occurrences
    from nutgraf.language.names import Name
    from nutgraf.language.readings import Readings

_WORD = re.compile(r"[^\W_]+(?:[-'\u2019.][^\W_]+)*")
_BESIDE = 80  # code points beside a name in which its titles and appositions stand
_SIDE_BY_SIDE = 48
_MENTIONS = 40  # of one name that are looked at
# "The workers' union Samen"
_TITLED = re.compile(
    r"(?P<title>(?:(?:The|An?) )?(?:[a-z][\w'\u2019-]*\s+)+)"
    r"(?P<name>[A-Z][\w.'\u2019-]*(?:\s+[A-Z][\w.'\u2019-]*)*)"
)
_STOP = re.compile(r"[^\W\d_]{5,}[.!?]\s|;\s")  # no abbreviation; items of a list are not split
_SPEAKING = frozenset({"person", "organization"})
_DEFINITE = frozenset({"the", "their", "its", "our"})
_PARTING = frozenset("and or but if that whether while because although than".split())  # noqa: SIM905
_NO_ONE = frozenset(
    "someone somebody everyone everybody nobody one others some many critics people".split()  # noqa: SIM905
)


class Speakers:
    """Tells the speakers of one article apart."""

    def __init__(self, readings: Readings, occurrences: Occurrences) -> None:
        self._readings = readings
        self._text = readings.article.text
        self._occurrences = occurrences

    def differ(self, given: str, named: str, printed: str) -> bool:
        """Tell whether somebody is certainly not the one whom the article names.

        Args:
            given: Who is said to speak, as a summary puts it.
            named: Who speaks in the article: a name of it, or words of it.
            printed: The words by which the article says so, beside what is spoken.
        """
        says_so = is_name(printed) or not is_name(given)
        if _may_be_one(given, named) or (says_so and _overlap(given, printed)):
            return False
        ours, theirs = self.named(given), self.named(named)
        if ours is not None and theirs is not None:
            return self._are_two(ours, theirs)
        return self._are_others(given, ours, named, theirs)

    def _are_others(self, given: str, ours: Name | None, named: str, theirs: Name | None) -> bool:
        """Tell whether a speaker is certainly not another, if one of them is no name that was read.

        Args:
            given: Who is said to speak.
            ours: The name of the article that this is, if it is one.
            named: Who speaks in the article.
            theirs: The name that this is, if it is one.
        """
        if _is_nothing_but_a_name(given) and _is_nothing_but_a_name(named):
            return self._are_apart(self._places(given), self._places(named))
        if theirs is not None:
            return not is_name(given) and self._is_a_role_of_others(given, theirs)
        if ours is not None:
            # "A student", "their coach": whoever that is, the article may name him elsewhere.
            definite = named.split(maxsplit=1)[0].casefold() in _DEFINITE
            return (
                definite and _may_be_a_person(ours) and not self._stands_beside(ours, _head(named))
            )
        # Two descriptions, no clause: the article must have somebody of the given one who speaks.
        if is_name(given) or not _PARTING.isdisjoint(given.casefold().split()):
            return False
        speakers = (q.speaker for q in self._readings.quotations if q.speaker)
        return any(_overlap(given, other) for other in speakers)

    def are_one(self, given: str, named: str) -> bool:
        """Tell whether two names are certainly those of one person or body of the article."""
        ours = self.named(given)
        return ours is not None and ours == self.named(named)

    def named(self, words: str) -> Name | None:
        """Return the article's name that some words are or end in ("Mayor Elsa Varga")."""
        titled = _TITLED.fullmatch(words)
        is_titled = titled is not None and PREPOSITIONS.isdisjoint(titled["title"].split())
        spans = self._occurrences.of_name(titled["name"] if titled and is_titled else words)
        if not spans or not is_name(words):
            return None
        names, places, first = self._readings.names, frozenset(spans), spans[0]
        whole = (name for name in names if not places.isdisjoint(name.mentions))
        longer = (name for name in names if any(m.contains(first) for m in name.mentions))
        return next(whole, None) or next(longer, None)

    def is_role_of_another(self, given: str, role: str) -> bool:
        """Tell whether one other person alone has the role that is printed ("the treasurer")."""
        ours = self.named(given)
        if is_name(role) or is_pronoun(role) or ours is None or not _may_be_a_person(ours):
            return False
        head = _head(role)
        bearers = [name for name in self._people if self._bears(name, head)]
        return len(bearers) == 1 and bearers[0] != ours and not self._stands_beside(ours, head)

    def _bears(self, name: Name, role: str) -> bool:
        """Tell whether a role is set beside a name: "the treasurer, Ida Berg", "Berg, a judge"."""
        noun = re.escape(role)
        before = re.compile(rf"\b{noun},? \Z", re.IGNORECASE)
        after = re.compile(rf",? (?:(?:is|was) )?(?:[\w'\u2019-]+ ){{0,4}}{noun}\b", re.IGNORECASE)
        return any(
            before.search(self._text, max(0, span.start - _BESIDE), span.start)
            or after.match(self._text, span.end, span.end + _BESIDE)
            for span in name.mentions[:_MENTIONS]
        )

    def _are_two(self, ours: Name, theirs: Name) -> bool:
        if ours == theirs:
            return False
        if _is_full(ours) and _is_full(theirs) and ours.kind == theirs.kind:
            return ours.kind in ("person", "organization")
        return self._are_apart(
            ours.mentions,
            theirs.mentions,
            are_bodies=may_be_a_body(ours) and may_be_a_body(theirs),
        )

    def _are_apart(
        self, ours: Sequence[Span], theirs: Sequence[Span], *, are_bodies: bool = False
    ) -> bool:
        """Tell whether two are named, but never side by side.

        A person speaks for a body, a body for a place, where they are. Of two bodies that "and"
        joins, or that stand in clauses of their own, neither speaks for the other.
        """
        return bool(ours and theirs) and not any(
            one.start < other.end + _SIDE_BY_SIDE
            and other.start < one.end + _SIDE_BY_SIDE
            and not (are_bodies and self._are_parted(*sorted((one, other))))
            for one in ours[:_MENTIONS]
            for other in theirs[:_MENTIONS]
        )

    def _are_parted(self, first: Span, second: Span) -> bool:
        """Tell whether two near names stand in clauses of their own, or are joined as equals."""
        between = self._text[first.end : max(first.end, second.start)]
        words = {word.casefold() for word in _WORD.findall(between)}
        return bool(_STOP.search(between)) or not _PARTING.isdisjoint(words)

    def _places(self, name: str) -> tuple[Span, ...]:
        """Return where a name stands that need not have been read as one."""
        return self._occurrences.of_name(name) or self._occurrences.of_words(name)

    def is_named_within(self, given: str, stretch: Span) -> bool:
        """Tell whether a stretch of the article names somebody, or may mean them by a role."""
        return any(stretch.contains(span) for span in self._occurrences.of_name(given))

    def is_left_to_others(self, given: str, stretch: Span) -> bool:
        """Tell whether a stretch names others who may speak, but not whoever is given."""
        name = self.named(given)
        # Of what speaks by the statement it says little that it was read as "other".
        if name is None or name.kind == "place" or self.is_named_within(given, stretch):
            return False
        others = (one for one in self._speaking if not _overlap(given, one.canonical))
        return any(stretch.contains(span) for one in others for span in one.mentions)

    @cached_property
    def _speaking(self) -> tuple[Name, ...]:
        return tuple(name for name in self._readings.names if name.kind in _SPEAKING)

    def _is_a_role_of_others(self, role: str, somebody: Name) -> bool:
        """Tell whether the article puts a role beside other people, and never beside this one."""
        head = _head(role)
        if self._stands_beside(somebody, head):
            return False
        return any(self._stands_beside(name, head) for name in self._people)

    def _stands_beside(self, name: Name, head: str) -> bool:
        """Tell whether a word stands near a mention of a name, in the same sentence."""
        return any(head in self._words_beside(span) for span in name.mentions[:_MENTIONS])

    def _words_beside(self, mention: Span) -> set[str]:
        [sentence, *_] = self._readings.sentences_at(mention)
        start = max(sentence.span.start, mention.start - _BESIDE)
        end = min(sentence.span.end, mention.end + _BESIDE)
        return {word.casefold() for word in _WORD.findall(self._text[start:end])}

    @cached_property
    def _people(self) -> tuple[Name, ...]:
        return tuple(name for name in self._readings.names if name.kind == "person")


def _is_full(name: Name) -> bool:
    """Tell whether a name has more than one word; of a single one the kind is less certain."""
    return len(name.canonical.split()) > 1


def may_be_a_body(name: Name) -> bool:
    """Tell whether a name can be a body's: one word may have been read as a person's."""
    return name.kind != "place" and (name.kind != "person" or not _is_full(name))


def _may_be_a_person(name: Name) -> bool:
    """Tell whether a name can be a person's, of which two words are not always known for one."""
    return name.kind == "person" or (name.kind == "other" and _is_full(name))


def sexes_differ(given: str, pronoun: str) -> bool:
    """Tell whether "he" or "she" cannot stand for somebody with this name."""
    words = _WORD.findall(given)
    kind = PRONOUNS.get(pronoun.casefold())
    if kind not in (HE, SHE) or not words:
        return False
    told = GENDER_WORDS.get(words[0].casefold())
    if told is None and (words[0] in MALE_NAMES) != (words[0] in FEMALE_NAMES):
        told = HE if words[0] in MALE_NAMES else SHE
    return told is not None and told != kind


def _is_nothing_but_a_name(words: str) -> bool:
    """Tell a bare name from one with a role ("a spokesman for the Port Authority")."""
    return is_name(words) and not _titles(words)


def _may_be_one(given: str, named: str) -> bool:
    return _may_be_anybody(given) or _may_be_anybody(named) or _overlap(given, named)


def _may_be_anybody(words: str) -> bool:
    content = _content(words)
    return not content or content <= _NO_ONE or is_pronoun(words)


def is_name(words: str) -> bool:
    """Tell a name, with or without a title, from a description ("the mayor")."""
    found = _WORD.findall(words)
    return bool(found) and found[-1][0].isupper()


def _head(description: str) -> str:
    """Return the noun that a description is built on: "spokesman" of "a spokesman for the port"."""
    words = [word[0].casefold() for word in _WORD.finditer(description)]
    words = words[1:] if words[0] in DETERMINERS else words
    upto = next((n for n, word in enumerate(words) if n and word in PREPOSITIONS), len(words))
    return words[upto - 1]


def _overlap(one: str, other: str) -> bool:
    """Tell whether two ways to name somebody share a word that says who it is.

    Two full names that share a surname or a given name only are two.
    """
    ours, theirs = _content(one), _content(other)
    shared = ours & theirs
    if not shared:
        return _misspelt(one, other)
    full = min(len(ours), len(theirs)) > 1 and is_name(one) and is_name(other)
    if not full or len(shared) > 1 or _titles(one) or _titles(other):
        return True
    return _misspelt(one, other)


def _misspelt(one: str, other: str) -> bool:
    """Tell whether two surnames are most likely one, since articles misspell names as well."""
    ours, theirs = (_WORD.findall(words)[-1].casefold() for words in (one, other))
    return are_spelt_alike(ours, theirs)


def _titles(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if word[0].islower()]


def _content(words: str) -> frozenset[str]:
    found = (w.casefold().removesuffix("'s").removesuffix("\u2019s") for w in _WORD.findall(words))
    return frozenset(w for w in found if w not in DETERMINERS and w not in PREPOSITIONS)
