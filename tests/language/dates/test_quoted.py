"""Days that are named inside a quotation count from the day of its saying."""

from datetime import date

import pytest

from nutgraf.language.dates import find_dates

THURSDAY = date(2025, 10, 16)


def _values(text: str, published: date | None = THURSDAY) -> list[str | None]:
    return [one.value for one in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('"We sing tomorrow," she said on Sunday.', ["2025-10-13", "2025-10-12"]),
        ('He said on Tuesday: "We vote tomorrow."', ["2025-10-14", "2025-10-15"]),
        ('On Tuesday he said, "We vote tomorrow."', ["2025-10-14", "2025-10-15"]),
        ("“We sang yesterday,” she told us Monday.", ["2025-10-12", "2025-10-13"]),
        ("“We sang “yesterday,” she told us Monday.", ["2025-10-12", "2025-10-13"]),
        # The day of something else than the saying.
        ('The vote was on Monday. "We sing today," she said.', ["2025-10-13", "2025-10-16"]),
        ('"We sing today," she said; it rained on Monday.', ["2025-10-16", "2025-10-13"]),
        ('She said on Monday it rained. "We sing today."', ["2025-10-13", "2025-10-16"]),
        ('On Monday she "sings today" of it.', ["2025-10-13", "2025-10-16"]),
        ('He said in 2020: "We vote today."', ["2020", "2025-10-16"]),
        ('"We sing tomorrow.\n\nShe said on Monday', ["2025-10-17", "2025-10-13"]),
        # Not quoted at all, or in another paragraph than the mark that was left open.
        ("She said on Monday that we sing today.", ["2025-10-13", "2025-10-16"]),
        ('She said on Monday: "Fine.\n\nWe sing today.', ["2025-10-13", "2025-10-16"]),
        ('It ended "today', ["2025-10-16"]),
        # After an event of these days.
        (
            'The final was on Monday. After the match, he said, "We lost today."',
            ["2025-10-13", "2025-10-13"],
        ),
        (
            'The final was on 3 May 2020. After the match, he said, "We lost today."',
            ["2020-05-03", "2025-10-16"],
        ),
        ('It is over. After the match, he said, "We lost today."', ["2025-10-16"]),
    ],
)
def test_the_day_of_saying(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_a_date_far_from_its_quotation_does_not_date_it() -> None:
    filling = "and the band and the choir " * 8
    assert _values(f'On Monday he said, {filling}, "We vote tomorrow."') == [
        "2025-10-13",
        "2025-10-17",
    ]
    assert _values(f'"We vote tomorrow," {filling} she said on Monday.')[0] == "2025-10-17"


def test_an_unknown_day_of_saying_gives_no_day() -> None:
    assert _values('"We sing tomorrow," she said on Sunday.', None) == [None, None]
