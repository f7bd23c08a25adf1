"""Parts of speech and dictionary forms, from the Hanover Tagger; no other module knows of it.

The tagger is a trigram model over a morphological one (Wartena 2019, "A Probabilistic Morphology
Model for German Lemmatization"); its English model gives the C5 tags of the British National
Corpus. Its 1.7 MB are read once, when first needed, in about a tenth of a second.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.tagger_model import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from HanTa.HanoverTagger import HanoverTagger

_MODEL: Final = "morphmodel_en.pgz"
# A word's analysis takes time with the square of its length and more; the end of a longer one
# tells its part of speech as well.
_LONGEST_WORD: Final = 30
_CACHED_WORDS: Final = 16_384
# Logarithms: known words lie above -18, of forms that are not known the likeliest at -22.
_LEAST_OF_THE_KNOWN: Final = -20.0
_PLURALS: Final = frozenset({"NN0", "NN2"})
_NAME: Final = "NP0"
_lock = Lock()
_loaded: list[HanoverTagger] = []


def tag(words: Sequence[str]) -> list[str]:
    """Return the C5 tags of the words and marks of one sentence, as many as there are words."""
    if not words:
        return []
    model = _model()
    return [str(one) for one in model.tag_sent([_shortened(word) for word in words], taglevel=0)]


@lru_cache(_CACHED_WORDS)
def lemma(word: str, part: str) -> str:
    """Return the dictionary form, in lower case, of a word that has this tag."""
    found, _ = _model().analyze(_shortened(word), pos=part, taglevel=1)
    return str(found).lower()


@lru_cache(_CACHED_WORDS)
def possible_tags(word: str) -> frozenset[str]:
    """Return the tags that a word can have, whatever stands beside it."""
    return frozenset(part for part, _ in _model().tag_word(_shortened(word), casesensitive=False))


@lru_cache(_CACHED_WORDS)
def is_plural_noun(word: str) -> bool:
    """Tell whether the lexicon has a word in lower case as a noun without an article: "geese"."""
    known = _known_tags(word)
    return _NAME not in known and not _PLURALS.isdisjoint(known)


@lru_cache(_CACHED_WORDS)
def is_known_word(word: str) -> bool:
    """Tell whether the lexicon has a word in lower case, and as no name."""
    known = _known_tags(word)
    return bool(known) and _NAME not in known


def _known_tags(word: str) -> set[str]:
    """Return the tags that the lexicon gives a word.

    A word that it lacks is analysed by its letters alone, which is far less likely than any that
    it has.
    """
    analyses = _model().tag_word(_shortened(word), casesensitive=False)
    return {part for part, likelihood in analyses if likelihood > _LEAST_OF_THE_KNOWN}


def _shortened(word: str) -> str:
    return word[-_LONGEST_WORD:]


def _model() -> HanoverTagger:
    with _lock:
        if not _loaded:
            model = load(_MODEL)
            # Words that its table lacks are analysed at each occurrence, nearly half of all time.
            model.analyze_forward = lru_cache(_CACHED_WORDS)(model.analyze_forward)
            _loaded.append(model)
        return _loaded[0]
