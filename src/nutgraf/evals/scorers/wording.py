"""Measures how long a summary is, and how much of it is copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.evals.scores import Metric, Score, Scorer
from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.case import Case
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

RUN: Final = 8
"""Words in a row that nobody hits upon twice by chance."""
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")


def _neither(name: str, what: str) -> Metric:
    return Metric(name, None, share=False, what=what)


_METRICS: Final = (
    _neither("length.gist", "words of the gist"),
    _neither("length.summary", "words of the whole summary, quotations left out"),
    _neither(
        "copied.share",
        f"share of the words of gist and key points in runs of {RUN} or more that the article has",
    ),
)


def score_wording(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Measure length and copying; neither more nor less of either is better as such."""
    summary = result.summary
    prose = [str(leaf.value) for leaf in leaves(summary) if leaf.is_prose]
    gist = _words(summary.gist.text)
    texts = [gist, *(_words(point.text) for point in summary.key_points)]
    runs = frozenset(_runs(_words(case.readings.article.text)))
    copied = sum(_copied(words, runs) for words in texts)
    return {
        "length.gist": Score(value=len(gist), n=1),
        "length.summary": Score(value=sum(len(_words(text)) for text in prose), n=len(prose)),
        "copied.share": Score.share_of(copied, sum(map(len, texts))),
    }


def _words(text: str) -> list[str]:
    return [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _copied(words: Sequence[str], runs: frozenset[tuple[str, ...]]) -> int:
    """Return how many words stand in a run that the article has."""
    upto = copied = 0
    for at, run in enumerate(_runs(words)):
        if run in runs:
            copied += at + RUN - max(at, upto)
            upto = at + RUN
    return copied


SCORER: Final = Scorer("wording", _METRICS, score_wording)
