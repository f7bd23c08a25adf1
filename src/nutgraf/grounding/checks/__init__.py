"""Checks that need no model: what a summary says against the sentences that it cites.

Each check is a function from a `Subject` to findings; a new one is a line in the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.checks.carrying import check_carrying
from nutgraf.grounding.checks.citations import check_citations
from nutgraf.grounding.checks.duplicates import check_duplicates
from nutgraf.grounding.checks.examples import check_examples
from nutgraf.grounding.checks.figures.amounts import check_amounts
from nutgraf.grounding.checks.figures.numbers import check_numbers
from nutgraf.grounding.checks.form import check_language, check_markup
from nutgraf.grounding.checks.instructions import check_instructions
from nutgraf.grounding.checks.languages import check_reach
from nutgraf.grounding.checks.names.in_statements import check_names
from nutgraf.grounding.checks.names.mentions import check_mentions
from nutgraf.grounding.checks.predicates.ahead import check_times_ahead
from nutgraf.grounding.checks.predicates.polarity import check_polarity
from nutgraf.grounding.checks.predicates.roles import check_roles
from nutgraf.grounding.checks.predicates.status import check_status
from nutgraf.grounding.checks.speech.claims import check_claims
from nutgraf.grounding.checks.speech.quotations import check_quotations, check_quoted_prose
from nutgraf.grounding.checks.speech.reported import check_reported
from nutgraf.grounding.checks.speech.speakers import check_speakers
from nutgraf.grounding.checks.times.dates import check_dates
from nutgraf.grounding.checks.times.given import check_times
from nutgraf.grounding.statements import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from nutgraf.language.readings import Readings
    from nutgraf.schema.result import Finding

CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    check_citations,
    check_carrying,
    check_quotations,
    check_quoted_prose,
    check_speakers,
    check_reported,
    check_claims,
    check_mentions,
    check_names,
    check_times,
    check_dates,
    check_amounts,
    check_numbers,
    check_polarity,
    check_status,
    check_times_ahead,
    check_roles,
    check_language,
    check_markup,
    check_instructions,
    check_examples,
    check_duplicates,
    check_reach,
)


def check(summary: BaseModel, readings: Readings, examples: str = "") -> tuple[Finding, ...]:
    """Return what all checks find in an anchored summary, in the order of the checks.

    Args:
        summary: The summary.
        readings: The article.
        examples: What a model was told besides the article, which must not turn up in the summary.
    """
    return check_subject(Subject(summary, readings, examples))


def check_subject(subject: Subject) -> tuple[Finding, ...]:
    """Return what all checks find in a summary that was read already."""
    return tuple(finding for one in CHECKS for finding in one(subject))
