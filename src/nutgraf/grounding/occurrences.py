"""Where a name or an expression occurs in the article, variants of names included."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.article import Span
    from nutgraf.language.names import Name
    from nutgraf.language.readings import Readings

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*\.?")
_SHORT_WORD = 3  # "of", "de", "the": too common to tell one name from another


class Occurrences:
    """Finds names and expressions in one article."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def of_words(self, words: str) -> tuple[Span, ...]:
        """Return where these words stand as words, whatever their case, in reading order."""
        return self._readings.folded_without_case.find_all(words, words=True)

    def has_word(self, word: str) -> bool:
        """Tell whether a word occurs at all, which takes less time than finding it everywhere."""
        return self._readings.folded_without_case.find(word, words=True) is not None

    def of_name(self, name: str) -> tuple[Span, ...]:
        """Return where a name occurs, in reading order; empty where it does not.

        It occurs as one of the names that were read in the article, with all their variants; or as
        printed; or with a title or description before it ("Russian President Vladimir Putin"), if
        the article has the name proper and every other word of it.
        """
        known = self._forms.get(_folded_words(name))
        if known is not None:
            return known.mentions
        printed = self.of_words(name)
        if printed:
            return printed
        inner = self._longest_name_inside(name)
        if inner is None or not self._all_words_occur(name):
            return ()
        return inner.mentions

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], Name]:
        """Every printed form of every name that was read, the names that come first winning."""
        text = self._readings.article.text
        forms: dict[tuple[str, ...], Name] = {}
        for name in self._readings.names:
            for form in (name.canonical, *(span.of(text) for span in name.mentions)):
                forms.setdefault(_folded_words(form), name)
        forms.pop((), None)
        return forms

    def _longest_name_inside(self, name: str) -> Name | None:
        words = set(_folded_words(name))
        inside = [form for form in self._forms if set(form) <= words]
        return self._forms[max(inside, key=len)] if inside else None

    def _all_words_occur(self, name: str) -> bool:
        words = (w for w in _folded_words(name) if len(w) > _SHORT_WORD)
        return all(self.has_word(word) for word in words)


def _folded_words(name: str) -> tuple[str, ...]:
    words = (
        match[0].rstrip(".").casefold() for match in _WORD.finditer(name.replace("\u2019", "'"))
    )
    stripped = (word.removesuffix("'s") for word in words)
    return tuple(word for word in stripped if word != "the")
