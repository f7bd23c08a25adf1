"""Reading takes time in proportion to the length of the text, also where every word is a trap."""

from datetime import date
from time import process_time

import pytest

from nutgraf.language.dates import find_dates

# Ten times the text may take this many times as long: ten for proportion, the rest for noise.
# Time in the square of the length would take a hundred.
MOST = 30
SHORT, LONG = 600, 6_000


def _seconds(text: str, published: date | None) -> float:
    best = float("inf")
    for _ in range(2):
        start = process_time()
        find_dates(text, published=published)
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize(
    "piece",
    [
        "The mayor said on Friday that the mill, built in 1920, will close next May.\n\n",
        '"today" said ',
        "\u201ctoday and tomorrow ",
        "the end of the end of ",
        "1 May to 2019 - ",
        "A" * 50 + " ",
    ],
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    text = piece * (LONG // len(piece) + 1)
    find_dates(text[:SHORT], published=date(2025, 10, 16))
    for published in (None, date(2025, 10, 16)):
        short = max(_seconds(text[:SHORT], published), 0.001)
        assert _seconds(text[:LONG], published) < MOST * short
