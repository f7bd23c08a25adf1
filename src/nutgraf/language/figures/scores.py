"""Scores: "won 3-2", "a 5-4 ruling", "voted 62 to 38".

Two numbers with a dash are a score only beside a word of contest; elsewhere they may be a range.
"""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.article import Span
from nutgraf.language.figures.figure import Figure, FigureKind
from nutgraf.language.figures.measures import read_measure
from nutgraf.language.figures.nouns import counted_noun
from nutgraf.language.figures.numerals import GAP

_SCORE = re.compile(
    rf"(?P<first>\d{{1,3}})(?:[^\S\n]?[-\u2013][^\S\n]?|(?P<to>{GAP}to{GAP}))(?P<second>\d{{1,3}})"
    r"(?![\w%-]|[.,]\d)"
)
_CONTEST = (
    r"(?:w[io]n|wins|winning|winners?|beat|beats|beating|beaten|lost|los[est]|losing|defeat\w*"
    r"|victor\w+|drew|drawn?|draws|scor\w+|lead|leads|leading|led|trail\w*|vot\w+|rul\w+|decision"
    r"|majority|margin|tied?|aggregate|half-time|halftime|shoot-?out|equali[sz]\w+|thrash\w+"
    r"|edged?|comeback|upset|verdict|shutout|rout\w*)"
)
_BEFORE = re.compile(rf"\b{_CONTEST}\b[^.!?\n]{{0,60}}$", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:{GAP}[\w'\u2019-]+){{0,3}}?{GAP}{_CONTEST}\b", re.IGNORECASE)
# "Leeds 2 - 0 Derby": a result as headlines and tables print it.
_TEAM_BEFORE = re.compile(rf"[A-Z]\w{{1,20}}{GAP}$")
_TEAM_BEHIND = re.compile(rf"{GAP}[A-Z]")
_LOOKBACK = 72


def read_score(text: str, pos: int) -> Figure | None:
    """Return the score that begins at ``pos``, or None."""
    match = _SCORE.match(text, pos)
    if match is None or read_measure(text, match.end()) is not None:
        return None
    first, second = Decimal(match["first"]), Decimal(match["second"])
    if match["to"] and first < second:
        return None  # "10 to 15" is a range even where somebody wins
    if not _is_contested(text, match, may_count=first < second):
        return None
    return Figure(Span(pos, match.end()), first, None, FigureKind.SCORE, high=second)


def _is_contested(text: str, match: re.Match[str], *, may_count: bool) -> bool:
    """Tell whether two numbers stand beside a contest; "led 50-60 people out" counts people."""
    if _BEHIND.match(text, match.end()):
        return True
    before = text[max(0, match.start() - _LOOKBACK) : match.start()]
    if _TEAM_BEFORE.search(before) and _TEAM_BEHIND.match(text, match.end()):
        return True
    counts = may_count and counted_noun(text, match.end(), singular=False) is not None
    return _BEFORE.search(before) is not None and not counts
