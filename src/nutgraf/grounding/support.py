"""Setting citations right: from a sentence beside the point to the one that says it.

A model that cites numbers is often off by one or two. Where the cited sentences share little with a
statement and another sentence shares most of it, that one is cited instead, is marked as corrected,
and a note says so. In between nothing is changed. Only words are weighed here, so a paraphrase in
other words is left as it was cited.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from nutgraf.grounding.statements import evidence_fields
from nutgraf.schema.fields import Citation, Passage
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import leaves, substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.language.readings import Readings

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_WORD = re.compile(r"\w+")
_STEM_CHARS = 6  # "prosecuted" and "prosecution" are one; no language is assumed
# Shares of a statement's words, rare ones weighing more. Between the two nothing is changed.
_BESIDE_THE_POINT = 0.4
_SAYS_IT = 0.7
_FEWEST_WORDS = 4  # fewer stand in any sentence


def correct_citations(
    summary: SummaryT, readings: Readings
) -> tuple[SummaryT, tuple[Finding, ...]]:
    """Return an anchored summary with citations beside the point set right, and a note for each."""
    weighing = _Weighing(readings)
    changes: dict[str, object] = {}
    notes: list[Finding] = []
    for path, owner, text in _stated(summary):
        for name in evidence_fields(owner):
            cited: Sequence[Citation] = getattr(owner, name)
            better = weighing.better(text, [c.sentence for c in cited if c.passage])
            if cited and better is not None:
                place = f"{path}.{name}" if path else name
                changes[place] = (weighing.citation(better),)
                notes.append(_note(place, cited, weighing.citation(better)))
    return substitute(summary, changes), tuple(notes)


def _stated(summary: BaseModel) -> Iterable[tuple[str, BaseModel, str]]:
    """Yield each part that states something, with its path and all that it says."""
    said: dict[str, tuple[BaseModel, list[str]]] = {}
    for leaf in leaves(summary):
        if leaf.is_prose:
            said.setdefault(leaf.owner_path, (leaf.owner, []))[1].append(str(leaf.value))
    return [(path, owner, " ".join(texts)) for path, (owner, texts) in said.items()]


def _note(path: str, cited: Sequence[Citation], better: Citation) -> Finding:
    numbers = ", ".join(str(citation.sentence) for citation in cited)
    return Finding(
        path=path,
        kind="corrected_citation",
        severity="note",
        message=f"cited {numbers}, which says little of it; sentence {better.sentence} says it",
        passages=(better.passage,) if better.passage else (),
    )


class _Weighing:
    """How much of a statement each sentence of one article says."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        text = readings.article.text
        self._stems = [_stems(sentence.span.of(text)) for sentence in readings.sentences]
        self._holders = Counter(stem for stems in self._stems for stem in stems)

    def better(self, text: str, cited: Sequence[int]) -> int | None:
        """Return the number of the sentence that is to be cited instead, if there is one."""
        wanted = _stems(text)
        if len(wanted) < _FEWEST_WORDS:
            return None
        together = set().union(*(self._stems[number - 1] for number in cited))
        if self._share(wanted, together) > _BESIDE_THE_POINT:
            return None
        shares = [self._share(wanted, stems) for stems in self._stems]
        best = max(range(len(shares)), key=shares.__getitem__)
        return best + 1 if shares[best] >= _SAYS_IT else None

    def citation(self, number: int) -> Citation:
        """Return the corrected citation of a sentence."""
        span = self._readings.sentences[number - 1].span
        passage = Passage.at(span, self._readings.article.text)
        return Citation(sentence=number, passage=passage, corrected=True)

    def _share(self, wanted: frozenset[str], held: Iterable[str]) -> float:
        total = sum(self._weight(stem) for stem in wanted)
        return sum(self._weight(stem) for stem in wanted.intersection(held)) / total

    def _weight(self, stem: str) -> float:
        return math.log1p(len(self._stems) / (1 + self._holders[stem]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_CHARS] for word in _WORD.findall(text.casefold()))
