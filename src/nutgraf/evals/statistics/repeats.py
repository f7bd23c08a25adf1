"""Where scores vary: between articles, between answers to the same article, between judgements.

A suite's mean is uncertain because other articles would have scored otherwise, because the model
answers otherwise each time, and because a judge judges the same answer otherwise each time. Only
the first falls with more articles alone; which of the others is large says whether to repeat the
answers or the judgements.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
Scores = Sequence[Sequence[Sequence[float]]]
"""Of each article its answers, of each answer its judgements."""


class Components(BaseModel):
    """Components of variance: their sum is the variance of a single score.

    A component that cannot be told from the one above it, because nothing was repeated there, is
    None and part of that one: with one answer an article, the variance of answers is in that of the
    articles.

    Attributes:
        articles: Between the true means of articles.
        answers: Between the true scores of answers to the same article.
        judgements: Between judgements of the same answer.
        article_count: How many articles there are.
        answer_count: How many answers, over all articles.
        judgement_count: How many scores, over all answers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    articles: float | None
    answers: float | None
    judgements: float | None
    article_count: int = Field(ge=0)
    answer_count: int = Field(ge=0)
    judgement_count: int = Field(ge=0)

    def standard_error(self, *, articles: int, answers: int = 1, judgements: int = 1) -> float:
        """Return the standard error of a suite's mean with so many of each.

        Args:
            articles: In the suite.
            answers: To each article.
            judgements: Of each answer.
        """
        of_answers = (self.answers or 0.0) + (self.judgements or 0.0) / judgements
        return math.sqrt(((self.articles or 0.0) + of_answers / answers) / articles)


def variance_components(scores: Scores) -> Components:
    """Split the variance of scores: of each article its answers, of each answer its judgements.

    The estimator is that of the analysis of variance (Henderson's method 1) for the nested model
    with random effects, with different numbers of answers and judgements allowed (Searle, Casella
    and McCulloch, Variance Components, 1992, chapters 3 and 5). An estimate below zero is given as
    zero. Scorers without a judge give one score an answer: ``[[[s1], [s2]], ...]``.

    Raises:
        ValueError: An article has no answer, or an answer no score.
    """
    if not all(article and all(article) for article in scores):
        raise ValueError("every article needs an answer, and every answer a score")
    judgements = _between_judgements(scores)
    answers = _between_answers(scores, judgements or 0.0)
    articles = _between_articles(scores, judgements or 0.0, answers or 0.0)
    return Components(
        articles=_not_negative(articles),
        answers=_not_negative(answers),
        judgements=judgements,
        article_count=len(scores),
        answer_count=sum(map(len, scores)),
        judgement_count=len(_flat(map(_flat, scores))),
    )


def _between_judgements(scores: Scores) -> float | None:
    """Return the mean square of scores within their answers."""
    answers = _flat(scores)
    freedom = len(_flat(answers)) - len(answers)
    return _spread_within(answers) / freedom if freedom else None


def _between_answers(scores: Scores, judgements: float) -> float | None:
    """Return what the mean square of answers within articles has beyond that of judgements."""
    freedom = sum(map(len, scores)) - len(scores)
    if not freedom:
        return None
    articles = [_flat(article) for article in scores]
    mean_square = (_spread_within(articles) - _spread_within(_flat(scores))) / freedom
    weight = (len(_flat(articles)) - _answers_within_articles(scores)) / freedom
    return (mean_square - judgements) / weight


def _between_articles(scores: Scores, judgements: float, answers: float) -> float | None:
    """Return what the mean square of articles has beyond those of answers and judgements."""
    freedom = len(scores) - 1
    if freedom < 1:
        return None
    articles = [_flat(article) for article in scores]
    everything = _flat(articles)
    n = len(everything)
    mean_square = (_spread_within([everything]) - _spread_within(articles)) / freedom
    of_answers = (_answers_within_articles(scores) - _squared_sizes(_flat(scores)) / n) / freedom
    weight = (n - _squared_sizes(articles) / n) / freedom
    return (mean_square - judgements - of_answers * answers) / weight


def _answers_within_articles(scores: Scores) -> float:
    return sum(_squared_sizes(article) / len(_flat(article)) for article in scores)


def _spread_within(groups: Iterable[Sequence[float]]) -> float:
    """Return the sum of squared distances from the mean of the own group."""
    means = ((group, math.fsum(group) / len(group)) for group in groups)
    return math.fsum((score - mean) ** 2 for group, mean in means for score in group)


def _squared_sizes(groups: Iterable[Sequence[float]]) -> int:
    return sum(len(group) ** 2 for group in groups)


def _flat(groups: Iterable[Sequence[T]]) -> list[T]:
    return [one for group in groups for one in group]


def _not_negative(component: float | None) -> float | None:
    return None if component is None else max(0.0, component)
