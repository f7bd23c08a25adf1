"""Puts the summary together from what the other modules choose.

Nothing is chosen here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.drafting.extractive.entities import Cast
from nutgraf.drafting.extractive.events import collect_events
from nutgraf.drafting.extractive.headline import printed_headline, shortened
from nutgraf.drafting.extractive.key_figures import choose_figures
from nutgraf.drafting.extractive.lines import read_lines
from nutgraf.drafting.extractive.open_questions import collect_open_questions
from nutgraf.drafting.extractive.quotes import choose_quotes
from nutgraf.drafting.extractive.ranking import rank
from nutgraf.drafting.extractive.selection import choose
from nutgraf.drafting.extractive.statements import state
from nutgraf.drafting.extractive.terms import collapse
from nutgraf.drafting.extractive.topics import assign_topics
from nutgraf.schema.news import NewsSummary, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.language.readings import Readings


def extract(readings: Readings) -> NewsSummary:
    """Summarise a news article in its own words, without a model.

    Everything in the summary stands in the article: the gist and the key points are sentences of
    it, the rest are names, dates, amounts and quotations that its readings found. The same article
    always gives the same summary; time is linear in its length.

    Args:
        readings: The article.

    Returns:
        The summary on the wire: with sentence numbers and words, and no places in the text. A field
        of which the article shows nothing is empty.
    """
    article = readings.article
    lines = read_lines(readings)
    printed = printed_headline(article.title, lines)
    ranked = rank(lines, printed)
    choice = choose(ranked)
    gist = choice.gist.line if choice.gist else _stand_in(lines)
    points = sorted((one.line for one in choice.points), key=lambda line: line.number)
    story = [*([gist] if gist else []), *points]
    headline = printed or _cut(gist, article.text)
    return NewsSummary(
        headline=headline,
        gist=state(gist, lines) if gist else Statement(text=headline, evidence=()),
        key_points=[state(line, lines) for line in points],
        events=collect_events(readings, ranked, gist),
        quotes=choose_quotes(readings, story),
        entities=Cast(readings, lines).entities(headline, gist, points),
        figures=choose_figures(ranked, article.text),
        open_questions=collect_open_questions(lines),
        topics=assign_topics(article.text, f"{headline}\n{gist.text if gist else ''}"),
    )


def _stand_in(lines: Sequence[Line]) -> Line | None:
    """Return the longest line of an article that has no prose, such as a bare headline."""
    return max(lines, key=lambda line: line.words, default=None)


def _cut(gist: Line | None, text: str) -> str:
    if gist is None:
        return collapse(text)
    return shortened(gist.text, [collapse(naming.span.of(text)) for naming in gist.names])
