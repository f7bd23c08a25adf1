"""Checks that need no model: what a summary says against the sentences that it cites.

Each check is a function from a `Subject` to findings; a new one is a line in the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.checks.amounts import check_amounts, check_numbers
from nutgraf.grounding.checks.citations import check_citations
from nutgraf.grounding.checks.form import check_language, check_markup
from nutgraf.grounding.checks.names import check_mentions, check_names
from nutgraf.grounding.checks.quotations import check_quotations
from nutgraf.grounding.checks.speakers import check_speakers
from nutgraf.grounding.checks.times import check_dates, check_times
from nutgraf.grounding.statements import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from nutgraf.language.readings import Readings
    from nutgraf.schema.result import Finding

CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    check_citations,
    check_quotations,
    check_speakers,
    check_mentions,
    check_names,
    check_times,
    check_dates,
    check_amounts,
    check_numbers,
    check_language,
    check_markup,
)


def check(summary: BaseModel, readings: Readings) -> tuple[Finding, ...]:
    """Return what all checks find in an anchored summary, in the order of the checks."""
    subject = Subject(summary, readings)
    return tuple(finding for one in CHECKS for finding in one(subject))
