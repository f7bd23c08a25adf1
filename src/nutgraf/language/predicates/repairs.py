"""Sets right what the tagger gets wrong in news prose, by the words around: a rule a function.

The tagger was trained on whole sentences with articles, so headlines ("Rain forces delay") and
verbs without an ending ("the bank cut rates") are where it errs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.tagger import possible_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.words import Word

_NOUNS: Final = frozenset({"NN0", "NN1", "NN2", "NP0"})
# What can follow a verb as its object.
_OPENS_OBJECT: Final = _NOUNS | {"AT0", "DPS", "DT0", "CRD", "ORD", "AJ0", "PNP", "PNX"}
# Verbs with "from" and a gerund; after them and after "without" a word in -ing is a verb.
_FROM_VERBS: Final = frozenset(
    "prevent stop ban bar block keep discourage deter prohibit refrain abstain".split()  # noqa: SIM905
)
_GERUND_ENDING: Final = "ing"


def repair(words: Sequence[Word]) -> None:
    """Correct the tags of one sentence in place."""
    _adjective_before_infinitive(words)
    _preposition_after_be(words)
    _adjective_after_preposition(words)
    _capitals(words)
    _names(words)
    _quantity_before_verb(words)
    _no_one(words)
    _her_claim(words)
    if not any(_is_finite(word) for word in words):
        _find_verb(words)


def _is_finite(word: Word) -> bool:
    tag = word.tag
    return tag == "VM0" or (tag[0] == "V" and tag[2:] in {"Z", "D", "B"})


def _adjective_before_infinitive(words: Sequence[Word]) -> None:
    """Correct "Premier to visit": no adjective opens a sentence before "to"."""
    if len(words) > 1 and words[0].tag == "AJ0" and words[1].tag == "TO0":
        words[0].tag = "NN1"


def _preposition_after_be(words: Sequence[Word]) -> None:
    """Correct "is considering": after a form of "be" a word in -ing is no preposition."""
    for before, word in pairwise(words):
        if before.tag[:2] == "VB" and word.tag == "PRP" and word.lower.endswith(_GERUND_ENDING):
            word.tag = "VVG"


def _adjective_after_preposition(words: Sequence[Word]) -> None:
    """Correct "prevents banks from charging fees", "without charging": a gerund with its object."""
    bars = False
    for before, word in pairwise(words):
        bars = bars or (before.tag[:2] == "VV" and before.lemma in _FROM_VERBS)
        governed = before.lower == "without" or (before.lower == "from" and bars)
        if governed and word.tag in {"AJ0", "NN1"} and "VVG" in possible_tags(word.lower):
            word.tag = "VVG"


def _capitals(words: Sequence[Word]) -> None:
    """Correct "WHO says": in a sentence with small letters a word in capitals is a name."""
    if not any(word.text.islower() for word in words):
        return
    for word in words:
        if word.tag in {"PNQ", "PNP"} and len(word.text) > 1 and word.text.isupper():
            word.tag = "NP0"


def _names(words: Sequence[Word]) -> None:
    """Correct "on Twitter": amid small letters a capitalised word is no verb."""
    if sum(word.text[0].isupper() for word in words) * 2 > len(words):
        return  # a headline
    for before, word in pairwise(words):
        if word.tag[:2] == "VV" and word.text[0].isupper() and not before.is_mark:
            word.tag = "NP0"


def _quantity_before_verb(words: Sequence[Word]) -> None:
    """Correct "many are": before a verb it is a pronoun."""
    for word, following in pairwise(words):
        if word.lower in {"many", "few"} and word.tag == "AV0" and following.tag[0] == "V":
            word.tag = "DT0"


def _no_one(words: Sequence[Word]) -> None:
    """Let "no one" be a noun phrase."""
    for before, word in pairwise(words):
        if before.lower == "no" and word.lower == "one":
            word.tag = "NN1"


def _her_claim(words: Sequence[Word]) -> None:
    """Correct "Her claim that": at the start "her" is no object."""
    if len(words) > 1 and words[0].lower == "her":
        words[0].tag = "DPS"
        if words[1].tag[0] == "V" and "NN1" in possible_tags(words[1].lower):
            words[1].tag = "NN1"


def _find_verb(words: Sequence[Word]) -> None:
    """Find the verb of a sentence in which the tagger found none."""
    for number in range(1, len(words)):
        following = words[number + 1].tag if number + 1 < len(words) else "PUN"
        if words[number - 1].tag not in _NOUNS | {"PNP", "CRD"}:
            continue
        if (tag := _verb_tag(words[number], words[number - 1], following)) is not None:
            words[number].tag = tag
            return


def _verb_tag(word: Word, before: Word, following: str) -> str | None:
    """Return the tag of a word that can be the verb between a subject and what follows."""
    known = possible_tags(word.lower)
    if word.tag == "NN2" and "VVZ" in known and following in _OPENS_OBJECT:
        return "VVZ"
    if word.tag in {"NN1", "VVN", "AJ0"} and "VVD" in known and following in _OPENS_OBJECT:
        return "VVD"
    if word.tag in {"NN1", "AJ0"} and "VVN" in known and following == "PRP":
        return "VVN"
    plural = before.tag in {"NN2", "NP0"} or before.lower in {"they", "we", "you", "i"}
    if word.tag == "NN1" and plural and "VVB" in known and following in _OPENS_OBJECT | {"PUN"}:
        return "VVB"
    return None
