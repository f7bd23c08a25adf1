"""Scores the key facts: which of them the summary tells, and how much of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.needs import unsaid
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scorers.said import everything
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.evals.case import Case, ExpectedFact
    from nutgraf.evals.scorers.said import Said
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = (
    share(
        "facts.must_recall",
        "facts",
        "key facts without which the story is missed that one statement tells: it cites a sentence "
        "that carries the fact, and says all that a faithful statement needs",
    ),
    share("facts.recall", "facts", "the same of all labelled key facts"),
    share(
        "facts.must_needs",
        "facts",
        "mean share of what such a fact needs that the best statement with the right citation says",
    ),
)


def score_facts(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the telling of the key facts, be it by gist, point, event, figure or quotation.

    What two statements say between them does not count: neither of them is the fact.
    """
    facts = case.expected.facts
    if facts is None:
        return not_applicable(_METRICS)
    said = everything(result.summary, case.readings)
    language = case.readings.language
    missed = {fact.id: why_missed(fact, said, language) for fact in facts}
    must = [fact for fact in facts if fact.must]
    needs = sum(_share_said(fact, said, language) for fact in must)
    return {
        "facts.must_recall": _recall(must, missed),
        "facts.recall": _recall(facts, missed),
        "facts.must_needs": Score.share_of(needs, len(must)),
    }


def _recall(facts: Sequence[ExpectedFact], missed: dict[str, str | None]) -> Score:
    notes = [f"{fact.id}: {missed[fact.id]}" for fact in facts if missed[fact.id]]
    return Score.share_of(len(facts) - len(notes), len(facts), tuple(notes))


def why_missed(fact: ExpectedFact, said: Iterable[Said], language: str) -> str | None:
    """Say why a fact is not told by one of some statements; None if it is."""
    fewest: tuple[Sequence[str], ...] = fact.needs
    elsewhere: Said | None = None
    for statement in said:
        lacking = unsaid(fact.needs, statement.whole, language)
        cites = not fact.sentences.isdisjoint(statement.cited)
        if cites and not lacking:
            return None
        if cites and len(lacking) < len(fewest):
            fewest = lacking
        if not lacking and elsewhere is None:
            elsewhere = statement
    if elsewhere is not None:
        numbers = _numbers(fact.sentences)
        return f"{elsewhere.path} says it, but cites {_numbers(elsewhere.cited)}, not {numbers}"
    lacks = ", ".join("|".join(need) for need in fewest)
    return f"not told ({fact.statement}); lacks {lacks}"


def _numbers(sentences: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(sentences))) or "nothing"


def _share_said(fact: ExpectedFact, said: Iterable[Said], language: str) -> float:
    """Return the largest share of a fact's needs that a statement which cites it says."""
    citing = (s for s in said if not fact.sentences.isdisjoint(s.cited))
    lacking = (len(unsaid(fact.needs, s.whole, language)) for s in citing)
    return 1 - min(lacking, default=len(fact.needs)) / len(fact.needs)


SCORER: Final = Scorer("facts", _METRICS, score_facts)
