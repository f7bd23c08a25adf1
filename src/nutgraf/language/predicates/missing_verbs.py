"""Finds the verb of a clause in which the tagger saw none: "Farmers block road", "says cases rose".

A form that is a noun or an adjective to the tagger may be a verb as well ("block", "rose", "fine");
where a clause has no other, and a noun stands before it, it is taken for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.sources import CLAIMING, FACTIVE
from nutgraf.language.predicates.tagger import possible_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.language.predicates.words import Word

_NOUNS: Final = frozenset({"NN0", "NN1", "NN2", "NP0"})
# What can follow a verb as its object.
OPENS_OBJECT: Final = _NOUNS | {"AT0", "DPS", "DT0", "CRD", "ORD", "AJ0", "PNP", "PNX"}
_SUBJECTS: Final = frozenset({"AT0", "DPS", "NP0", "NN2"})
_RELATIVE: Final = frozenset({"DTQ", "PNQ", "CJT"})
_BARE: Final = frozenset({"VVB", "VVI"})
_ENDS: Final = frozenset(".;:?!")
# Verbs of saying that hardly have a noun as object: what follows them is a clause.
_WITH_CLAUSE: Final = frozenset("say insist think argue reckon hope contend complain".split())  # noqa: SIM905


def find_missing_verbs(words: Sequence[Word]) -> None:
    """Correct in place the tag of a verb where a clause has none."""
    main = _main_part(words)
    if not _has_verb(main):
        _find_verb(main, sure=False)
    for part in _claimed_parts(words):
        if not _has_verb(part):
            _find_verb(part, sure=True)


def is_finite(word: Word) -> bool:
    """Tell whether a word is tagged as a verb that has a tense."""
    tag = word.tag
    return tag == "VM0" or (tag[0] == "V" and tag[2:] in {"Z", "D", "B"})


def _has_verb(words: Sequence[Word]) -> bool:
    """Tell whether a verb has a tense, relative clauses aside ("clients WHO PAY late")."""
    before = ""
    for word in words:
        if is_finite(word) and before not in _RELATIVE:
            return True
        before = word.tag if word.tag != "AV0" else before
    return False


def _main_part(words: Sequence[Word]) -> Sequence[Word]:
    """Return what should have a verb: all, or what stands behind an opening clause."""
    comma = next((n for n, word in enumerate(words) if word.text == ","), None)
    opened = words[0].tag in {"CJS", "PRP", "AVQ"} if words else False
    if comma is None or not opened or words[min(comma + 1, len(words) - 1)].tag not in _SUBJECTS:
        return words
    return words[comma + 1 :]


def _claimed_parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield what stands behind "argued that" and behind "says" up to where a clause may end."""
    for number in range(1, len(words) - 1):
        verb, following = words[number], words[number + 1]
        if verb.tag[:2] != "VV":
            continue
        if following.tag == "CJT" and verb.lemma in CLAIMING | FACTIVE:
            yield _up_to_end(words, number + 2)
        elif verb.lemma in _WITH_CLAUSE and not words[number - 1].is_mark:
            yield _up_to_end(words, number + 1)


def _up_to_end(words: Sequence[Word], start: int) -> Sequence[Word]:
    end = start
    while end < len(words) and words[end].text not in _ENDS:
        behind = words[end + 1].tag if end + 1 < len(words) else ""
        if words[end].text == "," and behind == "CJC":
            break
        end += 1
    return words[start:end]


def _find_verb(words: Sequence[Word], *, sure: bool) -> None:
    """Give the first word that may be the verb the tag of one.

    Args:
        words: The words of the clause.
        sure: Whether it is known to be a clause; else it may be a title or a list.
    """
    for number in range(1, len(words)):
        following = words[number + 1].tag if number + 1 < len(words) else "PUN"
        before = words[number - 1]
        noun = before.tag == "AJ0" and "NN1" in possible_tags(before.lower)
        if before.tag not in _NOUNS | {"PNP", "CRD"} and before.text != "," and not noun:
            continue
        if (tag := _verb_tag(words[number], before, following, sure=sure)) is not None:
            words[number].tag = tag
            before.tag = "NN1" if noun else before.tag
            return


def _verb_tag(word: Word, before: Word, following: str, *, sure: bool) -> str | None:
    """Return the tag of a word that can be the verb between a subject and what follows."""
    known = possible_tags(word.lower)
    ends = sure and following in {"PUN", "PRP", "AV0"}
    if word.tag == "NN2" and "VVZ" in known and (following in OPENS_OBJECT or ends):
        return "VVZ"
    if word.tag in {"NN1", "VVN", "AJ0"} and "VVD" in known and (following in OPENS_OBJECT or ends):
        return "VVD"
    return "VVB" if _is_bare_form(word, before, following) else None


def _is_bare_form(word: Word, before: Word, following: str) -> bool:
    """Tell whether a word is a verb behind a plural ("Farmers BLOCK road", "Banks FINE us")."""
    known = possible_tags(word.lower)
    if before.tag == "NN2" or (before.tag == "NP0" and "NN2" in possible_tags(before.lower)):
        adjective = word.tag == "AJ0" and following in {"NN2", "AT0", "DPS", "CRD"}
        noun = word.tag == "NN1" and following in OPENS_OBJECT | {"PUN"}
        return (adjective or noun) and not _BARE.isdisjoint(known)
    plural = before.tag == "NP0" or before.lower in {"they", "we", "you", "i"}
    noun = word.tag == "NN1" and following in OPENS_OBJECT | {"PUN"}
    return plural and noun and "VVB" in known
