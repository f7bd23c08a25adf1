"""Weekdays, days of a month and distances in a text, and what only looks like them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import Certainty, find_dates, resolve_date
from nutgraf.language.dates.periods import is_iso

THURSDAY = date(2025, 10, 16)


def _values(text: str, published: date | None = THURSDAY) -> list[str | None]:
    return [one.value for one in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It ran until the Friday after next.", ["2025-10-24"]),
        ("It rained the Friday before last.", ["2025-10-03"]),
        ("They will meet Tuesday 21st in York.", ["2025-10-21"]),
        ("They will meet on Tuesday the 4th.", ["2025-11-04"]),
        ("Rent is due on the 1st of next month.", ["2025-11-01"]),
        ("Rent was due on the 3rd of the month.", ["2025-10-03"]),
        ("They met two weeks ago on Monday.", ["2025-09-29"]),
        ("They meet a week from Friday.", ["2025-10-24"]),
        ("It rained the week before last.", ["2025-W40"]),
        ("It will rain the weekend after next.", ["2025-11-01/2025-11-02"]),
        ("A year ago today it fell.", ["2024-10-16"]),
        ("Two months ago to the day it fell.", ["2025-08-16"]),
        ("Two weeks ago today it fell.", ["2025-10-02"]),
        ("Ten days ago today it fell.", ["2025-10-06"]),
        ("Ten years ago this month it fell.", ["2015-10"]),
        ("A decade ago today it fell.", [None]),
        ("9,999 years ago today it fell, 9,999 years ago this week.", [None, None]),
        ("At the time of writing nobody had answered.", ["2025-10-16"]),
        ("The doors open in ten days.", ["2025-10-26"]),
        ("On the third of March 2020 it snowed.", ["2020-03-03"]),
        ("On Tuesday, the third of March, it snowed.", ["2026-03-03"]),
        ("It was a Friday statement of theirs.", ["2025-10-10"]),
        ("It rained on 12 May 2003. The Friday before, it had not.", ["2003-05-12", "2003-05-09"]),
        ("In the summer of '69 it was hot.", ["1969-06-01/1969-08-31"]),
        ("In '24 it was hot.", ["2024"]),
        ("Sales of the fiscal year 2024 were up.", ["2024"]),
        ("Q3 fiscal 2024 sales were up.", ["2024-07/2024-09"]),
        ("Sales in the third quarter of fiscal 2024 were up.", ["2024-07/2024-09"]),
        ("Sales in the second half of '24 were up.", ["2024-07/2024-12"]),
        ("Sales in Q3 '24 were up.", ["2024-07/2024-09"]),
        ("Profit rose in the first-quarter '24.", ["2024-01/2024-03"]),
        ("Emissions must fall by half of 1990 levels.", ["1990"]),
        ("The May elections and the March protests failed.", ["2025-05", "2025-03"]),
        ("Dozens died in 9/11 and in World War II.", ["2001-09-11", "1939-09-01/1945-09-02"]),
        ("The 9/11 attacks changed it.", ["2001-09-11"]),
    ],
)  # fmt: skip
def test_expressions_in_a_text(text: str, values: list[str | None]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Friday the 13th is a film.",
        "She made a birdie on the 14th.",
        "They lost on the second and rose.",
        "They rested one Friday. It rains every other Friday and on Friday nights.",
        "It is the third theft in two weeks. It can be built in two days.",
        "They walked in two days.",
        "It is as it is today, and worse than today. Today's youth is tired.",
        "USA Today wrote of the World of Tomorrow; there is no tomorrow.",
        "The May government and the March for Life met June Carter.",
        "Every January it snows. In March said the hare.",
        "A World War II bomb lay there. It scored 9/11.",
        "The h1 and q2 labels, 2H and Q2 too.",
        "She lives at 1984 Elm Street and read '1984'.",
        "It owes 2000 dollars.",
        "It came in two days later than planned.",
        "The thirty-fourth century is far.",
        "'20 of them,' he said.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    "text", ["They met on Tuesday 5th Avenue.", "They met on Tuesday the 45th."]
)
def test_a_number_after_a_weekday_need_not_be_its_day(text: str) -> None:
    found = find_dates(text, published=THURSDAY)
    assert [(one.span.of(text), one.value) for one in found] == [("Tuesday", "2025-10-14")]


@pytest.mark.parametrize(
    "expression",
    ["the Friday after next", "a week from Friday", "Tuesday 14th", "the 3rd of next month",
     "a year ago today", "the week before last", "in '98", "Q3", "the time of writing",
     "the third quarter"],
)  # fmt: skip
def test_nothing_counts_from_an_unknown_day(expression: str) -> None:
    assert resolve_date(expression, published=None) is None


def test_days_that_a_month_lacks_are_none() -> None:
    assert resolve_date("the 31st of next month", published=THURSDAY) is None


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("It rained on 3 May 2020.", ["exact"]),
        ("They will meet on Friday and on 4 June.", ["resolved", "resolved"]),
        ("Friday.", ["likely"]),
        ("Snow, 4 June.", ["likely"]),
        ("On Monday, 3 May 2022, it rained.", ["likely"]),
        ("It rained on 3 May 2020. The following day it did not.", ["exact", "likely"]),
        ("Some years ago it rained.", ["likely"]),
        ("They meet on the 14th.", ["likely"]),
        ("It was the first week of March 2020.", ["likely"]),
        ("It was the first half of 2020.", ["exact"]),
        ("It rained soon, on February 30.", ["unresolved"]),
    ],
)
def test_certainty_tells_what_is_printed_worked_out_chosen_or_unknown(
    text: str, certainties: list[str]
) -> None:
    found = find_dates(text, published=THURSDAY)
    assert [str(one.certainty) for one in found] == certainties


def test_a_dateline_serves_as_publication_day() -> None:
    line = "PORT ELM, 3 May 2022 (Agency) - It sank on Monday."
    assert _values(line, None) == ["2022-05-03", "2022-05-02"]
    assert _values(f"Ferry sinks\n\n{line}", None) == ["2022-05-03", "2022-05-02"]
    assert _values("They met in Elm, 3 May 2022 - on Monday.", None) == ["2022-05-03", None]


def test_a_date_line_of_the_week_before_goes_before_the_day_of_publication() -> None:
    text = "Ferry sinks\n\n13 October 2025\n\nIt sank yesterday."
    assert _values(text) == ["2025-10-13", "2025-10-12"]
    assert _values(text, date(2025, 10, 12))[-1] == "2025-10-11"


_WORDS = st.sampled_from(
    ["It rained on Friday.", "They will meet on 4 June.", "It was the following day.", "In '98",
     "In May 2020 ", "he left.", "Two weeks later", '"Today', 'we sing,"', "she said on Monday.",
     "Q3 sales", "1999", "the first week of March", "two days before Easter", "on the 14th",
     "last summer"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=10), st.lists(_WORDS, max_size=6), st.dates())
def test_what_comes_in_later_paragraphs_changes_nothing_before(
    first: list[str], more: list[str], published: date
) -> None:
    text = " ".join(first)
    alone = find_dates(text, published=published)
    longer = find_dates(f"{text}\n\n{' '.join(more)}", published=published)
    assert longer[: len(alone)] == alone


@given(st.lists(_WORDS, max_size=10), st.dates(min_value=date(1000, 1, 1)))
def test_values_are_iso(pieces: list[str], published: date) -> None:
    for one in find_dates(" ".join(pieces), published=published):
        assert one.value is None or is_iso(one.value)
        assert (one.value is None) == (one.certainty is Certainty.UNRESOLVED)
