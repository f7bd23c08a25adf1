"""The noun that a count counts, read behind its numeral without a grammar.

Units of measure and currencies are read elsewhere; they go before.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.language.figures.numerals import GAP

_WORD = re.compile(rf"(?P<join>{GAP}|-)(?P<word>[^\W\d_]+(?:['\u2019-][^\W\d_]+)*)")
_MOST_MODIFIERS: Final = 3  # "three new oil refinement stills"

_IRREGULAR_PLURALS: Final = frozenset({
    "people", "men", "women", "children", "police", "troops", "personnel", "staff", "aircraft",
    "spacecraft", "cattle", "sheep", "fish", "deer", "feet", "teeth", "mice", "geese", "lives",
    "wives", "knives", "wolves", "halves", "data", "criteria", "phenomena", "media", "firemen",
    "policemen", "gunmen", "servicemen", "fishermen", "lawmakers", "businessmen", "congressmen",
    "crewmen", "countrymen", "spokesmen", "workmen", "grandchildren", "schoolchildren", "series",
    "species", "dead", "wounded", "injured",
})  # fmt: skip
# Words behind which no noun of the count can follow, among them verbs in -s.
_STOPS: Final = frozenset({
    "a", "about", "across", "after", "again", "against", "ago", "all", "also", "always", "am",
    "among", "an", "and", "another", "any", "are", "around", "as", "at", "away", "back", "be",
    "because", "been", "before", "being", "below", "besides", "between", "but", "by", "can",
    "could", "did", "do", "does", "down", "during", "each", "either", "else", "ever", "every",
    "for", "from", "further", "had", "has", "have", "he", "hence", "her", "here", "hers", "herself",
    "him", "himself", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just",
    "later", "least", "less", "made", "may", "me", "might", "mine", "more", "most", "must", "my",
    "near", "nor", "not", "now", "of", "off", "on", "once", "only", "onto", "or", "our", "ours",
    "out", "over", "per", "perhaps", "plus", "said", "same", "says", "seems", "she", "should",
    "since", "so", "some", "still", "than", "that", "the", "their", "theirs", "them", "then",
    "there", "these", "they", "this", "those", "though", "through", "thus", "till", "times", "to",
    "today", "together", "too", "toward", "towards", "under", "unless", "until", "up", "upon", "us",
    "versus", "very", "via", "was", "we", "were", "what", "when", "where", "whether", "which",
    "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yes",
    "yesterday", "yet", "you", "your", "yours", "minus", "news", "sometimes", "plays", "gets",
    "goes", "makes", "takes",
})  # fmt: skip
_SHORTEST_PLURAL: Final = 4  # "cars"; shorter words in -s are "has", "was", "its"
_PLURAL_LOOKALIKES: Final = ("ss", "us", "is", "'s", "\u2019s")
_COMPOUNDING: Final = frozenset({
    "strong", "plus", "odd", "fold", "something", "some", "way", "sided", "faced",
})  # fmt: skip
_ADJECTIVE_ENDINGS: Final = ("al", "ary", "ble", "ed", "ful", "ic", "ish", "ive", "less", "ous")


def is_stop_word(word: str) -> bool:
    """Tell whether no noun phrase goes on behind this word."""
    return word.lower() in _STOPS


def looks_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in _IRREGULAR_PLURALS:
        return True
    return (
        len(word) >= _SHORTEST_PLURAL
        and word.endswith("s")
        and not word.endswith(_PLURAL_LOOKALIKES)
    )


def counted_noun(text: str, pos: int, *, singular: bool) -> str | None:
    """Return the lower-case noun that a numeral ending at ``pos`` counts, or None.

    The noun is the first plural within three words; a word behind a hyphen ("25-member") and,
    where ``singular`` says that the numeral is one, the next word count as well.
    """
    following: list[str] = []
    for number in range(_MOST_MODIFIERS + 1):
        match = _WORD.match(text, pos)
        if match is None:
            break
        word = match["word"]
        if is_stop_word(word):
            break
        if number == 0 and match["join"] == "-":
            return word if word.islower() and word not in _COMPOUNDING else None
        following.append(word)
        pos = match.end()
        if looks_plural(word.lower()) and (word.islower() or not _noun_follows(text, pos)):
            return word.lower()
    return _singular_noun(following) if singular else None


def _singular_noun(following: list[str]) -> str | None:
    """Return the noun after "one": the next word, or the one behind it if that is an adjective."""
    if following[1:] and following[0].endswith(_ADJECTIVE_ENDINGS):
        following = following[1:]
    return following[0] if following and following[0].islower() else None


def _noun_follows(text: str, pos: int) -> bool:
    """Tell whether a capitalised plural only modifies: the "Democrats" of "two Democrats aides"."""
    match = _WORD.match(text, pos)
    if match is None:
        return False
    word = match["word"]
    return word.islower() and looks_plural(word) and word not in _STOPS
