"""Whether a statement says what a trap says: a plausible statement that is known to be false.

A trap is a true statement with one thing changed, so the words that it shares with a statement tell
little; those by which it differs from the truth tell all. A statement says a trap if

- it is nearer to the trap than to anything known to be true;
- it has the words by which the trap differs from the true text that is nearest to the trap: all of
  its figures, and at least `DISTINCT` of the words, of function words only where there are no
  others; where only the order differs (who did what to whom), the same share of the pairs of
  neighbours; these words stand among those among which the trap has them; and it has not the
  figure that stands in the truth where the trap has another; and
- nothing takes it back: it is no question, names no source where the trap's fault is that it names
  none, and is negated, or has another status, only where the trap does too.

Nearness is Dice's coefficient over words and pairs of neighbours, articles left out. Sources
and status are read in English only. What is known to be true is said by the caller.

On the traps and true statements of our own fixtures (``tests/evals/matching/test_traps.py``) each
of 295 traps is caught when it is said as it stands, and no labelled truth is taken for one. A truth
that is itself left out of what is known, as that of a paraphrase is, is taken for a trap in 24 of
4,277 pairs. How many paraphrased traps are missed is not measured: the rule prefers missing one to
accusing a summary of what it does not say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.wording import negates
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.language.predicates.sources import ACCUSING, CLAIMING
from nutgraf.language.status import read_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nutgraf.evals.labels import Fault

Feature = str | tuple[str, str]
Features = frozenset[Feature]

NEAR: Final = 0.3
"""Less than that and a statement is about something else."""
DISTINCT: Final = 0.5
IN_COMPANY: Final = 1 / 3
_WINDOW: Final = 3  # words on each side, function words not counted

_WORD: Final = re.compile(r"\d+(?:[.,:\u2013-]\d+)*|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_STEM_CHARS: Final = 6
_IRREGULAR: Final = ("according", "said", "told", "thought", "felt", "swore")


@lru_cache(maxsize=8192)
def features(text: str) -> Features:
    """Return the words of a text and its pairs of neighbouring words."""
    stems = [stem for stem in _stems(text) if stem not in _ARTICLES]
    return frozenset(stems) | frozenset(pairwise(stems))


def _stems(text: str) -> list[str]:
    words = (match[0].casefold().replace("\u2019", "'") for match in _WORD.finditer(text))
    return [word.removesuffix("'s")[:_STEM_CHARS] for word in words]


def nearness(one: Features, other: Features) -> float:
    """Return how alike two texts are, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


@dataclass(frozen=True)
class KnownFalse:
    """A trap, with what is known to be true.

    Attributes:
        statement: The trap.
        fault: What is wrong with it.
        truths: Features of true texts.
        language: ISO 639-1 of them all.
    """

    statement: str
    fault: Fault
    truths: tuple[Features, ...]
    language: str

    @classmethod
    def of(cls, statement: str, fault: Fault, truths: Iterable[str], language: str) -> KnownFalse:
        """Read a trap and true texts."""
        return cls(statement, fault, tuple(map(features, truths)), language)

    def is_said_by(self, text: str) -> bool:
        """Tell whether a sentence says the trap."""
        said, trap = features(text), features(self.statement)
        near = nearness(said, trap)
        if near < NEAR or near <= max((nearness(said, true) for true in self.truths), default=0):
            return False
        if not self._has_what_differs(said) or self._is_taken_back_by(text):
            return False
        return self._is_in_company(text)

    def _has_what_differs(self, said: Features) -> bool:
        trap = features(self.statement)
        if not _figures(self._telling) <= said or _replaced(self._nearest, trap) & said:
            return False
        return len(self._telling & said) >= DISTINCT * len(self._telling)

    def _is_in_company(self, text: str) -> bool:
        """Tell whether the words that differ stand among the words among which the trap has them.

        "Cleared of fraud and convicted of false accounts" is not "convicted of fraud".
        """
        ours, theirs = self._words(text), self._words(self.statement)
        words = [word for word in self._telling if isinstance(word, str) and word in ours]
        meant = [(_company(theirs, word), _company(ours, word)) for word in words]
        shared = sum(len(there & here) for there, here in meant)
        return shared >= IN_COMPANY * sum(len(there) for there, _ in meant)

    def _words(self, text: str) -> list[str]:
        left_out = FUNCTION_WORDS.get(self.language, frozenset()) - self._telling
        return [word for word in _stems(text) if word not in left_out]

    @cached_property
    def _telling(self) -> Features:
        """The features by which the trap differs from the truth, words before pairs."""
        distinct = features(self.statement) - self._nearest
        words = frozenset(feature for feature in distinct if isinstance(feature, str))
        return words - FUNCTION_WORDS.get(self.language, frozenset()) or words or distinct

    @cached_property
    def _nearest(self) -> Features:
        """The true text that is nearest to the trap."""
        trap = features(self.statement)
        return max(self.truths, key=lambda true: nearness(trap, true), default=frozenset())

    def _is_taken_back_by(self, text: str) -> bool:
        excuse = _EXCUSES.get(self.fault)
        asks = text.rstrip("\"'\u201d\u2019 ").endswith("?")
        return asks or (excuse is not None and excuse(text, self.statement))


def _figures(of: Features) -> Features:
    return frozenset(f for f in of if isinstance(f, str) and f[0].isdigit())


def _company(words: Sequence[str], word: str) -> frozenset[str]:
    """Return the words that stand near a word."""
    places = (at for at, other in enumerate(words) if other == word)
    near = (words[max(0, at - _WINDOW) : at + _WINDOW + 1] for at in places)
    return frozenset(other for some in near for other in some) - {word}


def _replaced(true: Features, trap: Features) -> Features:
    """Return the figures of a truth that stand beside a word beside which the trap has another."""
    others = _figures(trap - true)
    return frozenset(
        figure
        for figure in _figures(true - trap)
        if any(_beside(true, figure) & _beside(trap, other) for other in others)
    )


def _beside(text: Features, word: Feature) -> frozenset[tuple[int, str]]:
    """Return the neighbours of a word, each with the side on which it stands."""
    pairs = (feature for feature in text if isinstance(feature, tuple) and word in feature)
    return frozenset((side, pair[side]) for pair in pairs for side in (0, 1) if pair[side] != word)


def _names_a_source(text: str, trap: str) -> bool:
    return not _sources().isdisjoint(_stems(text)) and _sources().isdisjoint(_stems(trap))


def _differs_in_polarity(text: str, trap: str) -> bool:
    return negates(text.split()) != negates(trap.split())


def _differs_in_status(text: str, trap: str) -> bool:
    return read_status(text) is not read_status(trap)


_EXCUSES: Final[Mapping[Fault, Callable[[str, str], bool]]] = {
    "attribution": _names_a_source,
    "negation": _differs_in_polarity,
    "status": _differs_in_status,
}


@lru_cache(maxsize=1)
def _sources() -> frozenset[str]:
    """The beginnings of the words that name a source; "state" and "report" are nouns as well."""
    forms = (form for verb in CLAIMING | ACCUSING for form in _forms(verb))
    return frozenset(form[:_STEM_CHARS] for form in (*forms, *_IRREGULAR))


def _forms(verb: str) -> tuple[str, ...]:
    root = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if verb.endswith("y") else f"{root}ed"
    third = f"{verb[:-1]}ies" if verb.endswith("ny") else f"{verb}s"
    return (third, past, f"{root}ing")
