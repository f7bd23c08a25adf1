from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evals.statistics.repeats import Components, variance_components


def test_answers_without_a_judge_are_a_one_way_analysis() -> None:
    # Mean squares by hand: within 2, between 16; (16 - 2) / 2 answers.
    found = variance_components([[[1.0], [3.0]], [[5.0], [7.0]]])
    assert (found.articles, found.answers, found.judgements) == (7.0, 2.0, None)
    assert (found.article_count, found.answer_count, found.judgement_count) == (2, 4, 4)


def test_judgements_are_told_from_answers() -> None:
    # Mean squares by hand: judgements 0.5, answers 8.5, articles 136.
    scores = [[[0.0, 1.0], [3.0, 3.0], [2.0, 3.0]], [[9.0, 10.0], [12.0, 11.0], [10.0, 8.0]]]
    found = variance_components(scores)
    flat = np.array(scores)
    judgements = flat.var(axis=2, ddof=1).mean()
    of_answers = 2 * flat.mean(axis=2).var(axis=1, ddof=1).mean()
    of_articles = 6 * flat.mean(axis=(1, 2)).var(ddof=1)
    assert found.judgements == pytest.approx(judgements)
    assert found.answers == pytest.approx((of_answers - judgements) / 2)
    assert found.articles == pytest.approx((of_articles - of_answers) / 6)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_single_scores_have_only_their_variance(values: list[float]) -> None:
    found = variance_components([[[value]] for value in values])
    assert found.articles == pytest.approx(np.var(values, ddof=1))
    assert (found.answers, found.judgements) == (None, None)


def test_judgements_of_single_answers_leave_answers_with_their_articles() -> None:
    found = variance_components([[[0.0, 2.0]], [[4.0, 6.0]], [[8.0, 10.0]]])
    assert (found.judgements, found.answers) == (2.0, None)
    assert found.articles == pytest.approx(16 - 2 / 2)


def test_of_one_article_nothing_is_known_between_articles() -> None:
    found = variance_components([[[0.0], [1.0]]])
    assert (found.articles, found.answers) == (None, 0.5)


def test_of_nothing_nothing_is_known() -> None:
    found = variance_components([])
    assert (found.articles, found.answers, found.judgements) == (None, None, None)


def test_a_component_is_never_below_zero() -> None:
    found = variance_components([[[0.0, 4.0], [1.0, 3.0]], [[0.0, 4.0], [2.0, 2.0]]])
    assert (found.articles, found.answers) == (0.0, 0.0)


def test_unequal_numbers_are_made_up_for() -> None:
    rng = np.random.default_rng(3)
    sizes = [[1, 3], [2], [1, 1, 2], [3, 1], [2, 2, 2], [1], [1, 2], [2, 3, 1]]
    found = []
    for _ in range(400):
        scores = [
            [
                (article + answer + rng.normal(0, 1, judged)).tolist()
                for judged, answer in zip(answers, rng.normal(0, 2, len(answers)), strict=True)
            ]
            for answers, article in zip(sizes, rng.normal(0, 3, len(sizes)), strict=True)
        ]
        found.append(variance_components(scores))
    assert np.mean([one.judgements for one in found if one.judgements]) == pytest.approx(1, rel=0.1)
    assert np.mean([one.answers or 0.0 for one in found]) == pytest.approx(4, rel=0.1)
    assert np.mean([one.articles or 0.0 for one in found]) == pytest.approx(9, rel=0.12)


def test_repeating_helps_only_against_what_varies_between_repeats() -> None:
    components = Components(
        articles=4.0,
        answers=2.0,
        judgements=1.0,
        article_count=9,
        answer_count=9,
        judgement_count=9,
    )
    assert components.standard_error(articles=7) == 1.0
    assert components.standard_error(articles=4, answers=2, judgements=2) == math.sqrt(5.25 / 4)


@pytest.mark.parametrize("scores", [[[]], [[[0.5], []]]])
def test_an_article_without_scores_is_refused(scores: list[list[list[float]]]) -> None:
    with pytest.raises(ValueError, match="every answer a score"):
        variance_components(scores)
