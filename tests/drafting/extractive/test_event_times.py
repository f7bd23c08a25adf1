"""Which date of a sentence is the event's own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.drafting.extractive.stories import lines_of

from nutgraf.article import Span
from nutgraf.drafting.extractive.event_times import is_coarse, own_date, status_at
from nutgraf.language.dates import Certainty, DateExpression
from nutgraf.language.status import Status


def _own(text: str, quoted: str = "") -> str | None:
    start = text.find(quoted)
    quotations = [Span(start, start + len(quoted))] if quoted else []
    found = own_date(lines_of(text)[0], text, quotations)
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The ferry stops on 1 June, Falk said on Monday.", "1 June"),
        ("Falk said Monday that the ferry will stop in June.", "June"),
        ("Falk said of the ferry on Monday that it will stop.", None),
        ("Falk told the islanders on Monday that it will stop.", None),
        ("Falk said the ferry will stop on Monday for good.", "Monday"),
        ("Falk told them that the ferry will stop on Monday.", "Monday"),
        ("On Monday the council closed the harbour of Hollen.", "Monday"),
        ("The ferry has run since 1921 and stops on Monday.", "Monday"),
        ("The ferry was taken over by the port in 1921.", "1921"),
        ("The mayor recalled his 2020 campaign with a smile.", None),
        ("The council closed the harbour of Hollen for good.", None),
        ("If Monday brings no talks, the ferry stops on Friday.", "Friday"),
        ("If he wins — the vote is on Monday — the ferry stops.", "Monday"),
        ("Falk will sue if the port has not paid by Monday.", None),
        ("The airport in Hollen, closed since Sunday, opened on Tuesday.", "Tuesday"),
        ("The mayor, who won in May, wants it shut.", "May"),
        ("The fair runs from Monday to Friday in Hollen.", "Monday to Friday"),
        (
            "The fair ran from May 3, 2024, to June 4, 2024, in Hollen.",
            "May 3, 2024, to June 4, 2024",
        ),
        ("The fair and the market open on Monday and Friday.", "Monday"),
        ("The storm was the worst on the island since March.", None),
        ("Falk wants to end the largest strike in Hollen since 1921.", None),
        ("The first ferry in years has run since Monday.", "since Monday"),
        ("The protest in the harbour goes on since Monday.", "since Monday"),
        ("Strikers blocked the roads in Bucharest since Monday.", "since Monday"),
        ("The best cooks left, and the kitchen is shut since March.", "since March"),
    ],
)
def test_the_time_of_the_saying_and_labels_are_not_the_event_s(text: str, own: str | None) -> None:
    assert _own(text) == own


def test_today_inside_a_quotation_is_the_day_of_the_saying() -> None:
    text = '"We closed the harbour today," Falk said on Monday.'
    assert _own(text, "We closed the harbour today,") is None
    text = '"We closed the harbour today," Falk said.'
    assert _own(text, "We closed the harbour today,") == "today"


def _expression(value: str | None) -> DateExpression:
    return DateExpression(Span(0, 1), value, Certainty.RESOLVED)


@pytest.mark.parametrize("value", ["2024-03-14", "2024-03", "2024-W11", "2024-03-14/2024-03-15"])
def test_a_day_week_or_month_is_fine(value: str) -> None:
    assert not is_coarse(_expression(value))


@pytest.mark.parametrize("value", ["2024", "2020/2029", "-0507", None])
def test_a_year_and_what_cannot_be_known_are_coarse(value: str | None) -> None:
    assert is_coarse(_expression(value))


HAPPENED = "The council closed the harbour."


@pytest.mark.parametrize(
    ("sentence", "value", "published", "expected"),
    [
        (HAPPENED, "2024-03-18", date(2024, 3, 14), Status.PLANNED),
        ("The harbour is still shut.", "2024-04", date(2024, 3, 14), Status.PLANNED),
        ("If nobody pays, the harbour shuts.", "2024-04", date(2024, 3, 14), Status.POSSIBLE),
        ("The harbour shuts unless Falk pays.", "2024-04", date(2024, 3, 14), Status.PLANNED),
        ("The council did not meet.", "2024-03-18", date(2024, 3, 14), Status.DENIED),
        (HAPPENED, "2024-03-11", date(2024, 3, 14), Status.HAPPENED),
        (HAPPENED, "2024-W20", date(2024, 3, 14), Status.HAPPENED),
        (HAPPENED, None, date(2024, 3, 14), Status.HAPPENED),
        (HAPPENED, "2024-03-18", None, Status.HAPPENED),
    ],
)
def test_what_is_still_to_come_has_not_happened(
    sentence: str, value: str | None, published: date | None, expected: Status
) -> None:
    assert status_at(sentence, _expression(value), published) is expected


def test_without_a_time_the_status_is_that_of_the_words() -> None:
    assert status_at("The harbour is still shut.", None, date(2024, 3, 14)) is Status.ONGOING
