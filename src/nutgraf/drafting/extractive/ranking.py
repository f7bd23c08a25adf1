"""Scores the lines of an article by how well they would stand in a summary of it.

Which of the well-scored lines are taken is the business of ``selection``.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.opening_words import CONNECTIVES, FIRST_PERSON, UNRESOLVED
from nutgraf.drafting.extractive.terms import plain_words, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.drafting.extractive.lines import Line

# Each feature runs from 0 to 1. Position and centrality decide which lines the summary has. For the
# one line that tells the story by itself, what the headline says, whom it names and a figure also
# count; as weights for all lines they crowded the summary around the headline and measured worse.
# Round numbers on purpose: finer ones would fit the documents that they were measured on
# (evals/measurements/extractive.py).
_POSITION: Final = 1.0
_CENTRALITY: Final = 1.0
_TITLE: Final = 0.5
_NAMES: Final = 0.5
_FIGURE: Final = 0.2

# Faults that an editor would not let stand, as what they cost.
_QUOTED: Final = 1.0
_QUESTION: Final = 0.6
_LEANS_ON_THE_LINE_BEFORE: Final = 0.2
_FIRST_PERSON: Final = 0.6
_TOO_SHORT: Final = 0.4
_TOO_LONG: Final = 0.2
_SHORT_WORDS: Final = 9
_LONG_WORDS: Final = 35

_ENOUGH_NAMES: Final = 4
_QUESTION_MARKS: Final = ("?", "？", "؟", '?"', "?”", "?'", "?’")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line of the story with its score.

    Attributes:
        line: The line; where the article says it more than once, its first place.
        score: How well it would stand in a summary; comparable inside one article only.
        gist_score: How well it would tell the story alone; likewise.
    """

    line: Line
    score: float
    gist_score: float


def rank(lines: Sequence[Line], title: str | None = None) -> tuple[Ranked, ...]:
    """Score the lines that tell the story, in reading order; time is linear in the text's length.

    Args:
        lines: All lines of the article.
        title: Its headline, where it has one.
    """
    first = _without_repeats(line for line in lines if line.is_prose)
    weights = _term_weights(first)
    centrality = _centrality(first, weights)
    title_terms = {t: w for t in terms_of(title or "") if (w := weights.get(t, 0.0)) > 0}
    namings = Counter(naming.name.canonical for line in first for naming in line.names)
    scored: list[Ranked] = []
    for index, line in enumerate(first):
        position = _POSITION / math.sqrt(1 + index)
        score = position + _CENTRALITY * centrality[index] - _faults(line)
        telling = _TITLE * _share(title_terms, line) + _NAMES * _names(line, namings)
        scored.append(Ranked(line, score, score + telling + _FIGURE * bool(line.figures)))
    return tuple(scored)


def _without_repeats(lines: Iterable[Line]) -> list[Line]:
    """Return each line once: an article that prints a post in full says much of it twice."""
    first: dict[frozenset[str], Line] = {}
    for line in lines:
        first.setdefault(line.terms, line)
    return list(first.values())


def _term_weights(lines: Sequence[Line]) -> Mapping[str, float]:
    """Return the inverse sentence frequency of each term: near 0 for words in almost every line."""
    counts = Counter(term for line in lines for term in line.terms)
    return {term: math.log(len(lines) / count) for term, count in counts.items()}


def _centrality(lines: Sequence[Line], weights: Mapping[str, float]) -> list[float]:
    """Return the cosine of each line with the centroid of all, as a share of the highest one."""
    norms = [math.sqrt(sum(weights[t] ** 2 for t in line.terms)) or 1.0 for line in lines]
    centroid: defaultdict[str, float] = defaultdict(float)
    for line, norm in zip(lines, norms, strict=True):
        for term in line.terms:
            centroid[term] += weights[term] / norm
    cosines = [
        sum(weights[t] * centroid[t] for t in sorted(line.terms)) / norm
        for line, norm in zip(lines, norms, strict=True)
    ]
    highest = max(cosines, default=0.0) or 1.0
    return [cosine / highest for cosine in cosines]


def _share(title_terms: Mapping[str, float], line: Line) -> float:
    """Return how much of the headline, weighted by how telling its terms are, the line has."""
    total = sum(title_terms.values())
    return sum(w for t, w in title_terms.items() if t in line.terms) / total if total else 0.0


def _names(line: Line, namings: Mapping[str, int]) -> float:
    """Return how much a line says about those whom the article names most."""
    most = max(namings.values(), default=1)
    named = {naming.name.canonical for naming in line.names}
    return min(1.0, sum(math.sqrt(namings[name] / most) for name in named) / _ENOUGH_NAMES)


def _faults(line: Line) -> float:
    words = plain_words(line.text)
    opening = words[0] if words else ""
    cost = _QUOTED * line.quoted
    cost += _QUESTION * line.text.endswith(_QUESTION_MARKS)
    cost += _LEANS_ON_THE_LINE_BEFORE * (opening in UNRESOLVED or opening in CONNECTIVES)
    cost += _FIRST_PERSON * (not line.quoted and not FIRST_PERSON.isdisjoint(words))
    cost += _TOO_SHORT * (line.words < _SHORT_WORDS)
    cost += _TOO_LONG * (line.words > _LONG_WORDS)
    return cost
