"""Sets right what the tagger gets wrong in news prose, by the words around: a rule a function.

The tagger was trained on whole sentences with articles, so headlines ("Rain forces delay") and
verbs without an ending ("the bank cut rates") are where it errs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.governors import BARE_INFINITIVE_VERBS
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


# A subject may stand between a modal and its infinitive ("Will the new owners of the port SELL").
_REACH_OF_MODAL: Final = 10
_RELATIVE: Final = frozenset({"DTQ", "PNQ", "CJT"})
_PRONOUN_SUBJECTS: Final = _RELATIVE | {"PNP"}
_OBJECT_FORMS: Final = frozenset({"him", "her", "them", "us", "me"})


def may_be_past(word: Word) -> bool:
    """Tell whether a form can be a past tense."""
    return word.lower.endswith("ed") or "VVD" in possible_tags(word.lower)


def repair(words: Sequence[Word]) -> None:
    """Correct the tags of one sentence in place."""
    _adjective_before_infinitive(words)
    _preposition_after_be(words)
    _adjective_after_preposition(words)
    _that_alone(words)
    _participle_for_past(words)
    _participle_for_noun(words)
    _infinitive_for_present(words)
    _capitals(words)
    _names(words)
    _quantity_before_verb(words)
    _no_one(words)
    _her_claim(words)
    _used_to(words)
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


def _that_alone(words: Sequence[Word]) -> None:
    """Correct "withdrew that within the hour": before no clause "that" is a pronoun."""
    for word, following in pairwise(words):
        if word.tag == "CJT" and following.tag in {"PRP", "PRF", "CJC", "PUN"}:
            word.tag = "DT0" if following.text != "," else word.tag


def _participle_for_past(words: Sequence[Word]) -> None:
    """Correct "it paid", "who rented": behind a pronoun subject a past tense needs no auxiliary."""
    before = ""
    for word in words:
        if word.tag == "VVN" and may_be_past(word) and before in _PRONOUN_SUBJECTS:
            word.tag = "VVD"
        if word.tag != "AV0":
            nominative = word.tag == "PNP" and word.lower not in _OBJECT_FORMS
            before = word.tag if nominative or word.tag in _RELATIVE else ""


def _participle_for_noun(words: Sequence[Word]) -> None:
    """Correct "the accused lied": between an article and a verb it is a noun."""
    for number in range(1, len(words) - 1):
        between = words[number - 1].tag == "AT0" and words[number + 1].tag[0] == "V"
        if between and words[number].tag in {"VVN", "VVD", "AJ0"}:
            words[number].tag = "NN0"


def _infinitive_for_present(words: Sequence[Word]) -> None:
    """Correct "the producers deny": an infinitive has something before it that governs it."""
    licensed = 0
    for word in words:
        licensed -= 1
        governs = word.tag in {"TO0", "VM0", "CJC", "CJT"} or word.tag[:2] == "VD"
        if governs or (word.tag[0] == "V" and word.lemma in BARE_INFINITIVE_VERBS):
            licensed = _REACH_OF_MODAL
        elif word.tag == "VVI" and licensed <= 0 and "VVB" in possible_tags(word.lower):
            word.tag = "VVB"


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
        inside = not before.is_mark or before.text == ","
        if word.tag[:2] == "VV" and word.text[0].isupper() and inside:
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


def _used_to(words: Sequence[Word]) -> None:
    """Correct "used to be": after no form of "be" or "have" it is a past tense."""
    for number in range(1, len(words) - 1):
        used = words[number].lower == "used" and words[number].tag == "VVN"
        if used and words[number + 1].tag == "TO0" and words[number - 1].tag[0] != "V":
            words[number].tag = "VVD"


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
