"""Scores the open questions: is what the article leaves open said to be open?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching import assign
from nutgraf.evals.matching.statements import Told, statement_likeness
from nutgraf.evals.matching.words import content_words
from nutgraf.evals.scorers.retrieval import Retrieved, not_applicable, retrieval_metrics
from nutgraf.evals.scorers.said import cited, in_one_order, room
from nutgraf.evals.scores import Scorer

if TYPE_CHECKING:
    from nutgraf.evals.case import Case
    from nutgraf.evals.scores import Score
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

_METRICS: Final = retrieval_metrics("questions", "questions", "open questions")


def score_questions(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the open questions of a summary."""
    labels = case.expected.questions
    if labels is None:
        return not_applicable(_METRICS)
    given = in_one_order(result.summary.open_questions)
    language = case.readings.language
    pairs = assign(
        [Told(content_words(label.question, language), label.sentences) for label in labels],
        [Told(content_words(item.text, language), cited(item.evidence)) for item in given],
        statement_likeness,
    )
    found = Retrieved(
        labels=[label.question for label in labels],
        met=frozenset(pair.expected for pair in pairs),
        items=[item.text for item in given],
        right=frozenset(pair.given for pair in pairs),
        room=room("open_questions"),
    )
    return found.scores("questions")


SCORER: Final = Scorer("questions", _METRICS, score_questions)
