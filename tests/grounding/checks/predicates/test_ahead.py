"""What is told as done on a day still to come, and as to come on one past."""

from __future__ import annotations

import pytest
from tests.support.claims import found, story

from nutgraf.grounding.checks.predicates.ahead import check_times_ahead

# Published on Thursday, 12 March 2026.
PIER = story(
    "The hearing on the pier is in November, in Lindvik. "
    "The ferry office closes on April 17. "
    "The divers came up empty-handed on March 3. "
    "“The funeral is on May 2,” she said."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("A hearing on the pier was held in Lindvik in November.", 1),
        ("On April 17 the council shut the ferry office.", 2),
        ("The ferry office was closed on April 17.", 2),
    ],
)
def test_what_is_told_as_done_before_its_day_is_a_warning(statement: str, cited: int) -> None:
    [finding] = found(check_times_ahead, PIER, statement, cited)
    assert (finding.kind, finding.severity) == ("status", "warning")
    assert finding.message.startswith("tells it as done; ")
    assert finding.message.endswith("was still to come when the article was published")
    assert finding.passages[0].span.of(PIER.article.text) in {"November", "April 17"}
    assert found(check_times_ahead, PIER, statement) != []


def test_what_is_told_as_to_come_after_its_day_is_a_warning() -> None:
    [finding] = found(check_times_ahead, PIER, "The divers will dive again on March 3.", 3)
    assert finding.message == (
        "tells it as planned; 'March 3' was past when the article was published"
    )


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        # As the article has it.
        ("A hearing on the pier is to be held in November.", 1),
        ("The ferry office will be closed on April 17.", 2),
        ("The divers found nothing on March 3.", 3),
        # A time that belongs to something else.
        ("The council hoped to shut the ferry office on April 17.", 2),
        ("On April 17 the council was to shut the ferry office.", 2),
        ("The council announced the closure on April 17.", 2),
        ("The council sold the lease of the office on April 17.", 2),
        ("The council worked towards April 17.", 2),
        ("The crew, since April 17, slept.", 2),
        ("The council will sue the crew that came up on March 3.", 3),
        ("The council will sue the divers of Lindvik harbour on March 3.", 3),
        # What is not plainly told.
        ("The office was not closed on April 17.", 2),
        ("When it shut on April 17, it rained.", 2),
        ("The office had to shut on April 17.", 2),
        ("Offices close on April 17.", 2),
        ("She said, “It was held on May 2”.", 4),
        ("April 17", 2),
        # A day that is not cited.
        ("The ferry office was closed on April 17.", 3),
    ],
)
def test_a_time_that_fits_or_may_belong_elsewhere_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_times_ahead, PIER, statement, cited) == []


def test_an_expression_that_the_article_has_of_both_sides_says_nothing() -> None:
    readings = story("The board met on Monday. It meets again on Monday.")
    assert found(check_times_ahead, readings, "The board met on Monday.", 1, 2) == []


def test_of_days_that_are_no_calendar_days_nothing_is_said() -> None:
    readings = story("Rents rose in the 2000s.")
    assert found(check_times_ahead, readings, "The fair was held in the 2000s.", 1) == []


def test_without_a_day_of_publication_nothing_is_said() -> None:
    readings = story("The ferry office closes on April 17.", published=None)
    assert found(check_times_ahead, readings, "The ferry office was closed on April 17.", 1) == []
