"""The statements of a summary, each with the sentences that it cites.

A statement is any text in the model's own words. It is carried by the evidence that stands beside it in
the same part of the schema; text with no evidence beside it is carried by the article as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.grounding.occurrences import Occurrences
from nutgraf.schema.fields import Citation
from nutgraf.schema.tree import Leaf, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Statement:
    """Text in the model's own words.

    Attributes:
        path: Where it stands in the summary.
        text: What it says.
        cited: The sentences that are to carry it.
        cites: Whether the schema has evidence beside it; without, ``cited`` is the whole article.
    """

    path: str
    text: str
    cited: tuple[Sentence, ...]
    cites: bool


class Subject:
    """A summary that is to be checked, with the article that it is about.

    Attributes:
        leaves: Everything that the summary says, field by field.
        statements: What it says in its own words.
        readings: The article.
        occurrences: Where names and words stand in the article.
    """

    def __init__(self, summary: BaseModel, readings: Readings) -> None:
        self.leaves = tuple(leaves(summary))
        self.readings = readings
        self.occurrences = Occurrences(readings)
        self.statements = tuple(
            _statement(leaf, readings) for leaf in self.leaves if leaf.is_prose
        )


def _statement(leaf: Leaf, readings: Readings) -> Statement:
    fields = type(leaf.owner).model_fields
    evidence = [getattr(leaf.owner, name) for name in fields if has_evidence(leaf.owner, name)]
    if not evidence:
        return Statement(leaf.path, str(leaf.value), readings.sentences, cites=False)
    cited = _sentences((c for citations in evidence for c in citations), readings)
    return Statement(leaf.path, str(leaf.value), cited, cites=True)


def has_evidence(owner: BaseModel, name: str) -> bool:
    """Tell whether a field of a part holds evidence, by its type and not by what is in it."""
    return "Citation" in repr(type(owner).model_fields[name].annotation)


def _sentences(citations: Iterable[Citation], readings: Readings) -> tuple[Sentence, ...]:
    found = (readings.sentence(citation.sentence) for citation in citations)
    return tuple(sentence for sentence in found if sentence is not None)
