"""Parts of periods, and what lies a counted distance beside them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import resolve_date

THURSDAY = date(2025, 10, 16)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("the first Monday of November 2024", "2024-11-04"),
        ("the second Tuesday in May 2023", "2023-05-09"),
        ("the last Friday of 2024", "2024-12-27"),
        ("the first Sunday of 2024", "2024-01-07"),
        ("the fifth Monday of February 2023", None),
        ("the first Monday of since 2019", None),
        ("the first day of June 2020", "2020-06-01"),
        ("the last day of June 2020", "2020-06-30"),
        ("the first week of March 2020", "2020-03-01/2020-03-07"),
        ("the last week of August 2020", "2020-08-25/2020-08-31"),
        ("the fifth week of February 2023", None),
        ("the first weekend of September 2023", "2023-09-02/2023-09-03"),
        ("the last weekend of September 2023", "2023-09-30/2023-10-01"),
        ("the third month of 2020", "2020-03"),
        ("the final month of 2020", "2020-12"),
        ("the fifth quarter of 2020", None),
        ("the last quarter of 2020", "2020-10/2020-12"),
        ("the first half of the 19th century", "1800-01-01/1849-12-31"),
        ("the second half of the 1990s", "1995-01-01/1999-12-31"),
        ("the last half of 2020", "2020-07/2020-12"),
        ("the first half of 2020", "2020-01/2020-06"),
        ("the first half of June 2020", "2020-06-01/2020-06-15"),
        ("the second half of June 2020", "2020-06-16/2020-06-30"),
        ("the second half of this weekend", None),
        ("the fifth half of June 2020", None),
        ("the first half of 404 BC", None),
        ("the first three months of 2020", "2020-01/2020-03"),
        ("the last two months of 2020", "2020-11/2020-12"),
        ("the first ten days of May 2020", "2020-05-01/2020-05-10"),
        ("the final two weeks of May 2020", "2020-05-18/2020-05-31"),
        ("the first two years of the 1990s", "1990-01-01/1991-12-31"),
        ("the last two years of the 1990s", "1998-01-01/1999-12-31"),
        ("the closing weeks of 2020", "2020-01-01/2020-12-31"),
        ("the first few weeks of 2020", "2020-01-01/2020-12-31"),
        ("two days before Christmas Eve 2020", "2020-12-22"),
        ("the day after May 3, 2020", "2020-05-04"),
        ("the night before May 3, 2020", "2020-05-02"),
        ("three weeks after May 3, 2020", "2020-05-24"),
        ("the week before May 3, 2020", "2020-W17"),
        ("the weekend after May 3, 2020", "2020-05-09/2020-05-10"),
        ("two months before May 3, 2020", "2020-03"),
        ("the year after 2010", "2011"),
        ("eleven years after 2010", "2021"),
        ("the days after May 3, 2020", "2020-05-03"),
        ("the late morning of May 3, 2020", "2020-05-03"),
        ("the very end of 2020", "2020-12-31"),
        ("early since 2019", "2019/.."),
        ("earlier in the 1990s", "1990-01-01/1994-12-31"),
        ("late in the 1990s", "1995-01-01/1999-12-31"),
        ("the middle of the 1990s", "1993-01-01/1996-12-31"),
        ("mid 2019", "2019"),
        ("the week ending 3 May 2020", "2020-W18"),
        ("the early hours of 3 May 2020", "2020-05-03"),
    ],
)
def test_parts_of_what_is_printed(expression: str, value: str | None) -> None:
    assert resolve_date(expression, published=THURSDAY) == value


def test_a_distance_from_an_event_is_none_from_its_day() -> None:
    assert resolve_date("a day after Wednesday's vote", published=THURSDAY) == "2025-10-15"


@given(
    st.sampled_from(["first", "third", "fifth", "last"]),
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "Sunday"]),
    st.sampled_from(["May 2020", "9999", "1000", "the 1990s", "3 May 2020", "yesterday", "12 BC"]),
    st.dates(),
)
def test_a_part_lies_inside_its_whole_or_is_none(
    place: str, unit: str, whole: str, published: date
) -> None:
    value = resolve_date(f"the {place} {unit} of {whole}", published=published)
    assert value is None or value
    if value and whole == "May 2020":
        assert value.startswith("2020-05")
