"""Other dates, and dates of something else."""

from __future__ import annotations

import pytest
from tests.evals.perturbations.stories import told, told_of

from nutgraf.evals.perturbations.days import another_date, date_from_elsewhere


@pytest.mark.parametrize("seed", range(6))
def test_another_weekday_is_none_that_the_article_has(seed: int) -> None:
    false = another_date(told("The bridge was closed on Monday.", 1), seed)
    assert false is not None
    assert false.startswith("The bridge was closed on ")
    assert false.split()[-1].rstrip(".") not in {"Monday", "Tuesday", "Wednesday"}


@pytest.mark.parametrize(
    ("article", "true", "kept"),
    [
        ("It opened in March 2019.", "It opened in March 2019.", "It opened in "),
        ("It opened in 2019.", "It opened in 2019.", "It opened in 20"),
        ("It opened last week.", "It opened last week.", "It opened last "),
        ("It opens next month.", "It opens next month.", "It opens next "),
        ("It opens on 12 October 2026.", "It opens on 12 October 2026.", "It opens on "),
    ],
)
def test_the_form_of_a_date_is_kept(article: str, true: str, kept: str) -> None:
    false = another_date(told_of(article, true), 0)
    assert false is not None
    assert false != true
    assert false.startswith(kept)


@pytest.mark.parametrize(
    "text", ["It opened “on Monday”.", "It opened yesterday.", "It opened this weekend."]
)
def test_dates_that_cannot_be_changed_alone_are_kept(text: str) -> None:
    assert another_date(told(text, 1), 0) is None
    assert date_from_elsewhere(told(text, 1), 0) is None


def test_where_every_other_date_is_taken_there_is_none() -> None:
    article = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday: all were on Monday."
    assert another_date(told_of(article, "It was on Monday."), 0) is None


def test_a_date_from_elsewhere_is_written_alike() -> None:
    statement = told("The council will meet on 12 October 2026.", 3)
    assert date_from_elsewhere(statement, 0) == "The council will meet on 19 October 2026."


def test_a_month_that_holds_the_true_day_is_not_put_in() -> None:
    article = "It opens in October 2026, on 12 October 2026. It was to open in October 2026."
    assert date_from_elsewhere(told_of(article, "It opens in October 2026."), 0) is None


def test_a_date_that_would_mean_something_else_here_is_not_put_in() -> None:
    article = "It closed on Monday. It will open on Monday."
    assert date_from_elsewhere(told_of(article, "It closed on Monday."), 0) is None
