"""Weighs what kind of thing a name names, from its own words and from those around it.

Each clue adds its weight to one kind; the heaviest wins. Where names are is the business of
``candidates``, which of them are the same that of ``clusters``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.given_names import GIVEN_NAMES
from nutgraf.language.names.name import NameKind
from nutgraf.language.names.tokens import POSSESSIVES, ROMAN_NUMERALS, is_common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nutgraf.language.names.candidates import Candidate

Weights: TypeAlias = Mapping[NameKind, int]

# Of two kinds of one weight, the first counts.
_KINDS: Final[tuple[NameKind, ...]] = ("place", "organization", "person", "other")

# However often a name stands after "in", that weighs no more than this against its own words.
_MOST_FROM_CONTEXT: Final = 4
_LONGEST_PERSON_WORDS: Final = 3
_CACHED_FORMS: Final = 4096
_YEAR_DIGITS: Final = 4
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){1,3}")


@dataclass(frozen=True, slots=True)
class _Form:
    """The words of a name, as the clues look at them; ``left_head`` is the word before an "of"."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    text: str
    left_head: str
    head: str


def _read_form(words: tuple[str, ...]) -> _Form:
    if len(words) > 1 and words[-1] in ROMAN_NUMERALS:
        words = words[:-1]
    low = tuple(word.lower() for word in words)
    links = (index for index, word in enumerate(low) if index and word in {"of", "for"})
    link = next(links, 0)
    text = " ".join(words)
    left_head = next((word for word in reversed(low[:link])), "")
    return _Form(words, low, text, left_head, "" if link or len(low) == 1 else low[-1].rstrip("."))


def _is_acronym(form: _Form) -> bool:
    return len(form.words) == 1 and form.text.isupper() and len(form.text) > 1


def _is_full_name(form: _Form) -> bool:
    return len(form.words) > 1 and form.words[0] in GIVEN_NAMES and not form.left_head


def _has_initial(form: _Form) -> bool:
    """Tell "F. Scott" and "T.S. Eliot", but not "U.S. Steel"."""
    return any(_INITIALS.fullmatch(w) and w not in gazetteer.KNOWN for w in form.words[:-1])


def _may_be_person(form: _Form) -> bool:
    """Tell whether these are two or three uncommon words, as most names of people are."""
    if not 1 < len(form.words) <= _LONGEST_PERSON_WORDS or form.left_head:
        return False
    return not any(is_common(word) or word.isupper() for word in (*form.low, *form.words))


def _has_particle(form: _Form) -> bool:
    return any(word in cue_words.PARTICLES for word in form.words[1:-1])


def _starts_as_body(form: _Form) -> bool:
    """Tell "NBA Cavaliers" and "Perth Glory": a place or an acronym, then something else."""
    first = form.words[0]
    is_acronym = first.isupper() and first[1:2].isupper()
    return len(form.words) > 1 and (first in gazetteer.PLACES or is_acronym)


# Clues from the words of a name alone: what they show, of which kind, with what weight.
_FORM_CLUES: Final[tuple[tuple[Callable[[_Form], bool], NameKind, int], ...]] = (
    (lambda form: form.text in gazetteer.PLACES, "place", 6),
    (lambda form: form.text in gazetteer.ORGANIZATIONS, "organization", 6),
    (lambda form: form.left_head in cue_words.ORGANIZATION_LEFT_HEADS, "organization", 6),
    (lambda form: form.left_head in cue_words.PLACE_LEFT_HEADS, "place", 5),
    (lambda form: form.left_head in cue_words.OTHER_LEFT_HEADS, "other", 6),
    (lambda form: form.head in cue_words.ORGANIZATION_HEADS, "organization", 5),
    (lambda form: form.head in cue_words.PLACE_HEADS, "place", 5),
    (lambda form: form.head in cue_words.OTHER_HEADS, "other", 5),
    (lambda form: form.text.lower() in cue_words.LANGUAGES_AND_FAITHS, "other", 6),
    (_is_full_name, "person", 4),
    (lambda form: len(form.words) == 1 and form.text in GIVEN_NAMES, "person", 3),
    (_has_initial, "person", 3),
    (_has_particle, "person", 2),
    (lambda form: len(form.words) > 1 and form.low[0] in cue_words.NOBLE_TITLES, "person", 2),
    (_may_be_person, "person", 2),
    (lambda form: form.low[-1].endswith(cue_words.PERSON_ENDINGS), "person", 1),
    (_is_acronym, "organization", 2),
    (_starts_as_body, "organization", 3),
    (lambda form: "&" in form.words, "organization", 3),
    (lambda form: len(form.words) > 1 and form.low[0] in cue_words.PLACE_FIRST_WORDS, "place", 3),
    (lambda form: form.low[-1].endswith(cue_words.PLACE_ENDINGS), "place", 2),
)


