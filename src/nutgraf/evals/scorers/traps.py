"""Scores the traps: which of the plausible falsehoods about an article its summary tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.traps import KnownFalse
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scorers.said import statements
from nutgraf.evals.scores import Score, Scorer
from nutgraf.language.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.case import Case, Expected, ExpectedTrap
    from nutgraf.language.readings import Readings
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = (
    share(
        "traps.avoided",
        "traps",
        "traps that no statement says: none is nearer to one than to every true text and has the "
        "words by which it is false",
    ),
)
# The article itself has these sentences: that a summary repeats them is the fault.
_IN_THE_ARTICLE: Final = frozenset({"outdated", "instruction"})


def score_traps(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score which traps the headline and the statements of a summary keep clear of."""
    traps = case.expected.traps
    if traps is None:
        return not_applicable(_METRICS)
    language = case.readings.language
    texts = list(_sentences(result.summary, language))
    notes = []
    for trap in traps:
        known = KnownFalse.of(trap.statement, trap.fault, truths(case, trap), language)
        path = next((path for path, text in texts if known.is_said_by(text)), None)
        if path is not None:
            notes.append(f"{path} says the trap ({trap.fault}): {trap.statement}")
    return {"traps.avoided": Score.share_of(len(traps) - len(notes), len(traps), tuple(notes))}


def _sentences(summary: NewsSummary, language: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of headline and statements, each with the path of its statement."""
    yield "headline", summary.headline
    for said in statements(summary):
        for sentence in split_sentences(said.text, language):
            yield said.path, sentence.span.of(said.text)


def truths(case: Case, trap: ExpectedTrap) -> tuple[str, ...]:
    """Return what is known to be true of the matter of a trap."""
    return (*_labelled(case.expected), *_printed(case.readings, trap))


def _labelled(expected: Expected) -> Iterator[str]:
    yield from expected.gists or ()
    for fact in expected.facts or ():
        yield fact.statement
    for event in expected.events or ():
        yield event.what
    for question in expected.questions or ():
        yield question.question


def _printed(readings: Readings, trap: ExpectedTrap) -> Iterator[str]:
    for sentence in readings.sentences:
        if trap.fault not in _IN_THE_ARTICLE or sentence.number in trap.sentences:
            yield sentence.span.of(readings.article.text)


SCORER: Final = Scorer("traps", _METRICS, score_traps)
