"""Short articles of our own and what the drafter reads in them; no test lives here."""

from __future__ import annotations

from datetime import date

from nutgraf.article import Article
from nutgraf.drafting.extractive import extract
from nutgraf.drafting.extractive.lines import Line, read_lines
from nutgraf.language.readings import Readings
from nutgraf.schema.news import NewsSummary

PUBLISHED = date(2024, 3, 14)  # a Thursday

FERRY = """\
Ferry to Hollen island to stop running

By Mara Quist

OSTRAND (Nordpress) — The ferry between Ostrand and the island of Hollen will stop running on \
1 June, Transport Minister Ines Falk said on Thursday.

The line carries 4,200 passengers a year and lost 3.1 million euros in 2023, an audit found. \
It has served the island since 1921.

Falk told islanders at a meeting in Hollen on Wednesday that a bus over the new bridge would \
replace the ferry. "We cannot keep a ship for eleven people a day," she said.

Jonas Brandt, the mayor of Hollen, called the decision a mistake. "Nobody asked the people who \
live here what they need," Brandt said. "The bridge is closed in every storm, and then we have \
nothing at all."

Brandt will meet Falk in Ostrand on Monday. Who will pay for the bus has not been decided.

Photo: Mara Quist

Read more about the islands in our weekend edition.
"""


def readings_of(
    text: str, *, title: str | None = None, published: date | None = PUBLISHED
) -> Readings:
    """Return the readings of a text."""
    return Readings(Article(text=text, title=title, published=published))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text."""
    return read_lines(readings_of(text))


def summary_of(text: str, *, title: str | None = None) -> NewsSummary:
    """Return the summary of a text."""
    return extract(readings_of(text, title=title))
