"""Sets right what the tagger gets wrong in news prose, by the words around: a rule a function.

The tagger was trained on whole sentences with articles, so headlines ("Rain forces delay") and
verbs without an ending ("the bank cut rates") are where it errs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.governors import BARE_INFINITIVE_VERBS
from nutgraf.language.predicates.missing_verbs import (
    OPENS_OBJECT,
    find_missing_verbs,
    is_finite,
)
from nutgraf.language.predicates.sources import ACCUSING, CLAIMING, FACTIVE
from nutgraf.language.predicates.tagger import possible_tags
from nutgraf.language.predicates.words import ET_AL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.words import Word

# Verbs with "from" and a gerund; after them and after "without" a word in -ing is a verb.
_FROM_VERBS: Final = frozenset(
    "prevent stop ban bar block keep discourage deter prohibit refrain abstain".split()  # noqa: SIM905
)
_GERUND_ENDING: Final = "ing"
_CLAIMED: Final = frozenset({"alleged", "reported", "believed", "rumoured", "said", "thought"})
_RELATIVE: Final = frozenset({"DTQ", "PNQ", "CJT"})
_PRONOUN_SUBJECTS: Final = _RELATIVE | {"PNP"}
_OBJECT_FORMS: Final = frozenset({"him", "her", "them", "us", "me"})


def may_be_past(word: Word) -> bool:
    """Tell whether a form can be a past tense."""
    return word.lower.endswith("ed") or "VVD" in possible_tags(word.lower)


def repair(words: Sequence[Word]) -> None:
    """Correct the tags of one sentence in place."""
    _signs(words)
    _et_al(words)
    _possessive(words)
    _about_number(words)
    _per_cent(words)
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
    _adjective_for_participle(words)
    _adjective_for_verb(words)
    _neither(words)
    _infinitive_after_modal(words)
    _sure(words)
    _it_ends(words)
    _as_they_note(words)
    find_missing_verbs(words)


def _signs(words: Sequence[Word]) -> None:
    """Let "#" and "*" be marks."""
    for word in words:
        if not word.tag.startswith("PU") and word.is_mark and word.text not in "%&$":
            word.tag = "PUN"


def _et_al(words: Sequence[Word]) -> None:
    """Let "Jones et al." be one name."""
    for word in words:
        if ET_AL.fullmatch(word.text):
            word.tag = "NP0"


def _possessive(words: Sequence[Word]) -> None:
    """Correct "the parents' defence": an apostrophe right behind an "s" is no quotation mark."""
    for before, word in pairwise(words):
        if word.lower == "'" and before.end == word.start and before.lower.endswith("s"):
            word.tag = "POS"


def _about_number(words: Sequence[Word]) -> None:
    """Correct "about 6,000 people": before a number it is an adverb, but not in "talks about"."""
    before = ""
    for word, following in pairwise(words):
        if word.lower in {"about", "around", "over", "some"} and following.tag == "CRD":
            word.tag = word.tag if before[:2] == "NN" else "AV0"
        before = word.tag


def _per_cent(words: Sequence[Word]) -> None:
    """Let "61 per cent" be one phrase."""
    for word, following in pairwise(words):
        if word.lower == "per" and following.lower == "cent":
            word.tag = following.tag = "NN0"


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
    bars = accuses = False
    for before, word in pairwise(words):
        bars = bars or (before.tag[:2] == "VV" and before.lemma in _FROM_VERBS)
        accuses = accuses or (before.tag[:2] == "VV" and before.lemma in ACCUSING)
        governed = before.lower == "without" or (before.lower == "from" and bars)
        governed = governed or (before.lower == "of" and accuses)
        if governed and word.tag in {"AJ0", "NN1"} and "VVG" in possible_tags(word.lower):
            word.tag = "VVG"


def _that_alone(words: Sequence[Word]) -> None:
    """Correct "withdrew that within the hour": before no clause "that" is a pronoun."""
    for number in range(1, len(words) - 1):
        verb, word, following = words[number - 1 : number + 2]
        if word.tag != "CJT" or verb.tag[:2] != "VV" or verb.lemma in CLAIMING | FACTIVE:
            continue
        if following.tag in {"PRP", "PRF", "CJC"} or following.text in ".;:":
            word.tag = "DT0"


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
    """Correct "the accused lied", "the well has": between an article and a verb it is a noun."""
    for number in range(1, len(words) - 1):
        word, following = words[number], words[number + 1]
        between = words[number - 1].tag == "AT0" and following.tag[0] == "V"
        adverb = word.tag == "AV0" and is_finite(following)  # not "the newly built dock"
        if between and (adverb or word.tag in {"VVN", "VVD", "AJ0"}):
            word.tag = "NN0"


def _infinitive_for_present(words: Sequence[Word]) -> None:
    """Correct "the producers deny": an infinitive has something before it that governs it."""
    licensed = False
    for word in words:
        governs = word.tag in {"TO0", "VM0"} or word.tag[:2] == "VD"
        if governs or (word.tag[0] == "V" and word.lemma in BARE_INFINITIVE_VERBS):
            licensed = True
        elif is_finite(word):
            licensed = False
        elif word.tag == "VVI" and not licensed and "VVB" in possible_tags(word.lower):
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


def _adjective_for_participle(words: Sequence[Word]) -> None:
    """Correct "is alleged that", "is alleged to": an adjective takes no such clause."""
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        passive = before.tag[:2] == "VB" and following.tag in {"CJT", "TO0"}
        if passive and word.tag == "AJ0" and word.lower in _CLAIMED:
            word.tag = "VVN"


def _adjective_for_verb(words: Sequence[Word]) -> None:
    """Correct "people who own boats": behind "who" and before a noun it is a verb."""
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        between = before.tag == "PNQ" and following.tag in OPENS_OBJECT
        if between and word.tag in {"AJ0", "NN1"} and "VVB" in possible_tags(word.lower):
            word.tag = "VVB"


def _neither(words: Sequence[Word]) -> None:
    """Correct "neither won nor lost": before a verb it negates that."""
    for word, following in pairwise(words):
        if word.lower == "neither" and (following.tag[0] == "V" or following.tag == "TO0"):
            word.tag = "AV0"


def _infinitive_after_modal(words: Sequence[Word]) -> None:
    """Correct "will close even if": behind a modal verb without another it is an infinitive."""
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        alone = before.tag == "VM0" and following.tag[0] not in "VX"
        if alone and word.tag in {"AV0", "AJ0", "NN1"} and "VVI" in possible_tags(word.lower):
            word.tag = "VVI"


def _sure(words: Sequence[Word]) -> None:
    """Correct "is sure the ship sank": behind a form of "be" it is no adverb."""
    for before, word in pairwise(words):
        if word.lower == "sure" and word.tag == "AV0" and before.tag[:2] == "VB":
            word.tag = "AJ0"


def _it_ends(words: Sequence[Word]) -> None:
    """Correct "says it ends": no noun in the plural follows a pronoun that is a subject."""
    claims = True
    for before, word in pairwise(words):
        subject = before.lower in {"he", "she"} or (before.lower == "it" and claims)
        if subject and word.tag == "NN2" and "VVZ" in possible_tags(word.lower):
            word.tag = "VVZ"
        claims = before.tag == "CJT" or (before.tag[:2] == "VV" and before.lemma in CLAIMING)


def _as_they_note(words: Sequence[Word]) -> None:
    """Correct "As Jones et al. note, ..."."""
    inside = False
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        inside = before.lower == "as" or (inside and before.tag in {"NP0", "NN2", "CJC"})
        claims = inside and before.lower != "as" and word.lower in CLAIMING | FACTIVE
        if claims and word.tag == "NN1" and following.text == ",":
            word.tag = "VVB"
