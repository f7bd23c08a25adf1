"""What a judge is asked about a summary: is each statement said, and is each key fact told?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from nutgraf.evals.scorers.said import everything
from nutgraf.grounding.statements import cited_sentences
from nutgraf.schema.news import KeyFigure
from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.case import Case, ExpectedFact
    from nutgraf.language.readings import Readings
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result
    from nutgraf.schema.tree import Leaf

Kind = Literal["support", "coverage"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


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


def coverage_questions(case: Case, result: Result[NewsSummary]) -> Iterator[Question]:
    """Yield a question for each labelled key fact, with all that the summary says."""
    said = everything(result.summary, case.readings)
    texts = tuple(dict.fromkeys(one.shown for one in said if one.cited))
    for fact in case.expected.facts or ():
        yield coverage_question(fact, texts)


def coverage_question(fact: ExpectedFact, texts: tuple[str, ...]) -> Question:
    """Return the question whether the statements of a summary tell a key fact."""
    return Question("coverage", fact.id, fact.statement, texts)


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