def _is_of_place(found: Candidate) -> bool:
    """Tell "the town of Elm", "the banks of the Elm"."""
    return found.before[1] == "of" and found.before[0] in cue_words.PLACE_NOUNS


def _is_cited(found: Candidate) -> bool:
    """Tell the author in "Okafor (2019)" and "Okafor et al."."""
    first, second = found.after
    in_year = first == "(" and second.isdigit() and len(second) == _YEAR_DIGITS
    return in_year or found.after == ("et", "al")


# Clues from what stands around one mention.
_CONTEXT_CLUES: Final[tuple[tuple[Callable[[Candidate], bool], NameKind, int], ...]] = (
    (lambda found: bool(found.title), "person", 5),
    (lambda found: found.work, "other", 4),
    (lambda found: found.before[1] in cue_words.PLACE_PREPOSITIONS, "place", 2),
    (lambda found: found.before[1] in cue_words.WEAK_PLACE_PREPOSITIONS, "place", 1),
    (lambda found: found.before[1] == "the" and not found.form.endswith("s"), "organization", 1),
    (lambda found: found.after[0] in cue_words.SPEECH_VERBS, "person", 2),
    (_is_cited, "person", 3),
    (lambda found: found.before[1] in cue_words.PERSON_NOUNS, "person", 2),
    (lambda found: found.before[1] == "by" or found.after[0] in POSSESSIVES, "person", 1),
    (lambda found: found.before[1] in cue_words.ORGANIZATION_NOUNS, "organization", 2),
    (lambda found: found.after[0] in cue_words.ORGANIZATION_NOUNS, "organization", 2),
    (lambda found: found.before[1] in cue_words.PLACE_NOUNS, "place", 2),
    (lambda found: found.after[0] in cue_words.PLACE_NOUNS, "place", 2),
    (_is_of_place, "place", 3),
    (lambda found: not cue_words.PERSON_VERBS.isdisjoint(found.after), "person", 2),
)


@lru_cache(_CACHED_FORMS)
def weigh_form(words: tuple[str, ...]) -> Weights:
    """Weigh the kinds of a name by its own words."""
    form = _read_form(words)
    return _add_up((kind, weight) for shows, kind, weight in _FORM_CLUES if shows(form))


def weigh_context(candidate: Candidate) -> Weights:
    """Weigh the kinds of a name by what stands around one mention."""
    return _add_up((kind, weight) for shows, kind, weight in _CONTEXT_CLUES if shows(candidate))


def _add_up(found: Iterable[tuple[NameKind, int]]) -> Weights:
    weights: dict[NameKind, int] = {}
    for kind, weight in found:
        weights[kind] = weights.get(kind, 0) + weight
    return weights


def heaviest(forms: Weights, context: Weights | None = None) -> NameKind:
    """Choose the kind with the most weight; ``other`` where nothing tells."""
    best: NameKind = "other"
    most = 0
    for kind in _KINDS:
        around = context.get(kind, 0) if context else 0
        weight = forms.get(kind, 0) + min(around, _MOST_FROM_CONTEXT)
        if weight > most:
            best, most = kind, weight
    return best
