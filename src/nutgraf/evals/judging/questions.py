"""What a judge is asked about a summary: is each statement said, and is each key fact told?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from nutgraf.grounding.statements import cited_sentences
from nutgraf.schema.news import KeyFigure
from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.case import Case
    from nutgraf.language.readings import Readings
    from nutgraf.schema.result import Result
    from nutgraf.schema.tree import Leaf

Kind = Literal["support", "coverage"]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether texts say a claim.

    Attributes:
        kind: ``support`` of a statement by the sentences that it cites, or ``coverage`` of a key
            fact by the statements of a summary.
        item: What it is about: the statement's path in the summary, or the key fact's id.
        claim: What the texts are to say.
        texts: What is to say it.
    """

    kind: Kind
    item: str
    claim: str
    texts: tuple[str, ...]


def support_questions(case: Case, result: Result[Any]) -> Iterator[Question]:
    """Yield a question for each statement of a summary that cites a sentence."""
    for leaf in leaves(result.summary):
        if texts := _cited(leaf, case.readings):
            yield Question("support", leaf.path, _claim(leaf), texts)


def coverage_questions(case: Case, result: Result[Any]) -> Iterator[Question]:
    """Yield a question for each labelled key fact."""
    cited = (leaf for leaf in leaves(result.summary) if _cited(leaf, case.readings))
    texts = tuple(dict.fromkeys(_claim(leaf) for leaf in cited))
    for fact in case.expected.facts or ():
        yield Question("coverage", fact.id, fact.statement, texts)


def _cited(leaf: Leaf, readings: Readings) -> tuple[str, ...]:
    """Return the sentences that a text in the model's own words cites."""
    if not leaf.is_prose:
        return ()
    text = readings.article.text
    return tuple(sentence.span.of(text) for sentence in cited_sentences(leaf.owner, readings))


def _claim(leaf: Leaf) -> str:
    """Return a text as a claim; what a figure measures says nothing without the figure."""
    owner = leaf.owner
    return f"{leaf.value}: {owner.amount.text}" if isinstance(owner, KeyFigure) else str(leaf.value)
