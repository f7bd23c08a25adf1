"""Where a name or an expression occurs in the article, variants of names included."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.grounding.name_variants import (
    are_forms_of_one,
    folded_words,
    initials,
    other_names,
    seated_in,
    seats,
)
from nutgraf.grounding.spelling import is_misspelt
from nutgraf.language.names import Name
from nutgraf.language.names.tokens import is_common

if TYPE_CHECKING:
    from nutgraf.language.readings import Readings

_SHORT_WORD = 3  # "of", "de", "the": too common to tell one name from another
_ROOT_CHARS = 5
_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z]\w{3,}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}")


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
        printed; or under another name that everybody knows ("Russian" for "Russia", "UK"), or as
        an acronym; or with a title or description before it ("Russian President Vladimir Putin"),
        if the article has the name proper and every other word of it. A name mixed from those of
        two people does not occur.
        """
        known = self.named(name)
        if known is not None:
            return known.mentions
        printed = self._as_printed(name) or self._otherwise_printed(name) or self._spelt_out(name)
        if printed:
            return printed
        inner = self._longest_name_inside(name)
        if inner is None or not self._all_words_occur(name) or self.mixed(name):
            return ()
        return inner.mentions

    def _as_printed(self, name: str) -> tuple[Span, ...]:
        """Return where the words of a name stand; "us" and "it" are no acronyms."""
        spans = self.of_words(name)
        if not (name.isupper() and is_common(name.lower())):
            return spans
        return tuple(s for s in spans if not s.of(self._readings.article.text).islower())

    def _otherwise_printed(self, name: str) -> tuple[Span, ...]:
        """Return where another name of the same stands that was not read as one ("Russian")."""
        others = (" ".join(words) for words in sorted(other_names(name)))
        found = (self.of_words(other) for other in others if len(other) > _SHORT_WORD)
        return next((spans for spans in found if spans), ())

    def _spelt_out(self, name: str) -> tuple[Span, ...]:
        """Return where an acronym or a formula stands letter by letter ("L.C.D.", "CO 2")."""
        if not _ACRONYM.fullmatch(name):
            return ()
        letters = r"[\W_]{0,2}".join(map(re.escape, name))
        found = re.finditer(rf"(?<![^\W_]){letters}(?![^\W_])", self._readings.article.text)
        return tuple(Span(*match.span()) for match in found)

    def spelt_like(self, word: str) -> str | None:
        """Return the name's word in the article of which a folded word is a misspelling."""
        near = self._capitalised.get(word[:1], ())
        return next((name for name in near if is_misspelt(word, name)), None)

    @cached_property
    def _capitalised(self) -> dict[str, tuple[str, ...]]:
        """The words with a capital that are not common ones, folded, by their first letter."""
        printed = dict.fromkeys(_CAPITALISED.findall(self._readings.article.text))
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for word in (word for form in printed for word in folded_words(form)):
            if not is_common(word):
                found[word[0]][word] = None
        return {letter: tuple(words) for letter, words in found.items()}

    def named(self, name: str) -> Name | None:
        """Return who or what of the article goes by this name or a variant of it."""
        words = folded_words(name)
        forms = (words, *sorted(other_names(name)))
        known = next((self._forms[form] for form in forms if form in self._forms), None)
        return known or self._surname(words) or self._acronym(words) or self._akin(words)

    def seat_of(self, name: str) -> Name | None:
        """Return the places and bodies of the article by which it may call a state, as one."""
        forms = (self._forms.get(folded_words(seat)) for seat in seats(name))
        found = [place for place in forms if place is not None]
        if not found:
            return None
        mentions = sorted({span for place in found for span in place.mentions})
        return Name(found[0].canonical, found[0].kind, tuple(mentions))

    def states_of(self, name: str) -> Name | None:
        """Return the state of the article that a place may stand for: "Beijing has denied it"."""
        return next(filter(None, map(self.named, seated_in(name))), None)

    def mixed(self, name: str) -> tuple[Name, ...]:
        """Return the people from whose names one is mixed: "Tomas Varga" of two that have these.

        Empty where one person, or one person and a title, has all its words.
        """
        words = folded_words(name)
        holders = [self._people_by_word.get(word, frozenset()) for word in words]
        named = [holder for holder in holders if holder]
        if len(named) < 2 or frozenset.intersection(*named):  # noqa: PLR2004 - two people
            return ()
        people = sorted(frozenset.union(*named))
        return tuple(self._readings.names[number] for number in people)

    @cached_property
    def _people_by_word(self) -> dict[str, frozenset[int]]:
        """The people of the article, by the words of their names; numbers of ``names``."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self._readings.names):
            words = folded_words(name.canonical)
            if name.kind == "person" and len(words) > 1:
                for word in words:
                    found[word].add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], Name]:
        """Every printed form of every name that was read, the names that come first winning."""
        text = self._readings.article.text
        forms: dict[tuple[str, ...], Name] = {}
        for name in self._readings.names:
            for form in (name.canonical, *(span.of(text) for span in name.mentions)):
                forms.setdefault(folded_words(form), name)
        forms.pop((), None)
        return forms

    @cached_property
    def _initials(self) -> dict[str, Name]:
        found: dict[str, Name] = {}
        for form, name in self._forms.items():
            for letters in initials(form):
                found.setdefault(letters, name)
        return found

    def _surname(self, words: tuple[str, ...]) -> Name | None:
        """Return the only person whose surname a word is, though never printed alone."""
        holders = self._people_by_word.get(words[0], frozenset()) if len(words) == 1 else ()
        named = [self._readings.names[number] for number in holders]
        surnames = [name for name in named if folded_words(name.canonical)[-1] == words[0]]
        return surnames[0] if len(surnames) == 1 else None

    def _acronym(self, words: tuple[str, ...]) -> Name | None:
        """Return the long name of an acronym, or the acronym of a long name."""
        if len(words) == 1:
            return self._initials.get(words[0])
        return next(
            (self._forms[(s,)] for s in sorted(initials(words)) if (s,) in self._forms), None
        )

    @cached_property
    def _roots(self) -> dict[str, list[tuple[str, Name]]]:
        """The one-word names by their first letters."""
        roots: defaultdict[str, list[tuple[str, Name]]] = defaultdict(list)
        for form, name in self._forms.items():
            if len(form) == 1 and len(form[0]) >= _ROOT_CHARS:
                roots[form[0][:_ROOT_CHARS]].append((form[0], name))
        return dict(roots)

    def _akin(self, words: tuple[str, ...]) -> Name | None:
        """Return the name of which a word is another form: "Californian" of "California"."""
        if len(words) != 1:
            return None
        near = self._roots.get(words[0][:_ROOT_CHARS], [])
        return next((name for form, name in near if are_forms_of_one(words[0], form)), None)

    def _longest_name_inside(self, name: str) -> Name | None:
        words = set(folded_words(name))
        inside = [form for form in self._forms if set(form) <= words]
        return self._forms[max(inside, key=len)] if inside else None

    def _all_words_occur(self, name: str) -> bool:
        words = (w for w in folded_words(name) if len(w) > _SHORT_WORD)
        return all(self.has_word(word) for word in words)
