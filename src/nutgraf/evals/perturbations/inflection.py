"""Forms of English verbs, from a dictionary: the one module that knows lemminflect."""

from __future__ import annotations

from functools import lru_cache

# The library has no types.
from lemminflect import (  # type: ignore[import-untyped]
    getAllLemmas,
    getInflection,
)


@lru_cache(maxsize=8192)
def verb_of(word: str) -> str | None:
    """Return the base form of what can be a verb, or None; of several the most common."""
    lemmas = getAllLemmas(word.lower(), upos="VERB").get("VERB", ())
    return str(lemmas[0]) if lemmas else None


@lru_cache(maxsize=8192)
def is_noun_too(word: str) -> bool:
    """Tell whether a word can also be a noun or an adjective."""
    found = getAllLemmas(word.lower())
    return "NOUN" in found or "ADJ" in found


@lru_cache(maxsize=8192)
def past(verb: str) -> str:
    """Return the past tense of a verb in its base form."""
    return str(getInflection(verb, tag="VBD")[0])


@lru_cache(maxsize=8192)
def forms(verb: str, tag: str) -> tuple[str, ...]:
    """Return the forms of a verb with a Penn Treebank tag (VBD, VBN, VBZ, VBG)."""
    return tuple(str(form) for form in getInflection(verb, tag=tag))


def is_form(word: str, tag: str) -> bool:
    """Tell whether a word can be a verb in this form."""
    verb = verb_of(word)
    return verb is not None and word.lower() in forms(verb, tag)


def is_base(word: str) -> bool:
    """Tell whether a word can be a verb in its base form."""
    return verb_of(word) == word.lower()
