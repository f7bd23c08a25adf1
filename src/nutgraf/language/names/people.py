"""Tells people apart: which of those named so far a surname or a given name stands for.

All other merging is in ``clusters``.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from nutgraf.language.names import cue_words
from nutgraf.language.names.folding import fold
from nutgraf.language.names.given_names import FEMALE_NAMES, MALE_NAMES
from nutgraf.language.names.kinds import heaviest, weigh_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.names.candidates import Candidate

# How many people of one surname are kept in mind; it bounds the time on hostile texts.
_MOST_NAMESAKES: Final = 8
# A person mentioned this many times as often as a namesake keeps the surname.
_MAIN_FIGURE: Final = 4
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii"})


class Referent(Protocol):
    """Somebody with mentions so far; ``fullest`` has the most words of them."""

    members: list[Candidate]
    fullest: tuple[str, ...]


R = TypeVar("R", bound=Referent)


def is_full_name(words: Sequence[str]) -> bool:
    """Tell whether two or more words look like a person's name."""
    return len(words) > 1 and heaviest(weigh_form(tuple(words))) == "person"


def begins_with_particle(words: Sequence[str]) -> bool:
    """Tell whether words are a surname with its particle: "van der Meer", "De Gaulle"."""
    return len(words) > 1 and words[0].lower() in cue_words.SURNAME_PARTICLES


def surname(words: Sequence[str]) -> str:
    """Give the folded last word, without "Jr" and the like."""
    return fold(_without_generation(words)[-1])


def surname_with_particle(words: Sequence[str]) -> str:
    """Give the folded words from the first particle inside a name on, or else the surname."""
    inside = range(1, len(words) - 1)
    first = next((i for i in inside if words[i] in cue_words.SURNAME_PARTICLES), len(words) - 1)
    return fold(" ".join(words[first:]))


@dataclass(slots=True)
class People(Generic[R]):
    """The people of an article so far, by surname and by given name, the latest first."""

    by_word: defaultdict[str, deque[R]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_MOST_NAMESAKES))
    )

    def enter(self, candidate: Candidate, person: R) -> None:
        """Note that a person has just been mentioned by these words."""
        words = _without_generation(candidate.words)
        for word in {fold(words[0]), fold(words[-1])}:
            namesakes = self.by_word[word]
            if person in namesakes:
                namesakes.remove(person)
            namesakes.appendleft(person)

    def find(self, candidate: Candidate) -> R | None:
        """Find the person that a name may stand for: the latest that fits, or a main figure."""
        namesakes = self.by_word.get(surname(candidate.words), ())
        fitting = [person for person in namesakes if _fits(candidate, person)]
        if not fitting:
            return None
        main = max(fitting, key=lambda person: len(person.members))
        if len(main.members) >= _MAIN_FIGURE * len(fitting[0].members):
            return main
        return fitting[0]


def _without_generation(words: Sequence[str]) -> list[str]:
    kept = [word for word in words if fold(word) not in _GENERATIONS]
    return kept or list(words)


def _fits(candidate: Candidate, person: Referent) -> bool:
    full = person.fullest
    if len(candidate.words) == 1 or _is_whole_surname(candidate.words, full):
        return _fits_title(candidate.title, full[0])
    same_generation = _generation(full) == _generation(candidate.words)
    return (
        same_generation
        and _fits_given(candidate.words[0], full[0])
        and surname(full) == surname(candidate.words)
    )


def _is_whole_surname(words: Sequence[str], full: Sequence[str]) -> bool:
    if not begins_with_particle(words) or len(words) >= len(full):
        return False
    return fold(" ".join(words)) == fold(" ".join(full[-len(words) :]))


def _generation(words: Sequence[str]) -> set[str]:
    return {fold(word) for word in words} & _GENERATIONS


def _fits_title(title: str, given: str) -> bool:
    """Tell whether "Mr" or "Mrs" may be said of somebody with this given name."""
    if title in cue_words.MALE_HONORIFICS:
        return given not in FEMALE_NAMES or given in MALE_NAMES
    if title in cue_words.FEMALE_HONORIFICS:
        return given not in MALE_NAMES or given in FEMALE_NAMES
    return True


def _fits_given(one: str, other: str) -> bool:
    """Tell whether two given names may be one: the same, or one the other's initial."""
    one, other = fold(one), fold(other)
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
