"""Which times are a limit."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.article import Span
from nutgraf.language.dates import Certainty, DateExpression, bounded, find_dates

TUESDAY = date(2026, 2, 10)


def _values(text: str) -> list[str | None]:
    return [bounded(found, text) for found in find_dates(text, published=TUESDAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trust must answer by April 15.", "../2026-04-15"),
        ("The bank has until 5 p.m. on Dec. 22, 2026, to make an offer.", "../2026-12-22"),
        ("The club has until noon on Friday to protest.", "../2026-02-13"),
        ("The power will be back by Thursday evening.", "../2026-02-12"),
        ("The review is due by the end of November.", "../2026-11-30"),
        ("They could meet before the end of the month.", "../2026-02-28"),
        ("It will be paid no later than May 3.", "../2026-05-03"),
        ("It will be paid on May 3 at the latest.", "../2026-05-03"),
        ("It will close by 2031.", "../2031"),
    ],
)
def test_up_to_a_time(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The reading could be held on February 24 at the earliest.", "2026-02-24/.."),
        ("It will not be sold before May 3.", "2026-05-03/.."),
        ("Starting in April, dogs pay too.", "2026-04/.."),
        ("The bridge will be closed from May 3 onwards.", "2026-05-03/.."),
        ("It has rained since May 2025.", "2025-05/.."),
    ],
)
def test_from_a_time_on(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The house was hit by Monday's storm.", "2026-02-09"),
        ("By 1900 the town had grown to 4,000 people.", "1900"),
        ("The house was hit before May 3.", "2025-05-03"),
        ("Standing by on May 3 was a tug.", "2025-05-03"),
        ("It was sold on May 3, by the heirs.", "2025-05-03"),
    ],
)
def test_a_time_that_is_no_limit(text: str, value: str) -> None:
    assert _values(text) == [value]


def test_what_cannot_be_known_stays_unknown() -> None:
    text = "It ends by Friday."
    unknown = DateExpression(Span(11, 17), None, Certainty.UNRESOLVED)
    assert bounded(unknown, text) is None
